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
   * before that is known); the library aside.
   */
  readonly onProgress?: (bytes: number, ofBytes: number | null) => void;
}

// Pagefind's requests are answered by our reader (see `pagefind-volumes.ts`); our own must go past that, or they would
// wait for themselves.
const fetchFile = globalThis.fetch.bind(globalThis);

/** A browser never asks again for a module that failed to load: each further try goes by an address of its own. */
let failedImports = 0;

const networkFiles = (
  address: string,
  onProgress: (bytes: number, ofBytes: number | null) => void,
): IndexFiles => {
  let fetched = 0;
  let expected: number | null = null;
  const counted = ({ body }: Response): ReadableStream | null =>
    body?.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          fetched += chunk.length;
          onProgress(fetched, expected);
          controller.enqueue(chunk);
        },
      }),
    ) ?? null;
  /** The answer's status and bytes, if it is what was asked for and no page of the host's. */
  const ask = async (
    path: string,
    init: RequestInit,
  ): Promise<{ status: number; bytes: Uint8Array<ArrayBuffer> }> => {
    let response: Response;
    let bytes: ArrayBuffer;
    try {
      response = await fetchFile(address + path, init);
      bytes = await new Response(counted(response)).arrayBuffer();
    } catch (cause) {
      throw new SearchUnavailable('offline', path, { cause });
    }
    // Not so long a file: it was cut short.
    if (response.status === 416) throw new SearchUnavailable('damaged', path);
    if (!response.ok || (response.headers.get('content-type') ?? '').startsWith('text/html')) {
      throw new SearchUnavailable('missing', path);
    }
    return { status: response.status, bytes: new Uint8Array(bytes) };
  };
  const read: IndexFiles['read'] = async (path) =>
    // The entry alone keeps its name from one build to the next.
    (await ask(path, { cache: path.includes('/') ? 'default' : 'no-cache' })).bytes;
  let givesParts = true;
  return {
    address,
    read,
    expect(bytes) {
      expected = bytes + fetched;
      onProgress(fetched, expected);
    },
    async readRange(path, { from, to }) {
      if (!givesParts) return { bytes: await read(path), isWhole: true };
      const range = { range: `bytes=${from}-${to - 1}` };
      const { status, bytes } = await ask(path, { headers: range });
      // RFC 9110: a server may ignore the range and give everything; one that gives something else is asked for everything.
      givesParts = status === 206 && bytes.length === to - from;
      return givesParts || status !== 206
        ? { bytes, isWhole: !givesParts }
        : { bytes: await read(path), isWhole: true };
    },
    async importLibrary(path) {
      try {
        const again = failedImports === 0 ? '' : `?again=${failedImports}`;
        return (await import(/* @vite-ignore */ address + path + again)) as unknown;
      } catch (cause) {
        failedImports += 1;
        await read(path);
        throw new SearchUnavailable('damaged', path, { cause });
      }
    },
  };
};

/**
 * Opens the archive's index in a browser; `openSearchFolder` does the same over files. Rejects with `SearchUnavailable`,
 * as does each later `search` that meets a missing or damaged file; trying again may then succeed. A page's content
 * security policy must allow scripts of its own origin and `wasm-unsafe-eval`, nothing else.
 */
export const openSearch = ({ base, onProgress }: OpenSearchOptions): Promise<ArchiveSearch> =>
  openArchive(
    networkFiles(new URL(indexFolder, new URL(base, location.href)).href, onProgress ?? (() => undefined)),
  );
