import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openSearchFolder } from '../../src/search/open-search-fs.ts';
import { launchBrowser } from '../../tests/browser/find-browser.ts';
import { serveCounted, type CountingServer } from './counting-server.ts';
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

/** All that was measured in the browser. */
export interface BrowserResult {
  /** The archive's own page, its server reading `Range`. */
  readonly ours: BrowserMeasure;
  /** That first; then the same on a host that doesn't read `Range`, and Pagefind. */
  readonly measures: readonly BrowserMeasure[];
  readonly agreements: readonly Agreement[];
  /** What went wrong, by query; these are in no figure. */
  readonly faults: readonly string[];
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

const maxFaults = 3;
const queriesPerReport = 10;

/** What one query gave everywhere. */
interface AskedEverywhere {
  readonly picked: PickedQuery;
  readonly range: Visit;
  readonly whole: Visit;
  readonly pagefind: Visit | null;
  readonly pagefindInPage: Visit | null;
  readonly engineRange: CountedTwice;
  readonly engineWhole: CountedTwice;
  readonly node: CountedTwice;
}

const summarise = (
  asked: readonly AskedEverywhere[],
): Pick<BrowserResult, 'ours' | 'measures' | 'agreements'> => {
  const visitsOf = (of: (one: AskedEverywhere) => Visit | null): PickedVisit[] =>
    asked.flatMap((one) => {
      const visit = of(one);
      return visit === null ? [] : [{ picked: one.picked, visit }];
    });
  const ours = summariseVisits(
    'Kho Báo',
    visitsOf(({ range }) => range),
  );
  const beside: [string, PickedVisit[]][] = [
    ['Pagefind', visitsOf(({ pagefind }) => pagefind)],
    ['Pagefind, `noWorker`', visitsOf(({ pagefindInPage }) => pagefindInPage)],
  ];
  const agreement = (name: string, of: (one: AskedEverywhere) => CountedTwice): Agreement =>
    toAgreement(name, asked.map(of));
  return {
    ours,
    measures: [
      ours,
      summariseVisits(
        'Kho Báo, host without `Range`',
        visitsOf(({ whole }) => whole),
      ),
      ...beside.flatMap(([name, visits]) => (visits.length === 0 ? [] : [summariseVisits(name, visits)])),
    ],
    agreements: [
      agreement('`transfer` in Chromium', ({ engineRange }) => engineRange),
      agreement('`transfer` in Chromium, host without `Range`', ({ engineWhole }) => engineWhole),
      agreement('`transfer` in Node, for what the page fetches, completions aside', ({ node }) => node),
    ],
  };
};

/**
 * Asks queries in Chromium, each in a fresh session, of the archive's own search page over the index below
 * `<folder>/khobao/`, of the same on a host that doesn't read `Range`, and of Pagefind over its own index in
 * `<folder>/pagefind/` where there is one. A page that shows other results than Node finds is a fault. Rejects when no query was
 * answered.
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
  const askEverywhere = async (one: PickedQuery): Promise<AskedEverywhere> => {
    const { text } = one.query;
    const inNode = await askFolder(index, text);
    const visitOurs = async (server: CountingServer): Promise<Visit> => {
      const visit = await visitPage(browser, { server, ...sites.archive }, text);
      if (!sameShown(visit, inNode)) throw new Error('the page shows other results than Node finds');
      return visit;
    };
    const engineOn = (server: CountingServer): Promise<CountedTwice> =>
      visitEngine(browser, { server, ...sites.archive, code: sites.code }, text);
    const visitPagefind = async (query: string): Promise<Visit | null> => {
      const pagefind = { ...sites.pagefind, server: servers.pagefind, path: sites.pagefind.path + query };
      return hasPagefind ? visitPage(browser, pagefind, text.replaceAll('"', '')) : null;
    };
    const range = await visitOurs(servers.range);
    return {
      picked: one,
      range,
      whole: await visitOurs(servers.whole),
      pagefind: await visitPagefind(''),
      pagefindInPage: await visitPagefind('?main-thread'),
      engineRange: await engineOn(servers.range),
      engineWhole: await engineOn(servers.whole),
      node: {
        told: inNode,
        given: { start: range.start.index, query: range.untilShown.index + range.after.index },
      },
    };
  };
  const asked: AskedEverywhere[] = [];
  const faults: string[] = [];
  try {
    for (const one of picked) {
      if (leftMs() <= 1 || faults.length === maxFaults) break;
      try {
        asked.push(await askEverywhere(one));
        if (asked.length % queriesPerReport === 0) console.error(`browser: ${asked.length} queries`);
      } catch (error) {
        faults.push(`${one.query.text}: ${String(error)}`);
      }
    }
    if (asked.length === 0) throw new Error(faults[0] ?? 'no time was left');
    const leftOut = picked.length - asked.length - faults.length;
    return { ...summarise(asked), faults, leftOut, version: browser.version() };
  } finally {
    await browser.close();
    await Promise.all(Object.values(servers).map((server) => server.close()));
  }
};
