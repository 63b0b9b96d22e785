import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert, array, constantFrom, oneof, property, string, uniqueArray } from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { isSafePath, parseManifest, printManifest } from '../../../src/snapshot/manifest.ts';
import { addFiles, makeFolder, removeFolder } from '../../cli/run-khobao.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map(removeFolder)));

const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Names that people and hostile archives give to files: spaces, marks, percent signs, ends of lines. */
const name = oneof(
  string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  array(constantFrom('%', '0', 'a', 'A', 'd', 'D', '\r', '\n', ' ', '*', 'đ', '\u2028', '.'), {
    minLength: 1,
    maxLength: 9,
  }).map((letters) => letters.join('')),
);
const path = array(name, { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join('/'))
  .filter(isSafePath);

describe('printManifest and parseManifest', () => {
  test('give every path back', () => {
    assert(
      property(uniqueArray(path, { maxLength: 8 }), (paths) => {
        const files = paths.map((one) => ({ path: one, sha256: sha256Of(one) }));
        const { files: read, faults } = parseManifest(printManifest(files));
        expect(faults).toEqual([]);
        expect(read).toEqual(new Map(files.map(({ path: one, sha256 }) => [one, sha256])));
      }),
      { numRuns: 500 },
    );
  });

  test('print the same lines whatever the order, sorted by path', () => {
    const files = ['b', 'a/c', 'a', 'a-b'].map((one) => ({ path: one, sha256: sha256Of(one) }));
    const text = printManifest(files);
    expect(printManifest(files.toReversed())).toBe(text);
    expect([...parseManifest(text).files.keys()]).toEqual(['a', 'a-b', 'a/c', 'b']);
  });

  test('sha256sum --check accepts what is printed', async () => {
    const contents = { 'Bến Vạc.txt': 'một', 'a b/c  d.md': 'hai', '*sao': 'ba', 'e/100': '' };
    const folder = await makeFolder(contents);
    folders.push(folder);
    const files = Object.entries(contents).map(([one, text]) => ({ path: one, sha256: sha256Of(text) }));
    writeFileSync(join(folder, 'manifest-sha256.txt'), printManifest(files));
    const args = ['--check', '--strict', 'manifest-sha256.txt'];
    const told = execFileSync('sha256sum', args, { cwd: folder, encoding: 'utf8' });
    expect(told.trim().split('\n')).toHaveLength(4);
    await addFiles(folder, { '*sao': 'bốn' });
    expect(() => execFileSync('sha256sum', args, { cwd: folder, stdio: 'ignore' })).toThrow();
  });

  const hash = 'a'.repeat(64);

  test.each([
    ['lines of Windows', `${hash}  a.txt\r\n${hash}  b.txt\r\n`, ['a.txt', 'b.txt'], []],
    ['a mark of the byte order, capitals, one tab', `\ufeff${hash.toUpperCase()}\ta.txt`, ['a.txt'], []],
    ['the star of binary mode', `${hash} *a.txt\n`, ['a.txt'], []],
    ['paths that begin with ./', `${hash}  ./a.txt\n`, ['a.txt'], []],
    ['the same line twice', `${hash}  a\n${hash}  a\n`, ['a'], []],
    ['two hashes for one path', `${hash}  a\n${'b'.repeat(64)}  a\n`, ['a'], [2]],
    ['a line that was cut', `${hash.slice(1)}  a\n${hash}  b\n`, ['b'], [1]],
    ['a hash of another kind', `${'a'.repeat(128)}  a\n`, [], [1]],
    ['no path', `${hash}  \n`, [], [1]],
  ])('read %s', (_, text, paths, faults) => {
    const read = parseManifest(text);
    expect([...read.files.keys()]).toEqual(paths);
    expect(read.faults).toEqual(faults);
  });

  test.each([
    '/etc/passwd',
    '../a',
    'a/../../b',
    'a/..',
    './../a',
    'a//b',
    'a/./b',
    '~/a',
    '\\\\host\\share',
    'C:\\a',
    'c:a',
    'a\\..\\b',
    'a\0b',
  ])('refuse the path %j, which leads outside or nowhere', (one) => {
    expect(isSafePath(one)).toBe(false);
    expect(parseManifest(`${hash}  ${one}\n`)).toEqual({ files: new Map(), faults: [1] });
  });
});
