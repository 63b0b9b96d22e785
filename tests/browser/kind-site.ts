import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { buildSite, makeTemporaryFolder, readFolder } from '../site/build-site-fs.ts';
import { launchBrowser } from './find-browser.ts';
import { kindsOfPages } from './kinds-of-pages.ts';
import { serveFolder, type FolderServer } from './serve-folder.ts';

/** A built archive, a page of each kind that it has, and a browser to read it in. */
export interface KindSite {
  readonly origin: string;
  /** Paths below the base, by kind. */
  readonly kinds: ReadonlyMap<string, string>;
  readonly newContext: (options?: BrowserContextOptions) => Promise<BrowserContext>;
}

/** The site of a test file, whose archive `write` puts into a folder: built before its tests, and closed after them. */
export const useKindSite = (write: (content: string) => Promise<unknown>): KindSite => {
  let folder = '';
  let server: FolderServer;
  let browser: Browser;
  let kinds: ReadonlyMap<string, string> = new Map();
  beforeAll(async () => {
    folder = await makeTemporaryFolder();
    const site = join(folder, 'trang');
    await write(join(folder, 'kho'));
    const { code, said } = await buildSite(join(folder, 'kho'), site);
    expect(code, said).toBe(0);
    kinds = kindsOfPages(await readFolder(site));
    server = await serveFolder(site);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });
  return {
    get origin() {
      return server.origin;
    },
    get kinds() {
      return kinds;
    },
    newContext: (options) => browser.newContext({ reducedMotion: 'reduce', ...options }),
  };
};

/** Opens one page after another in a tab of one context, and gathers what is said of each, with its path before it. */
export const faultsOfPages = async (
  { origin }: KindSite,
  context: BrowserContext,
  paths: Iterable<string>,
  faultsOf: (page: Page) => Promise<readonly string[]>,
): Promise<string[]> => {
  const faults: string[] = [];
  for (const path of paths) {
    const page = await context.newPage();
    await page.goto(`${origin}/${path}`);
    faults.push(...(await faultsOf(page)).map((fault) => `/${path} ${fault}`));
    await page.close();
  }
  await context.close();
  return faults;
};

/** What is wider than the window it should fit into: nothing where the page never scrolls sideways. */
export const overflowOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    const first = wide[0];
    return [
      `scrolls by ${scrollWidth - clientWidth} at ${clientWidth}: ${first?.outerHTML.slice(0, 100) ?? ''}`,
    ];
  });

/** The same at 320 pixels, and at 640 with letters of twice their size. */
export const narrowFaults = async (page: Page): Promise<string[]> => {
  await page.setViewportSize({ width: 320, height: 640 });
  const narrow = await overflowOf(page);
  await page.setViewportSize({ width: 640, height: 640 });
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  return [...narrow, ...(await overflowOf(page))];
};
