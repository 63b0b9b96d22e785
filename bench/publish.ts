/**
 * What does publishing some new articles into a large archive cost, beside publishing all of it?
 *
 *     node bench/publish.ts --corpus FILE.jsonl.gz --articles 20000 --new 100
 *
 * Imports articles of a corpus into an archive, publishes it, imports some more, and publishes again. Prints time, processor
 * time and peak memory of each with all its processes. `--keep DIR` leaves all that was made in a folder, for `bench/verify.ts`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeInput } from './import/write-input.ts';
import { runMeasured, type MeasuredRun } from './resident-memory.ts';
import { toTable } from './search/markdown-table.ts';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    articles: { type: 'string', default: '20000' },
    new: { type: 'string', default: '100' },
    keep: { type: 'string' },
  },
});
const { corpus } = values;
const [articles, added] = [values.articles, values.new].map(Number);
if (corpus === undefined || !articles || !added) {
  throw new Error('usage: --corpus FILE.jsonl.gz [--articles N] [--new N] [--keep DIR]');
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
} finally {
  if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
}
