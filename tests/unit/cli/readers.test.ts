import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openContentStore } from '../../../src/archive/content-store-fs.ts';
import type { Capture } from '../../../src/capture/capture.ts';
import { readCaptures, type ReadItem } from '../../../src/capture/read-captures-fs.ts';
import { openImport } from '../../../src/cli/import-session.ts';
import { openReaders, type CaptureReaders } from '../../../src/cli/open-readers.ts';
import { readAhead } from '../../../src/cli/read-ahead.ts';
import { readCapture, stillHolds, type ReadingSetup } from '../../../src/cli/read-capture.ts';
import type { Outcome } from '../../../src/cli/to-outcome.ts';
import { sourceSchema } from '../../../src/article/source-record.ts';
import { articleLine, hashFiles, makeFolder, removeFolder } from '../../cli/run-khobao.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map(removeFolder)));

const newFolder = async (files: Record<string, string>): Promise<string> => {
  const folder = await makeFolder(files);
  folders.push(folder);
  return folder;
};

/** More than are read without readers, with all that may come between: namesakes, doubles, versions, faults, new sources. */
const lines = Array.from({ length: 240 }, (_, i) => {
  if (i % 40 === 7) return '{"title": "Không có lời"}';
  if (i % 40 === 11) return '[';
  // Some have the text of an earlier one at another address, some its address with another text.
  const text = i % 60 === 31 ? i - 30 : i;
  return articleLine({
    url: `https://bao-${String(i % 3)}.example/${String(i % 60 === 19 ? i - 6 : i)}`,
    source: i % 5 === 0 ? `Báo số ${String(i % 10)}` : null,
    title: `Phiên chợ thứ ${String(text % 17)}`,
    body: [`Phiên ${String(text)} vãn sớm, *hàng* bán hết ở Hà Nội.`, 'Ảnh: AN NHIÊN'],
  });
});

const page = (text: string): string =>
  `<html><head><title>Phiên chợ</title><meta property="article:published_time" content="2020-01-02T03:04:05+07:00"></head><body><article><h1>Phiên chợ</h1>${`<p>${text} Người bán kể rằng năm nay lúa được mùa, chợ họp đông hơn mọi năm.</p>`.repeat(6)}</article></body></html>`;

const importWith = async (readers: number): Promise<{ outcomes: Outcome[]; files: object }> => {
  const folder = await newFolder({
    'a.jsonl': lines.join('\n'),
    'b.html': page('Chợ họp từ sớm.'),
    'c.html': 'x',
  });
  const content = join(folder, 'content');
  const session = await openImport({
    content,
    store: await openContentStore(content),
    source: null,
    readers,
  });
  const paths = ['a.jsonl', 'b.html', 'c.html'].map((name) => join(folder, name));
  const still = async function* (): AsyncGenerator<ReadItem, void, undefined> {
    for await (const item of readCaptures(paths)) {
      const capture = item.capture && { ...item.capture, capturedAt: '2022-03-01T09:00:00+07:00' };
      yield { ...item, capture };
    }
  };
  const outcomes: Outcome[] = [];
  for await (const { item, reading } of session.readAhead(still())) {
    await session.take(item, reading);
    if (outcomes.length === 0 && item.record === 120) outcomes.push(...(await session.commit()).outcomes);
  }
  outcomes.push(...(await session.commit()).outcomes);
  const told = JSON.parse(JSON.stringify(outcomes).replaceAll(folder, '')) as Outcome[];
  return { outcomes: told, files: await hashFiles(content) };
};

describe('readers', () => {
  test('none, one and two give the same archive, and tell the same', async () => {
    const none = await importWith(0);
    const others = [await importWith(1), await importWith(2)];
    expect(new Set(none.outcomes.map(({ status }) => status))).toEqual(
      new Set(['written', 'duplicate', 'newVersion', 'refused']),
    );
    for (const other of others) expect(other).toEqual(none);
  });
});

const toCapture = (text: string, input: string): Capture => {
  const bytes = new TextEncoder().encode(text);
  return {
    input,
    record: null,
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    capturedAt: '2022-03-01T09:00:00+07:00',
    capturedAtInferred: true,
    url: null,
    mediaType: 'text/html',
    charset: 'utf-8',
  };
};

const setup: ReadingSetup = { source: null, sources: new Map(), places: new Map(), fieldMap: undefined };

test('a capture that takes a reader too much memory is refused, those after it are read', async () => {
  const readers = openReaders(1, setup, 64);
  const hostile = `<html><body>${'<i><b>a</b></i>'.repeat(400_000)}`;
  const names = ['a', 'b', 'c'];
  const read = await Promise.all([
    readers.read(toCapture(page('Một.'), 'a'), true),
    readers.read(toCapture(hostile, 'b'), true),
    readers.read(toCapture(page('Ba.'), 'c'), true),
  ]);
  readers.close();
  expect(read.map((one, i) => [names[i], one?.read.article?.title ?? one?.read.ofInput])).toMatchObject([
    ['a', 'Phiên chợ'],
    ['b', [{ code: 'reading-too-costly', place: { file: 'b' } }]],
    ['c', 'Phiên chợ'],
  ]);
});

test('an error in a reader is an error of the import', async () => {
  const broken = { ...setup, places: 'no map' } as unknown as ReadingSetup;
  const readers = openReaders(1, broken);
  await expect(readers.read(toCapture(page('Một.'), 'a'), false)).rejects.toThrow(TypeError);
  readers.close();
});

test('a source that became known since may make a reading void', async () => {
  const sources = new Map([['bao-thu', sourceSchema.parse({ name: 'Báo thứ', hosts: ['bao-thu.example'] })]]);
  const capture = { ...toCapture(page('Một.'), 'a'), url: 'https://www.bao-thu.example/a' };
  const reading = await readCapture(capture, false, setup);
  expect(reading.read).toMatchObject({ source: { id: 'bao-thu-example' } });
  expect(stillHolds(reading, setup)).toBe(true);
  expect(stillHolds(reading, { ...setup, sources })).toBe(false);
});

test('inputs are read ahead in bounds, and readers are ended when nobody asks on', async () => {
  let asked = 0;
  let closed = 0;
  const reading = await readCapture(toCapture(page('Một.'), 'a'), false, setup);
  const readers: CaptureReaders = {
    read: () => Promise.resolve(reading),
    close: () => {
      closed += 1;
    },
  };
  const endless = async function* (): AsyncGenerator<ReadItem, void, undefined> {
    for (;;) {
      asked += 1;
      const capture = { ...toCapture('x', String(asked)), bytes: new Uint8Array(1024 * 1024) };
      yield { input: String(asked), record: null, capture, status: 'read', sha256: null, problems: [] };
      await Promise.resolve();
    }
  };
  const taken: [string, boolean][] = [];
  for await (const { item, reading: ahead } of readAhead(endless(), {
    openReaders: () => readers,
    isUnread: ({ input }) => input !== '4',
    startAfter: { items: 2, bytes: Infinity },
  })) {
    taken.push([item.input, ahead !== null]);
    if (taken.length === 5) break;
  }
  expect(taken).toEqual([
    ['1', false],
    ['2', false],
    ['3', true],
    ['4', false],
    ['5', true],
  ]);
  expect(asked).toBeLessThan(5 + 18);
  expect(closed).toBe(1);
});
