import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';

/** What lies below a folder: a file by its path with `/`, or something that is none (a link, a device). */
export interface ListedFile {
  readonly path: string;
  readonly isFile: boolean;
}

/** Which names are passed over, whatever folder they lie in. */
export type SkipsName = (name: string) => boolean;

/** So many folders are listed before anything else has its turn: an archive has as many as articles. */
const foldersInTurn = 64;

/** All that lies below a folder but folders, sorted by path by code unit. Links are told, never followed. */
export const listFiles = async (root: string, skips: SkipsName = () => false): Promise<ListedFile[]> => {
  const found: ListedFile[] = [];
  const folders = [''];
  let listed = 0;
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      if (skips(entry.name)) continue;
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) folders.push(path);
      else found.push({ path, isFile: entry.isFile() });
    }
    listed += 1;
    if (listed % foldersInTurn === 0) await setImmediate();
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
};
