import { readFileSync } from 'node:fs';
import { DOMParser } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { printFeed, type Feed } from '../../../src/content/feed.ts';
import { printHostHeaders } from '../../../src/content/host-headers.ts';
import { nameUuid } from '../../../src/content/name-uuid.ts';
import { printSearchDescription } from '../../../src/content/opensearch.ts';
import { hostPolicy, pagePolicy } from '../../../src/content/security-policy.ts';
import { printSitemap, printSitemapIndex } from '../../../src/content/sitemap.ts';
import { printTimeMap } from '../../../src/content/timemap.ts';

const feed: Feed = {
  id: 'https://kho.example/',
  title: 'Kho <thử> & "nghiệm"',
  subtitle: null,
  rights: null,
  language: 'vi',
  self: 'https://kho.example/bai-moi.xml',
  page: 'https://kho.example/',
  icon: 'https://kho.example/icon.svg',
  updated: '2022-02-01T00:00:00+07:00',
  entries: [
    {
      id: 'https://kho.example/bai/x/2022/a/',
      title: '</title><script>\u0007',
      address: 'https://kho.example/bai/x/2022/a/',
      original: 'https://x.example/?a=1&b="2"',
      published: null,
      updated: '2022-02-01T00:00:00+07:00',
      language: 'en',
      authors: ['An', 'Bình'],
      section: 'Đời "sống"',
      summary: null,
    },
  ],
};

describe('a feed', () => {
  test('is well-formed whatever stands in it, and tells nothing that is not known', () => {
    const text = printFeed(feed);
    const document = new DOMParser().parseFromString(text, 'text/xml') as unknown as Document;
    expect(document.querySelector('feed > title')?.textContent).toBe('Kho <thử> & "nghiệm"');
    expect(document.querySelector('entry > title')?.textContent).toBe('</title><script>');
    expect(text).toContain('<link rel="via" href="https://x.example/?a=1&amp;b=&quot;2&quot;"/>');
    expect(text).toContain('<category term="Đời &quot;sống&quot;"/>');
    expect(document.querySelectorAll('entry > author > name').length).toBe(2);
    expect(text).toContain('<entry xml:lang="en">');
    expect(text).not.toMatch(/<published|<summary|<subtitle|<rights|\n\n/);
  });

  test('without an address of its own is known by a UUID of a name', async () => {
    // RFC 9562, appendix A.4 has a name of another namespace; this one is of Python's uuid5(NAMESPACE_URL, …).
    expect(await nameUuid('http://www.example.com/')).toBe('fcde3c85-2270-590f-9e7c-ee003d65e0e2');
  });
});

test('a sitemap tells of each page where it is and, if known, when it changed', () => {
  const pages = [
    { address: 'https://kho.example/?a&b', changedAt: '2022-02-01T00:00:00+07:00' },
    { address: 'https://kho.example/', changedAt: null },
  ];
  expect(printSitemap(pages)).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n' +
      '<url><loc>https://kho.example/?a&amp;b</loc><lastmod>2022-02-01T00:00:00+07:00</lastmod></url>\n' +
      '<url><loc>https://kho.example/</loc></url>\n</urlset>\n',
  );
  expect(printSitemapIndex(pages.slice(1))).toContain(
    '<sitemap><loc>https://kho.example/</loc></sitemap>\n</sitemapindex>',
  );
});

test.each([
  ['Kho báo Lạc Giang', 'Kho báo Lạc'],
  ['Kho báo', 'Kho báo'],
  ['Báođiệntửtoànquốcgia', 'Báođiệntửtoànquố'],
])('the search of "%s" is called "%s", in 16 letters at most', (name, short) => {
  const text = printSearchDescription({
    name,
    description: 'Tìm',
    language: 'vi',
    contact: null,
    searchPage: 'https://kho.example/tim/',
    icon: 'https://kho.example/icon.svg',
    self: 'https://kho.example/tim.xml',
  });
  expect(text).toContain(`<ShortName>${short}</ShortName>`);
  expect(text).toContain('template="https://kho.example/tim/?q={searchTerms}"');
});

test('a TimeMap has the oldest capture first, in the time of HTTP', () => {
  const memento = (address: string, instant: string) => ({ address, instant, type: 'text/html' });
  const text = printTimeMap({
    original: 'https://x.example/a <b>/đò',
    self: 'https://kho.example/m',
    mementos: [
      memento('https://kho.example/2', '2021-05-10T09:00:00+07:00'),
      memento('https://kho.example/1', '2021-05-09T09:00:00+07:00'),
      memento('https://kho.example/3', '2021-05-10T02:00:01Z'),
    ],
  });
  expect(text).toBe(
    [
      '<https://x.example/a%20%3Cb%3E/%C4%91%C3%B2>; rel="original"',
      '<https://kho.example/m>; rel="self"; type="application/link-format"; from="Sun, 09 May 2021 02:00:00 GMT"; until="Mon, 10 May 2021 02:00:01 GMT"',
      '<https://kho.example/1>; rel="first memento"; datetime="Sun, 09 May 2021 02:00:00 GMT"; type="text/html"',
      '<https://kho.example/2>; rel="memento"; datetime="Mon, 10 May 2021 02:00:00 GMT"; type="text/html"',
      '<https://kho.example/3>; rel="last memento"; datetime="Mon, 10 May 2021 02:00:01 GMT"; type="text/html"\n',
    ].join(',\n'),
  );
});

describe('the file of headers', () => {
  const rules = printHostHeaders('/kho/')
    .trim()
    .split('\n\n')
    .map((rule) => rule.split('\n'));

  test('says of every answer what each page says of itself, and who may frame it', () => {
    expect(hostPolicy).toBe(`${pagePolicy}; frame-ancestors 'none'`);
    expect(rules[0]?.slice(0, 2)).toEqual(['/kho/*', `  Content-Security-Policy: ${hostPolicy}`]);
    expect(pagePolicy).not.toMatch(/unsafe|\*|https?:|data:|blob:/);
  });

  test('has no star but at a path’s end, and no field in two rules: hosts read those in their own ways', () => {
    expect(rules.map(([path]) => path).filter((path) => !/^\/kho\/[^*]*\*$/.test(path ?? ''))).toEqual([]);
    const general = (rules[0] ?? []).slice(1).map((field) => field.split(':')[0]);
    const special = rules.slice(1).flatMap((rule) => rule.slice(1).map((field) => field.split(':')[0]));
    expect(special.filter((field) => general.includes(field))).toEqual([]);
  });

  test('is what the samples for other hosts say', () => {
    const samples = readFileSync('docs/hosting.md', 'utf8');
    const fields = rules.flatMap((rule) => rule.slice(1).map((field) => field.trim().split(': ')));
    const missing = fields.filter(
      ([name = '', value = '']) =>
        name !== 'Content-Security-Policy' && !(samples.includes(name) && samples.includes(value)),
    );
    expect(missing).toEqual([]);
  });

  test('has no line that a host cuts', () => {
    expect(rules.flat().filter((line) => line.length > 2000)).toEqual([]);
  });
});
