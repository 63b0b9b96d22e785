import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { brokenLinks, type BuiltSite } from './broken-links.ts';
import { buildSite, makeTemporaryFolder, readFolder } from './build-site-fs.ts';

const sample = join(import.meta.dirname, '../../content');
const origin = 'https://khobao-lacgiang.example';

let folder = '';

beforeAll(async () => {
  folder = await makeTemporaryFolder();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(['/', '/kho/'])('the sample archive served at %s', (base) => {
  let site: BuiltSite;

  beforeAll(async () => {
    const out = join(folder, base.replaceAll('/', '') || 'goc');
    const { code, said } = await buildSite(sample, out, { KHOBAO_BASE: base });
    expect(code, said).toBe(0);
    site = { files: await readFolder(out), base, origin };
  });

  test('has no link of a page, style, script, feed or map that leads nowhere', () => {
    expect(brokenLinks(site)).toEqual([]);
  });

  test('would be told of one that does', () => {
    const page = `<p id="a"><a href="${base}bai/khong-co/">x</a><a href="#b">y</a><a href="/ngoai/">z</a><img srcset="${base}icon.svg 1x, ${base}mat.png 2x">`;
    const files = new Map([
      ['icon.svg', Buffer.from('<svg/>')],
      ['index.html', Buffer.from(page)],
      ['a.css', Buffer.from('i{background:url(mat.svg)}')],
      ['sitemap-1.xml', Buffer.from(`<loc>${origin}${base}mat/</loc>`)],
      ['x.wlnk', Buffer.from(`<${base}mat.warc>; rel="memento"`)],
    ]);
    const outside = base === '/' ? 'leads nowhere' : 'leads out of the base';
    expect(brokenLinks({ files, base, origin })).toEqual([
      `index.html: ${base}bai/khong-co/ leads nowhere`,
      'index.html: #b leads to no part of that page',
      `index.html: /ngoai/ ${outside}`,
      `index.html: ${base}mat.png leads nowhere`,
      'a.css: mat.svg leads nowhere',
      `sitemap-1.xml: ${origin}${base}mat/ leads nowhere`,
      `x.wlnk: ${base}mat.warc leads nowhere`,
    ]);
  });

  test('tells every page the same of where its own feed and search lie', () => {
    const home = site.files.get('index.html')?.toString('utf8') ?? '';
    expect(home).toContain(`href="${base}bai-moi.xml"`);
    expect(home).toContain(`href="${base}tim.xml"`);
    expect(
      site.files
        .get('_headers')
        ?.toString('utf8')
        .match(/^\/.*$/gm),
    ).toEqual(['*', '_site/*', 'images/*', 'ban-chup/*'].map((path) => base + path));
  });
});
