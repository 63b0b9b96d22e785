/**
 * How fast does an import read pages out of a WARC, and does its memory stay flat?
 *
 *     node bench/import-warc.ts --corpus FILE.jsonl.gz --articles 1000 --articles 4000
 *
 * Writes the first articles of a corpus (JSON Lines, one article a line) as pages into one WARC, packed record by record,
 * imports it into an empty archive, imports it again, and checks the archive. Prints time and peak memory of each step
 * (Linux alone tells memory).
 */
import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createGunzip, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { maxLineBytes } from '../src/capture/limits.ts';
import { splitLines } from '../src/capture/split-lines.ts';
import { runMeasured } from './resident-memory.ts';

const { values } = parseArgs({
  options: { corpus: { type: 'string' }, articles: { type: 'string', multiple: true, default: ['1000'] } },
});
const { corpus } = values;
const counts = values.articles.map(Number);
if (corpus === undefined || !counts.every(Number.isInteger))
  throw new Error('usage: --corpus FILE.jsonl.gz --articles N');

const khobao = join(import.meta.dirname, '../src/cli/khobao.ts');

const lineSchema = z.object({
  url: z.string(),
  title: z.string(),
  publishedAt: z.string().nullable(),
  lead: z.string().nullable(),
  body: z.array(z.string()),
  captions: z.array(z.string()).default([]),
});
type Line = z.infer<typeof lineSchema>;

const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const menu = ['Trang chủ', 'Thời sự', 'Kinh tế', 'Văn hoá', 'Thể thao', 'Bạn đọc']
  .map((name, i) => `<li><a href="/muc-${String(i)}.html">${name}</a></li>`)
  .join('');

/** An article as a newspaper's page, with what stands around it on one. */
const toPage = ({ title, publishedAt, lead, body, captions }: Line): string => `<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><title>${escape(title)} - Báo</title>
<meta property="og:title" content="${escape(title)}"><meta property="article:published_time" content="${publishedAt ?? ''}">
<link rel="stylesheet" href="/style.css"><script src="/script.js"></script></head>
<body><header><ul>${menu}</ul></header><main><article><h1>${escape(title)}</h1>
<p class="sapo"><strong>${escape(lead ?? '')}</strong></p>
${captions.map((caption) => `<figure><img src="/a.jpg"><figcaption>${escape(caption)}</figcaption></figure>`).join('\n')}
${body.map((paragraph) => `<p>${escape(paragraph)}</p>`).join('\n')}
</article><aside><h3>Tin liên quan</h3><ul>${menu}</ul></aside></main><footer><p>Ghi rõ nguồn khi phát hành lại.</p></footer></body></html>`;

const toRecord = (line: Line, i: number): Buffer => {
  const page = toPage(line);
  const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: ${String(Buffer.byteLength(page))}\r\n\r\n`;
  const block = Buffer.from(http + page);
  const head = [
    'WARC/1.1',
    'WARC-Type: response',
    `WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-${String(i).padStart(12, '0')}>`,
    `WARC-Target-URI: ${line.url}`,
    'WARC-Date: 2024-01-01T00:00:00Z',
    'Content-Type: application/http; msgtype=response',
    `Content-Length: ${String(block.length)}`,
  ];
  return gzipSync(
    Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), block, Buffer.from('\r\n\r\n')]),
  );
};

const writeWarc = async (from: string, count: number, to: string): Promise<void> => {
  const out = createWriteStream(to);
  const input = createReadStream(from);
  let written = 0;
  for await (const { bytes } of splitLines(input.pipe(createGunzip()), maxLineBytes)) {
    if (written === count) break;
    const line = lineSchema.parse(JSON.parse(new TextDecoder().decode(bytes ?? new Uint8Array())));
    if (!out.write(toRecord(line, written))) await once(out, 'drain');
    written += 1;
  }
  input.destroy();
  out.end();
  await once(out, 'finish');
};

console.log(`Node ${process.version}`);
console.log(
  '| articles | WARC, MB | step | seconds | articles a second | peak MB |\n|---:|---:|---|---:|---:|---:|',
);
for (const count of counts) {
  const folder = mkdtempSync(join(tmpdir(), 'khobao-bench-'));
  try {
    const warc = join(folder, 'pages.warc.gz');
    const content = join(folder, 'content');
    await writeWarc(corpus, count, warc);
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
