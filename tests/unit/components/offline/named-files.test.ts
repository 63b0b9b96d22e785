import { expect, test } from 'vitest';
import { namedFiles, titleOf } from '../../../../src/components/offline/named-files.ts';

test.each([
  ['<link rel="stylesheet" href="/kho/_site/page.aB-1.css">', ['_site/page.aB-1.css']],
  ['<script type="module" src="/_site/tim.x.js"></script><a href="/bai/x/">x</a>', ['_site/tim.x.js']],
  [
    '<img src="/kho/images/ab/c.jpg" srcset="/kho/images/ab/c.jpg 1x, /kho/_site/c-2.webp 2x">',
    ['_site/c-2.webp', 'images/ab/c.jpg'],
  ],
  ['@font-face{src:url(/_site/l.woff2)}i{background:url(./m.svg)}', ['_site/l.woff2', '_site/m.svg']],
  ['import{a}from"./a.js";new Worker(new URL("/kho/_site/w.js",b))', ['_site/a.js', '_site/w.js']],
  ['<p>images/chu.jpg và trang.js</p>', []],
])('%s names %o', (text, files) => {
  expect(namedFiles(text)).toEqual(files);
});

test.each([
  ['<title>Giá gạo &quot;tăng&quot; &amp; giảm &#39;98 · Kho</title>', `Giá gạo "tăng" & giảm '98 · Kho`],
  ['<title>&eacute;</title>', '&eacute;'],
  ['<p>không có</p>', ''],
])('the title of %s: %s', (html, title) => {
  expect(titleOf(html)).toBe(title);
});
