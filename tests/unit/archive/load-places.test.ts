import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkArchive } from '../../../src/archive/check-archive-fs.ts';
import { loadPlaces } from '../../../src/archive/load-places-fs.ts';
import type { Problem } from '../../../src/problem/problem.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'khobao-places-'));
  await writeFile(join(root, 'archive.yml'), 'name: Kho\n');
});
afterEach(() => rm(root, { recursive: true }));

const lay = (text: string): Promise<void> => writeFile(join(root, 'places.yml'), text);

const check = async (): Promise<Problem[]> => {
  const problems: Problem[] = [];
  await checkArchive(root, {
    hashWarc: null,
    parseSynonyms: () => ({ problems: [] }),
    tell: (problem) => problems.push(problem),
  });
  return problems.filter(({ place }) => place.file === join(root, 'places.yml'));
};

describe('the gazetteer of an archive', () => {
  test('is the one that the program ships where it has none', async () => {
    expect((await loadPlaces(root)).provinces.length).toBeGreaterThan(60);
    expect(await check()).toEqual([]);
  });

  test('is its own where it has one', async () => {
    await lay('provinces:\n  - name: Xứ Vồm\n    kind: province\n');
    expect((await loadPlaces(root)).provinces.map(({ name }) => name)).toEqual(['Xứ Vồm']);
    expect(await check()).toEqual([]);
  });

  test('is sound as the sample archive has it', async () => {
    await lay(await readFile('content/places.yml', 'utf8'));
    expect(await check()).toEqual([]);
    expect(await readFile('content/places.yml', 'utf8')).toBe(
      await readFile('src/article/places.yml', 'utf8'),
    );
  });

  test.each([
    ['provinces:\n  - name: [Hà Giang\n', 'yaml-invalid', 3],
    [
      'provinces:\n  - name: Hà Giang\n    kind: province\n    thủ phủ: Vị Xuyên\n',
      'record-field-unknown',
      4,
    ],
    ['provinces:\n  - name: Hà Giang\n    kind: province\n    now: Đâu Đó\n', 'record-field-invalid', 4],
  ])('%j is told by check: %s, line %i', async (text, code, line) => {
    await lay(text);
    expect((await check()).map((problem) => [problem.code, problem.place.line])).toEqual([[code, line]]);
    expect((await loadPlaces(root)).provinces.length).toBeGreaterThan(60);
  });
});
