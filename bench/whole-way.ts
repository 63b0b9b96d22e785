/**
 * What does each step of an article's whole way cost, at how many articles?
 *
 *     node bench/whole-way.ts --corpus FILE.jsonl.gz --articles 1000
 *
 * Imports the first articles of a corpus (JSON Lines, one article a line) into an empty archive, checks it, builds its
 * site and asks it a few queries, each as a reader of the README would, and prints time and peak memory of each step
 * (all its processes together, sampled; Linux alone tells memory).
 */
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { parseArgs } from 'node:util';
import { runMeasured } from './resident-memory.ts';

const { values } = parseArgs({
  options: { corpus: { type: 'string' }, articles: { type: 'string', default: '1000' } },
});
const { corpus } = values;
const articles = Number(values.articles);
if (corpus === undefined || !Number.isInteger(articles))
  throw new Error('usage: --corpus FILE.jsonl.gz --articles N');

const khobao = join(import.meta.dirname, '../src/cli/khobao.ts');
const folder = mkdtempSync(join(tmpdir(), 'khobao-bench-'));
const lines = join(folder, 'articles.jsonl');

/** The first lines of a gzipped file; `\n` alone ends a line. */
const takeLines = async (from: string, count: number, to: string): Promise<void> => {
  const out = createWriteStream(to);
  let left = count;
  for await (const chunk of createReadStream(from).pipe(createGunzip()) as AsyncIterable<Buffer>) {
    let end = 0;
    while (left > 0) {
      const at = chunk.indexOf(10, end);
      if (at === -1) break;
      end = at + 1;
      left -= 1;
    }
    out.write(left === 0 ? chunk.subarray(0, end) : chunk);
    if (left === 0) break;
  }
  await new Promise((settle) => out.end(settle));
};

const content = join(folder, 'content');
const out = join(folder, 'site');
const steps: readonly [string, string[]][] = [
  ['import', ['import', lines, '--content', content, '--json']],
  ['import again', ['import', lines, '--content', content, '--json']],
  ['check', ['check', '--content', content, '--json']],
  ['build', ['build', '--content', content, '--out', out]],
  ['search, unmarked', ['search', 'tai nan giao thong', '--out', out, '--json']],
  ['search, marked', ['search', 'tai nạn giao thông', '--out', out, '--json']],
];
try {
  await takeLines(corpus, articles, lines);
  console.log(`${articles} articles, Node ${process.version}`);
  console.log('| step | seconds | articles a second | peak MB, all processes |\n|---|---:|---:|---:|');
  for (const [name, args] of steps) {
    const { seconds, peakBytes, lastLine } = await runMeasured([khobao, ...args]);
    console.log(
      `| ${name} | ${seconds.toFixed(1)} | ${name.startsWith('search') ? '–' : (articles / seconds).toFixed(0)} | ${(peakBytes / 1e6).toFixed(0)} |`,
    );
    if (name === 'import again' && !lastLine.includes(`"unchanged":${articles}`))
      console.log(`  not all unchanged: ${lastLine}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
