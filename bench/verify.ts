/**
 * How fast is `khobao verify`, beside `sha256sum --check` over the same manifests?
 *
 *     node bench/verify.ts --published DIR
 *     node bench/verify.ts --corpus FILE.jsonl.gz --articles 20000
 *
 * Verifies the last release of a publishing folder and the last bag. Without such a folder, articles of a corpus are imported
 * and published with placeholders in the place of pages, which takes minutes where their rendering takes half an hour. The
 * two take turns in one run, as the machine is noisy. Prints medians, with the processor time and the peak memory of `verify`.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { runPublish } from '../src/cli/publish.ts';
import { cli as words } from '../src/i18n/en/cli.ts';
import { writeInput } from './import/write-input.ts';
import { buildPlaceholders } from './placeholder-site.ts';
import { runMeasured, type MeasuredRun } from './resident-memory.ts';
import { toTable } from './search/markdown-table.ts';

const { values } = parseArgs({
  options: {
    published: { type: 'string' },
    corpus: { type: 'string' },
    articles: { type: 'string', default: '20000' },
    rounds: { type: 'string', default: '3' },
  },
});
const [articles, rounds] = [values.articles, values.rounds].map(Number);
const { corpus } = values;
if (!articles || !rounds || (corpus === undefined && values.published === undefined)) {
  throw new Error('usage: --published DIR | --corpus FILE.jsonl.gz [--articles N]; [--rounds N]');
}

const khobao = join(import.meta.dirname, '../src/cli/khobao.ts');

/** Publishes articles of a corpus with placeholders; comes back with the publishing folder. */
const publishCorpus = async (file: string, folder: string): Promise<string> => {
  const [input, content, to] = ['all.jsonl', 'content', 'published'].map((name) => join(folder, name));
  if (input === undefined || content === undefined || to === undefined) throw new Error('no folder');
  await writeInput(file, 'JSON Lines', { articles }, input);
  await runMeasured([khobao, 'import', input, '--content', content, '--source', 'corpus', '--json']);
  const tell = (line: string): void => {
    console.error(line);
  };
  const code = await runPublish(
    { content, to, back: false, date: '2026-01-01' },
    {
      ...{ language: 'en', words, json: false, verbose: false, print: tell, tell },
      printJson: () => undefined,
      tellProblem: ({ code }) => {
        tell(code);
      },
      showProgress: () => undefined,
      signal: new AbortController().signal,
    },
    buildPlaceholders,
  );
  if (code !== 0) throw new Error('nothing was published');
  return to;
};

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

const measure = async (root: string, kind: string): Promise<string[]> => {
  const { files, bytes } = weigh(root);
  const theirs: number[] = [];
  const ours: MeasuredRun[] = [];
  for (let round = 0; round < rounds; round += 1) {
    theirs.push(await timeSha256sum(root));
    ours.push(await runMeasured([khobao, 'verify', root, '--json']));
    const seconds = [ours.at(-1)?.seconds, theirs.at(-1)].map((one) => one?.toFixed(1) ?? '');
    console.error(
      `  ${kind}: ${seconds[0] ?? ''} s, sha256sum ${seconds[1] ?? ''} s, load ${(loadavg()[0] ?? 0).toFixed(1)}`,
    );
  }
  const [our, their] = [median(ours.map(({ seconds }) => seconds)), median(theirs)];
  const megabytes = bytes / 1e6;
  return [
    kind,
    String(files),
    megabytes.toFixed(0),
    our.toFixed(1),
    (megabytes / our).toFixed(0),
    median(ours.map(({ cpuSeconds }) => cpuSeconds)).toFixed(1),
    their.toFixed(1),
    (megabytes / their).toFixed(0),
    (our / their).toFixed(1),
    (median(ours.map(({ peakBytes }) => peakBytes)) / 1e6).toFixed(0),
  ];
};

const folder = mkdtempSync(join(tmpdir(), 'khobao-bench-'));
try {
  const to = values.published ?? (await publishCorpus(corpus ?? '', folder));
  const rows: string[][] = [];
  for (const kind of ['releases', 'bags']) {
    const day = readdirSync(join(to, kind)).sort().at(-1);
    if (day !== undefined) rows.push(await measure(join(to, kind, day), kind.slice(0, -1)));
  }
  const head = ['verify', 'files', 'MB', 's', 'MB/s', 'CPU s', 'sha256sum s', 'MB/s', 'times', 'peak MB'];
  console.log(
    `Node ${process.version}, ${String(availableParallelism())} processors\n\n${toTable(head, rows)}`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
