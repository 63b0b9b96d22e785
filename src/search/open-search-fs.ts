import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { indexFolder } from './index-files.ts';
import type { IndexFiles } from './index-reader.ts';
import { openArchive } from './open-archive.ts';
import type { ArchiveSearch } from './search-answer.ts';
import { SearchUnavailable } from './search-unavailable.ts';

const folderFiles = (folder: string): IndexFiles => {
  const read: IndexFiles['read'] = async (path) => {
    try {
      return new Uint8Array(await readFile(join(folder, path)));
    } catch (cause) {
      throw new SearchUnavailable('missing', path, { cause });
    }
  };
  return {
    read,
    async readRange(path, { from, to }) {
      try {
        const file = await open(join(folder, path));
        try {
          const { bytesRead, buffer } = await file.read(new Uint8Array(to - from), 0, to - from, from);
          return { bytes: buffer.subarray(0, bytesRead), isWhole: false };
        } finally {
          await file.close();
        }
      } catch (cause) {
        throw new SearchUnavailable('missing', path, { cause });
      }
    },
  };
};

/**
 * Opens the index of a built site over its files, with the very code that a browser runs; `transfer` counts what a browser
 * would have fetched. Rejects with `SearchUnavailable`.
 */
export const openSearchFolder = (outDir: string): Promise<ArchiveSearch> =>
  openArchive(folderFiles(join(outDir, indexFolder)));
