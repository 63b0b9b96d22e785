import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openSearchFolder } from '../../src/search/open-search-fs.ts';
import { launchBrowser } from '../../tests/browser/find-browser.ts';
import { serveCounted } from './counting-server.ts';
import { pageRequest, startRequest } from './page-request.ts';
import type { PickedQuery } from './pick-queries.ts';
import { prepareSites } from './prepare-sites.ts';
import {
  summariseVisits,
  toAgreement,
  type Agreement,
  type BrowserMeasure,
  type PickedVisit,
} from './summarise-visits.ts';
import { visitEngine, type CountedTwice } from './visit-engine.ts';
import { visitPage, type Visit } from './visit-page.ts';

/** All that was measured in the browser: the archive's page first, then it on a host without `Range`, then Pagefind. */
export interface BrowserResult {
  readonly ours: BrowserMeasure;
  readonly measures: readonly BrowserMeasure[];
  readonly agreements: readonly Agreement[];
  /** Queries for which there was no time. */
  readonly leftOut: number;
  /** Which Chromium. */
  readonly version: string;
}

interface NodeAnswer {
  readonly start: number;
  readonly query: number;
  readonly addresses: readonly string[];
}

/** The same query asked in Node, over the index's files. */
const askFolder = async (folder: string, text: string): Promise<NodeAnswer> => {
  const session = await openSearchFolder(folder);
  const { transfer: start } = await session.search(startRequest);
  const { transfer, results = [] } = await session.search(pageRequest(text));
  const addresses = results.map(({ href }) => new URL(href, 'http://localhost').pathname);
  return { start: start.bytes, query: transfer.bytes, addresses };
};

const sameShown = (visit: Visit, { addresses }: NodeAnswer): boolean =>
  visit.shown.length === addresses.length && visit.shown.every((address, i) => address === addresses[i]);

/**
 * Asks queries in Chromium, each in a fresh session, of the archive's own search page over the index below
 * `<folder>/khobao/`, of the same on a host that doesn't read `Range`, and of Pagefind over its own index in
 * `<folder>/pagefind/` where there is one. Rejects when a page shows other results than Node finds, or when there was time for no query.
 */
export const measureBrowser = async (
  folder: string,
  picked: readonly PickedQuery[],
  hasPagefind: boolean,
  leftMs: () => number,
): Promise<BrowserResult> => {
  const own = join(folder, 'browser');
  mkdirSync(own, { recursive: true });
  const index = join(folder, 'khobao');
  const sites = await prepareSites(own, join(index, 'search'), hasPagefind ? join(folder, 'pagefind') : null);
  const servers = {
    range: await serveCounted(sites.archive.folder, { readsRange: true }),
    whole: await serveCounted(sites.archive.folder, { readsRange: false }),
    pagefind: await serveCounted(sites.pagefind.folder, { readsRange: true }),
  };
  const browser = await launchBrowser();
  const visits: Record<keyof typeof servers, PickedVisit[]> = { range: [], whole: [], pagefind: [] };
  const counts: Record<'range' | 'whole' | 'page', CountedTwice[]> = { range: [], whole: [], page: [] };
  let done = 0;
  try {
    for (const one of picked) {
      if (leftMs() <= 1) break;
      const { text } = one.query;
      const inNode = await askFolder(index, text);
      for (const name of ['range', 'whole'] as const) {
        const server = servers[name];
        const visit = await visitPage(browser, { server, ...sites.archive }, text);
        if (!sameShown(visit, inNode)) {
          throw new Error(`the page shows other results than Node finds: ${JSON.stringify(text)}`);
        }
        visits[name].push({ picked: one, visit });
        counts[name].push(await visitEngine(browser, { server, ...sites.archive, code: sites.code }, text));
        if (name === 'range') {
          const query = visit.untilShown.index + visit.after.index;
          counts.page.push({ told: inNode, given: { start: visit.start.index, query } });
        }
      }
      if (hasPagefind) {
        const pagefind = { server: servers.pagefind, ...sites.pagefind };
        const visit = await visitPage(browser, pagefind, text.replaceAll('"', ''));
        visits.pagefind.push({ picked: one, visit });
      }
      done += 1;
    }
    if (done === 0) throw new Error('no time was left');
    const ours = summariseVisits('Kho Báo', visits.range);
    return {
      ours,
      measures: [
        ours,
        summariseVisits('Kho Báo, host without `Range`', visits.whole),
        ...(hasPagefind ? [summariseVisits('Pagefind', visits.pagefind)] : []),
      ],
      agreements: [
        toAgreement('`transfer` in Chromium', counts.range),
        toAgreement('`transfer` in Chromium, host without `Range`', counts.whole),
        toAgreement('`transfer` in Node, against the page', counts.page),
      ],
      leftOut: picked.length - done,
      version: browser.version(),
    };
  } finally {
    await browser.close();
    await Promise.all(Object.values(servers).map((server) => server.close()));
  }
};
