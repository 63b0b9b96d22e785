import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settingsSchema } from '../../../src/article/settings.ts';
import { isReplaceableExport } from '../../../src/snapshot/former-export-fs.ts';
import { writeOai } from '../../../src/snapshot/write-oai-fs.ts';
import { anArticle } from '../article/random-articles.ts';
import { faultsOfAnswer, faultsOfStatic } from './oai-rules.ts';
import { childOf, childrenOf, parseXml, type XmlElement } from './parse-xml.ts';
import { archiveOf, capture, site, withdrawn } from './oai-archive.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khobao-oai-'));
});
afterAll(() => rm(folder, { recursive: true }));

const read = async (path: string): Promise<XmlElement> => parseXml(await readFile(path, 'utf8'));

const texts = (element: XmlElement): string[] =>
  element.children.map(({ name, text }) => `${name.replace(/^.*:/, '')}: ${text}`);

describe('a static repository', () => {
  test('tells each article in Dublin Core', async () => {
    const article = anArticle({
      title: 'Một ]]> hai & <ba> "bốn"\u200f \u0001\ud800\ufffe năm',
      titleSupplied: true,
      authors: ['Lê An', 'Trần Bình'],
      organisation: 'Sở Văn hoá',
      section: 'Tin\r\nmới',
      url: 'https://bao-x.example/?a=1&b=2',
      publishedAt: '2014',
      publishedAtInferred: true,
      citedDocuments: ['35-NQ/TW'],
      places: ['Đà Nẵng'],
      captures: [capture],
    });
    const target = join(folder, 'one.xml');
    const gone = anArticle({ id: 'bao-x/2022/rut', title: 'Bài rút', withdrawn });
    expect(await writeOai(archiveOf(folder, [article, gone]), target, 'to/kho oai.xml', new Map())).toEqual(
      [],
    );
    const root = await read(target);
    expect(faultsOfStatic(root)).toEqual([]);
    expect(childOf(childOf(root, 'Identify'), 'oai:baseURL').text).toBe(
      'https://kho.example/bao/kho%20oai.xml',
    );
    const record = childOf(childOf(root, 'ListRecords'), 'oai:record');
    expect(texts(childOf(record, 'oai:header'))).toEqual([
      'identifier: oai:kho.example:bao-x/2022/gia-gao',
      'datestamp: 2022-12-31',
    ]);
    expect(texts(childOf(childOf(record, 'oai:metadata'), 'oai_dc:dc'))).toEqual([
      'title: [Một ]]> hai & <ba> "bốn"\u200f  năm]',
      'creator: Lê An',
      'creator: Trần Bình',
      'creator: Sở Văn hoá',
      'subject: Tin\r\nmới',
      'publisher: Báo X',
      'date: [2014]',
      'type: Text',
      'format: text/html',
      'identifier: https://kho.example/bao/bai/bao-x/2022/gia-gao/',
      'source: https://bao-x.example/?a=1&b=2',
      'language: vi',
      'relation: 35-NQ/TW',
      'coverage: Đà Nẵng',
      'rights: Quyền thuộc các báo.',
    ]);
    expect(await readFile(target, 'utf8')).not.toContain('Bài rút');
  });

  test.each([
    ['captures', new Map<string, string>(), '2022-12-31'],
    ['the log', new Map([['bao-x/2022/gia-gao', '2023-02-01T00:00:00+07:00']]), '2023-01-31'],
  ])('dates a record by the newest of %s', async (name, logged, expected) => {
    const target = join(folder, `dated-${String(logged.size)}.xml`);
    await writeOai(archiveOf(folder, [anArticle({ captures: [capture] })]), target, name, logged);
    const records = childOf(await read(target), 'ListRecords');
    expect(childOf(childOf(childOf(records, 'oai:record'), 'oai:header'), 'oai:datestamp').text).toBe(
      expected,
    );
  });

  test('is valid without an address and a contact, and that is told', async () => {
    const target = join(folder, 'nowhere.xml');
    const bare = { site: null, settings: settingsSchema.parse({ name: 'Kho' }) };
    const told = await writeOai(archiveOf(folder, [anArticle()], bare), target, 'a.xml', new Map());
    expect(told).toMatchObject([
      { code: 'export-setting-missing', severity: 'warning', values: { field: 'site' } },
      { code: 'export-setting-missing', values: { field: 'contact', used: 'unknown@archive.invalid' } },
    ]);
    expect(faultsOfStatic(await read(target))).toEqual([]);
  });

  test('has at least one record', async () => {
    const gone = anArticle({ withdrawn });
    const told = await writeOai(archiveOf(folder, [gone]), join(folder, 'none.xml'), 'a.xml', new Map());
    expect(told).toMatchObject([{ code: 'export-empty', severity: 'error' }]);
  });
});

const snapshot = (date: string, changes: object): string =>
  JSON.stringify({
    format: 1,
    date,
    software: { name: 'khobao', version: '1.0.0' },
    previous: null,
    counts: { articles: 0, withdrawn: 0, versions: 0, sources: 0, captures: 0 },
    changes: { added: [], changed: [], withdrawn: [], restored: [], removed: [], ...changes },
    articles: {},
    content: {},
    release: {},
  });

describe('beyond 5,000 articles, a harvest folder', () => {
  const id = (n: number): string => `bao-x/2022/bai-${String(n).padStart(5, '0')}`;
  const base = `${site}oai/`;
  let target = '';

  beforeAll(async () => {
    const articles = Array.from({ length: 5003 }, (_, n) =>
      anArticle({ id: id(n), withdrawn: n === 7 ? withdrawn : null, captures: [capture] }),
    );
    await mkdir(join(folder, 'snapshots'));
    const files = {
      '2024-01-01': { added: [id(0), id(1), id(2), id(7)] },
      '2024-05-07': { added: [id(3)], changed: [id(1)], withdrawn: [id(7)], removed: ['bao-x/2022/mat'] },
    };
    for (const [date, changes] of Object.entries(files)) {
      await writeFile(join(folder, `snapshots/${date}.json`), snapshot(date, changes));
    }
    target = join(folder, 'oai');
    await writeOai(archiveOf(folder, articles), target, 'oai', new Map());
  }, 60_000);

  test('holds the answers of a repository, one leading to the next', async () => {
    expect((await readdir(target)).sort()).toEqual([
      '.well-known',
      'capabilitylist.xml',
      'changelist.xml',
      'formats.xml',
      'identify.xml',
      'records-0001.xml',
      'records-0002.xml',
      'resourcelist.xml',
    ]);
    expect(await isReplaceableExport(target)).toBe(true);
    const records: XmlElement[] = [];
    const tokens: string[] = [];
    for (const name of ['identify', 'formats', 'records-0001', 'records-0002']) {
      const root = await read(join(target, `${name}.xml`));
      expect(faultsOfAnswer(root)).toEqual([]);
      if (!name.startsWith('records')) continue;
      const list = childOf(root, 'oai:ListRecords');
      const token = childOf(list, 'oai:resumptionToken');
      tokens.push(`${String(token.attributes.cursor)} ${token.text}`);
      records.push(...childrenOf(list, 'oai:record').map((record) => childOf(record, 'oai:header')));
    }
    expect(tokens).toEqual(['0 records-0002', '5000 ']);
    expect(records).toHaveLength(5003);
    expect(new Set(records.map((header) => childOf(header, 'oai:identifier').text)).size).toBe(5003);
    const deleted = records.filter(({ attributes }) => attributes.status === 'deleted');
    expect(deleted.map(texts)).toEqual([[`identifier: oai:kho.example:${id(7)}`, 'datestamp: 2024-05-07']]);
  });

  test('has the lists of ResourceSync, each leading to the one above', async () => {
    const up = (root: XmlElement): string | undefined =>
      childrenOf(root, 'rs:ln').find(({ attributes }) => attributes.rel === 'up')?.attributes.href;
    const about = (root: XmlElement) => childOf(root, 'rs:md').attributes;
    const description = await read(join(target, '.well-known/resourcesync'));
    expect(about(description)).toEqual({ capability: 'description' });
    expect(childOf(childOf(description, 'url'), 'loc').text).toBe(`${base}capabilitylist.xml`);
    const capabilities = await read(join(target, 'capabilitylist.xml'));
    expect(up(capabilities)).toBe(`${site}.well-known/resourcesync`);
    expect(about(capabilities)).toEqual({ capability: 'capabilitylist' });
    expect(childrenOf(capabilities, 'url').map((url) => [childOf(url, 'loc').text, about(url)])).toEqual([
      [`${base}resourcelist.xml`, { capability: 'resourcelist' }],
      [`${base}changelist.xml`, { capability: 'changelist' }],
    ]);
    const resources = await read(join(target, 'resourcelist.xml'));
    expect(resources.name).toBe('urlset');
    expect(resources.attributes).toEqual({
      xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
      'xmlns:rs': 'http://www.openarchives.org/rs/terms/',
    });
    expect(up(resources)).toBe(`${base}capabilitylist.xml`);
    expect(about(resources)).toEqual({ capability: 'resourcelist', at: '2024-05-07T00:00:00Z' });
    const urls = childrenOf(resources, 'url');
    expect(urls).toHaveLength(5002 + 2);
    expect(urls.map((url) => childOf(url, 'loc').text)).not.toContain(`${site}bai/${id(7)}/`);
    for (const name of ['records-0001.xml', 'records-0002.xml']) {
      const bytes = await readFile(join(target, name));
      const url = urls.find((one) => childOf(one, 'loc').text === `${base}${name}`);
      expect(url === undefined ? {} : about(url)).toEqual({
        hash: `sha-256:${createHash('sha256').update(bytes).digest('hex')}`,
        length: String(bytes.length),
        type: 'application/xml',
      });
    }
  });

  test('tells what changed between snapshots', async () => {
    const changes = await read(join(target, 'changelist.xml'));
    expect(childOf(changes, 'rs:md').attributes).toEqual({
      capability: 'changelist',
      from: '2024-01-01T00:00:00Z',
      until: '2024-05-07T00:00:00Z',
    });
    const told = childrenOf(changes, 'url').map((url) => [
      childOf(url, 'loc').text.slice(`${site}bai/`.length, -1),
      childOf(url, 'rs:md').attributes,
    ]);
    const at = (change: string) => ({ change, datetime: '2024-05-07T00:00:00Z' });
    expect(told).toEqual([
      [id(3), at('created')],
      [id(1), at('updated')],
      [id(7), at('deleted')],
      ['bao-x/2022/mat', at('deleted')],
    ]);
  });
});
