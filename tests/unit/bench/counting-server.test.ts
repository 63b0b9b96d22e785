import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveCounted } from '../../../bench/browser/counting-server.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'khobao-served-'));
  writeFileSync(join(folder, 'a.pack'), '0123456789');
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('a part is given where Range is read, the whole where it is not, and both are counted', async () => {
  const headers = { range: 'bytes=2-4' };
  for (const [readsRange, status, text] of [
    [true, 206, '234'],
    [false, 200, '0123456789'],
  ] as const) {
    const server = await serveCounted(folder, { readsRange });
    const response = await fetch(`${server.origin}/a.pack`, { headers });
    expect(response.status).toBe(status);
    expect(await response.text()).toBe(text);
    await server.quiet();
    expect(server.take()).toEqual([{ path: '/a.pack', bytes: text.length, requests: 1 }]);
    expect(server.take()).toEqual([]);
    await server.close();
  }
});

test.each([
  ['/nothing', {}, 404],
  ['/', {}, 404],
  ['/../a.pack', {}, 200],
  ['/a.pack', { range: 'bytes=10-' }, 416],
])('%s with %j is answered %i', async (path, headers, status) => {
  const server = await serveCounted(folder, { readsRange: true });
  expect((await fetch(server.origin + path, { headers })).status).toBe(status);
  await server.close();
});

test('what the browser holds already is not given again', async () => {
  const server = await serveCounted(folder, { readsRange: true });
  const tag = (await fetch(`${server.origin}/a.pack`)).headers.get('etag') ?? '';
  server.take();
  const again = await fetch(`${server.origin}/a.pack`, { headers: { 'if-none-match': tag } });
  expect(again.status).toBe(304);
  expect(server.take()).toEqual([{ path: '/a.pack', bytes: 0, requests: 1 }]);
  await server.close();
});
