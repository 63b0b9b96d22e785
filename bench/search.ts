/**
 * How well does search find, and what does it cost, beside other libraries on the same articles?
 *
 *     npm run bench:search -- --corpus FILE.jsonl.gz --articles 20000 [--queries 60] [--seed 1] [--only khobao,pagefind] [--kinds lead-marked] [--missed] [--minutes 60] [--browser-queries 40] [--no-browser]
 *
 * Builds an index of the first articles of a corpus (JSON Lines, one article a line, as `khobao import` reads it) with
 * each library, in a process of its own, asks it queries made from the articles, the same for the same seed, and judges
 * the answers against a naive scan; then asks some of the queries in Chromium, of the archive's own search page and of
 * Pagefind (`--no-browser` leaves that out). Prints Markdown; `--missed` adds the queries whose sets differ from the scan's;
 * what is not done within the `--minutes` is left out and named, and so are queries of other than the `--kinds`.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureBrowser, type BrowserResult } from './browser/measure-browser.ts';
import { pickQueries } from './browser/pick-queries.ts';
import { printBrowser } from './browser/print-browser.ts';
import { queryKinds, scatteredKinds, type BenchQuery } from './search/bench-query.ts';
import { readArticles, takeArticles } from './search/corpus-articles.ts';
import { judgeGoals } from './search/goals.ts';
import { makeQueries } from './search/make-queries.ts';
import { measurePeer, type PeerMeasure } from './search/measure-peer.ts';
import { highestReciprocalRank, isSetKind } from './search/measures.ts';
import { createNaiveScan } from './search/naive-scan.ts';
import { peers } from './search/peers.ts';
import { printGoals, printHighest, printNotes, printPeers } from './search/print-results.ts';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    articles: { type: 'string', default: '1000' },
    queries: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: Object.keys(peers).join(',') },
    kinds: { type: 'string', default: Object.keys(queryKinds).join(',') },
    missed: { type: 'boolean', default: false },
    'browser-queries': { type: 'string', default: '40' },
    'no-browser': { type: 'boolean', default: false },
    minutes: { type: 'string', default: '600' },
  },
});
const wanted = Number(values.articles);
const count = Number(values.queries);
const seed = Number(values.seed);
const browserCount = values['no-browser'] ? 0 : Number(values['browser-queries']);
const leftMs = (): number => Math.max(1, Number(values.minutes) * 60_000 - Math.round(performance.now()));
// An index is built before another peer asks it.
const ids = Object.keys(peers).filter((id) => values.only.split(',').includes(id));
if (
  values.corpus === undefined ||
  ![wanted, count, seed, browserCount, Number(values.minutes)].every(Number.isInteger) ||
  ids.length === 0
) {
  throw new Error(
    `usage: --corpus FILE.jsonl.gz --articles N [--queries N] [--seed N] [--only ${Object.keys(peers).join(',')}] [--kinds ${Object.keys(queryKinds).join(',')}] [--missed] [--minutes N] [--browser-queries N] [--no-browser]`,
  );
}

const folder = mkdtempSync(join(tmpdir(), 'khobao-bench-'));
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    rmSync(folder, { recursive: true, force: true });
    process.exit(1);
  });
}
try {
  const { taken, refused } = await takeArticles(values.corpus.split(','), wanted, folder);
  const scan = createNaiveScan(readArticles(folder));
  const kinds = values.kinds.split(',');
  const queries = makeQueries([...readArticles(folder)], scan.hasWord, { count, seed }).filter(({ kind }) =>
    kinds.includes(kind),
  );
  writeFileSync(join(folder, 'queries.json'), JSON.stringify(queries));
  const isScanned = (query: BenchQuery): boolean => isSetKind(query) || scatteredKinds.includes(query.kind);
  const naive = queries.map((query) => (isScanned(query) ? scan.search(query.text) : null));
  const highest = new Map(
    scatteredKinds.flatMap((kind) => {
      const value = highestReciprocalRank(queries, naive, kind);
      return value === null ? [] : [[kind, value] as const];
    }),
  );
  console.log(
    `${taken} articles (${refused} lines were none), ${queries.length} queries, seed ${seed}, Node ${process.version}, ${availableParallelism()} cores\n`,
  );
  const measures = new Map<string, PeerMeasure>();
  const failed: string[] = [];
  for (const id of ids) {
    try {
      measures.set(id, await measurePeer(id, folder, queries, naive, leftMs));
      console.error(`${id}: done after ${performance.now().toFixed(0)} ms`);
    } catch (error) {
      failed.push(`- **${peers[id]?.name ?? id}** failed: ${String(error)}`);
    }
  }
  const ours = measures.get('khobao');
  const pagefind = measures.get('pagefind');
  console.log(printPeers([...measures.values()]));
  console.log(`\n${printHighest(highest)}`);
  let browser: BrowserResult | null = null;
  if (ours !== undefined && browserCount > 0) {
    try {
      const picked = pickQueries(queries, browserCount);
      browser = await measureBrowser(folder, picked, pagefind !== undefined, leftMs);
      console.log(`\n${printBrowser(browser)}`);
      console.error(`browser: done after ${performance.now().toFixed(0)} ms`);
    } catch (error) {
      failed.push(`- **the browser's part** failed: ${String(error)}`);
    }
  }
  if (ours !== undefined) console.log(`\n${printGoals(judgeGoals(ours, pagefind, browser, queryKinds))}`);
  console.log(`\n${printNotes([...measures.values()])}`);
  if (failed.length > 0) console.log(failed.join('\n'));
  if (values.missed) console.log(`\n${ours?.missed.map((missed) => `- ${missed}`).join('\n') ?? ''}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
