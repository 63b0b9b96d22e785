import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCaptures, type ReadItem } from '../../../src/capture/read-captures-fs.ts';
import { packed, recordOf, sha256 } from './make-warc.ts';

let folder = '';
const at = (name: string): string => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'khobao-wacz-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const url = 'https://bao-cho.example/2019/phien.html';
const warc = packed(recordOf({ url }));
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const indexLine = (offset: number): Uint8Array =>
  encode(
    `example,bao-cho)/2019/phien.html 20190505010203 {"url":"${url}","filename":"a.warc.gz","offset":"${offset}"}\n`,
  );
const page = (address: string): Uint8Array => encode(`{"format":"json-pages-1.0"}\n{"url":"${address}"}\n`);

/** The files of a sound WACZ, some of them changed or, where null, left out; then its list. */
const filesWith = (changed: Readonly<Record<string, Uint8Array | null>> = {}): Record<string, Uint8Array> => {
  const sound: Record<string, Uint8Array> = {
    'archive/a.warc.gz': warc,
    'indexes/index.cdx': indexLine(0),
    'pages/pages.jsonl': page(`${url}#top`),
  };
  const resources = Object.entries(sound).map(([path, bytes]) => ({ path, hash: `sha256:${sha256(bytes)}` }));
  const all: Record<string, Uint8Array | null> = {
    ...sound,
    'datapackage.json': encode(JSON.stringify({ resources })),
    ...changed,
  };
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, Uint8Array] => entry[1] !== null),
  );
};

const read = async (bytes: Uint8Array): Promise<ReadItem[]> => {
  writeFileSync(at('a.wacz'), bytes);
  const items: ReadItem[] = [];
  for await (const item of readCaptures([at('a.wacz')])) items.push(item);
  return items;
};

const told = (items: readonly ReadItem[]): string[] =>
  items.map(({ input, record, status, problems }) =>
    [input.slice(folder.length + 1), String(record), status, ...problems.map(({ code }) => code)].join(' '),
  );

const capture = 'a.wacz/archive/a.warc.gz 0 read';
const stored = (files: Record<string, Uint8Array>): Zippable =>
  Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, [bytes, { level: 0 }]]));

test('a sound WACZ gives its captures and no problem, stored or packed', async () => {
  expect(told(await read(zipSync(filesWith())))).toEqual([capture]);
  expect(told(await read(zipSync(stored(filesWith()))))).toEqual([capture]);
});

test.each<[string, Record<string, Uint8Array | null>, string[]]>([
  [
    'a file that is not what the list says',
    { 'pages/pages.jsonl': page(url) },
    ['a.wacz null skipped wacz-hash-wrong', capture],
  ],
  [
    'a list of another hash',
    { 'datapackage-digest.json': encode(`{"hash":"sha256:${'0'.repeat(64)}"}`) },
    ['a.wacz null skipped wacz-hash-wrong', capture],
  ],
  [
    'a file that is missing',
    { 'pages/pages.jsonl': null },
    ['a.wacz null skipped wacz-file-missing', capture],
  ],
  ['no list', { 'datapackage.json': null }, ['a.wacz null skipped wacz-datapackage-invalid', capture]],
  [
    'a list that is none',
    { 'datapackage.json': encode('{"resources": 5}') },
    ['a.wacz null skipped wacz-datapackage-invalid', capture],
  ],
  [
    'an index that points elsewhere',
    { 'indexes/index.cdx': indexLine(9), 'datapackage.json': encode('{"resources":[]}') },
    [capture, 'a.wacz null skipped wacz-index-wrong'],
  ],
  [
    'a page that is not there',
    {
      'pages/pages.jsonl': page('https://bao-cho.example/mat'),
      'datapackage.json': encode('{"resources":[]}'),
    },
    [capture, 'a.wacz null skipped wacz-page-missing'],
  ],
  [
    'no WARC',
    { 'archive/a.warc.gz': null, 'datapackage.json': encode('{"resources":[]}') },
    ['a.wacz null refused file-empty'],
  ],
  ['a path that climbs out', { '../a.warc.gz': warc }, ['a.wacz null refused wacz-path-unsafe']],
  ['a path from the root', { '/etc/a.warc.gz': warc }, ['a.wacz null refused wacz-path-unsafe']],
  [
    'a bomb',
    { 'archive/b.warc': new Uint8Array(150 * 1024 * 1024) },
    ['a.wacz null refused unpacked-too-large'],
  ],
])('a WACZ with %s is told of by name', async (_, changed, expected) => {
  expect(told(await read(zipSync(filesWith(changed), { level: 1 })))).toEqual(expected);
});

test.each([
  ['WARCs are read', {}, 'warcs-read'],
  ['nothing is read', { 'archive/a.warc.gz': null }, 'warcs-none'],
])('a WACZ without its list says that %s', async (_, changed, advice) => {
  const [item] = await read(zipSync(filesWith({ 'datapackage.json': null, ...changed })));
  expect(item?.problems).toMatchObject([{ code: 'wacz-datapackage-invalid', values: { advice } }]);
});

test('a WACZ that is cut off, or whose list contradicts it, is told of: wacz-damaged', async () => {
  const whole = zipSync(filesWith());
  const wrong = Uint8Array.from(whole);
  wrong.set([0, 0, 0, 0], Buffer.from(whole).indexOf('PK\u0003\u0004', 4));
  for (const bytes of [whole.subarray(0, -60), wrong]) {
    expect(told(await read(bytes))).toEqual(['a.wacz null refused wacz-damaged']);
  }
});
