import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { maxLineBytes, maxPageBytes } from '../../../src/capture/limits.ts';
import { readCaptures, type ReadItem, type ReadOptions } from '../../../src/capture/read-captures-fs.ts';
import { toFileProblem } from '../../../src/capture/walk-inputs-fs.ts';

let folder = '';
const at = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'khobao-'));
  mkdirSync(at('saved/bai_files'), { recursive: true });
  writeFileSync(at('saved/bai.html'), '<p>Chợ phiên họp từ sáng sớm.</p>');
  writeFileSync(at('saved/bai_files/menu.html'), '<p>menu</p>');
  writeFileSync(at('saved/style.css'), 'p {}');
  writeFileSync(at('saved/expected.json'), '{\n  "a": 1\n}');
  writeFileSync(at('saved/bai.txt.source.txt'), 'from somewhere');
  writeFileSync(at('big.txt'), `a${' '.repeat(maxPageBytes)}`);
  writeFileSync(
    at('long.jsonl'),
    `{"title":"a","body":["${'a'.repeat(maxLineBytes)}"]}\n{"title":"b","body":["b"]}`,
  );
  writeFileSync(at('old.txt'), Buffer.from([0x43, 0x68, 0xf4, 0x20, 0xd0, 0xfe]));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const read = async (name: string, options: ReadOptions = {}): Promise<ReadItem[]> => {
  const items: ReadItem[] = [];
  for await (const item of readCaptures([at(name)], options)) items.push(item);
  return items;
};

const told = (items: readonly ReadItem[]): string[] =>
  items.map(({ input, record, status, problems }) =>
    [input.slice(folder.length + 1), record ?? '-', status, ...problems.map(({ code }) => code)].join(' '),
  );

test('a folder gives its captures, and passes over the parts of saved pages and notes beside them', async () => {
  expect(told(await read('saved'))).toEqual([
    'saved/bai.html - read',
    'saved/bai.txt.source.txt - skipped',
    'saved/bai_files/menu.html - skipped',
    'saved/expected.json - skipped',
    'saved/style.css - skipped',
  ]);
});

test.each([
  ['saved/expected.json', 'form-unsupported'],
  ['saved/style.css', 'form-unsupported'],
  ['nowhere.txt', 'file-missing'],
  ['big.txt', 'file-too-large'],
  ['old.txt', 'encoding-unknown'],
])('%s, named by itself, is refused: %s', async (name, code) => {
  expect(told(await read(name))).toEqual([`${name} - refused ${code}`]);
});

test('a charset that a person names is taken; one that nobody knows is refused', async () => {
  expect(told(await read('old.txt', { charset: 'windows-1258' }))).toEqual(['old.txt - read']);
  expect(told(await read('old.txt', { charset: 'utf-99' }))).toEqual(['old.txt - refused charset-unknown']);
});

test('a link to the folder that holds it is a loop', async () => {
  symlinkSync(at('saved'), at('saved/again'));
  expect(told(await read('saved'))[0]).toBe('saved/again - refused folder-loop');
  rmSync(at('saved/again'));
});

test('a line that is too long is refused, and the next one read', async () => {
  expect(told(await read('long.jsonl'))).toEqual([
    'long.jsonl 1 refused file-too-large',
    'long.jsonl 2 read',
  ]);
});

test('a device is not read', async () => {
  const items: ReadItem[] = [];
  for await (const item of readCaptures(['/dev/null'])) items.push(item);
  expect(items.map(({ status, problems }) => [status, problems[0]?.code])).toEqual([
    ['refused', 'file-unreadable'],
  ]);
});

test('a file that may not be read is told with the reason of the system', () => {
  const error = Object.assign(new Error('no'), { code: 'EACCES' });
  expect(toFileProblem(error, 'a.txt')).toMatchObject({
    code: 'file-unreadable',
    values: { reason: 'EACCES' },
  });
});
