import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DOMParser, parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { articleSchema, type ArticleInput } from '../../src/article/article.ts';
import { printArticle } from '../../src/article/print-article.ts';
import { hostPolicy, pagePolicy } from '../../src/content/security-policy.ts';
import { buildSite, makeTemporaryFolder, readFolder } from './build-site-fs.ts';
import { writeTinyArchive } from './tiny-archive-fs.ts';

let folder = '';
/** An archive that knows its address, and one below a path that doesn't. */
let files: Map<string, Buffer>;
let unknown: Map<string, Buffer>;

const capture = (digit: string, capturedAt: string) => ({
  sha256: digit.repeat(64),
  capturedAt,
  mediaType: 'text/html',
  bytes: 10,
  file: 'captures/a.warc.gz',
  offset: 0,
});

/** Withdrawn, and with all that would open a door to it. */
const withdrawn: ArticleInput = {
  id: 'bao-x/2024/rut-co-ban-chup',
  title: 'Bài rút có hai bản chụp',
  source: 'bao-x',
  url: 'https://bao-x.example/rut',
  publishedAt: '2024-05-06',
  withdrawn: { withdrawnAt: '2024-06-06T07:08:09+07:00', reason: 'Theo yêu cầu', by: null },
  captures: [capture('d', '2024-05-07T09:00:00+07:00'), capture('e', '2024-05-08T09:00:00+07:00')],
  body: [{ type: 'paragraph', text: 'Không còn cho đọc.' }],
};

const write = async (
  name: string,
  env: Record<string, string>,
  settings?: string,
): Promise<Map<string, Buffer>> => {
  const content = join(folder, name);
  await writeTinyArchive(content);
  const file = join(content, 'articles', `${withdrawn.id}.md`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, printArticle(articleSchema.parse(withdrawn)));
  if (settings !== undefined) await writeFile(join(content, 'archive.yml'), settings);
  const out = join(folder, `${name}-trang`);
  const { code, said } = await buildSite(content, out, env);
  expect(code, said).toBe(0);
  return readFolder(out);
};

beforeAll(async () => {
  folder = await makeTemporaryFolder();
  files = await write('biet', {});
  unknown = await write('khong-biet', { KHOBAO_BASE: '/kho/' }, 'name: Kho thử\n');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const textOf = (name: string, of = files): string => {
  const file = of.get(name);
  if (file === undefined) throw new Error(`No ${name} in the output.`);
  return file.toString('utf8');
};

const xml = (name: string, of = files): Document =>
  new DOMParser().parseFromString(textOf(name, of), 'text/xml') as unknown as Document;

const all = (document: Document, selector: string): string[] =>
  [...document.querySelectorAll(selector)].map(({ textContent }) => textContent);

const pages = (of: Map<string, Buffer>): [string, Document][] =>
  [...of]
    .filter(([name]) => name.endsWith('.html'))
    .map(([name, file]) => [name, parseHTML(file.toString('utf8')).document]);

describe('feeds', () => {
  test('the newest articles are in one, the newest first, by the first instant that each date may mean', () => {
    const feed = xml('bai-moi.xml');
    expect(all(feed, 'entry > id').map((id) => id.slice('https://kho.example/bai/'.length, -1))).toEqual([
      'bao-x/2023/doc-hai',
      'bao-x/2022/cho-phien-vung-cao',
      'bao-x/2022/khong-co-tieu-de',
      'bao-x/2021/ban-moi',
      'cong-y/2020/chu-dai',
      'cong-y/1998/nam-xua',
      'cong-y/undated/khong-ro-ngay',
    ]);
    expect(all(feed, 'entry > published')).toEqual([
      '2023-11-05T23:59:00+09:00',
      '2022-02-28T14:18:00+07:00',
      '2022-02-01T00:00:00+07:00',
      '2021-05-09T00:00:00+07:00',
      '2020-01-01T00:00:00+07:00',
      '1998-01-01T00:00:00+07:00',
    ]);
    // That of the article with two versions is when its text of now was captured.
    expect(all(feed, 'entry > updated')).toContain('2021-05-10T09:00:00+07:00');
    expect(all(feed, 'feed > updated')).toEqual(['2023-11-05T23:59:00+09:00']);
    expect(
      all(feed, 'updated, published').filter(
        (date) => !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/.test(date),
      ),
    ).toEqual([]);
  });

  test('an entry says what its page says', () => {
    const [, entry] = xml('bai-moi.xml').querySelectorAll('entry');
    expect(entry?.querySelector('title')?.textContent).toBe('Chợ phiên vùng cao');
    expect([...(entry?.querySelectorAll('author > name') ?? [])].map((name) => name.textContent)).toEqual([
      'An Nhiên',
      'Bình',
      'TTXVN',
    ]);
    expect(entry?.querySelector('summary')?.textContent).toContain('Trời chưa sáng');
    expect(entry?.querySelector('link[rel=via]')?.getAttribute('href')).toBe(
      'https://bao-x.example/cho-phien',
    );
    expect(all(xml('bai-moi.xml'), 'entry > title')).toContain('[Về một con đường]');
  });

  test('each source has one of its own', () => {
    const feed = xml('nguon/cong-y/bai-moi.xml');
    expect(all(feed, 'entry').length).toBe(3);
    expect(all(feed, 'entry > id').filter((id) => !id.includes('/bai/cong-y/'))).toEqual([]);
    expect(all(feed, 'feed > title')).toEqual(['cong-y · Kho thử']);
    expect(feed.querySelector('feed > link[rel=self]')?.getAttribute('href')).toBe(
      'https://kho.example/nguon/cong-y/bai-moi.xml',
    );
  });

  test.each([
    ['index.html', '/bai-moi.xml'],
    ['en/index.html', '/bai-moi.xml'],
    ['nguon/bao-x/index.html', '/nguon/bao-x/bai-moi.xml'],
    ['en/nguon/bao-x/index.html', '/nguon/bao-x/bai-moi.xml'],
  ])('%s leads feed readers and people to %s', (name, address) => {
    const { document } = parseHTML(textOf(name));
    const heads = [...document.querySelectorAll('link[type="application/atom+xml"]')];
    expect(heads.map((link) => link.getAttribute('href'))).toEqual([address]);
    expect(document.querySelector(`main a[href="${address}"]`)).not.toBeNull();
  });

  test('in an archive without an address is known by names, and leads below its base', () => {
    const feed = xml('bai-moi.xml', unknown);
    expect(all(feed, 'id').filter((id) => !/^urn:uuid:[0-9a-f-]{36}$/.test(id))).toEqual([]);
    expect(new Set(all(feed, 'id')).size).toBe(8);
    expect(feed.querySelector('entry > link[rel=alternate]')?.getAttribute('href')).toBe(
      '/kho/bai/bao-x/2023/doc-hai/',
    );
  });
});

describe('sitemaps', () => {
  test('list each page that search engines may list, and no other', () => {
    const listed = all(xml('sitemap-1.xml'), 'loc').sort();
    const open = pages(files)
      .filter(([name, page]) => name !== '404.html' && page.querySelector('meta[name=robots]') === null)
      .map(([name]) => `https://kho.example/${name.replace(/index\.html$/, '')}`)
      .sort();
    expect(listed).toEqual(open);
  });

  test('tell when an article’s page changed, and show no pictures', () => {
    expect(textOf('sitemap-1.xml')).toContain(
      '<url><loc>https://kho.example/bai/bao-x/2021/ban-moi/</loc><lastmod>2021-05-10T09:00:00+07:00</lastmod></url>',
    );
    expect(textOf('sitemap-1.xml')).not.toContain('image');
    expect(all(xml('sitemap.xml'), 'loc')).toEqual(['https://kho.example/sitemap-1.xml']);
    expect(all(xml('sitemap.xml'), 'lastmod')).toEqual(['2023-11-05T23:59:00+09:00']);
    expect(textOf('robots.txt')).toBe(
      'User-agent: *\nAllow: /\n\nSitemap: https://kho.example/sitemap.xml\n',
    );
  });
});

test('what needs a whole address is left out of an archive that knows none', () => {
  const names = [...unknown.keys()].filter((name) => /sitemap|tim\.xml/.test(name));
  expect(names).toEqual([]);
  expect(textOf('robots.txt', unknown)).toBe('User-agent: *\nAllow: /\n');
  const linked = pages(unknown).filter(([, page]) => page.querySelector('link[rel=search]') !== null);
  expect(linked.map(([name]) => name)).toEqual([]);
});

test('the address bar can search in each language', () => {
  expect(textOf('tim.xml')).toContain('template="https://kho.example/tim/?q={searchTerms}"');
  expect(textOf('en/tim.xml')).toContain('template="https://kho.example/en/tim/?q={searchTerms}"');
  const { document } = parseHTML(textOf('en/nam/index.html'));
  expect(document.querySelector('link[rel=search]')?.getAttribute('href')).toBe('/en/tim.xml');
});

describe('TimeMaps', () => {
  test('there is one where an article has several captures, and its page leads there', () => {
    expect([...files.keys()].filter((name) => name.endsWith('.wlnk'))).toEqual([
      'bai/bao-x/2021/ban-moi/ban-chup.wlnk',
    ]);
    const { document } = parseHTML(textOf('bai/bao-x/2021/ban-moi/index.html'));
    expect(document.querySelector('link[rel=timemap]')?.getAttribute('href')).toBe(
      '/bai/bao-x/2021/ban-moi/ban-chup.wlnk',
    );
    const leading = pages(files).filter(([, page]) => page.querySelector('link[rel=timemap]') !== null);
    expect(leading.map(([name]) => name)).toEqual([
      'bai/bao-x/2021/ban-moi/index.html',
      'bai/bao-x/2021/ban-moi/phien-ban-1/index.html',
    ]);
  });

  test('it tells which version was captured when', () => {
    expect(textOf('bai/bao-x/2021/ban-moi/ban-chup.wlnk').split(',\n')).toEqual([
      '<https://bao-x.example/chup>; rel="original"',
      '<https://kho.example/bai/bao-x/2021/ban-moi/ban-chup.wlnk>; rel="self"; type="application/link-format"; from="Sun, 09 May 2021 02:00:00 GMT"; until="Mon, 10 May 2021 02:00:00 GMT"',
      '<https://kho.example/bai/bao-x/2021/ban-moi/phien-ban-1/>; rel="first memento"; datetime="Sun, 09 May 2021 02:00:00 GMT"; type="text/html"',
      '<https://kho.example/bai/bao-x/2021/ban-moi/>; rel="last memento"; datetime="Mon, 10 May 2021 02:00:00 GMT"; type="text/html"\n',
    ]);
  });
});

test('no door leads to a withdrawn article; one file tells who keeps copies to let go of it', () => {
  const ids = ['bao-x/2019/bai-da-rut', withdrawn.id];
  const naming = [...files].filter(([, file]) => ids.some((id) => file.includes(id))).map(([name]) => name);
  expect(naming.filter((name) => !name.startsWith('bai/'))).toEqual([
    'bai-da-rut.txt',
    'da-rut/index.html',
    'en/da-rut/index.html',
  ]);
  expect(naming.filter((name) => name.startsWith('bai/'))).toEqual(ids.map((id) => `bai/${id}/index.html`));
  expect(textOf('bai-da-rut.txt')).toBe('bao-x/2019/bai-da-rut\nbao-x/2024/rut-co-ban-chup\n');
});

test('hosts are told to say what every page says of itself', () => {
  const policies = pages(files).map(([, page]) =>
    page.querySelector('meta[http-equiv=content-security-policy]')?.getAttribute('content'),
  );
  expect([...new Set(policies)]).toEqual([pagePolicy]);
  expect(textOf('_headers')).toContain(`/*\n  Content-Security-Policy: ${hostPolicy}\n`);
  expect(textOf('_headers', unknown)).toContain(`/kho/*\n  Content-Security-Policy: ${hostPolicy}\n`);
});

test('the service worker imports nothing and is small', () => {
  const code = textOf('sw.js');
  expect(code).not.toMatch(/\bimport\s*[("'`{*]|\bexport\b/);
  expect(code.length).toBeLessThan(12_000);
});
