import type { Browser } from 'playwright-core';
import type { ArchiveSearch, SearchRequest } from '../../src/search/search-answer.ts';
import { pageRequest, startRequest } from './page-request.ts';
import type { SearchedPage } from './visit-page.ts';
import { weigh } from './weight.ts';

/** The index's bytes as the engine counts them (`transfer`), and as the server does. */
export interface CountedTwice {
  readonly told: { readonly start: number; readonly query: number };
  readonly given: { readonly start: number; readonly query: number };
}

interface Engine {
  readonly openSearch: (options: { base: string }) => Promise<ArchiveSearch>;
}

declare global {
  interface Window {
    benchArchive: ArchiveSearch;
  }
}

/** Runs in the page. */
const start = async ({ code, request }: { code: string; request: SearchRequest }): Promise<number> => {
  const { openSearch } = (await import(code)) as Engine;
  window.benchArchive = await openSearch({ base: '/' });
  return (await window.benchArchive.search(request)).transfer.bytes;
};

/** Runs in the page. */
const ask = async (request: SearchRequest): Promise<number> =>
  (await window.benchArchive.search(request)).transfer.bytes;

/**
 * Asks a query of the engine alone, in a browser that has fetched nothing before: on the search page, whose code it shares, and
 * which itself opens no index before its box is used.
 */
export const visitEngine = async (
  browser: Browser,
  { server, path, indexPath, code }: SearchedPage & { readonly code: string },
  text: string,
): Promise<CountedTwice> => {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const given = async (): Promise<number> => {
      await server.quiet();
      return weigh(server.take(), indexPath).index;
    };
    await page.goto(server.origin + path);
    await given();
    const toldStart = await page.evaluate(start, { code, request: startRequest });
    const givenStart = await given();
    const toldQuery = await page.evaluate(ask, pageRequest(text));
    return {
      told: { start: toldStart, query: toldQuery },
      given: { start: givenStart, query: await given() },
    };
  } finally {
    await context.close();
  }
};
