import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { gzipSync, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonicalAddress } from '../../../src/archive/canonical-address.ts';
import type { Article } from '../../../src/article/article.ts';
import { settingsSchema } from '../../../src/article/settings.ts';
import { readCaptures, type ReadItem } from '../../../src/capture/read-captures-fs.ts';
import { readWarcRecords } from '../../../src/capture/warc-records-fs.ts';
import { waczParts } from '../../../src/cli/wacz-parts.ts';
import { writeWacz } from '../../../src/snapshot/write-wacz-fs.ts';
import { anArticle } from '../article/random-articles.ts';
import { faultsOfWacz, indexLines, jsonAfter } from './wacz-rules.ts';

const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');

interface MadeRecord {
  readonly type?: string;
  readonly url?: string;
  readonly body: string;
  readonly id?: string;
  readonly concurrentTo?: string;
}

const printRecord = ({ type = 'response', url, body, id, concurrentTo }: MadeRecord): string => {
  const block =
    type === 'response'
      ? `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${body}`
      : type === 'request'
        ? `GET / HTTP/1.1\r\nCookie: ${body}\r\n\r\n`
        : body;
  const head = [
    'WARC/1.1',
    `WARC-Type: ${type}`,
    `WARC-Record-ID: <urn:uuid:${id ?? sha256Of(`${type}${url ?? ''}${body}`).slice(0, 32)}>`,
    'WARC-Date: 2021-02-03T04:05:06Z',
    ...(url === undefined ? [] : [`WARC-Target-URI: ${url}`]),
    ...(concurrentTo === undefined ? [] : [`WARC-Concurrent-To: <urn:uuid:${concurrentTo}>`]),
    `Content-Type: application/http`,
    `Content-Length: ${String(Buffer.byteLength(block))}`,
  ];
  return `${head.join('\r\n')}\r\n\r\n${block}\r\n\r\n`;
};

const page = (title: string): string =>
  `<html><head><title>${title}</title></head><body><h1>${title}</h1><p>${`${title} là một bài đủ dài. `.repeat(20)}</p></body></html>`;

const shown = 'https://bao-x.example/con.html';
const gone = 'https://bao-x.example/rut.html';
const records: readonly MadeRecord[] = [
  { type: 'warcinfo', body: 'software: x\r\n' },
  { url: shown, body: page('Bài còn'), id: 'a1' },
  { type: 'request', url: 'https://bao-x.example/khac', body: 'bi-mat-0', concurrentTo: 'b1' },
  { url: gone, body: page('Bài đã rút'), id: 'b1' },
  { url: `${gone}?utm_source=x#top`, body: page('Bài đã rút, bản sau') },
  { url: 'https://m.bao-x.example/in/7', body: page('Bài đã rút') },
  { url: 'https://bao-x.example/anh.html', body: page('Trang khác') },
];

let folder = '';
const names = {
  member: 'theo-ban-ghi.warc.gz',
  plain: 'tho.warc',
  whole: 'ca-khoi.warc.gz',
  all: 'chi-rut.warc.gz',
};
const pack = (text: string): Uint8Array => gzipSync(Buffer.from(text), { mtime: 0 });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khobao-wacz-'));
  await mkdir(join(folder, 'captures'));
  const printed = records.map(printRecord);
  const put = (name: string, bytes: Uint8Array | string) => writeFile(join(folder, 'captures', name), bytes);
  await put(names.member, Buffer.concat(printed.map(pack)));
  await put(names.plain, printed.join(''));
  await put(names.whole, pack(printed.join('')));
  await put(names.all, Buffer.concat([printed[0] ?? '', printed[3] ?? ''].map(pack)));
});
afterAll(() => rm(folder, { recursive: true }));

/** The capture that a record of a WARC is. */
const captureAt = async (name: string, number: number): Promise<Article['captures'][number]> => {
  let i = 0;
  for await (const { record, sha256 } of readWarcRecords(join(folder, 'captures', name))) {
    if (i === number) {
      return {
        sha256: sha256 ?? '',
        capturedAt: '2021-02-03T04:05:06Z',
        capturedAtInferred: false,
        url: record.targetUri,
        mediaType: 'text/html',
        bytes: record.payload.length,
        file: `captures/${name}`,
        offset: record.offset,
      };
    }
    i += 1;
  }
  throw new Error('no such record');
};

const archiveOf = (articles: readonly Article[]) => ({
  content: folder,
  settings: settingsSchema.parse({ name: 'Kho thử', description: { vi: 'Để thử' } }),
  site: 'https://kho.example/',
  software: '1.2.3',
  goOn: () => undefined,
  entries: async function* () {
    for (const article of await Promise.resolve(articles)) {
      const isWithdrawn = article.withdrawn !== null;
      const entry = { article, former: [], sourceName: null, page: null };
      if (isWithdrawn) yield { isWithdrawn, ...entry } as const;
      else yield { isWithdrawn, ...entry } as const;
    }
  },
});

const withdrawn = { withdrawnAt: '2024-05-06T01:00:00+07:00', reason: 'Theo yêu cầu', by: null };

const exportOf = async (target: string, isGone: boolean): Promise<Record<string, Uint8Array>> => {
  const places = [names.member, names.plain, names.whole];
  const live = anArticle({
    id: 'bao-x/2021/con',
    title: 'Bài còn',
    captures: await Promise.all(places.map((name) => captureAt(name, 1))),
  });
  const other = anArticle({
    id: 'bao-x/2021/rut',
    title: 'Bài đã rút',
    url: gone,
    withdrawn: isGone ? withdrawn : null,
    captures: await Promise.all([...places.map((name) => captureAt(name, 3)), captureAt(names.all, 1)]),
  });
  expect(await writeWacz(archiveOf([live, other]), join(folder, target), waczParts)).toEqual([]);
  const bytes = await readFile(join(folder, target));
  expect(faultsOfWacz(bytes)).toEqual([]);
  return unzipSync(bytes);
};

const unpacked = (bytes: Uint8Array | undefined): string =>
  new TextDecoder().decode(gunzipSync(bytes ?? new Uint8Array()));

describe('a WACZ', () => {
  test('of WARCs packed in any way keeps the rules, with each record as a member of its own', async () => {
    const files = await exportOf('all.wacz', false);
    const kept = await readFile(join(folder, 'captures', names.member));
    expect(Buffer.from(files[`archive/${names.member}`] ?? []).equals(kept)).toBe(true);
    const whole = records.map(printRecord).join('');
    expect(unpacked(files['archive/tho.warc.gz'])).toBe(whole);
    expect(unpacked(files[`archive/${names.whole}`])).toBe(whole);
    expect(indexLines(files).lines).toHaveLength(3 * 5 + 1);
    const pages = jsonAfter(new TextDecoder().decode(files['pages/pages.jsonl']));
    expect(pages.slice(1).map(({ json }) => json)).toEqual([
      { id: 'bao-x/2021/con', url: shown, ts: '2021-02-03T04:05:06Z', title: 'Bài còn' },
      { id: 'bao-x/2021/rut', url: gone, ts: '2021-02-03T04:05:06Z', title: 'Bài đã rút' },
    ]);
  });

  test('has nothing of a withdrawn article: no capture, no other record of its address or its bytes, no request', async () => {
    const files = await exportOf('public.wacz', true);
    expect(Object.keys(files)).not.toContain(`archive/${names.all}`);
    const stay = [0, 1, 6].flatMap((i) => records.slice(i, i + 1)).map(printRecord);
    const expected = Buffer.concat(stay.map(pack));
    expect(Buffer.from(files[`archive/${names.member}`] ?? []).equals(expected)).toBe(true);
    for (const [name, bytes] of Object.entries(files)) {
      const text = name.endsWith('.warc.gz') ? unpacked(bytes) : new TextDecoder().decode(bytes);
      expect(text).not.toContain('rút');
      expect(text).not.toContain(gone);
      expect(text).not.toContain('bi-mat');
    }
  });

  test('is read by our own importer without a fault', async () => {
    await exportOf('public.wacz', true).catch(() => undefined);
    const items: ReadItem[] = [];
    for await (const item of readCaptures([join(folder, 'public.wacz')])) items.push(item);
    expect(items.flatMap(({ problems }) => problems)).toEqual([]);
    const read = items.flatMap(({ capture }) => (capture === null ? [] : [capture.sha256]));
    expect(new Set(read)).toEqual(new Set([sha256Of(page('Bài còn')), sha256Of(page('Trang khác'))]));
  });

  test('tells of a capture that is not where its article says', async () => {
    const capture = { ...(await captureAt(names.member, 1)), offset: 99 };
    const told = await writeWacz(
      archiveOf([anArticle({ captures: [capture] })]),
      join(folder, 'missing.wacz'),
      waczParts,
    );
    expect(told).toMatchObject([{ code: 'capture-missing', values: { offset: 99 } }]);
    expect(faultsOfWacz(await readFile(join(folder, 'missing.wacz')))).toEqual([]);
  });

  test('goes without a record that can not be packed anew', async () => {
    const told = await writeWacz(archiveOf([]), join(folder, 'long.wacz'), {
      ...waczParts,
      addressKey: canonicalAddress,
      readRecords: async function* (path) {
        for await (const known of readWarcRecords(path)) yield { ...known, open: () => null };
      },
    });
    expect(new Set(told.map(({ code }) => code))).toEqual(new Set(['export-record-left-out']));
  });
});
