import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readCaptures } from '../../../src/capture/read-captures-fs.ts';
import { describeProblem } from '../../../src/problem/describe-problem.ts';
import { decodeText } from '../../../src/text/decode-text.ts';

const folder = mkdtempSync(join(tmpdir(), 'khobao-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const toldOf = async (name: string, data: string | Uint8Array) => {
  writeFileSync(join(folder, name), data);
  const told: (string | undefined)[] = [];
  for await (const { status, problems } of readCaptures([join(folder, name)])) {
    told.push(status, ...problems.map(({ code, values }) => `${code} ${String(values.reason)}`));
    for (const problem of problems) expect(describeProblem(problem, 'vi').message).not.toMatch(/[{}]/);
  }
  return told;
};

const page = '<!doctype html><html><body><p>Đò dọc về bến mới từ hôm qua.</p>';
const mhtml = (html: string): string =>
  `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset="utf-8"\r\n\r\n${html}`;

test.each([
  ['a.txt', utf8('Bến mới\n\nĐò dọc về bến mới ở đầu chợ').slice(0, -1), 'letter-cut'],
  ['b.html', utf8(`${page}<p>Bà con đi chợ`).slice(0, -1), 'letter-cut'],
  ['c.html', `${page}<p>Bến cũ.</p><div class="fo`, 'tag-cut'],
  ['d.html', `${page}<p>Bến cũ.</p></di`, 'tag-cut'],
  ['e.html', `${page}<p>Bến cũ.</p><!-- hết b`, 'tag-cut'],
  ['f.mhtml', mhtml(`${page}<p>Bến cũ cát b`), 'mhtml-cut'],
])('%s that was cut comes in, and payload-cut tells why', async (name, data, reason) => {
  expect(await toldOf(name, data)).toEqual(['read', `payload-cut ${reason}`]);
});

test.each([
  ['g.html', page],
  ['h.html', `${page}<p>Giá gạo < 5 nghìn, bến cũ.`],
  ['i.html', '<p>Bến cũ <b'],
  ['j.html', `${page}</body></html>\n<!-- máy chủ 3`],
  ['k.mhtml', mhtml(`${page}</body></html>`)],
  ['l.mhtml', `${mhtml(page)}\r\n--b--\r\n`],
  ['m.txt', 'Bến mới\n\nĐò dọc về bến mới'],
  ['n.txt', ''.padEnd(40, 'Bến ')],
])('%s is whole', async (name, data) => {
  expect(await toldOf(name, data)).toEqual(['read']);
});

test.each([1, 2])('a letter without its last %d bytes leaves nothing in the text', (missing) => {
  const bytes = utf8('Đò dọc về chợ').slice(0, -missing);
  for (const charset of [null, 'utf-8']) {
    expect(decodeText(bytes, { charset })).toMatchObject({
      text: 'Đò dọc về ch',
      charset: 'utf-8',
      damaged: 1,
    });
  }
});
