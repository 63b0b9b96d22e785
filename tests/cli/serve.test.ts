import { createServer } from 'node:http';
import { get } from 'node:http';
import { describe, expect, test } from 'vitest';
import { jsonLines, runKhobao, startKhobao } from './run-khobao.ts';
import { useFolders } from './use-folders.ts';

const newFolder = useFolders();

const site = (base: string): Record<string, string> => ({
  'dist/khobao.json': JSON.stringify({ software: 'khobao', base, site: null }),
  'dist/index.html': '<p>Trang chủ</p>',
  'dist/404.html': '<p>Không có trang này</p>',
  'dist/nguon/index.html': '<p>Nguồn</p>',
  'dist/bai/ban-chup.wlnk': '<x>; rel="original"',
  'dist/ban-chup/a.warc.gz': 'x',
  'dist/_headers': `${base}*\n  X-Content-Type-Options: nosniff\n\n${base}ban-chup/*\n  Content-Type: application/octet-stream\n  Content-Disposition: attachment\n`,
  'dist/_site/a.js': '1',
  'dist/search/a.pf_meta': 'x',
  'outside.txt': 'không được xem',
});

const headersAt = async (url: string, path: string): Promise<Headers> =>
  (await fetch(new URL(path, url))).headers;

const fetchAt = (url: string, path: string): Promise<{ status: number; type: string; text: string }> =>
  new Promise((settle, reject) => {
    const { hostname, port } = new URL(url);
    get({ hostname, port, path }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => {
        settle({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', text });
      });
    }).on('error', reject);
  });

/** Serves a folder while `use` runs; comes back with the exit code after a request to end. */
const whileServing = async (
  base: string,
  signal: NodeJS.Signals,
  use: (url: string) => Promise<void>,
): Promise<number | null> => {
  const folder = await newFolder(site(base));
  const child = startKhobao(folder, ['serve', '--port', '0']);
  const ended = new Promise<number | null>((settle) => child.on('close', settle));
  const first = await new Promise<string>((settle) => {
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      if (text.includes('\n')) settle(text.slice(0, text.indexOf('\n')));
    });
  });
  try {
    await use(first);
  } finally {
    child.kill(signal);
  }
  return ended;
};

describe('khobao serve', () => {
  test('serves the site on loopback with the right kinds, and its own page for what is not there', async () => {
    const code = await whileServing('/', 'SIGTERM', async (url) => {
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
      expect(await fetchAt(url, '/')).toEqual({
        status: 200,
        type: 'text/html;charset=utf-8',
        text: '<p>Trang chủ</p>',
      });
      expect(await fetchAt(url, '/nguon/?q=1')).toMatchObject({ status: 200, text: '<p>Nguồn</p>' });
      expect(await fetchAt(url, '/_site/a.js')).toMatchObject({ type: 'text/javascript' });
      expect(await fetchAt(url, '/search/a.pf_meta')).toMatchObject({ type: 'application/octet-stream' });
      expect(await fetchAt(url, '/khong-co/')).toMatchObject({
        status: 404,
        text: '<p>Không có trang này</p>',
      });
      const capture = await headersAt(url, '/ban-chup/a.warc.gz');
      expect(capture.get('content-encoding')).toBe('identity');
      for (const path of ['/../outside.txt', '/..%2foutside.txt', '/%2e%2e/outside.txt']) {
        expect(await fetchAt(url, path)).toMatchObject({ status: 404 });
      }
    });
    expect(code).toBe(0);
  });

  test('serves under the path that the site was built for', async () => {
    const code = await whileServing('/kho/', 'SIGINT', async (url) => {
      expect(new URL(url).pathname).toBe('/kho/');
      expect(await fetchAt(url, '/kho')).toMatchObject({ status: 302 });
      expect(await fetchAt(url, '/kho/nguon/')).toMatchObject({ status: 200, text: '<p>Nguồn</p>' });
      expect(await fetchAt(url, '/')).toMatchObject({ status: 302 });
      expect(await fetchAt(url, '/nguon/')).toMatchObject({ status: 404 });
    });
    expect(code).toBe(0);
  });

  test.each(['/', '/kho/'])('sends what the site asks hosts to send, at %s', async (base) => {
    await whileServing(base, 'SIGTERM', async (url) => {
      const page = await headersAt(url, `${base}nguon/`);
      expect(page.get('x-content-type-options')).toBe('nosniff');
      expect(page.get('content-disposition')).toBeNull();
      const capture = await headersAt(url, `${base}ban-chup/a.warc.gz`);
      expect(capture.get('content-type')).toBe('application/octet-stream');
      expect(capture.get('content-disposition')).toBe('attachment');
      expect((await headersAt(url, `${base}bai/ban-chup.wlnk`)).get('content-type')).toBe(
        'application/link-format',
      );
      expect((await headersAt(url, `${base}khong-co/`)).get('x-content-type-options')).toBe('nosniff');
    });
  });

  test('tells a port that is taken, and a folder that holds no site', async () => {
    const folder = await newFolder(site('/'));
    const other = createServer();
    await new Promise<void>((settle) => other.listen(0, '127.0.0.1', settle));
    const address = other.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    const taken = await runKhobao(folder, ['serve', '--port', port, '--json']);
    other.close();
    expect(taken.code).toBe(1);
    expect(jsonLines(taken)).toMatchObject([{ code: 'port-taken' }]);
    const missing = await runKhobao(folder, ['serve', '--out', 'nowhere', '--json']);
    expect(jsonLines(missing)).toMatchObject([{ code: 'site-missing' }]);
  });

  test('search tells a folder that holds no site, too', async () => {
    const folder = await newFolder();
    const run = await runKhobao(folder, ['search', 'gạo', '--json']);
    expect(run.code).toBe(1);
    expect(jsonLines(run)).toMatchObject([{ code: 'site-missing' }]);
  });
});
