import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { hashMembers } from '../../../src/archive/hash-members-fs.ts';
import { hashMember, hashRun } from '../../../src/capture/hash-member-fs.ts';
import { makeFolder, removeFolder } from '../../cli/run-khobao.ts';
import { packed, recordOf, sha256 } from '../capture/make-warc.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map(removeFolder)));

/** A page of so many bytes that do not pack. */
const noise = (seed: number, length: number): Buffer => {
  const bytes = Buffer.alloc(length);
  let state = seed;
  for (let at = 0; at < length; at += 1) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    bytes[at] = state >>> 16;
  }
  return bytes;
};

const hashAll = async (bodies: readonly Buffer[], asked: (offsets: number[]) => number[]) => {
  const members = bodies.map((body) => packed(recordOf({ body })));
  const folder = await makeFolder({ 'x.warc.gz': Buffer.concat(members) });
  folders.push(folder);
  const offsets = members.map((_, i) => members.slice(0, i).reduce((sum, { length }) => sum + length, 0));
  const found = await hashMembers(join(folder, 'x.warc.gz'), asked(offsets), { hashMember, hashRun });
  return { offsets, found: [...found] };
};

describe('hashMembers', () => {
  const bodies = [300_000, 900_000, 20, 1_500_000, 10, 10, 700_000, 0].map((length, i) =>
    noise(i + 1, length),
  );
  const hashes = bodies.map((body) => sha256(body));

  test('tells the hash of every record, whatever its length', async () => {
    const { offsets, found } = await hashAll(bodies, (all) => all);
    expect(found).toEqual(offsets.map((offset, i) => [offset, hashes[i]]));
  });

  test.each([[[1, 4]], [[0]], [[7]], [[2, 3, 6]]])('tells the hashes of records %j alone', async (asked) => {
    const { offsets, found } = await hashAll(bodies, (all) => asked.map((i) => all[i] ?? -1));
    expect(found).toEqual(asked.map((i) => [offsets[i], hashes[i]]));
  });

  test('stops at what it can not tell', async () => {
    const long = [noise(1, 10), noise(2, 5_000_000), noise(3, 10)];
    const { found } = await hashAll(long, (all) => all);
    expect(found).toEqual([[0, sha256(long[0] ?? '')]]);
    const { found: none } = await hashAll(long, () => [5, 900]);
    expect(none).toEqual([]);
    const { found: gone } = await hashAll(long.slice(2), ([first = 0]) => [first, 700]);
    expect(gone).toEqual([[0, sha256(long[2] ?? '')]]);
    const { found: behind } = await hashAll(long, () => [99_000_000]);
    expect(behind).toEqual([]);
  });
});
