import type { OpenSearchOptions } from './open-search.ts';
import { openRenewed } from './renewed-search.ts';
import type { ArchiveSearch } from './search-answer.ts';
import { receiveError, type NumberedCall, type SearchCall, type SearchReply } from './search-call.ts';

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

/** A worker's answers to numbered calls. */
class SearchWorker {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #calls = 0;
  /** The worker ended, or its code could not be had. */
  hasFailed = false;

  constructor(worker: Worker, onProgress: OpenSearchOptions['onProgress']) {
    this.#worker = worker;
    worker.addEventListener('message', ({ data }: MessageEvent<SearchReply>) => {
      if ('bytes' in data) {
        onProgress?.(data.bytes, data.ofBytes);
        return;
      }
      const waiting = this.#waiting.get(data.number);
      this.#waiting.delete(data.number);
      // What comes back is what `open-search-worker.ts` gives for the call.
      if ('value' in data) waiting?.resolve(data.value as never);
      else waiting?.reject(receiveError(data.error));
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.hasFailed = true;
      for (const { reject } of this.#waiting.values()) reject(new Error('the worker failed'));
      this.#waiting.clear();
    });
  }

  ask<T>(call: SearchCall): Promise<T> {
    this.#calls += 1;
    const number = this.#calls;
    return new Promise<T>((resolve, reject) => {
      if (this.hasFailed) throw new Error('the worker failed');
      this.#waiting.set(number, { resolve, reject });
      const message: NumberedCall = { number, call };
      this.#worker.postMessage(message);
    });
  }

  end(): void {
    this.#worker.terminate();
  }
}

const startWorker = (): Worker | null => {
  try {
    return new Worker(new URL('./open-search-worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return null;
  }
};

const openHere = async (options: OpenSearchOptions): Promise<ArchiveSearch> => {
  const { openSearch } = await import('./open-search.ts');
  return openRenewed(() => openSearch(options));
};

/**
 * Opens the archive's index as `openSearch` does, in a worker, so that a page goes on answering fingers and keys while it is
 * searched; in a browser that has no workers of modules, in the page itself.
 */
export const openSearchApart = async (options: OpenSearchOptions): Promise<ArchiveSearch> => {
  const started = startWorker();
  if (started === null) return openHere(options);
  const worker = new SearchWorker(started, options.onProgress);
  try {
    const base = new URL(options.base, location.href).href;
    return await openRenewed(async () => {
      const years = await worker.ask<ReturnType<ArchiveSearch['years']>>({ ask: 'open', base });
      return {
        search: (request) => worker.ask({ ask: 'search', request }),
        complete: (prefix, limit) => worker.ask({ ask: 'complete', prefix, limit }),
        years: () => years,
      };
    });
  } catch (error) {
    worker.end();
    if (!worker.hasFailed) throw error;
    return openHere(options);
  }
};
