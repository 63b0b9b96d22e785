import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import axe from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { buildSite, makeTemporaryFolder } from '../site/build-site-fs.ts';
import { launchBrowser } from './find-browser.ts';
import { writeSearchArchive } from './search-archive-fs.ts';
import { serveFolder } from './serve-folder.ts';

/** A built archive in a browser. */
interface SearchSite {
  readonly origin: string;
  /** A page in a context of its own, not yet gone anywhere. */
  readonly newPage: (options?: BrowserContextOptions) => Promise<Page>;
  /** A page at an address below the base, its search answered. */
  readonly open: (path: string, options?: BrowserContextOptions) => Promise<Page>;
  /** What went wrong in any page so far: uncaught errors, and requests to another origin. */
  readonly faults: readonly string[];
  readonly close: () => Promise<void>;
}

/** Builds an archive to be served below `base`, that of `search-archive-fs.ts` or another, and starts a browser. */
const startSearchSite = async (base: string, writeArchive = writeSearchArchive): Promise<SearchSite> => {
  const folder = await makeTemporaryFolder();
  await writeArchive(join(folder, 'kho'));
  const root = join(folder, 'trang');
  const { code, said } = await buildSite(join(folder, 'kho'), join(root, base), { KHOBAO_BASE: base });
  expect(code, said).toBe(0);
  const server = await serveFolder(root);
  const browser = await launchBrowser();
  const faults: string[] = [];
  const newPage = async (options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
    const page = await context.newPage();
    page.on('pageerror', (error) => faults.push(`${error.name}: ${error.message}`));
    page.on('request', (request) => {
      if (!request.url().startsWith(server.origin)) faults.push(`asked for ${request.url()}`);
    });
    page.on('console', (message) => {
      if (/Content.Security.Policy/i.test(message.text())) faults.push(message.text());
    });
    return page;
  };
  return {
    origin: server.origin,
    newPage,
    async open(path, options) {
      const page = await newPage(options);
      await page.goto(server.origin + base + path);
      if (options?.javaScriptEnabled !== false) await answered(page);
      return page;
    },
    faults,
    async close() {
      await browser.close();
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** What the tests of a file see of its site. */
export type TestedSite = Pick<SearchSite, 'origin' | 'newPage' | 'open'>;

/** The site of a test file: built before its tests, closed after them, and then no page may have had a fault. */
export const useSearchSite = (base: string, writeArchive = writeSearchArchive): TestedSite => {
  let site: SearchSite | null = null;
  const running = (): SearchSite => {
    if (site === null) throw new Error('the site is there in tests alone');
    return site;
  };
  beforeAll(async () => {
    site = await startSearchSite(base, writeArchive);
  });
  afterAll(async () => {
    expect(site?.faults).toEqual([]);
    await site?.close();
  });
  return {
    get origin() {
      return running().origin;
    },
    newPage: (options) => running().newPage(options),
    open: (path, options) => running().open(path, options),
  };
};

/** Waits until the answer stands, and the counts beside it. */
export const answered = async (page: Page): Promise<void> => {
  await page.waitForSelector('[data-search-page]:not([data-counting]) [data-results][aria-busy="false"]', {
    state: 'attached',
  });
};

/** Has a page's clock stand still until the test sets it going. */
export const stopClock = async (page: Page): Promise<void> => {
  await page.clock.install({ time: 0 });
  await page.clock.pauseAt(1000);
};

/** A page whose clock stands still, at an address of a site without a base. */
export const openStopped = async (site: TestedSite, path: string): Promise<Page> => {
  const page = await site.newPage();
  await stopClock(page);
  await page.goto(`${site.origin}/${path}`);
  return page;
};

/** Puts a query in the page's box, as a paste does, and waits for its answer. */
export const ask = async (page: Page, query: string): Promise<void> => {
  await page.fill('main [data-search-input]', query);
  await answered(page);
};

/** The articles that are shown, by tier and id: `exact bao-song/2014/dang-uy`. */
export const shownIn = (page: Page): Promise<string[]> =>
  page.$$eval('[data-results] li[data-article-id]', (items) =>
    items.map(
      (item) => `${item.getAttribute('data-tier') ?? ''} ${item.getAttribute('data-article-id') ?? ''}`,
    ),
  );

/** The texts of the elements that a selector finds. */
export const textsOf = (page: Page, selector: string): Promise<string[]> =>
  page.$$eval(selector, (elements) => elements.map(({ textContent }) => textContent.trim()));

/** The state in the page's address, decoded. */
export const addressOf = (page: Page): string =>
  decodeURIComponent(new URL(page.url()).search).replaceAll('+', ' ');

/** Has the page search by itself, as in a browser without workers, with a reader of the index that the test brings. */
export const bringIndex = async (page: Page, code: string): Promise<void> => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'Worker');
  });
  await page.route('**/_site/open-search*.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: code }),
  );
};

/** What axe finds wrong in a page, which must have been opened with `bypassCSP`. */
export const axeFaults = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => window.axe.run());
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
};

declare global {
  interface Window {
    axe: { run: () => Promise<axe.AxeResults> };
  }
}
