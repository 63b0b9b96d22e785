import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { shardFiles } from './index-files.ts';
import type { IndexWriter } from './index-writer-fs.ts';

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Each file of a shard's folder by its name there, with its SHA-256. */
type Manifest = Readonly<Record<string, string>>;

const isManifest = (value: unknown): value is Manifest =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).every(
    // A name that leads elsewhere is none of ours.
    ([name, hash]) => /^[a-z0-9-]+\.pack$/.test(name) && typeof hash === 'string',
  );

/** Writes down what lies in a shard's folder, so that the next build can tell whether it is whole. */
export const writeManifest = async (writer: IndexWriter, folder: string): Promise<void> => {
  const names = (await readdir(join(writer.folder, folder))).sort();
  const manifest: Record<string, string> = {};
  for (const name of names) manifest[name] = hashOf(await readFile(join(writer.folder, folder, name)));
  await writer.write(folder + shardFiles.manifest, JSON.stringify(manifest));
};

const readKept = async (folder: string): Promise<Map<string, Buffer> | null> => {
  try {
    const manifest: unknown = JSON.parse(await readFile(join(folder, shardFiles.manifest), 'utf8'));
    if (!isManifest(manifest) || manifest[shardFiles.parts] === undefined) return null;
    const files = new Map<string, Buffer>();
    for (const [name, hash] of Object.entries(manifest)) {
      const bytes = await readFile(join(folder, name));
      if (hashOf(bytes) !== hash) return null;
      files.set(name, bytes);
    }
    return files;
  } catch {
    return null;
  }
};

/** Takes a shard over from a former index, if it is there and whole; tells whether. */
export const takeOverShard = async (
  writer: IndexWriter,
  formerFolder: string,
  folder: string,
): Promise<boolean> => {
  const files = await readKept(join(formerFolder, folder));
  if (files === null) return false;
  for (const [name, bytes] of files) await writer.write(folder + name, bytes);
  await writeManifest(writer, folder);
  return true;
};
