import { indexFolder } from './index-files.ts';
import type { IndexFiles } from './index-reader.ts';
import { openArchive } from './open-archive.ts';
import type { ArchiveSearch } from './search-answer.ts';
import { SearchUnavailable } from './search-unavailable.ts';

/** Where the index lies. */
export interface OpenSearchOptions {
  /** The site's base, ending in a slash: `/`, `/kho/`, `https://example.org/kho/`. The index is in `search/` below it. */
  readonly base: string;
  /**
   * Told, while files of the index come in, how many bytes of them have come so far, and of how many the start consists (null
   * before that is known).
   */
  readonly onProgress?: (bytes: number, ofBytes: number | null) => void;
}

const networkFiles = (
  address: string,
  onProgress: (bytes: number, ofBytes: number | null) => void,
): IndexFiles => {
  let fetched = 0;
  let expected: number | null = null;
  const count = (bytes: number): void => {
    fetched += bytes;
    onProgress(fetched, expected);
  };
  /** Counts while it comes in, which takes its time. */
  const counted = ({ body }: Response): ReadableStream | null =>
    body?.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          count(chunk.length);
          controller.enqueue(chunk);
        },
      }),
    ) ?? null;
  /** The answer's status and bytes, if it is what was asked for and no page of the host's. */
  const ask = async (
    path: string,
    init: RequestInit,
    isLarge: boolean,
  ): Promise<{ status: number; bytes: Uint8Array<ArrayBuffer> }> => {
    let response: Response;
    let bytes: ArrayBuffer;
    try {
      response = await fetch(address + path, init);
      bytes = await (isLarge ? new Response(counted(response)) : response).arrayBuffer();
      if (!isLarge) count(bytes.byteLength);
    } catch (cause) {
      throw new SearchUnavailable('offline', path, { cause });
    }
    // Not so long a file: it was cut short.
    if (response.status === 416) throw new SearchUnavailable('damaged', path);
    if (response.status >= 500 || response.status === 429) throw new SearchUnavailable('refused', path);
    if (!response.ok || (response.headers.get('content-type') ?? '').startsWith('text/html')) {
      throw new SearchUnavailable('missing', path);
    }
    return { status: response.status, bytes: new Uint8Array(bytes) };
  };
  const read: IndexFiles['read'] = async (path) =>
    // The entry alone keeps its name from one build to the next.
    (await ask(path, { cache: path.includes('/') ? 'default' : 'no-cache' }, true)).bytes;
  let givesParts = true;
  return {
    read,
    expect(bytes) {
      expected = bytes + fetched;
      onProgress(fetched, expected);
    },
    async readRange(path, { from, to }) {
      if (!givesParts) return { bytes: await read(path), isWhole: true };
      const range = { range: `bytes=${from}-${to - 1}` };
      const { status, bytes } = await ask(path, { headers: range }, false);
      // RFC 9110: a server may ignore the range and give everything; one that gives something else is asked for everything.
      givesParts = status === 206 && bytes.length === to - from;
      return givesParts || status !== 206
        ? { bytes, isWhole: !givesParts }
        : { bytes: await read(path), isWhole: true };
    },
  };
};

/**
 * Opens the archive's index in a browser; `openSearchFolder` does the same over files. Rejects with `SearchUnavailable`,
 * as does each later `search` that meets a missing or damaged file; trying again may then succeed. A page's content
 * security policy must allow requests to its own origin, nothing else.
 */
export const openSearch = ({ base, onProgress }: OpenSearchOptions): Promise<ArchiveSearch> =>
  openArchive(
    networkFiles(new URL(indexFolder, new URL(base, location.href)).href, onProgress ?? (() => undefined)),
  );
