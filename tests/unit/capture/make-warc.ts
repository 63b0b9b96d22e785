import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

/** An article's page, of a market that never was. */
export const marketPage = (n: number | string, more = ''): string =>
  `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Phiên chợ thứ ${String(n)} ở Vồm - Báo Chợ</title>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Phiên chợ thứ ${String(n)} ở Vồm","datePublished":"2019-05-04T08:00:00+07:00"}</script></head>
<body><article><h1>Phiên chợ thứ ${String(n)} ở Vồm</h1>
<p>Sáng thứ bảy, phiên chợ thứ ${String(n)} họp từ lúc trời chưa sáng, gạo tẻ bán mười hai nghìn đồng một cân.</p>
<p>Các bà hàng gạo nói lúa về chậm vì mưa kéo dài suốt tuần, người mua vẫn đông như mọi phiên.${more}</p>
<p>Chợ họp đến gần trưa mới vãn, hàng cá hết trước, hàng rau còn lại vài gánh.</p></article></body></html>`;

export const sha256 = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');

/** What a test says of a record; all else is as a sound crawler writes it. */
export interface RecordParts {
  readonly type?: string;
  readonly url?: string;
  readonly date?: string;
  readonly http?: readonly string[];
  readonly status?: string;
  readonly contentType?: string;
  readonly body?: Uint8Array | string;
  readonly fields?: Readonly<Record<string, string>>;
  /** What the record claims, where it is not the truth. */
  readonly length?: number | string;
  readonly version?: string;
}

/** A record as it lies in a WARC that is not packed. By default a `response` with a page in it. */
export const recordOf = ({
  type = 'response',
  url = 'https://bao-cho.example/2019/phien.html',
  date = '2019-05-05T01:02:03Z',
  status = '200 OK',
  contentType = 'text/html; charset=utf-8',
  http = [],
  body = marketPage(1),
  fields = {},
  length,
  version = '1.1',
}: RecordParts = {}): Buffer => {
  const isMessage = type === 'response' || (type === 'revisit' && contentType !== '');
  const head = isMessage
    ? [`HTTP/1.1 ${status}`, `Content-Type: ${contentType}`, ...http, '', ''].join('\r\n')
    : '';
  const block = Buffer.concat([Buffer.from(head), Buffer.from(body)]);
  const all: Record<string, string> = {
    'WARC-Type': type,
    'WARC-Target-URI': url,
    'WARC-Date': date,
    'WARC-Record-ID': `<urn:uuid:${sha256(`${type}${url}${date}`).slice(0, 32)}>`,
    'Content-Type': isMessage ? 'application/http; msgtype=response' : contentType,
    'Content-Length': String(length ?? block.length),
    ...fields,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([
    Buffer.from(`WARC/${version}\r\n${lines.join('')}\r\n`),
    block,
    Buffer.from('\r\n\r\n'),
  ]);
};

/** Records, each a gzip member of its own. */
export const packed = (...records: readonly Buffer[]): Buffer =>
  Buffer.concat(records.map((one) => gzipSync(one)));

/** A body in chunks. */
export const chunked = (body: string): string =>
  `${(body.match(/[^]{1,700}/g) ?? [])
    .map((part) => `${Buffer.byteLength(part).toString(16)}\r\n${part}\r\n`)
    .join('')}0\r\n\r\n`;
