import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** What lies below a folder: a file by its path with `/`, or something that is none (a link, a device). */
export interface ListedFile {
  readonly path: string;
  readonly isFile: boolean;
}

/** Which names are passed over, whatever folder they lie in. */
export type SkipsName = (name: string) => boolean;

const listBelow = async (
  root: string,
  folder: string,
  skips: SkipsName,
  found: ListedFile[],
): Promise<void> => {
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  for (const entry of entries) {
    if (skips(entry.name)) continue;
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) await listBelow(root, path, skips, found);
    else found.push({ path, isFile: entry.isFile() });
  }
};

/** All that lies below a folder but folders, sorted by path by code unit. Links are told, never followed. */
export const listFiles = async (root: string, skips: SkipsName = () => false): Promise<ListedFile[]> => {
  const found: ListedFile[] = [];
  await listBelow(root, '', skips, found);
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
};
