import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { articlePath, versionPath } from '../../src/article/article-id.ts';
import type { Article } from '../../src/article/article.ts';
import { datePrecision, monthOf } from '../../src/article/date.ts';
import { parseArticle } from '../../src/article/parse-article.ts';
import { printArticle } from '../../src/article/print-article.ts';
import { settingsSchema } from '../../src/article/settings.ts';
import { sourceSchema } from '../../src/article/source-record.ts';
import { readWarcRecord } from './capture/read-warc-record.ts';
import { foldText } from '../../src/text/fold-text.ts';

const content = 'content';
const read = (path: string): string => readFileSync(join(content, path), 'utf8');
const filesLike = (pattern: string): string[] =>
  globSync(join(content, pattern))
    .map((path) => relative(content, path))
    .sort();

const paths = filesLike('articles/**/*.md');
const versionPaths = filesLike('versions/**/*.md');

const articleAt = (path: string): Article => {
  const { article } = parseArticle(read(path));
  if (article === null) throw new Error(`${path} is no article`);
  return article;
};
const articles = paths.map(articleAt);
const versions = versionPaths.map(articleAt);

/** Title, lead and text of an article, by block. */
const textsOf = ({ title, kicker, lead, body }: Article): string[] => [
  title,
  kicker ?? '',
  lead ?? '',
  ...body.flatMap((block) => {
    if (block.type === 'list') return block.items;
    if (block.type === 'table') return block.rows.flat();
    return [block.text];
  }),
];
const wordsOf = (article: Article): Set<string> =>
  new Set(textsOf(article).flatMap((text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []));
const withWord = (word: string): Article[] => articles.filter((article) => wordsOf(article).has(word));
const withBlock = (type: Article['body'][number]['type']): Article[] =>
  articles.filter(({ body }) => body.some((block) => block.type === type));

describe('the files of the sample archive', () => {
  test.each([...paths, ...versionPaths])(
    '%s parses without a problem and prints to the same bytes',
    (path) => {
      const file = read(path);
      const { article, problems } = parseArticle(file);
      expect(problems).toEqual([]);
      expect(article === null ? null : printArticle(article)).toBe(file);
    },
  );

  test('lie where their ids say', () => {
    expect(articles.map(({ id }) => articlePath(id))).toEqual(paths);
    expect(versions.map(({ id }) => versionPath(id, 1))).toEqual(versionPaths);
    expect(articles.every(({ id, source }) => id.startsWith(`${source}/`))).toBe(true);
  });

  test('have settings, synonyms and a source for each article', () => {
    expect(settingsSchema.safeParse(parse(read('archive.yml'))).success).toBe(true);
    expect(parse(read('synonyms.yml'))).toMatchObject({ UBND: 'Ủy ban nhân dân' });
    for (const source of new Set(articles.map((article) => article.source))) {
      const path = `sources/${source}.yml`;
      expect(existsSync(join(content, path)), path).toBe(true);
      expect(sourceSchema.safeParse(parse(read(path))).success, path).toBe(true);
    }
  });

  test('name addresses of the reserved .example domain only', () => {
    const addresses = articles.flatMap(({ url, captures }) => [
      url,
      ...captures.map((capture) => capture.url),
    ]);
    for (const address of addresses) {
      if (address !== null) expect(new URL(address).hostname).toMatch(/\.example$/);
    }
  });
});

describe('the captures of the sample archive', () => {
  const records = articles.flatMap(({ captures }) => captures);
  const warcs = new Map(filesLike('captures/*').map((path) => [path, readFileSync(join(content, path))]));

  test.each(records)('$file at $offset holds the bytes named $sha256', async (capture) => {
    const record = await readWarcRecord(
      new Uint8Array(warcs.get(capture.file)?.subarray(capture.offset) ?? []),
    );
    expect(record).toMatchObject({
      sha256: capture.sha256,
      claimedSha256: capture.sha256,
      mediaType: capture.mediaType,
    });
    expect(record?.payload.length).toBe(capture.bytes);
    expect(Date.parse(record?.date ?? '')).toBe(Date.parse(capture.capturedAt));
  });

  test('are named by records, file by file, each by one article', () => {
    expect([...new Set(records.map(({ file }) => file))].sort()).toEqual([...warcs.keys()]);
    const current = articles.flatMap(({ captures }) => captures);
    expect(new Set(current.map(({ sha256 }) => sha256)).size).toBe(current.length);
  });

  test('hold a page in decomposed Unicode', async () => {
    const forms = await Promise.all(
      records.map(async ({ file, offset }) => {
        const record = await readWarcRecord(new Uint8Array(warcs.get(file)?.subarray(offset) ?? []));
        const text = new TextDecoder().decode(record?.payload);
        return text !== text.normalize('NFC') && text === text.normalize('NFD');
      }),
    );
    expect(forms).toContain(true);
  });

  test('are one for most articles, none for what was typed by hand, two for a page obtained twice', () => {
    const counts = articles.map(({ captures }) => captures.length);
    expect(counts.filter((count) => count === 0).length).toBeLessThanOrEqual(2);
    expect(counts).toContain(2);
  });
});

describe('the sample archive shows', () => {
  test('at least 36 articles from a newspaper, a magazine, a portal and a mailing list', () => {
    expect(articles.length).toBeGreaterThanOrEqual(36);
    const kinds = [...new Set(articles.map(({ source }) => source))].map(
      (source) => sourceSchema.parse(parse(read(`sources/${source}.yml`))).kind,
    );
    expect(kinds.sort()).toEqual(['magazine', 'mailing-list', 'newspaper', 'portal']);
  });

  test.each(['year', 'month', 'day', 'instant'] as const)('a date known to the %s', (precision) => {
    expect(
      articles.some(({ publishedAt }) => publishedAt !== null && datePrecision(publishedAt) === precision),
    ).toBe(true);
  });

  test('years from 1998 to 2025, unevenly, one month with several', () => {
    const years = articles
      .map(({ publishedAt }) => publishedAt?.slice(0, 4))
      .filter((year) => year !== undefined);
    expect([years.sort().at(0), years.sort().at(-1)]).toEqual(['1998', '2025']);
    const months = Map.groupBy(articles, ({ publishedAt }) => monthOf(publishedAt));
    expect(months.get('2018-10')?.length).toBeGreaterThanOrEqual(4);
  });

  const features: Readonly<Record<string, (article: Article) => boolean>> = {
    'an undated article that gives the day without a year': ({ publishedAt, eventDate }) =>
      publishedAt === null && eventDate === '--08-03',
    'an undated article without any date': ({ publishedAt, eventDate }) =>
      publishedAt === null && eventDate === null,
    'a supplied title': ({ titleSupplied }) => titleSupplied,
    'an inferred date': ({ publishedAtInferred }) => publishedAtInferred,
    'a kicker': ({ kicker }) => kicker !== null,
    'a lead': ({ lead }) => lead !== null,
    'a change of the page': ({ updatedAt }) => updatedAt !== null,
    'several authors': ({ authors }) => authors.length > 1,
    'a byline that is a body': ({ authors, organisation }) => authors.length === 0 && organisation !== null,
    'a title past 150 characters': ({ title }) => title.length > 150,
    'an article in English': ({ language }) => language === 'en',
    'an article with three cross-heads': ({ body }) =>
      body.filter(({ type }) => type === 'heading').length === 3,
    'an ordered list': ({ body }) => body.some((block) => block.type === 'list' && block.ordered),
    'a plain list': ({ body }) => body.some((block) => block.type === 'list' && !block.ordered),
    'a figure with a credit': ({ body }) =>
      body.some((block) => block.type === 'figure' && block.credit !== null),
    'a line break in a quotation': ({ body }) =>
      body.some((block) => block.type === 'quote' && block.text.includes('\n')),
    'a withdrawal': ({ withdrawn }) => withdrawn !== null,
  };
  test.each(Object.entries(features))('%s', (_feature, has) => {
    expect(articles.some(has)).toBe(true);
  });

  test('quotations and tables in several articles', () => {
    expect(withBlock('quote').length).toBeGreaterThan(3);
    expect(withBlock('table').length).toBeGreaterThan(3);
  });

  test('two versions of one article, obtained at different instants', () => {
    const [former] = versions;
    const current = articles.find(({ id }) => id === former?.id);
    expect(current?.body).not.toEqual(former?.body);
    expect(current?.captures.length).toBe(2);
    expect(current?.captures.slice(0, 1)).toEqual(former?.captures);
    expect(current?.captures[1]?.capturedAt).not.toBe(former?.captures[0]?.capturedAt);
  });

  test('text without any mark', () => {
    const unmarked = articles.filter((article) => {
      const text = textsOf(article).join(' ').toLowerCase();
      return article.language === 'vi' && text === foldText(text);
    });
    expect(unmarked.length).toBeGreaterThanOrEqual(2);
  });

  test.each([
    ['hoà', 'hòa'],
    ['thuỷ', 'thủy'],
    ['kĩ', 'kỹ'],
    ['quí', 'quý'],
    ['tỉ', 'tỷ'],
    ['khoẻ', 'khỏe'],
  ])('%s and %s, one word spelled two ways', (one, other) => {
    expect(withWord(one)).not.toEqual([]);
    expect(withWord(other)).not.toEqual([]);
  });

  test.each([
    ['đảng', 'đang', 'dâng', 'đáng'],
    ['bão', 'báo', 'bảo', 'bao'],
    ['chợ', 'cho', 'chó', 'chờ'],
  ])('%s, %s, %s and %s, which differ by their marks alone', (...words) => {
    for (const word of words) expect(withWord(word), word).not.toEqual([]);
  });

  test.each(['22/10', '22-10-2018', '22.10.2018', '8,11 tỷ', '8/11'])('a number printed as %s', (number) => {
    expect(articles.some((article) => textsOf(article).some((text) => text.includes(number)))).toBe(true);
  });

  test('documents that several sources cite', () => {
    const citing = (number: string): Set<string> =>
      new Set(
        articles.filter(({ citedDocuments }) => citedDocuments.includes(number)).map(({ source }) => source),
      );
    expect(citing('12/2009/QĐ-UBND').size).toBe(3);
    expect(citing('36/2018/QĐ-UBND').size).toBe(3);
    expect(citing('45/KH-UBND').size).toBe(2);
  });

  test('cited documents as the text prints them', () => {
    for (const article of articles) {
      const text = textsOf(article).join('\n');
      for (const number of article.citedDocuments) expect(text, article.id).toContain(number);
    }
  });
});
