/**
 * What does Lighthouse say of the readers' pages?
 *
 *     npm run bench:lighthouse -- [--out DIR] [--runs 3] [--only home,article,year,search]
 *
 * Builds the sample archive (or takes the built site in `--out`), serves it as `khobao serve` does, and has Lighthouse, with its mobile
 * profile, judge a page of each kind in Chromium. Prints the medians of the runs, every audit that is not perfect, and how fast
 * and how busy the machine was: figures of time mean little on a busy one. Asks nothing of any host but loopback. Ends with 1 where a goal is missed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import lighthouse from 'lighthouse';
import { openDebuggedBrowser } from './browser/debugged-browser.ts';
import { startGzipFront } from './browser/gzip-front.ts';
import { toTable } from './search/markdown-table.ts';

const pages: Readonly<Record<string, string>> = {
  home: '',
  article:
    'bai/bao-lac-giang/2024/lich-cat-dien-luan-phien-tuan-dau-thang-6-moi-xa-khong-qua-4-gio-mot-ngay/',
  year: 'nam/2024/',
  search: 'tim/',
};

/** Of 100, by category of Lighthouse. */
const goals = { performance: 98, accessibility: 100, 'best-practices': 100, seo: 100 } as const;
type Category = keyof typeof goals;
const categories = Object.keys(goals) as Category[];

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    runs: { type: 'string', default: '3' },
    only: { type: 'string', default: Object.keys(pages).join(',') },
  },
});
const runs = Number(values.runs);
const wanted = Object.entries(pages).filter(([name]) => values.only.split(',').includes(name));
if (!Number.isInteger(runs) || runs < 1 || wanted.length === 0)
  throw new Error(`usage: [--out DIR] [--runs N] [--only ${Object.keys(pages).join(',')}]`);

interface Judged {
  readonly scores: Readonly<Record<Category, number>>;
  readonly shift: number;
  readonly largestPaintMs: number;
  readonly blockingMs: number;
  readonly bytes: number;
  readonly machineIndex: number;
  /** Audits that weigh in a score and are not perfect. */
  readonly lacking: readonly string[];
}

const judge = async (url: string, port: number): Promise<Judged> => {
  const ran = await lighthouse(url, { port, onlyCategories: categories, logLevel: 'error' });
  if (ran === undefined) throw new Error(`Lighthouse said nothing of ${url}`);
  const { lhr } = ran;
  if (lhr.runtimeError !== undefined) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  const valueOf = (audit: string): number => lhr.audits[audit]?.numericValue ?? NaN;
  const scoreOf = (category: Category): number => Math.round((lhr.categories[category]?.score ?? 0) * 100);
  const lacking = categories.flatMap((category) =>
    (lhr.categories[category]?.auditRefs ?? []).flatMap(({ id, weight }) => {
      const { score, displayValue } = lhr.audits[id] ?? {};
      if (weight === 0 || typeof score !== 'number' || score >= 1) return [];
      return [`${category}: ${id} ${displayValue ?? ''}`.trim()];
    }),
  );
  return {
    scores: {
      performance: scoreOf('performance'),
      accessibility: scoreOf('accessibility'),
      'best-practices': scoreOf('best-practices'),
      seo: scoreOf('seo'),
    },
    shift: valueOf('cumulative-layout-shift'),
    largestPaintMs: valueOf('largest-contentful-paint'),
    blockingMs: valueOf('total-blocking-time'),
    bytes: valueOf('total-byte-weight'),
    machineIndex: lhr.environment.benchmarkIndex,
    lacking,
  };
};

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;

const program = join(import.meta.dirname, '../src/cli/khobao.ts');
const folder = mkdtempSync(join(tmpdir(), 'khobao-lighthouse-'));
const out = values.out ?? join(folder, 'site');
try {
  if (values.out === undefined) {
    const built = spawnSync(process.execPath, [program, 'build', '--out', out], { encoding: 'utf8' });
    if (built.status !== 0) throw new Error(built.stdout + built.stderr);
  }
  const server = spawn(process.execPath, [program, 'serve', '--out', out, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [served] = (await once(createInterface(server.stdout), 'line')) as [string];
  const front = await startGzipFront(served);
  const browser = await openDebuggedBrowser();
  try {
    const rows: string[][] = [];
    const lacking = new Set<string>();
    const machine: number[] = [];
    let missed = false;
    for (const [name, path] of wanted) {
      const judged: Judged[] = [];
      for (let run = 0; run < runs; run += 1)
        judged.push(await judge(new URL(path, front.url).href, browser.port));
      const middle = (of: (one: Judged) => number): number => median(judged.map(of));
      const scores = categories.map((category) => middle((one) => one.scores[category]));
      missed ||= categories.some((category, i) => (scores[i] ?? 0) < goals[category]);
      rows.push([
        name,
        ...scores.map(String),
        middle((one) => one.shift).toFixed(3),
        `${middle((one) => one.largestPaintMs).toFixed(0)} ms`,
        `${middle((one) => one.blockingMs).toFixed(0)} ms`,
        `${(middle((one) => one.bytes) / 1000).toFixed(1)} kB`,
      ]);
      for (const audit of judged.flatMap((one) => one.lacking)) lacking.add(`${name}: ${audit}`);
      machine.push(...judged.map((one) => one.machineIndex));
    }
    const head = ['page', ...categories, 'layout shift', 'largest paint', 'blocking time', 'fetched'];
    console.log(toTable(head, [...rows, ['goal', ...Object.values(goals).map(String), '0', '', '', '']]));
    console.log(
      `\nMedians of ${runs}. The machine: Lighthouse's index ${median(machine).toFixed(0)}, load ${(loadavg()[0] ?? NaN).toFixed(1)} on ${availableParallelism()} processors.`,
    );
    for (const audit of lacking) console.log(`- not perfect: ${audit}`);
    if (missed) process.exitCode = 1;
  } finally {
    await browser.close();
    front.close();
    server.kill();
  }
} finally {
  if (values.out === undefined) rmSync(folder, { recursive: true, force: true });
}
