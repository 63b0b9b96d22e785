/**
 * How many articles a second does an import read, and does its memory stay flat?
 *
 *     node bench/import.ts --corpus FILE.jsonl.gz --articles 1000 --articles 21000
 *     node bench/import.ts --corpus FILE.jsonl.gz --gigabytes 5 --form "JSON Lines" --dry-run
 *
 * Writes articles of a corpus (JSON Lines, one article a line) into one file of JSON Lines, and as newspaper pages into one
 * WARC, and imports each into an empty archive. Where more is asked for than the corpus has, its articles come again with
 * other texts and addresses. Prints time, processor time and peak memory of the import with all its processes (Linux alone
 * tells the latter two), and the machine's load, for what else runs on it.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeInput, type InputForm } from './import/write-input.ts';
import { runMeasured } from './resident-memory.ts';
import { toTable } from './search/markdown-table.ts';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    articles: { type: 'string', multiple: true },
    gigabytes: { type: 'string' },
    form: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
  },
});
const { corpus, gigabytes, form: only } = values;
const articles = (values.articles ?? (gigabytes === undefined ? ['1000', '21000'] : [])).map(Number);
const bytes = Number(gigabytes ?? 0) * 1e9;
if (corpus === undefined || !articles.every(Number.isInteger) || Number.isNaN(bytes))
  throw new Error('usage: --corpus FILE.jsonl.gz [--articles N …] [--gigabytes N] [--form FORM] [--dry-run]');

/** Articles a second on two processors. */
const goals: Readonly<Record<InputForm, number>> = { 'JSON Lines': 400, 'HTML in a WARC': 120 };
const forms = (Object.keys(goals) as InputForm[]).filter((form) => only === undefined || form === only);
const bounds = bytes > 0 ? [{ bytes }] : articles.map((count) => ({ articles: count }));
const khobao = join(import.meta.dirname, '../src/cli/khobao.ts');

const measure = async (form: InputForm, bound: (typeof bounds)[number]): Promise<string[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'khobao-bench-'));
  try {
    const input = join(folder, form === 'JSON Lines' ? 'articles.jsonl' : 'pages.warc.gz');
    const count = await writeInput(corpus, form, bound, input);
    const content = join(folder, 'content');
    const args = [khobao, 'import', input, '--content', content, '--json'];
    const run = await runMeasured(values['dry-run'] ? [...args, '--dry-run'] : args, undefined, true);
    console.error(`  ${run.lastLine}`);
    return [
      form,
      String(count),
      (statSync(input).size / 1e6).toFixed(1),
      run.seconds.toFixed(1),
      (count / run.seconds).toFixed(0),
      String(goals[form]),
      run.cpuSeconds.toFixed(1),
      ((run.cpuSeconds * 1000) / count).toFixed(2),
      (run.peakBytes / 1e6).toFixed(0),
      (loadavg()[0] ?? 0).toFixed(1),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const rows: string[][] = [];
for (const form of forms) for (const bound of bounds) rows.push(await measure(form, bound));
console.log(`Node ${process.version}, ${String(availableParallelism())} processors\n`);
console.log(
  toTable(
    ['form', 'articles', 'MB', 's', 'articles/s', 'goal', 'CPU s', 'CPU ms/article', 'peak MB', 'load'],
    rows,
  ),
);
