import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openCapture } from '../../../src/capture/open-capture.ts';
import { parseMhtml } from '../../../src/capture/parse-mhtml.ts';
import { readCaptures, type ReadItem, type ReadOptions } from '../../../src/capture/read-captures-fs.ts';
import { readSavedPage } from '../../../src/capture/saved-page.ts';
import { decodeTransfer } from '../../../src/capture/transfer-encoding.ts';

const folder = mkdtempSync(join(tmpdir(), 'khobao-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const readFile = async (name: string, data: string | Uint8Array, options: ReadOptions = {}) => {
  writeFileSync(join(folder, name), data);
  const items: ReadItem[] = [];
  for await (const item of readCaptures([join(folder, name)], options)) items.push(item);
  return items;
};

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array, charset = 'utf-8'): string => new TextDecoder(charset).decode(bytes);

const chrome = (boundaryEnd = '------MultipartBoundary--aB3--\r\n'): string =>
  [
    'From: <Saved by Blink>',
    'Snapshot-Content-Location: https://bao-cho.example/2019/gia-gao.html',
    'Subject: =?utf-8?Q?Gi=C3=A1=20g=E1=BA=A1o?=',
    ' =?utf-8?Q?=20nh=C3=ADch?=',
    'Date: Sat, 4 May 2019 01:30:00 GMT',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;',
    '\ttype="text/html";',
    '\tboundary="----MultipartBoundary--aB3"',
    '',
    '',
    '------MultipartBoundary--aB3',
    'Content-Type: text/html; charset="utf-8"',
    'Content-ID: <frame-1@mhtml.blink>',
    'Content-Transfer-Encoding: quoted-printable',
    'Content-Location: https://bao-cho.example/2019/gia-gao.html',
    '',
    '<p class=3D"a">Gi=C3=A1 g=E1=BA=A1o =E1=BB=9F ch=',
    '=E1=BB=A3 V=E1=BB=93m</p>',
    '------MultipartBoundary--aB3',
    'Content-Type: text/html; charset="utf-8"',
    'Content-Transfer-Encoding: quoted-printable',
    'Content-Location: https://quang-cao.example/',
    '',
    '<p>qu=E1=BA=A3ng c=C3=A1o</p>',
    boundaryEnd,
  ].join('\r\n');

describe('MHTML', () => {
  test('of Chrome gives the page, its address and when it was saved; the capture is the whole file', async () => {
    const [item] = await readFile('trang.mhtml', chrome());
    expect(item?.capture).toMatchObject({
      mediaType: 'multipart/related',
      url: 'https://bao-cho.example/2019/gia-gao.html',
      capturedAt: '2019-05-04T08:30:00+07:00',
      capturedAtInferred: false,
    });
    if (!item?.capture) return;
    expect(textOf(item.capture.bytes)).toBe(chrome());
    const page = openCapture(item.capture);
    expect(page).toMatchObject({ mediaType: 'text/html', charset: null, sha256: item.sha256 });
    expect(textOf(page.bytes)).toBe('<p class="a">Giá gạo ở chợ Vồm</p>');
  });

  test('is told by its headers without a name, folded ones among them', async () => {
    const [item] = await readFile('trang.dat', chrome());
    expect(item?.capture?.mediaType).toBe('multipart/related');
  });

  test.each([
    ['without its last boundary', chrome('')],
    ['with line feeds alone', chrome().replaceAll('\r\n', '\n')],
    ['with a byte-order mark', `\ufeff${chrome()}`],
  ])('%s is read', (_, file) => {
    expect(textOf(parseMhtml(utf8(file))?.bytes ?? utf8(''))).toContain('<p class="a">Giá gạo ở chợ Vồm</p>');
  });

  test('of Internet Explorer: a multipart in a multipart, base64, an old charset', () => {
    const file = [
      'From: <Saved by Windows Internet Explorer 8>',
      'Date: Mon, 12 Sep 2005 08:30:00 +0700',
      'Content-Type: multipart/related; boundary="ngoai"; type="multipart/alternative"',
      '',
      'This is a multi-part message in MIME format.',
      '',
      '--ngoai',
      'Content-Type: multipart/alternative; boundary=trong',
      '',
      '--trong',
      'Content-Type: text/plain',
      '',
      'Gia gao',
      '--trong',
      'Content-Type: text/html; charset="windows-1258"',
      'Content-Transfer-Encoding: base64',
      'Content-Location: http://bao-cho.example/tin',
      '\t/gia-gao.htm',
      '',
      Buffer.from('3c703e4368f43c2f703e', 'hex')
        .toString('base64')
        .replace(/(.{7})/g, '$1\r\n'),
      '--trong--',
      '--ngoai--',
    ].join('\r\n');
    const page = parseMhtml(utf8(file));
    expect(page).toMatchObject({
      charset: 'windows-1258',
      url: 'http://bao-cho.example/tin/gia-gao.htm',
      savedMs: Date.UTC(2005, 8, 12, 1, 30),
    });
    expect(textOf(page?.bytes ?? utf8(''), 'windows-1258')).toBe('<p>Chô</p>');
  });

  test('of one part, and the part that `start` names', () => {
    const single =
      'MIME-Version: 1.0\r\nContent-Type: text/html\r\nContent-Location: file://C:\\a.htm\r\n\r\n<p>a</p>';
    expect(parseMhtml(utf8(single))).toMatchObject({ url: null, bytes: utf8('<p>a</p>') });
    const named = [
      'Content-Type: multipart/related; boundary=b; start="<hai>"',
      '',
      '--b',
      'Content-Type: text/html',
      'Content-ID: <mot>',
      '',
      'một',
      '--b',
      'Content-Type: text/html',
      'Content-ID: <hai>',
      'Content-Transfer-Encoding: 8bit',
      '',
      'hai',
      '--b--',
    ].join('\n');
    expect(textOf(parseMhtml(utf8(named))?.bytes ?? utf8(''))).toBe('hai');
  });

  test.each([
    ['no page', 'Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: image/png\n\nx\n--b--'],
    ['no boundary', 'Content-Type: multipart/related\n\n<p>a</p>'],
    [
      'multiparts without end',
      'Content-Type: multipart/mixed; boundary=b\n\n' +
        '--b\nContent-Type: multipart/mixed; boundary=b\n\n'.repeat(1000),
    ],
    ['nothing but boundaries', `Content-Type: multipart/mixed; boundary=b\n\n${'--b\n'.repeat(100_000)}`],
  ])('with %s is refused', async (_, file) => {
    const items = await readFile('hong.mht', file);
    expect(items.map(({ status, problems }) => [status, problems[0]?.code])).toEqual([
      ['refused', 'mhtml-page-missing'],
    ]);
  });

  test('an address that a person names goes before the file’s own', async () => {
    const [item] = await readFile('trang.mht', chrome(), { url: 'https://bao-cho.example/khac' });
    expect(item?.capture?.url).toBe('https://bao-cho.example/khac');
  });

  test.each([
    ['quoted-printable', 'a=3Db=\r\nc= \nd=3', 'a=bcd=3'],
    ['Quoted-Printable', '100=ZZ', '100=ZZ'],
    ['base64', 'eGlu IGNo\r\n4bq/', 'xin chế'],
    ['base64', 'eGluY', 'xin'],
    ['8bit', 'xin', 'xin'],
    [null, 'xin', 'xin'],
  ])('%s: %j → %j', (encoding, sent, text) => {
    expect(textOf(decodeTransfer(sent, encoding))).toBe(text);
  });
});

describe('a saved page', () => {
  test.each([
    [
      '<!DOCTYPE html> <html lang=vi><!--\n Page saved with SingleFile \n url: https://bao-cho.example/a?x=1 \n saved date: Sat May 04 2019 08:30:00 GMT+0700 (Giờ Đông Dương)\n--><head>',
      'https://bao-cho.example/a?x=1',
      Date.UTC(2019, 4, 4, 1, 30),
    ],
    [
      '<!DOCTYPE html>\r\n<!-- saved from url=(0030)http://bao-cho.example/gia-gao -->\r\n<html>',
      'http://bao-cho.example/gia-gao',
      null,
    ],
    ['<!-- saved from url=(0014)about:internet --><html>', null, null],
    [
      '<html><head><meta name="savepage-url" content="https://bao-cho.example/?a=1&amp;b=2"><meta name="savepage-title" content="a"><meta name="savepage-date" content="Sat May 04 2019 08:30:00 GMT+0700 (ICT)">',
      'https://bao-cho.example/?a=1&b=2',
      Date.UTC(2019, 4, 4, 1, 30),
    ],
    ['<html><p>saved from url=(0030)http://bao-cho.example/gia-gao</p>', null, null],
  ])('%j', (html, url, savedMs) => {
    expect(readSavedPage(html)).toEqual({ url, savedMs });
  });

  test('tells where and when it was saved; a clock that was not set tells nothing', async () => {
    const mark = (date: string): string =>
      `<html><!--\n Page saved with SingleFile \n url: https://bao-cho.example/a \n saved date: ${date}\n--><p>Chợ phiên.</p>`;
    const [item] = await readFile('mot.html', mark('Sat May 04 2019 08:30:00 GMT+0700 (ICT)'));
    expect(item?.capture).toMatchObject({
      url: 'https://bao-cho.example/a',
      capturedAt: '2019-05-04T08:30:00+07:00',
      capturedAtInferred: false,
    });
    const [other] = await readFile('hai.html', mark('Thu Jan 01 1970 08:30:00 GMT+0700 (ICT)'));
    expect(other?.capture?.capturedAtInferred).toBe(true);
  });
});
