import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import { compareChunkNames } from './chunk-names.ts';
import { postingsPerChunk } from './index-files.ts';

/** What Pagefind made of the volumes; names as its browser library asks for them. */
export interface WrittenVolumes {
  readonly entry: string;
  readonly metaName: string;
  readonly meta: Uint8Array;
  readonly wasmName: string;
  readonly wasm: Uint8Array;
  readonly library: Uint8Array;
  /** Ids of the volumes, in the order they were given. */
  readonly volumes: readonly string[];
  /** In the order of `compareChunkNames`. */
  readonly chunks: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

const checked = <T extends { errors: readonly string[] }>(response: T): T => {
  if (response.errors.length > 0) throw new Error(`pagefind: ${response.errors.join('; ')}`);
  return response;
};

const volumeOf = (fragment: Uint8Array): number => {
  const json = gunzipSync(fragment)
    .toString()
    .replace(/^pagefind_dcd/, '');
  return Number((JSON.parse(json) as { url: string }).url);
};

const readVolumes = async (folder: string): Promise<WrittenVolumes> => {
  const read = (...path: string[]): Promise<Buffer> => readFile(join(folder, ...path));
  const names = (await readdir(folder)).sort();
  const nameLike = (pattern: RegExp): string => names.find((name) => pattern.test(name)) ?? '';
  const [metaName, wasmName] = [nameLike(/\.pf_meta$/), nameLike(/^wasm\..+\.pagefind$/)];
  const volumes: string[] = [];
  for (const name of (await readdir(join(folder, 'fragment'))).sort()) {
    volumes[volumeOf(await read('fragment', name))] = name.replace(/\.pf_fragment$/, '');
  }
  const chunks: { name: string; bytes: Uint8Array }[] = [];
  const chunkNames = (await readdir(join(folder, 'index'))).map((name) => name.replace(/\.pf_index$/, ''));
  for (const name of chunkNames.sort(compareChunkNames)) {
    chunks.push({ name, bytes: await read('index', `${name}.pf_index`) });
  }
  return {
    entry: (await read('pagefind-entry.json')).toString(),
    metaName,
    meta: await read(metaName),
    wasmName,
    wasm: await read(wasmName),
    library: await read('pagefind.js'),
    volumes,
    chunks,
  };
};

/**
 * Has Pagefind index volumes, in a process of its own that ends with it, by way of a folder below `workDir` that is
 * removed. Throws when Pagefind fails or the disk does.
 */
export const writeVolumes = async (contents: Iterable<string>, workDir: string): Promise<WrittenVolumes> => {
  // Pagefind's process takes this from its environment alone.
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE ??= String(postingsPerChunk);
  const folder = await mkdtemp(join(workDir, 'pagefind-'));
  const { index, errors } = await pagefind.createIndex({ forceLanguage: 'vi' });
  if (index === undefined) throw new Error(`pagefind: ${errors.join('; ')}`);
  try {
    let volume = 0;
    for (const content of contents) {
      checked(await index.addCustomRecord({ url: String(volume), content, language: 'vi' }));
      volume += 1;
    }
    checked(await index.writeFiles({ outputPath: folder }));
    return await readVolumes(folder);
  } finally {
    await index.deleteIndex();
    await pagefind.close();
    await rm(folder, { recursive: true, force: true });
  }
};
