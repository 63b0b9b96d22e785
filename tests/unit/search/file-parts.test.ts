import { describe, expect, test } from 'vitest';
import { createFileParts } from '../../../src/search/file-parts.ts';
import type { ByteRange, IndexFiles } from '../../../src/search/index-reader.ts';
import { SearchUnavailable } from '../../../src/search/search-unavailable.ts';

const content = Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8]);

/** A host of one file's content under any name, and what was asked of it. */
const hostOf = (answer: (path: string, range: ByteRange) => ReturnType<IndexFiles['readRange']>) => {
  const asked: string[] = [];
  const files: IndexFiles = {
    read(path) {
      asked.push(`${path} whole`);
      return Promise.resolve(content);
    },
    readRange(path, range) {
      asked.push(`${path} ${range.from}-${range.to}`);
      return answer(path, range);
    },
  };
  const counted: number[] = [];
  const { loadPart } = createFileParts(files, (bytes) => counted.push(bytes));
  return { asked, counted, loadPart };
};

const part = (range: ByteRange) =>
  Promise.resolve({ bytes: content.slice(range.from, range.to), isWhole: false });
const whole = () => Promise.resolve({ bytes: content, isWhole: true });
const bytes = async (loading: Promise<Uint8Array>) => Array.from(await loading);

describe('createFileParts', () => {
  test('asks for each part alone, or for the whole file once', async () => {
    const { asked, counted, loadPart } = hostOf((_, range) => part(range));
    expect(await bytes(loadPart('a', { from: 0, to: 2 }))).toEqual([1, 2]);
    expect(await bytes(loadPart('a', { from: 6, to: 8 }))).toEqual([7, 8]);
    expect(await bytes(loadPart('b', { from: 2, to: 4 }, true))).toEqual([3, 4]);
    expect(await bytes(loadPart('b', { from: 4, to: 5 }))).toEqual([5]);
    expect(asked).toEqual(['a 0-2', 'a 6-8', 'b whole']);
    expect(counted).toEqual([2, 2, 8]);
  });

  test('from a host that gives no parts each file comes once, however many parts are asked for at once', async () => {
    const { asked, counted, loadPart } = hostOf(whole);
    const loading = [0, 1, 2, 3].map((from) => bytes(loadPart(from < 2 ? 'a' : 'b', { from, to: from + 1 })));
    expect(await Promise.all(loading)).toEqual([[1], [2], [3], [4]]);
    expect(asked).toEqual(['a 0-1', 'b whole']);
    expect(counted).toEqual([8, 8]);
  });

  test('a file cut short is damaged; a failure is met by who asked, and the next one asks anew', async () => {
    const { loadPart } = hostOf((path, range) =>
      path === 'gone' ? Promise.reject(new SearchUnavailable('missing', path)) : part(range),
    );
    await expect(loadPart('gone', { from: 0, to: 2 })).rejects.toMatchObject({ reason: 'missing' });
    await expect(loadPart('a', { from: 6, to: 10 })).rejects.toMatchObject({ reason: 'damaged' });
    expect(await bytes(loadPart('a', { from: 0, to: 2 }))).toEqual([1, 2]);
    await expect(loadPart('b', { from: 6, to: 10 }, true)).rejects.toMatchObject({ reason: 'damaged' });
  });
});
