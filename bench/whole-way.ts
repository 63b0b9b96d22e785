/**
 * What does each step of an article's whole way cost, at how many articles?
 *
 *     node bench/whole-way.ts --corpus FILE.jsonl.gz --articles 1000
 *
 * Imports the first articles of a corpus (JSON Lines, one article a line) into an empty archive, checks it, builds its
 * site and asks it a few queries, each as a reader of the README would, and prints time and peak memory of each step
 * (all its processes together, sampled; Linux alone tells memory).
 */
import { spawn } from 'node:child_process';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { corpus: { type: 'string' }, articles: { type: 'string', default: '1000' } },
});
const { corpus } = values;
const articles = Number(values.articles);
if (corpus === undefined || !Number.isInteger(articles))
  throw new Error('usage: --corpus FILE.jsonl.gz --articles N');

const sampleEveryMs = 200;
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

/** Resident memory of a process and all below it, in bytes; 0 where the system does not tell. */
const residentBytes = (root: number): number => {
  if (!existsSync('/proc')) return 0;
  const children = new Map<number, number[]>();
  const resident = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8');
      const parent = Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]);
      children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
      resident.set(Number(name), Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) * 1024);
    } catch {
      // The process ended between the two looks.
    }
  }
  const sumBelow = (pid: number): number =>
    (resident.get(pid) ?? 0) + (children.get(pid) ?? []).reduce((sum, child) => sum + sumBelow(child), 0);
  return sumBelow(root);
};

const run = async (...args: string[]): Promise<{ seconds: number; peakMegabytes: number; last: string }> => {
  const started = performance.now();
  const child = spawn(process.execPath, [khobao, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let peak = 0;
  let told = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    told = (told + text).slice(-2000);
  });
  const sampler = setInterval(() => {
    peak = Math.max(peak, residentBytes(child.pid ?? 0));
  }, sampleEveryMs);
  const code = await new Promise((settle) => child.on('close', settle));
  clearInterval(sampler);
  if (code !== 0) throw new Error(`khobao ${args.join(' ')} ended with ${String(code)}`);
  const seconds = (performance.now() - started) / 1000;
  return { seconds, peakMegabytes: peak / 1e6, last: told.trim().split('\n').at(-1) ?? '' };
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
    const { seconds, peakMegabytes, last } = await run(...args);
    console.log(
      `| ${name} | ${seconds.toFixed(1)} | ${name.startsWith('search') ? '–' : (articles / seconds).toFixed(0)} | ${peakMegabytes.toFixed(0)} |`,
    );
    if (name === 'import again' && !last.includes(`"unchanged":${articles}`))
      console.log(`  not all unchanged: ${last}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
