import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { readCorpus, type CorpusLine } from './corpus-line.ts';
import { toPage } from './newspaper-page.ts';

/** In which form the articles come in: JSON Lines, or pages in one WARC that is packed record by record. */
export type InputForm = 'JSON Lines' | 'HTML in a WARC';

/** A page as a member of a WARC. */
const toRecord = (line: CorpusLine, i: number): Buffer => {
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
    { level: 1 },
  );
};

/** Writes articles of a corpus into one file until there are so many, or it is so long; tells how many there are. */
export const writeInput = async (
  corpus: string,
  form: InputForm,
  bound: { readonly articles?: number; readonly bytes?: number },
  to: string,
): Promise<number> => {
  const { articles = Infinity, bytes = Infinity } = bound;
  const out = createWriteStream(to);
  let count = 0;
  let length = 0;
  for await (const line of readCorpus(corpus)) {
    if (count >= articles || length >= bytes) break;
    const data = form === 'JSON Lines' ? Buffer.from(`${JSON.stringify(line)}\n`) : toRecord(line, count);
    if (!out.write(data)) await once(out, 'drain');
    count += 1;
    length += data.length;
  }
  out.end();
  await once(out, 'finish');
  return count;
};
