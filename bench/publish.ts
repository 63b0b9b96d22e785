/**
 * What does publishing some new articles into a large archive cost, beside publishing all of it, and how fast is `verify`?
 *
 *     node bench/publish.ts --corpus FILE.jsonl.gz --articles 20000 --new 100
 *
 * Imports articles of a corpus into an archive, publishes it, imports some more, and publishes again. Then verifies the last
 * release and its bag, with `sha256sum --check` over the same manifests before and after in the same run, as the machine is
 * noisy. Prints time, processor time and peak memory of each with all its processes.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { writeInput } from './import/write-input.ts';
import { runMeasured, type MeasuredRun } from './resident-memory.ts';
import { toTable } from './search/markdown-table.ts';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    articles: { type: 'string', default: '20000' },
    new: { type: 'string', default: '100' },
    rounds: { type: 'string', default: '3' },
    keep: { type: 'string' },
  },
});
const { corpus } = values;
const [articles, added, rounds] = [values.articles, values.new, values.rounds].map(Number);
if (corpus === undefined || !articles || !added || !rounds) {
  throw new Error('usage: --corpus FILE.jsonl.gz [--articles N] [--new N] [--rounds N] [--keep DIR]');
}

const khobao = join(import.meta.dirname, '../src/cli/khobao.ts');
const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'khobao-bench-'));
const content = join(folder, 'content');
const to = join(folder, 'published');

const run = async (...args: readonly string[]): Promise<MeasuredRun> => {
  const measured = await runMeasured([khobao, ...args]);
  console.error(
    `  ${args[0] ?? ''}: ${measured.seconds.toFixed(1)} s, load ${(loadavg()[0] ?? 0).toFixed(1)}`,
  );
  return measured;
};

const importFrom = async (count: number, name: string): Promise<MeasuredRun> => {
  const input = join(folder, name);
  await writeInput(corpus, 'JSON Lines', { articles: count }, input);
  return run('import', input, '--content', content, '--source', 'corpus', '--json');
};

const publish = (date: string): Promise<MeasuredRun> =>
  run('publish', '--content', content, '--to', to, '--date', date, '--json');

/** How many files lie below a folder, and their bytes. */
const weigh = (root: string): { files: number; bytes: number } => {
  let [files, bytes] = [0, 0];
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    files += 1;
    bytes += statSync(join(entry.parentPath, entry.name)).size;
  }
  return { files, bytes };
};

const timeSha256sum = async (root: string): Promise<number> => {
  const started = performance.now();
  await promisify(execFile)('sha256sum', ['--quiet', '--check', 'manifest-sha256.txt'], { cwd: root });
  return (performance.now() - started) / 1000;
};

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

const toRow = (what: string, { seconds, cpuSeconds, peakBytes }: MeasuredRun, share: number): string[] => [
  what,
  seconds.toFixed(1),
  cpuSeconds.toFixed(1),
  (peakBytes / 1e6).toFixed(0),
  `${(share * 100).toFixed(0)} %`,
];

try {
  await importFrom(articles, 'all.jsonl');
  const full = await publish('2026-01-01');
  await importFrom(articles + added, 'more.jsonl');
  const more = await publish('2026-01-02');
  console.log(`Node ${process.version}, ${String(availableParallelism())} processors\n`);
  console.log(
    toTable(
      ['publication', 's', 'CPU s', 'peak MB', 'of a full one'],
      [
        toRow(`${String(articles)} articles, the first`, full, 1),
        toRow(`${String(added)} new ones`, more, more.seconds / full.seconds),
      ],
    ),
  );
  const rows: string[][] = [];
  for (const part of ['releases/2026-01-02', 'bags/2026-01-02']) {
    const root = join(to, part);
    const { files, bytes } = weigh(root);
    const [ours, theirs]: [number[], number[]] = [[], []];
    let last: MeasuredRun | null = null;
    for (let round = 0; round < rounds; round += 1) {
      theirs.push(await timeSha256sum(root));
      last = await run('verify', root, '--json');
      ours.push(last.seconds);
    }
    const perSecond = (seconds: number): string => (bytes / 1e6 / seconds).toFixed(0);
    rows.push([
      part.replace(/s\/.*/, ''),
      String(files),
      (bytes / 1e6).toFixed(0),
      median(ours).toFixed(1),
      perSecond(median(ours)),
      median(theirs).toFixed(1),
      perSecond(median(theirs)),
      ((last?.peakBytes ?? 0) / 1e6).toFixed(0),
    ]);
  }
  console.log(
    `\n${toTable(['verify', 'files', 'MB', 's', 'MB/s', 'sha256sum s', 'sha256sum MB/s', 'peak MB'], rows)}`,
  );
} finally {
  if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
}
