import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import { postingsPerChunk } from './index-files.ts';
import { chunkOf, keysInChunk, readPagefindTable } from './pagefind-files.ts';

/** What Pagefind made of the volumes. */
export interface WrittenVolumes {
  /** Pagefind's version. */
  readonly version: string;
  /** By Pagefind's number of a page, the place of the volume among those given. */
  readonly volumes: readonly number[];
  /** In the order of the keys; `from` is the least key that belongs there. */
  readonly chunks: readonly { readonly from: string; readonly bytes: Uint8Array }[];
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

/** Throws where a reader would not find in a chunk what Pagefind put there: then it writes otherwise than we read. */
const checkChunk = (bytes: Uint8Array, firsts: readonly string[], at: number): void => {
  const keys = keysInChunk(gunzipSync(bytes));
  if (keys.length === 0 || keys.some((key) => chunkOf(firsts, key) !== at)) {
    throw new Error(`pagefind: chunk ${at} does not hold what its table tells`);
  }
};

const readVolumes = async (folder: string): Promise<WrittenVolumes> => {
  const read = (...path: string[]): Promise<Buffer> => readFile(join(folder, ...path));
  const tableName = (await readdir(folder)).find((name) => name.endsWith('.pf_meta'));
  if (tableName === undefined) throw new Error('pagefind: no table was written');
  const table = readPagefindTable(gunzipSync(await read(tableName)));
  const volumes: number[] = [];
  for (const id of table.pages) volumes.push(volumeOf(await read('fragment', `${id}.pf_fragment`)));
  const firsts = table.chunks.map(({ from }) => from);
  const chunks: { from: string; bytes: Uint8Array }[] = [];
  for (const [i, { from, name }] of table.chunks.entries()) {
    const bytes = await read('index', `${name}.pf_index`);
    checkChunk(bytes, firsts, i);
    chunks.push({ from, bytes });
  }
  return { version: table.version, volumes, chunks };
};

/**
 * Has Pagefind index volumes, in a process of its own that ends with it, by way of a folder below `workDir` that is
 * removed. Throws when Pagefind fails or the disk does, and when Pagefind's files are not as `pagefind-files.ts` reads them.
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
