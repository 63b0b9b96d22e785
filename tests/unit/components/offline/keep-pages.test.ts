import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { keepPages, type PageKeeping } from '../../../../src/components/offline/keep-pages.ts';
import type { KeptResponses } from '../../../../src/components/offline/keep-responses.ts';

const root = 'https://kho.example/kho/';

let store: Map<string, Response>;
let pages: PageKeeping;

/** The browser's store, as a plain list; its parts are told apart by a prefix. */
const keptIn = (responses: Map<string, Response>): KeptResponses => ({
  put: (part, address, response) => {
    responses.set(`${part} ${address}`, response);
    return Promise.resolve();
  },
  find: (part, address) => Promise.resolve(responses.get(`${part} ${address}`)?.clone() ?? null),
  drop: (part, address) => {
    responses.delete(`${part} ${address}`);
    return Promise.resolve();
  },
  addresses: (part) =>
    Promise.resolve(
      [...responses.keys()]
        .filter((key) => key.startsWith(`${part} `))
        .map((key) => key.slice(part.length + 1)),
    ),
  trim: () => Promise.resolve(),
});

/** What the host has beside the pages. */
const files: Readonly<Record<string, string>> = {
  '_site/a.css': '@font-face{src:url(/kho/_site/l.woff2)}',
  '_site/l.woff2': 'chữ',
  'images/1.jpg': 'hình 1',
  'images/2.jpg': 'hình 2',
};

beforeEach(() => {
  store = new Map();
  pages = keepPages(root, keptIn(store));
  vi.stubGlobal('fetch', (address: string) => {
    const text = files[address.slice(root.length)];
    return Promise.resolve(new Response(text ?? 'không có', { status: text === undefined ? 404 : 200 }));
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const page = (html: string, init: ResponseInit = {}): Response =>
  new Response(html, {
    ...init,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Encoding': 'gzip',
      'Content-Length': '9',
    },
  });
const shown = (picture: string): string =>
  `<title>Giá gạo</title><link href="/kho/_site/a.css"><img src="/kho/images/${picture}.jpg">`;
const address = `${root}bai/x/2001/a/`;
const kept = (): string[] => [...store.keys()].map((key) => key.replace(root, '')).sort();

describe('a page', () => {
  test('is kept with all that it needs, and that those need', async () => {
    await pages.take(address, page(shown('1')));
    expect(kept()).toEqual([
      'files _site/a.css',
      'files _site/l.woff2',
      'files images/1.jpg',
      'pages bai/x/2001/a/',
    ]);
    const headers = store.get(`pages ${address}`)?.headers;
    expect(decodeURIComponent(headers?.get('x-khobao-title') ?? '')).toBe('Giá gạo');
    expect(headers?.get('content-encoding')).toBeNull();
  });

  test('gives way to a newer one, and its pictures with it', async () => {
    await pages.take(address, page(shown('1')));
    await pages.take(address, page(shown('2')));
    expect(kept()).toContain('files images/2.jpg');
    expect(kept()).not.toContain('files images/1.jpg');
  });

  test.each([404, 410])('that is gone (%i) is let go, with its pictures', async (status) => {
    await pages.take(address, page(shown('1')));
    await pages.take(address, page('Không có', { status }));
    expect(kept()).toEqual(['files _site/a.css', 'files _site/l.woff2']);
  });

  test('that is none is not kept', async () => {
    await pages.take(address, new Response('{}', { headers: { 'Content-Type': 'application/json' } }));
    await pages.take(address, page('Lỗi', { status: 403 }));
    expect(kept()).toEqual([]);
  });

  test('of a withdrawn article is let go with its former versions, and no other', async () => {
    for (const path of ['bai/x/2001/a/', 'bai/x/2001/a/phien-ban-1/', 'bai/x/2001/a-2/']) {
      await pages.take(root + path, page('<title>x</title>'));
    }
    await pages.letGo('x/2001/a');
    expect(kept()).toEqual(['pages bai/x/2001/a-2/']);
  });
});

test('a page that a host gives in place of a file is no file', async () => {
  await pages.takeFile(`${root}_site/b.js`, page('Không có'));
  expect(kept()).toEqual([]);
});
