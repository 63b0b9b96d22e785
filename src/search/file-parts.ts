import type { ByteRange, IndexFiles } from './index-reader.ts';
import { SearchUnavailable } from './search-unavailable.ts';

/** Whole shelves that are kept, for a host that gives nothing less and for lists of many results. */
const keptFiles = 64;

/** Parts of files. */
export interface FileParts {
  /**
   * The bytes of a part as they lie in the file. With `whole` the file is fetched once and kept, as is what a host gives
   * that knows no ranges. Rejects with `SearchUnavailable`.
   */
  readonly loadPart: (path: string, range: ByteRange, whole?: boolean) => Promise<Uint8Array<ArrayBuffer>>;
  /** Whether the host gives parts of files, as far as that is known. */
  readonly givesParts: () => boolean;
}

/** Fetches parts of files, telling `count` of the bytes of each file or part that was fetched. */
export const createFileParts = (files: IndexFiles, count: (bytes: number) => void): FileParts => {
  const kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

  const keep = (
    path: string,
    loading: Promise<Uint8Array<ArrayBuffer>>,
  ): Promise<Uint8Array<ArrayBuffer>> => {
    const oldest = kept.keys().next();
    if (kept.size >= keptFiles && oldest.done !== true) kept.delete(oldest.value);
    kept.set(path, loading);
    loading.catch(() => kept.delete(path));
    return loading;
  };
  const readWhole = async (path: string): Promise<Uint8Array<ArrayBuffer>> => {
    const bytes = await files.read(path);
    count(bytes.length);
    return bytes;
  };
  const cut = (bytes: Uint8Array<ArrayBuffer>, path: string, { from, to }: ByteRange) => {
    if (bytes.length < to) throw new SearchUnavailable('damaged', path);
    return bytes.subarray(from, to);
  };

  /** The first part that is asked for: it tells whether the host gives parts, and no second one is asked for before. */
  let first: Promise<unknown> | null = null;
  let hasTold = false;
  let givesParts = true;
  const readPart = async (path: string, range: ByteRange): Promise<Uint8Array<ArrayBuffer>> => {
    const { bytes, isWhole } = await files.readRange(path, range);
    count(bytes.length);
    givesParts = !isWhole;
    hasTold = true;
    if (isWhole) return cut(await keep(path, Promise.resolve(bytes)), path, range);
    if (bytes.length !== range.to - range.from) throw new SearchUnavailable('damaged', path);
    return bytes;
  };

  return {
    givesParts: () => givesParts,
    async loadPart(path, range, whole = false) {
      if (!whole && first === null) {
        const reading = readPart(path, range);
        first = reading.catch(() => {
          // It told nothing of the host: the next one will.
          first = null;
        });
        return reading;
      }
      // Once that is known nothing is waited for: parts are asked for in the same breath.
      if (!whole && !hasTold) await first;
      const takesWhole = whole || !givesParts;
      const known = kept.get(path) ?? (takesWhole ? keep(path, readWhole(path)) : undefined);
      return known === undefined ? readPart(path, range) : cut(await known, path, range);
    },
  };
};
