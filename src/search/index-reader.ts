import { createFileParts, type FileParts } from './file-parts.ts';
import { entryName, indexVersion, type IndexEntry, type IndexFileContent } from './index-files.ts';
import { gunzip } from './inflate.ts';
import { SearchUnavailable } from './search-unavailable.ts';

/** Bytes of a file: from `from` up to, not including, `to`. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

/** How the index's files are had: over the network in a browser, from a folder in Node. Paths are below the index's folder. */
export interface IndexFiles {
  /** Rejects with `SearchUnavailable`. */
  readonly read: (path: string) => Promise<Uint8Array<ArrayBuffer>>;
  /** A part of a file, or, from a host that gives no parts, all of it (`isWhole`). Rejects with `SearchUnavailable`. */
  readonly readRange: (
    path: string,
    range: ByteRange,
  ) => Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly isWhole: boolean }>;
  /** Told how many bytes the start takes in all, once that is known. */
  readonly expect?: (bytes: number) => void;
}

/** The index's files read, checked, unpacked and counted. */
export interface IndexReader extends FileParts {
  readonly entry: IndexEntry;
  /** One of the index's own files; each is fetched once. */
  readonly load: <K extends keyof IndexFileContent>(kind: K, name: string) => Promise<IndexFileContent[K]>;
  /** What was fetched since this was last asked. */
  readonly takeTransfer: () => { requests: number; bytes: number };
}

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** A host may answer for a missing file with a page of its own, and may unpack gzip by itself. */
export const unpack = (bytes: Uint8Array<ArrayBuffer>, path: string): Uint8Array<ArrayBuffer> => {
  if (!isGzip(bytes)) {
    const start = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart();
    if (start.startsWith('<')) throw new SearchUnavailable('missing', path);
    if (start === '') throw new SearchUnavailable('damaged', path);
    return bytes;
  }
  try {
    return gunzip(bytes);
  } catch (cause) {
    throw new SearchUnavailable('damaged', path, { cause });
  }
};

/** Reads JSON in UTF-8; throws `SearchUnavailable`. */
export const parseJson = (bytes: Uint8Array, path: string): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw new SearchUnavailable('damaged', path, { cause });
  }
};

const isEntry = (value: unknown): value is IndexEntry =>
  typeof value === 'object' && value !== null && 'version' in value && value.version === indexVersion;

/** Reads the index's entry; rejects with `SearchUnavailable`. */
export const openReader = async (files: IndexFiles): Promise<IndexReader> => {
  const transfer = { requests: 0, bytes: 0 };
  const count = (bytes: number): void => {
    transfer.requests += 1;
    transfer.bytes += bytes;
  };
  const loadBytes = async (path: string): Promise<Uint8Array<ArrayBuffer>> => {
    const bytes = await files.read(path);
    count(bytes.length);
    return unpack(bytes, path);
  };
  const entry = parseJson(await loadBytes(entryName), entryName);
  if (!isEntry(entry)) throw new SearchUnavailable('version', entryName);
  files.expect?.(entry.startBytes);
  const loaded = new Map<string, Promise<unknown>>();
  const loadOnce = (name: string): Promise<unknown> => {
    const known = loaded.get(name);
    if (known !== undefined) return known;
    const loading = loadBytes(name).then((bytes) => parseJson(bytes, name));
    loaded.set(name, loading);
    loading.catch(() => loaded.delete(name));
    return loading;
  };
  return {
    entry,
    // The name is a hash of the content, which was written under the same types and version.
    load: (_kind, name) => loadOnce(name) as Promise<never>,
    ...createFileParts(files, count),
    takeTransfer() {
      const taken = { ...transfer };
      transfer.requests = 0;
      transfer.bytes = 0;
      return taken;
    },
  };
};
