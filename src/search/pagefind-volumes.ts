import { unpack } from './index-reader.ts';
import type { Comparison } from './plan-query.ts';
import { SearchUnavailable } from './search-unavailable.ts';

/** A volume that has a term, by Pagefind's id, and where in its content: ascending. */
export interface VolumeHit {
  readonly id: string;
  readonly words: readonly number[];
}

/** What we use of Pagefind's browser library. */
interface PagefindInstance {
  readonly options: (options: { exactDiacritics: boolean }) => Promise<void>;
  /** Resolves when the instance has started. */
  readonly filters: () => Promise<unknown>;
  readonly preload: (term: string) => Promise<void>;
  readonly search: (term: string) => Promise<{ results: readonly VolumeHit[] }>;
}
export interface PagefindLibrary {
  readonly createInstance: (options: object) => PagefindInstance;
}

/** Whether an imported module is Pagefind's library. */
export const isLibrary = (value: unknown): value is PagefindLibrary =>
  typeof value === 'object' && value !== null && 'createInstance' in value;

type Answer = (path: string) => Promise<Uint8Array<ArrayBuffer>>;

const answers = new Map<string, Answer>();

/**
 * Lets the files below an address be had through `answer`. Pagefind fetches its files itself, tells nobody when one is
 * missing or damaged, and goes on without its words: so its files are fetched and checked by us, and no other request is
 * touched.
 */
const answerFetches = (address: string, answer: Answer): void => {
  if (answers.size === 0) {
    const fetchElsewhere = globalThis.fetch;
    globalThis.fetch = async (input, init) => {
      const asked = input instanceof Request ? input.url : String(input);
      for (const [prefix, answerBelow] of answers) {
        const url = URL.canParse(asked, prefix) ? new URL(asked, prefix) : null;
        if (url?.href.startsWith(prefix) !== true) continue;
        return new Response(await answerBelow(url.pathname.slice(new URL(prefix).pathname.length)));
      }
      return fetchElsewhere(input, init);
    };
  }
  answers.set(address, answer);
};

/** Looks up one term; hits in no order. Rejects with `SearchUnavailable`. */
export type VolumeLookup = (term: string, by: Comparison) => Promise<readonly VolumeHit[]>;

/** Where Pagefind's files of one shard are had. */
export interface VolumeFiles {
  readonly library: PagefindLibrary;
  /** The address that Pagefind asks below, ending in a slash. */
  readonly address: string;
  /** What every look-up needs, unpacked, by the name that Pagefind asks for. */
  readonly fixed: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
  /** A chunk by the name that Pagefind asks for, and the file it lies in; null where there is none of that name. */
  readonly loadChunk: (
    name: string,
  ) => Promise<{ readonly path: string; readonly bytes: Uint8Array<ArrayBuffer> } | null>;
}

/**
 * The instance of a library that was started last. All share one WebAssembly, which the first to start sets up: one that
 * started meanwhile would set up another, and break the first.
 */
const started = new WeakMap<PagefindLibrary, Promise<unknown>>();

/** An instance that is asked before it has started waits 50 ms at a time; one whose WebAssembly is set up starts sooner. */
const startingMs = 6;

const startInstance = (library: PagefindLibrary, address: string): Promise<PagefindInstance> => {
  const before = started.get(library);
  const starting = (async () => {
    await before;
    // A language that is none: for a real one Pagefind would make a segmenter of the whole language for each look-up.
    const instance = library.createInstance({ basePath: address, noWorker: true, language: '*' });
    if (before !== undefined) await new Promise((resolve) => setTimeout(resolve, startingMs));
    await instance.filters();
    return instance;
  })();
  started.set(
    library,
    starting.catch(() => undefined),
  );
  return starting;
};

/** Starts Pagefind over the volumes of a bundle. */
export const openVolumes = async ({
  library,
  address,
  fixed,
  loadChunk,
}: VolumeFiles): Promise<VolumeLookup> => {
  let failure: unknown = null;
  for (const [name, bytes] of fixed) if (!name.endsWith('.json')) withSignature(bytes, name);
  answerFetches(address, async (path) => {
    const known = fixed.get(path);
    if (known !== undefined) return known;
    try {
      const name = /^index\/(.+)\.pf_index$/.exec(path)?.[1];
      const chunk = name === undefined ? null : await loadChunk(name);
      if (chunk === null) throw new SearchUnavailable('missing', path);
      return withSignature(await unpack(chunk.bytes, chunk.path), chunk.path);
    } catch (error) {
      failure = error;
      throw error;
    }
  });
  const pagefind = await startInstance(library, address);
  const throwFailure = (): void => {
    const met = failure;
    failure = null;
    if (met !== null) throw met instanceof Error ? met : new SearchUnavailable('damaged', address);
  };
  let comparison: Comparison | null = null;
  // The comparison is a setting of the whole instance, so look-ups go one after the other; chunks are fetched side by side.
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return async (term, by) => {
    waiting += 1;
    try {
      // Finding a term's chunk takes Pagefind milliseconds: a look-up that waits for no other fetches it as it goes.
      if (waiting > 1) await pagefind.preload(term);
      throwFailure();
      const lookup = last.then(async () => {
        if (comparison !== by) await pagefind.options({ exactDiacritics: by === 'exact' });
        comparison = by;
        const { results } = await pagefind.search(term);
        throwFailure();
        return results;
      });
      last = lookup.catch(() => undefined);
      return await lookup;
    } finally {
      waiting -= 1;
    }
  };
};

const withSignature = (bytes: Uint8Array<ArrayBuffer>, path: string): Uint8Array<ArrayBuffer> => {
  if (new TextDecoder().decode(bytes.subarray(0, 12)) !== 'pagefind_dcd')
    throw new SearchUnavailable('damaged', path);
  return bytes;
};
