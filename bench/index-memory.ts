/**
 * How much memory does building the search index take, at how many articles?
 *
 *     node bench/index-memory.ts --corpus A.jsonl.gz,B.jsonl.gz,C.jsonl.gz --sizes 20000,60000 [--heap 12000]
 *
 * Has the importer read the first articles of the corpus (`--corpus` may also be given several times), then builds the index of
 * the first so many of them, each size in a process of its own that reads them one by one from a file, and prints time, size and
 * peak memory of all its processes together (sampled; Linux alone tells memory). `--heap` is what Node's heap may grow to, in
 * megabytes; without it, what Node gives by itself.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runMeasured } from './resident-memory.ts';
import { takeArticles } from './search/corpus-articles.ts';
import { toTable } from './search/markdown-table.ts';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', multiple: true, default: [] },
    sizes: { type: 'string', default: '1000,3000' },
    heap: { type: 'string' },
  },
});
const corpus = values.corpus.flatMap((paths) => paths.split(','));
const sizes = values.sizes
  .split(',')
  .map(Number)
  .sort((a, b) => a - b);
const heap = values.heap === undefined ? [] : [`--max-old-space-size=${values.heap}`];
if (corpus.length === 0 || !sizes.every((size) => Number.isInteger(size) && size > 0)) {
  throw new Error('usage: --corpus FILE.jsonl.gz,… --sizes N,… [--heap MEGABYTES]');
}

interface Written {
  readonly articles: number;
  readonly files: number;
  readonly bytes: number;
  readonly seconds: number;
}

const folder = mkdtempSync(join(tmpdir(), 'khobao-bench-'));
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    rmSync(folder, { recursive: true, force: true });
    process.exit(1);
  });
}
try {
  const { taken } = await takeArticles(corpus, Math.max(...sizes), folder);
  console.log(`${taken} articles, Node ${process.version}, ${availableParallelism()} cores\n`);
  const rows: string[][] = [];
  for (const size of sizes.filter((wanted) => wanted <= taken)) {
    const out = join(folder, String(size));
    const { lastLine, peakBytes } = await runMeasured([
      ...heap,
      join(import.meta.dirname, 'write-index.ts'),
      folder,
      String(size),
      out,
    ]);
    const { articles, files, bytes, seconds } = JSON.parse(lastLine) as Written;
    rmSync(out, { recursive: true });
    rows.push([
      String(articles),
      seconds.toFixed(1),
      (peakBytes / 1e9).toFixed(2),
      (bytes / 1e6).toFixed(1),
      String(files),
    ]);
    console.error(rows.at(-1)?.join(' '));
  }
  console.log(toTable(['articles', 'build s', 'peak GB, all processes', 'index MB', 'files'], rows));
  const short = sizes.filter((wanted) => wanted > taken);
  if (short.length > 0) console.log(`\nNot measured, the corpus being too small: ${short.join(', ')}.`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
