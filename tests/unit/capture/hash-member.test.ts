import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { hashMember, hashRun } from '../../../src/capture/hash-member-fs.ts';
import { hashWarc } from '../../../src/capture/read-records-fs.ts';
import { chunked, marketPage, packed, recordOf, sha256 } from './make-warc.ts';

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield await Promise.resolve(bytes);
}

const thorough = async (bytes: Uint8Array): Promise<string | null> => {
  for await (const one of hashWarc(once(bytes), (offset) => offset === 0)) return one.sha256;
  return null;
};

const page = marketPage(1);
const member = packed(recordOf());
const flipped = (at: number): Buffer => {
  const bytes = Buffer.from(member);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return bytes;
};

describe('hashMember', () => {
  test.each<[string, Uint8Array, string | null]>([
    ['a response', member, sha256(page)],
    [
      'a response in chunks',
      packed(recordOf({ http: ['Transfer-Encoding: chunked'], body: chunked(page) })),
      sha256(page),
    ],
    [
      'a response that says so without chunks',
      packed(recordOf({ http: ['Transfer-Encoding: chunked'] })),
      sha256(page),
    ],
    [
      'a packed response',
      packed(recordOf({ http: ['Content-Encoding: gzip'], body: gzipSync(page) })),
      sha256(gzipSync(page)),
    ],
    ['a resource', packed(recordOf({ type: 'resource', contentType: 'text/html' })), sha256(page)],
    [
      'a resource that begins as a response',
      packed(recordOf({ type: 'resource', body: `HTTP/1.1 200 OK\r\n\r\n${page}` })),
      sha256(`HTTP/1.1 200 OK\r\n\r\n${page}`),
    ],
    ['an empty payload', packed(recordOf({ type: 'resource', body: '' })), sha256('')],
    ['the first of two members', packed(recordOf(), recordOf({ body: marketPage(2) })), sha256(page)],
    ['a member with bytes behind it', Buffer.concat([member, Buffer.from('thừa')]), sha256(page)],
    [
      'a member whose file has a name',
      Buffer.concat([
        Buffer.from([31, 139, 8, 8, 0, 0, 0, 0, 0, 3]),
        Buffer.from('tên.warc\0'),
        member.subarray(10),
      ]),
      sha256(page),
    ],
  ])('tells the hash of %s, as the thorough reading does', async (_, bytes, expected) => {
    expect(hashMember(bytes)).toBe(expected);
    expect(await thorough(bytes)).toBe(expected);
  });

  test.each<[string, Uint8Array]>([
    ['a WARC that is not packed', recordOf()],
    ['two records in one member', gzipSync(Buffer.concat([recordOf(), recordOf()]))],
    ['a member that is cut off', member.subarray(0, -1)],
    ['a member that is cut off early', member.subarray(0, 40)],
    ['a checksum of which a bit was altered', flipped(member.length - 6)],
    ['a length of which a bit was altered', flipped(member.length - 2)],
    ['a record that claims to be longer', packed(recordOf({ length: 99_999 }))],
    ['a record that claims to be shorter', packed(recordOf({ length: 9 }))],
    ['a record without a length', packed(recordOf({ length: 'x' }))],
    ['a record without a type', packed(recordOf({ fields: { 'WARC-Type': '' } }))],
    ['what is no record', gzipSync(`Content-Length: 3\r\n\r\nabc\r\n\r\n`)],
    ['a response without a head', packed(recordOf({ type: 'revisit', contentType: '' }))],
    ['what unpacks to more than is held', gzipSync(Buffer.alloc(40 * 1024 * 1024))],
    ['nothing', Buffer.alloc(0)],
  ])('leaves %s to the thorough reading', (_, bytes) => {
    expect(hashMember(bytes)).toBeNull();
  });

  test('is not deceived by any altered bit', async () => {
    let told = 0;
    for (let at = 0; at < member.length; at += 1) {
      const found = hashMember(flipped(at));
      // Some bits of the header of gzip mean nothing.
      if (found !== null)
        expect({ at, found, isHeader: at < 10 }).toEqual({ at, found: sha256(page), isHeader: true });
      if (found === null) told += 1;
      if (found !== null) expect(await thorough(flipped(at))).toBe(found);
    }
    expect(told).toBeGreaterThan(member.length - 10);
  });
});

describe('hashRun', () => {
  const pages = [1, 2, 3].map((n) => marketPage(n));
  const members = pages.map((body) => packed(recordOf({ body })));
  const run = Buffer.concat(members);
  const starts = members.map((_, i) => members.slice(0, i).reduce((sum, { length }) => sum + length, 0));
  const [, second = 0, third = 0] = starts;

  test('tells the hashes of members one after another', () => {
    expect(hashRun(run, starts)).toEqual(pages.map((page) => sha256(page)));
    expect(hashRun(run.subarray(second), [0])).toBeNull();
    expect(hashRun(run.subarray(third), [0])).toEqual([sha256(marketPage(3))]);
  });

  test.each<[string, Uint8Array, number[]]>([
    ['that nobody asks for', run, [0, third]],
    ['of which one is asked for at the wrong place', run, [0, second + 1, third]],
    ['with bytes behind them', Buffer.concat([run, Buffer.from('thừa của tệp')]), starts],
    ['with zeros behind them', Buffer.concat([run, Buffer.alloc(12)]), starts],
    ['of which the last is cut off', run.subarray(0, -9), starts],
    ['that are not there any more', run.subarray(0, second), starts],
    ['that begin behind the end', run, [run.length + 9]],
    ['that stand closer than they can', run, [0, 3, 6]],
    ['that are none', Buffer.from('WARC/1.1'), [0]],
    ['of which one holds two records', gzipSync(Buffer.concat([recordOf(), recordOf()])), [0]],
  ])('leaves members %s to others', (_, bytes, at) => {
    expect(hashRun(bytes, at)).toBeNull();
  });

  test('is not deceived by any altered bit', () => {
    for (let at = 0; at < run.length; at += 7) {
      const altered = Buffer.from(run);
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect([null, ...pages.map((page) => sha256(page))]).toContain(hashRun(altered, starts)?.[1] ?? null);
      if (hashRun(altered, starts) !== null) {
        expect(starts.some((start) => at >= start && at < start + 10)).toBe(true);
      }
    }
  });
});
