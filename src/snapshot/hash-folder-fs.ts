import { join } from 'node:path';
import { hashFile } from './hash-file-fs.ts';
import { listFiles, type SkipsName } from './list-files-fs.ts';
import type { HashedFile } from './manifest.ts';

/** Told of every file once it is hashed. */
export type OnHashed = (file: HashedFile, bytes: number) => void;

/** The hashes of all files below a folder, by path. Links and devices are left out. An error of the disk is thrown. */
export const hashFolder = async (
  root: string,
  { skips, onHashed }: { skips?: SkipsName; onHashed?: OnHashed } = {},
): Promise<Map<string, string>> => {
  const hashes = new Map<string, string>();
  for (const { path, isFile } of await listFiles(root, skips)) {
    if (!isFile) continue;
    const { sha256, bytes } = await hashFile(join(root, path));
    hashes.set(path, sha256);
    onHashed?.({ path, sha256 }, bytes);
  }
  return hashes;
};
