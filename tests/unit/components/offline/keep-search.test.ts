import { beforeEach, describe, expect, test } from 'vitest';
import type { KeptResponses } from '../../../../src/components/offline/keep-responses.ts';
import { keepSearch, type SearchKeeping } from '../../../../src/components/offline/keep-search.ts';

const root = 'https://kho.example/search/';
const shelf = `${root}shard/abc/chunks-0.pack`;

let store: Map<string, Response>;
let search: SearchKeeping;

/** The browser's store, as a plain list. */
const keptIn = (responses: Map<string, Response>): KeptResponses => ({
  put: (_, address, response) => {
    responses.delete(address);
    responses.set(address, response);
    return Promise.resolve();
  },
  find: (_, address) => Promise.resolve(responses.get(address)?.clone() ?? null),
  drop: (_, address) => {
    responses.delete(address);
    return Promise.resolve();
  },
  addresses: () => Promise.resolve([...responses.keys()]),
  trim: () => Promise.resolve(),
});

beforeEach(() => {
  store = new Map();
  search = keepSearch(root, keptIn(store));
});

const asked = (first: number, last: number): Request =>
  new Request(shelf, { headers: { range: `bytes=${first}-${last}` } });
const bytes = (first: number, last: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length: last + 1 - first }, (_, i) => first + i);
const found = async (request: Request): Promise<number[] | null> => {
  const response = await search.find(request);
  return response === null ? null : [...new Uint8Array(await response.arrayBuffer())];
};

describe('parts of the index', () => {
  test('are kept one by one, and found again, or what they hold of another', async () => {
    await search.take(asked(10, 19), new Response(bytes(10, 19), { status: 206 }));
    expect([...store.keys()]).toEqual([`${shelf}?bytes=10-19`]);
    expect(await found(asked(10, 19))).toEqual([...bytes(10, 19)]);
    expect(await found(asked(12, 13))).toEqual([12, 13]);
    expect((await search.find(asked(12, 13)))?.status).toBe(206);
    expect(await found(asked(12, 20))).toBeNull();
    expect(await found(new Request(shelf))).toBeNull();
  });

  test('are found in a whole file, as a host without ranges gives it', async () => {
    await search.take(asked(10, 19), new Response(bytes(0, 99), { status: 200 }));
    expect(await found(asked(50, 52))).toEqual([50, 51, 52]);
    expect(await found(new Request(shelf))).toEqual([...bytes(0, 99)]);
  });

  test.each([
    ['a part that is too short', 206, 'application/octet-stream', bytes(10, 12)],
    ['a page in its place', 200, 'text/html; charset=utf-8', bytes(10, 19)],
    ['the news that it is gone', 404, 'application/octet-stream', bytes(10, 19)],
  ])('are not kept of %s', async (_, status, type, body) => {
    await search.take(asked(10, 19), new Response(body, { status, headers: { 'Content-Type': type } }));
    expect([...store.keys()]).toEqual([]);
  });

  test('that a new publication does not name are let go', async () => {
    for (const path of ['table/1.pack', 'table/2.pack', 'shard/abc/parts.pack', 'shard/def/parts.pack']) {
      await search.take(new Request(root + path), new Response('x'));
    }
    await search.take(asked(0, 9), new Response(bytes(0, 9), { status: 206 }));
    const entry = '{"table":"table/2.pack","shards":[{"folder":"shard/def/"}]}';
    await search.take(new Request(`${root}index.json`), new Response(entry));
    expect([...store.keys()].map((address) => address.slice(root.length))).toEqual([
      'table/2.pack',
      'shard/def/parts.pack',
      'index.json',
    ]);
  });
});
