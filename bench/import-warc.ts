/**
 * What does a WARC of pages cost when it is imported again, and when the archive is checked?
 *
 *     node bench/import-warc.ts --corpus FILE.jsonl.gz --articles 1000 --articles 4000
 *
 * Writes the first articles of a corpus (JSON Lines, one article a line) as pages into one WARC, packed record by record,
 * imports it into an empty archive, imports it again, and checks the archive. Prints time and peak memory of each step
 * (Linux alone tells memory).
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeInput } from './import/write-input.ts';
import { runMeasured } from './resident-memory.ts';

const { values } = parseArgs({
  options: { corpus: { type: 'string' }, articles: { type: 'string', multiple: true, default: ['1000'] } },
});
const { corpus } = values;
const counts = values.articles.map(Number);
if (corpus === undefined || !counts.every(Number.isInteger))
  throw new Error('usage: --corpus FILE.jsonl.gz --articles N');

const khobao = join(import.meta.dirname, '../src/cli/khobao.ts');

console.log(`Node ${process.version}`);
console.log(
  '| articles | WARC, MB | step | seconds | articles a second | peak MB |\n|---:|---:|---|---:|---:|---:|',
);
for (const count of counts) {
  const folder = mkdtempSync(join(tmpdir(), 'khobao-bench-'));
  try {
    const warc = join(folder, 'pages.warc.gz');
    const content = join(folder, 'content');
    await writeInput(corpus, 'HTML in a WARC', { articles: count }, warc);
    const megabytes = (statSync(warc).size / 1e6).toFixed(1);
    const steps: readonly [string, string[]][] = [
      ['import', ['import', warc, '--content', content, '--json']],
      ['import again', ['import', warc, '--content', content, '--json']],
      ['check', ['check', '--content', content, '--json']],
    ];
    for (const [name, args] of steps) {
      const { seconds, peakBytes, lastLine } = await runMeasured([khobao, ...args]);
      const rate = (count / seconds).toFixed(0);
      console.log(
        `| ${String(count)} | ${megabytes} | ${name} | ${seconds.toFixed(1)} | ${rate} | ${(peakBytes / 1e6).toFixed(0)} |`,
      );
      console.error(`  ${lastLine}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
