import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maxPageBytes } from '../../../src/capture/limits.ts';
import { readCaptures, type ReadItem, type ReadOptions } from '../../../src/capture/read-captures-fs.ts';
import { readCaptureIn } from '../../../src/capture/read-records-fs.ts';
import { chunked, marketPage, packed, recordOf, sha256, type RecordParts } from './make-warc.ts';

let folder = '';
const at = (name: string): string => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'khobao-warc-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const read = async (names: readonly string[], options: ReadOptions = {}): Promise<ReadItem[]> => {
  const items: ReadItem[] = [];
  for await (const item of readCaptures(names.map(at), options)) items.push(item);
  return items;
};

const readOne = async (parts: RecordParts): Promise<ReadItem[]> => {
  writeFileSync(at('one.warc.gz'), packed(recordOf(parts)));
  return read(['one.warc.gz']);
};

const told = (items: readonly ReadItem[]): string[] =>
  items.map(({ record, status, problems }) =>
    [String(record), status, ...problems.map(({ code }) => code)].join(' '),
  );

const page = marketPage(1);

describe('a record of a WARC', () => {
  test('gives the capture that it holds: bytes, hash, address, instant, charset', async () => {
    const [item] = await readOne({
      date: '2019-05-05T01:02:03.456Z',
      contentType: 'text/html; charset=windows-1258',
    });
    expect(item).toMatchObject({ status: 'read', record: 0, sha256: sha256(page), problems: [] });
    expect(item?.capture).toMatchObject({
      sha256: sha256(page),
      capturedAt: '2019-05-05T01:02:03Z',
      capturedAtInferred: false,
      url: 'https://bao-cho.example/2019/phien.html',
      mediaType: 'text/html',
      charset: 'windows-1258',
    });
  });

  test.each<[string, RecordParts]>([
    ['WARC 1.0', { version: '1.0' }],
    ['an address in brackets, as wget wrote it', { url: '<https://bao-cho.example/2019/phien.html>' }],
    ['a resource', { type: 'resource', contentType: 'text/html' }],
    ['a conversion', { type: 'conversion', contentType: 'text/html' }],
    ['metadata that is a page at a web address', { type: 'metadata', contentType: 'text/html' }],
    ['a page that is not called one', { contentType: '' }],
    ['XHTML', { contentType: 'application/xhtml+xml' }],
    ['chunks', { http: ['Transfer-Encoding: chunked'], body: chunked(page) }],
    ['chunks that were put together', { http: ['Transfer-Encoding: chunked'] }],
    ['a coding that was undone', { http: ['Content-Encoding: gzip'] }],
  ])('%s is a page: the hash is of the page itself', async (_, parts) => {
    const [item] = await readOne(parts);
    expect(item?.capture?.url).toBe('https://bao-cho.example/2019/phien.html');
    expect(item?.sha256).toBe(sha256(page));
    expect(item?.capture?.mediaType).toBe('text/html');
  });

  test.each<[string, (bytes: string) => Buffer]>([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['deflate', deflateSync],
    ['Deflate', deflateRawSync],
    ['br', brotliCompressSync],
    ['gzip, br', (bytes) => brotliCompressSync(gzipSync(bytes))],
  ])('%s is undone for reading, and kept in the hash', async (coding, pack) => {
    const body = pack(page);
    const [item] = await readOne({ body, http: [`Content-Encoding: ${coding}`] });
    expect(Buffer.from(item?.capture?.bytes ?? []).toString()).toBe(page);
    expect(item?.capture).toMatchObject({ sha256: sha256(body), payloadBytes: body.length });
    expect(await readCaptureIn(at('one.warc.gz'), { offset: 0, sha256: sha256(body) })).toMatchObject({
      bytes: item?.capture?.bytes,
    });
  });

  test.each<[string, RecordParts, string]>([
    ['an answer other than 200', { status: '404 Not Found' }, '0 skipped'],
    ['a picture', { contentType: 'image/png', body: '\u0089PNG' }, '0 skipped'],
    [
      'a picture that is called a page',
      { body: Buffer.from('89504e470d0a1a0a00000000', 'hex') },
      '0 skipped',
    ],
    ['robots.txt', { url: 'https://a.example/robots.txt', contentType: 'text/plain' }, '0 skipped'],
    [
      'metadata about another record',
      { type: 'metadata', contentType: 'application/warc-fields' },
      '0 skipped',
    ],
    ['a page without a byte', { body: '' }, '0 skipped'],
    [
      'a coding that nobody knows',
      { http: ['Content-Encoding: compress'], body: Buffer.from([31, 157, 1]) },
      '0 refused content-coding-unknown',
    ],
    [
      'a coding whose data is damaged',
      {
        http: ['Content-Encoding: gzip'],
        body: Buffer.from([31, 139, 8, 0, 0, 0, 0, 0, 0, 3, 255, 255, 255]),
      },
      '0 refused content-damaged',
    ],
    [
      'a page that unpacks to more than any page has',
      { http: ['Content-Encoding: gzip'], body: gzipSync(Buffer.alloc(maxPageBytes + 1, ' ')) },
      '0 refused file-too-large',
    ],
    ['a page larger than any', { body: Buffer.alloc(maxPageBytes * 1.5, 'a ') }, '0 refused file-too-large'],
    ['a page that the crawler cut off', { fields: { 'WARC-Truncated': 'time' } }, '0 read payload-cut'],
    [
      'chunks without their end',
      { http: ['Transfer-Encoding: chunked'], body: chunked(page).slice(0, 500) },
      '0 read payload-cut',
    ],
    [
      'a packed page that is cut off',
      { http: ['Content-Encoding: gzip'], body: gzipSync(page).subarray(0, 400) },
      '0 read payload-cut',
    ],
  ])('%s', async (_, parts, expected) => {
    expect(told(await readOne(parts))).toEqual([expected]);
  });

  test('warcinfo and request tell of the crawl, and are no captures', async () => {
    writeFileSync(
      at('crawl.warc'),
      Buffer.concat([recordOf({ type: 'warcinfo' }), recordOf({ type: 'request' })]),
    );
    expect(await read(['crawl.warc'])).toEqual([]);
  });

  test('what is damaged or cut off is told with its offset: warc-damaged, warc-truncated', async () => {
    const good = recordOf();
    writeFileSync(at('bad.warc'), Buffer.concat([recordOf({ length: 9e9 }), good, good.subarray(0, 300)]));
    const items = await read(['bad.warc']);
    const offset = recordOf({ length: 9e9 }).length;
    expect(told(items)).toEqual([
      '0 refused warc-damaged',
      `${offset} read`,
      `${offset + good.length} refused warc-truncated`,
    ]);
    expect(items[0]?.problems[0]).toMatchObject({ values: { offset: 0 }, place: { file: at('bad.warc') } });
  });
});

describe('a capture is found again in', () => {
  const second = recordOf({ body: marketPage(2), url: 'https://bao-cho.example/2' });
  const both = Buffer.concat([recordOf(), second]);
  test.each([
    ['a plain WARC', both],
    ['one packed by record', packed(recordOf(), second)],
    ['one packed as a whole', gzipSync(both)],
  ])('%s', async (_, bytes) => {
    writeFileSync(at('again.warc'), bytes);
    const items = await read(['again.warc']);
    expect(items).toHaveLength(2);
    for (const { held, sha256: hash, capture } of items) {
      const place = { offset: held?.offset ?? -1, sha256: hash ?? '' };
      const again = await readCaptureIn(at('again.warc'), place);
      expect(Buffer.from(again?.bytes ?? []).equals(capture?.bytes ?? new Uint8Array())).toBe(true);
      expect(await readCaptureIn(at('again.warc'), { ...place, offset: place.offset + 1 })).toBeNull();
    }
  });
});

describe('a revisit', () => {
  const digest = { 'WARC-Payload-Digest': 'sha1:USUDYFY6UJJK63UC7CCM7G37JIIFIAW2' };
  const original = recordOf({ fields: digest });
  const revisit = (fields: Record<string, string>, more: RecordParts = {}): Buffer =>
    recordOf({ type: 'revisit', body: '', date: '2020-01-01T00:00:00Z', fields, ...more });
  const id = /WARC-Record-ID: (\S+)/.exec(original.toString())?.[1] ?? '';

  test.each<[string, Buffer]>([
    ['its digest', revisit(digest)],
    ['the record that it names', revisit({ 'WARC-Refers-To': id })],
    [
      'address and instant, with status 304',
      revisit({ 'WARC-Refers-To-Date': '2019-05-05T01:02:03Z' }, { status: '304 Not Modified' }),
    ],
    ['its digest, without HTTP', revisit(digest, { contentType: '' })],
  ])('finds its payload by %s, before it, behind it, or in another file', async (_, bytes) => {
    writeFileSync(at('first.warc'), packed(original));
    writeFileSync(at('later.warc'), packed(bytes));
    writeFileSync(at('both.warc'), packed(bytes, original));
    for (const names of [['first.warc', 'later.warc'], ['later.warc', 'first.warc'], ['both.warc']]) {
      const items = await read(names);
      expect(items.map(({ status }) => status)).toEqual(['read', 'read']);
      const [first, last] = items;
      expect(last?.sha256).toBe(first?.sha256);
      expect(last?.capture?.capturedAt).toBe('2020-01-01T00:00:00Z');
      expect(last?.held?.offset).toBe(first?.held?.offset);
    }
  });

  test('whose payload is in no file given is told: revisit-unresolved', async () => {
    writeFileSync(at('alone.warc'), packed(revisit(digest)));
    expect(told(await read(['alone.warc']))).toEqual(['0 refused revisit-unresolved']);
  });

  test('of a picture is passed over', async () => {
    writeFileSync(at('picture.warc'), packed(revisit(digest, { contentType: 'image/png' })));
    expect(told(await read(['picture.warc']))).toEqual(['0 skipped']);
  });
});
