import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codeOf, importsOf, sourceFiles, type Import } from './import-graph.ts';

/** Which room a file of `src` is in: its first folder, or `site` for all that the site is made of. */
const trunk = [
  'i18n',
  'problem',
  'text',
  'article',
  'capture',
  'extract',
  'archive',
  'search',
  'snapshot',
  'cli',
];
const roomOf = (file: string): string => {
  const first = file.split('/')[0] ?? '';
  return trunk.includes(first) ? first : 'site';
};

/** The floors of the house: a room may import from lower floors, of its own floor types alone. */
const floors: Record<string, number> = {
  i18n: 0,
  problem: 1,
  text: 1,
  article: 2,
  capture: 3,
  extract: 3,
  archive: 3,
  search: 3,
  snapshot: 3,
  cli: 4,
  site: 4,
};

const files = sourceFiles();
const imports = files.flatMap(importsOf);
const told = ({ from, specifier }: Import): string => `${from} imports ${specifier}`;

describe('imports run one way', () => {
  test('no room imports from a higher floor, nor values from another room of its own floor', () => {
    const wrong = imports.filter(({ from, file, typeOnly }) => {
      if (file === null) return false;
      const here = roomOf(from);
      const there = roomOf(file);
      const difference = (floors[there] ?? 9) - (floors[here] ?? 9);
      return here !== there && !typeOnly && difference >= 0;
    });
    expect(wrong.map(told)).toEqual([]);
  });

  test('the site imports nothing of capture, extract, archive or cli', () => {
    const wrong = imports.filter(
      ({ from, file }) =>
        file !== null &&
        roomOf(from) === 'site' &&
        ['capture', 'extract', 'archive', 'cli'].includes(roomOf(file)),
    );
    expect(wrong.map(told)).toEqual([]);
  });

  test('Node built-ins only in *-fs.ts and in cli/', () => {
    const wrong = imports.filter(
      ({ from, specifier }) => isBuiltin(specifier) && !from.endsWith('-fs.ts') && roomOf(from) !== 'cli',
    );
    expect(wrong.map(told)).toEqual([]);
  });

  test('the DOM only in *.client.ts and components', () => {
    const wrong = files.filter(
      (file) =>
        file.endsWith('.ts') &&
        !file.endsWith('.client.ts') &&
        /\b(document|window)\.\w/.test(withoutComments(codeOf(file))),
    );
    expect(wrong).toEqual([]);
  });

  test('files of the disk stay out of what the browser gets', () => {
    const wrong = imports.filter(
      ({ from, file, typeOnly }) =>
        from.endsWith('.client.ts') && !typeOnly && file?.endsWith('-fs.ts') === true,
    );
    expect(wrong.map(told)).toEqual([]);
  });
});

const withoutComments = (code: string): string => code.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');

/** Tables of words or of data, which may be as long as they need. */
const isTable = (file: string): boolean => file.startsWith('i18n/') || basename(file).endsWith('-table.ts');

describe('files', () => {
  test('are kebab-case and in no room without a name of its own', () => {
    const wrong = files.filter(
      (file) =>
        /(^|\/)(utils?|helpers?|common|misc|lib)(\/|\.ts$)/.test(file) ||
        (file.endsWith('.ts') &&
          !/^[a-z0-9]+(-[a-z0-9]+)*(\.client|\.config|\.d|\.xml|\.txt|\.json|\.wlnk)*\.ts$/.test(
            basename(file),
          )),
    );
    expect(wrong).toEqual([]);
  });

  test('are at most 250 lines, tables apart', () => {
    const wrong = files.filter(
      (file) => !isTable(file) && readFileSync(join('src', file), 'utf8').split('\n').length > 251,
    );
    expect(wrong).toEqual([]);
  });

  test('have named exports only, pages and components apart', () => {
    const wrong = files.filter((file) => file.endsWith('.ts') && /^export default\b/m.test(codeOf(file)));
    expect(wrong).toEqual([]);
  });
});
