import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { releasedCapturePath, releasedSnapshotPath } from '../../src/article/snapshot-record.ts';
import { buildSite, makeTemporaryFolder, readFolder } from './build-site-fs.ts';
import { makeSnapshot, makeSnapshotHead } from './make-snapshot.ts';
import { writeTinyArchive } from './tiny-archive-fs.ts';

const day = '2026-11-22';
const live = 'bao-x/2022/cho-phien-vung-cao';
const withdrawn = 'bao-x/2019/bai-da-rut';
const gone = Array.from({ length: 130 }, (_, i) => `cong-y/2001/mat-${String(i).padStart(3, '0')}`);
const captures = ['a', 'b', 'c'].map((digit) => releasedCapturePath(digit.repeat(64)));

const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');
const first = JSON.stringify(
  makeSnapshot('2026-09-01', { changes: { added: [withdrawn, live, ...gone] } }),
  null,
  1,
);
const second = JSON.stringify(
  makeSnapshot('2026-10-15', {
    previous: { date: '2026-09-01', sha256: sha256Of(first) },
    changes: { changed: [live], withdrawn: [withdrawn], removed: gone },
  }),
);
const head = makeSnapshotHead(day, {
  previous: { date: '2026-10-15', sha256: sha256Of(second) },
  changes: { restored: ['bao-x/2021/ban-moi'] },
});

let folder = '';
let release: Map<string, Buffer>;
let plain: Map<string, Buffer>;
let said = '';

beforeAll(async () => {
  folder = await makeTemporaryFolder();
  const content = join(folder, 'kho');
  await writeTinyArchive(content);
  await mkdir(join(content, 'snapshots'));
  await writeFile(join(content, 'snapshots/2026-09-01.json'), first);
  await writeFile(join(content, 'snapshots/2026-10-15.json'), second);
  await writeFile(join(content, 'snapshots/2026-10-16.json'), second);
  await writeFile(join(folder, 'head.json'), JSON.stringify(head));
  const build = async (name: string, env: Record<string, string>): Promise<Map<string, Buffer>> => {
    const outcome = await buildSite(content, join(folder, name), env);
    expect(outcome.code, outcome.said).toBe(0);
    ({ said } = outcome);
    return readFolder(join(folder, name));
  };
  release = await build('dot', { KHOBAO_BASE: '/kho/', KHOBAO_SNAPSHOT: join(folder, 'head.json') });
  plain = await build('thuong', {});
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const pageOf = (files: Map<string, Buffer>, path: string): Document => {
  const file = files.get(`${path}index.html`);
  if (file === undefined) throw new Error(`No ${path} in the output.`);
  return parseHTML(file.toString('utf8')).document;
};

const textOf = (node: { textContent: string | null } | null): string =>
  (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

const textsOf = (page: Document, selector: string): string[] =>
  [...page.querySelectorAll(selector)].map(textOf);

const rowsOf = (page: Document): string[] =>
  [...page.querySelectorAll('tbody tr')].map((row) => [...row.children].map(textOf).join(' | '));

const hrefsOf = (page: Document, selector: string): (string | null)[] =>
  [...page.querySelectorAll(selector)].map((link) => link.getAttribute('href'));

/** Links that lead to no file of the build. */
const deadLinks = (files: Map<string, Buffer>, base: string): string[] => {
  const dead = [...files]
    .filter(([name]) => name.endsWith('.html'))
    .flatMap(([, file]) => hrefsOf(parseHTML(file.toString('utf8')).document, 'a[href]'))
    .map((href) => (href ?? '').replace(/[?#].*$/, ''))
    .filter((href) => href !== '' && !/^(https?|mailto):/.test(href))
    .filter((href) => {
      const path = decodeURIComponent(href.slice(base.length));
      return (
        !href.startsWith(base) || !files.has(path === '' || path.endsWith('/') ? `${path}index.html` : path)
      );
    });
  return [...new Set(dead)].sort();
};

describe('the site of a release', () => {
  test('lists all snapshots, the one in the making first', () => {
    const page = pageOf(release, 'phat-hanh/');
    expect(rowsOf(page)).toEqual([
      '22/11/2026 | 7 | 1 | hiện lại 1',
      '15/10/2026 | 7 | 1 | đổi 1, rút 1, bỏ 130',
      '1/9/2026 | 7 | 1 | Đợt đầu tiên, thêm 132',
    ]);
    expect(hrefsOf(page, 'tbody a')).toEqual([
      '/kho/phat-hanh/2026-11-22/',
      '/kho/phat-hanh/2026-10-15/',
      '/kho/phat-hanh/2026-09-01/',
    ]);
    expect(page.querySelectorAll('thead th[scope=col]').length).toBe(4);
    expect(page.querySelectorAll('tbody th[scope=row] time[datetime]').length).toBe(3);
    expect(rowsOf(pageOf(release, 'en/phat-hanh/'))[1]).toBe(
      '15 Oct 2026 | 7 | 1 | 1 changed, 1 withdrawn, 130 removed',
    );
  });

  test.each(['phat-hanh/2026-11-22/', 'en/phat-hanh/2026-11-22/'])(
    '%s leads to the files that prove it',
    (path) => {
      const page = pageOf(release, path);
      expect(hrefsOf(page, '.proof a')).toEqual([
        `/kho/${releasedSnapshotPath(day)}`,
        '/kho/manifest-sha256.txt',
      ]);
      expect(textsOf(page, '.proof .command')[0]).toBe('sha256sum --check manifest-sha256.txt');
      expect(textOf(page.querySelector('.facts'))).toContain(sha256Of(second));
      expect(hrefsOf(page, '.facts a')).toEqual([
        `/kho/${path.replace(/phat-hanh.*/, '')}phat-hanh/2026-10-15/`,
      ]);
      expect(hrefsOf(page, 'h3 + ul a')).toEqual(['/kho/bai/bao-x/2021/ban-moi/']);
    },
  );

  test('a former snapshot tells the hash of its file in place of links', () => {
    const page = pageOf(release, 'phat-hanh/2026-10-15/');
    expect(hrefsOf(page, '.proof a')).toEqual([]);
    expect(textsOf(page, '.proof .command')).toContain(sha256Of(second));
    expect(textOf(page.querySelector('.proof'))).toContain('phat-hanh/2026-10-15/da-rut.json');
    expect(hrefsOf(page, '.facts a')).toEqual(['/kho/phat-hanh/2026-09-01/', '/kho/phat-hanh/2026-11-22/']);
  });

  test('articles that can be read are told by title, others by id alone, and no list has more than 100', () => {
    const page = pageOf(release, 'phat-hanh/2026-09-01/');
    expect(textsOf(page, 'h3')).toEqual(['Bài mới (132)']);
    const items = textsOf(page, 'h3 + ul li');
    expect(items.length).toBe(100);
    expect(items.slice(0, 3)).toEqual([withdrawn, 'Chợ phiên vùng cao Báo X', gone[0]]);
    expect(hrefsOf(page, 'h3 + ul a')).toEqual([`/kho/bai/${live}/`]);
    expect(textOf(page.querySelector('main'))).toContain('Còn 32 bài nữa');
  });

  test('each capture can be downloaded', () => {
    const article = pageOf(release, `bai/${live}/`);
    const link = article.querySelector('.capture a[download]');
    expect(link?.getAttribute('href')).toBe(`/kho/${captures[0] ?? ''}`);
    expect(textOf(link)).toContain('Tải bản chụp (WARC)');
  });

  test('has no dead link but to the files that publish adds', () => {
    expect(deadLinks(release, '/kho/')).toEqual(
      [...captures, 'manifest-sha256.txt', releasedSnapshotPath(day)].map((path) => `/kho/${path}`).sort(),
    );
  });
});

describe('a site built for itself', () => {
  test('lists what was published, and has no dead link', () => {
    expect(textsOf(pageOf(plain, 'phat-hanh/'), 'tbody th')).toEqual(['15/10/2026', '1/9/2026']);
    expect(deadLinks(plain, '/')).toEqual([]);
  });

  test('tells a snapshot’s file that is none, and leaves it out', () => {
    expect(said).toContain('snapshots/2026-10-16.json');
    expect(said).toContain('snapshot-invalid');
    expect([...plain.keys()].filter((name) => name.includes('2026-10-16'))).toEqual([]);
  });
});
