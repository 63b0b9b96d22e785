import { assert, array, constantFrom, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dropMentions } from '../../../src/snapshot/drop-mentions.ts';

const own = '/bai/bao-x/2020/cho-phien/';
const paths = [own];
const other = '/bai/bao-x/2020/cho-phien-moi/';

describe('dropMentions', () => {
  test.each([
    [
      'the part of a list',
      `<ol>\n<li><a href="${own}">Chợ phiên</a> <p>Lời dẫn.</p></li>\n<li><a href="${other}">Khác</a></li>\n</ol>`,
      `<ol>\n\n<li><a href="${other}">Khác</a></li>\n</ol>`,
    ],
    [
      'a part of a list that is not closed',
      `<ul><li><a href="${own}">Chợ</a><li><a href="${other}">Khác</a></ul>`,
      `<ul><li><a href="${other}">Khác</a></ul>`,
    ],
    [
      'the nearest part where lists lie in lists',
      `<ul><li>Báo X<ul><li><a href="${own}">Chợ</a></li><li>Khác</li></ul></li></ul>`,
      `<ul><li>Báo X<ul><li>Khác</li></ul></li></ul>`,
    ],
    ['a description', `<dl><dt>Bản</dt><dd><a href="${own}">1</a></dd></dl>`, `<dl><dt>Bản</dt></dl>`],
    ['a row', `<table><tr><td><a href="${own}">x</a></td></tr></table>`, `<table></table>`],
    [
      'a link in running text, and nothing else of it',
      `<article><p>Xem <a href="${own}">Chợ phiên</a> nữa.</p><p>Hết.</p></article>`,
      `<article><p>Xem  nữa.</p><p>Hết.</p></article>`,
    ],
    [
      'links below a path, under a base, and whole addresses',
      `<p><a href="/kho${own}phien-ban-1/">1</a><a href="https://kho.example${own}#x">2</a></p>`,
      '<p></p>',
    ],
    [
      'a link of the head',
      `<head><link rel="next" href="${own}"><title>T</title></head>`,
      '<head><title>T</title></head>',
    ],
    [
      'data about the page',
      `<script type="application/ld+json">{"@id":"https://k.example${own}"}</script><p>Còn.</p>`,
      '<p>Còn.</p>',
    ],
  ])('takes out %s', (_, html, left) => {
    expect(dropMentions(html, paths, false)).toBe(left);
  });

  test.each([
    [
      'an entry of a feed',
      `<feed><entry><title>Chợ</title><link href="https://k.example${own}"/></entry><entry><id>2</id></entry></feed>`,
      '<feed><entry><id>2</id></entry></feed>',
    ],
    [
      'an item',
      `<channel><item><guid>https://k.example${own}</guid></item></channel>`,
      '<channel></channel>',
    ],
    [
      'an address of a site map, and of no other article',
      `<urlset><url><loc>https://k.example${own}</loc></url><url><loc>https://k.example${other}</loc></url></urlset>`,
      `<urlset><url><loc>https://k.example${other}</loc></url></urlset>`,
    ],
  ])('takes out of XML %s', (_, xml, left) => {
    expect(dropMentions(xml, paths, true)).toBe(left);
  });

  test('leaves a text as it is that mentions nothing, sound HTML or not', () => {
    const text = `<p>Chợ &amp; <b>bến</p> <li <a href="${other}">\r\n\0`;
    expect(dropMentions(text, paths, false)).toBe(text);
  });

  test('keeps every byte of all other parts of a list', () => {
    const part = constantFrom(
      ...[own, other, '/nam/2020/'].map((href) => `<li class=x>\n <a  href='${href}'>Đò &lt; 1</a>\t</li>\n`),
      '<!-- ghi chú --> chữ &nbsp;\r\n',
    );
    assert(
      property(array(part, { maxLength: 12 }), (parts) => {
        const kept = parts.map((one) => (one.includes(own) ? '\n' : one));
        const html = `<!doctype html><ul>${parts.join('')}</ul>`;
        expect(dropMentions(html, paths, false)).toBe(`<!doctype html><ul>${kept.join('')}</ul>`);
      }),
    );
  });

  test('reads a deeply nested page without running out of stack', () => {
    const html = `${'<div>'.repeat(5_000)}<li><a href="${own}">x</a></li>`;
    expect(dropMentions(html, paths, false)).toBe('<div>'.repeat(5_000));
  });
});
