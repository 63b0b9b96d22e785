import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandNames } from '../../src/i18n/cli-words.ts';
import { chooseLanguage } from '../../src/cli/choose-language.ts';
import { addFiles, hashFiles, jsonLines, runKhobao } from './run-khobao.ts';
import { useFolders } from './use-folders.ts';

const newFolder = useFolders();

describe('the language of messages', () => {
  test.each([
    [[], {}, 'vi'],
    [[], { LANG: 'en_GB.UTF-8' }, 'en'],
    [[], { LC_ALL: 'vi_VN.UTF-8', LANG: 'en_GB.UTF-8' }, 'vi'],
    [[], { LC_ALL: '', LANG: 'en' }, 'en'],
    [[], { LANG: 'C.UTF-8' }, 'vi'],
    [['--lang', 'en'], { LANG: 'vi_VN' }, 'en'],
    [['import', 'a', '--lang=vi'], { LANG: 'en_US' }, 'vi'],
    [['search', '--', '--lang', 'en'], {}, 'vi'],
  ] as const)('%j with %j is %s', (args, environment, language) => {
    expect(chooseLanguage(args, environment)).toBe(language);
  });
});

describe('--help', () => {
  test.each(commandNames.flatMap((name) => [[name, 'vi'] as const, [name, 'en'] as const]))(
    'of %s in %s is on stdout, and the command ends well',
    async (name, language) => {
      const run = await runKhobao(await newFolder(), [name, '--help', '--lang', language]);
      expect(run).toMatchObject({ code: 0, stderr: '' });
      expect(run.stdout).toContain(language === 'vi' ? 'Cách dùng: khobao' : 'Usage: khobao');
      expect(run.stdout).toContain('--json');
    },
  );

  test('without a command lists them all', async () => {
    const { code, stdout } = await runKhobao(await newFolder(), []);
    expect(code).toBe(0);
    for (const name of commandNames) expect(stdout).toMatch(new RegExp(`^ {2}${name} `, 'm'));
  });
});

describe('wrong usage', () => {
  test.each([
    ['an unknown command', ['improt', 'a.txt'], 'There is no command "improt".\nDid you mean "import"?'],
    [
      'an unknown option',
      ['check', '--contnet', 'x'],
      'There is no option "--contnet".\nDid you mean "--content"?',
    ],
    ['no path', ['import'], 'PATH is missing.'],
    ['no value', ['check', '--content'], 'The option --content needs a value.'],
    ['too many arguments', ['check', 'a', 'b'], 'does not take so many arguments'],
    ['no such language', ['check', '--lang', 'fr'], '"fr"'],
    ['a source that is no id', ['import', 'a', '--source', 'Báo X'], '"Báo X" is not a value for --source.'],
    ['one address for two pages', ['import', 'a', 'b', '--url', 'https://a.example/'], 'single page'],
    ['an address that is none', ['import', 'a', '--url', 'a.example'], '--url'],
    ['a port that is none', ['serve', '--port', '70000'], '--port'],
    ['a number that is none', ['search', 'a', '--limit', '-1'], '--limit'],
    ['an order that is none', ['search', 'a', '--sort', 'best'], '--sort'],
    ['a date that is none', ['search', 'a', '--from', '2009-02-31'], '--from'],
    ['no query', ['search'], '--batch'],
    ['an empty query', ['search', ' '], '--batch'],
    ['a site with a query', ['build', '--site', 'https://a.example/?b'], '--site'],
    ['query and batch', ['search', 'a', '--batch', 'b'], 'not both'],
    [
      'a format that is none',
      ['export', 'pdf', '--to', 'x'],
      'The formats are wacz, bagit, oai, jsonl, csv.',
    ],
    ['a base that climbs', ['build', '--base', '/../'], '--base'],
  ])('%s: exit code 2, nothing on stdout', async (_what, args, message) => {
    const folder = await newFolder();
    const run = await runKhobao(folder, args, { LANG: 'en_US.UTF-8' });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr.replace(/^There is no option "--lang"/, '')).toContain(
      args.includes('fr') ? 'fr' : message,
    );
    expect(await hashFiles(folder)).toEqual({});
  });
});

describe('khobao init', () => {
  test('lays out an archive that check finds sound, and never twice: content-not-empty', async () => {
    const folder = await newFolder();
    const run = await runKhobao(folder, ['init']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const files = await hashFiles(folder);
    expect(Object.keys(files)).toEqual([
      'content/README.md',
      'content/archive.yml',
      'content/places.yml',
      'content/synonyms.yml',
    ]);
    expect(await runKhobao(folder, ['check'])).toMatchObject({ code: 0 });
    const again = await runKhobao(folder, ['init', '--json']);
    expect(again.code).toBe(1);
    expect(jsonLines(again)).toMatchObject([{ code: 'content-not-empty' }]);
    expect(await hashFiles(folder)).toEqual(files);
  });

  test('names the folder in the commands that it shows', async () => {
    const folder = await newFolder();
    const run = await runKhobao(folder, ['init', 'kho']);
    expect(run.stdout).toContain('npx khobao import <tệp hoặc thư mục> --content kho');
    const readme = await readFile(join(folder, 'kho/README.md'), 'utf8');
    expect(readme.match(/--content kho`/g)).toHaveLength(6);
  });

  test.runIf(process.platform === 'linux')('ends where no folder can be made: write-failed', async () => {
    const folder = await newFolder();
    await addFiles(folder, { 'a.txt': 'Chợ Vồm\n\nChợ Vồm họp sáng nay.\n' });
    for (const args of [
      ['init', '/proc/kho/bao'],
      ['import', 'a.txt', '--content', '/proc/kho'],
    ]) {
      const run = await runKhobao(folder, [...args, '--json']);
      expect(run.code).toBe(1);
      expect(jsonLines(run)).toMatchObject([{ code: 'write-failed' }]);
    }
  });

  test('refuses a file in the folder’s place', async () => {
    const folder = await newFolder();
    await addFiles(folder, { kho: 'x' });
    expect(await runKhobao(folder, ['init', 'kho'])).toMatchObject({ code: 1 });
    expect(Object.keys(await hashFiles(join(folder)))).toEqual(['kho']);
  });
});

describe('a fault of ours', () => {
  test('ends with 3, and shows its stack when asked', async () => {
    const folder = await newFolder();
    // A folder in the place of a file of settings that only a search reads: nothing the command looks out for.
    await addFiles(folder, {
      'content/archive.yml': 'name: Kho thử\n',
      'content/snapshots/2020-01-01.json/x': '',
    });
    await addFiles(folder, { 'a.txt': 'Chợ Vồm\n\nChợ Vồm họp sáng nay.\n' });
    const short = await runKhobao(folder, ['import', 'a.txt'], { LANG: 'en' });
    expect(short).toMatchObject({ code: 3, stdout: '' });
    expect(short.stderr).not.toContain('    at ');
    const long = await runKhobao(folder, ['import', 'a.txt', '--verbose']);
    expect(long).toMatchObject({ code: 3 });
    expect(long.stderr).toContain('    at ');
  });
});
