import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { faultsOfPages, useKindSite } from './kind-site.ts';

const sample = join(import.meta.dirname, '../../content');
const site = useKindSite((content) => cp(sample, content, { recursive: true }));

/** Each way in which the page sets text that has lines below or above it too near for the tallest and the deepest letters. */
const tightLines = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    const context = document.createElement('canvas').getContext('2d');
    if (context === null) return ['has no canvas'];
    const seen = new Set<string>();
    const faults: string[] = [];
    for (const element of document.querySelectorAll('body *')) {
      const hasText = [...element.childNodes].some(
        // A letter alone is a sign, and has no line above.
        (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim().length > 1,
      );
      if (!hasText || !element.checkVisibility()) continue;
      // `font` itself is empty where ligatures are told of, too.
      const { fontStyle, fontWeight, fontSize, fontFamily, lineHeight } = getComputedStyle(element);
      const font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
      if (seen.has(font + lineHeight)) continue;
      seen.add(font + lineHeight);
      context.font = font;
      const high = context.measureText('ẶỄỘẨỖ');
      const low = context.measureText('Ặựợỵệgpqy');
      const ink = high.actualBoundingBoxAscent + low.actualBoundingBoxDescent;
      if (ink > parseFloat(lineHeight)) faults.push(`sets ${font}: ${ink} px of ink on ${lineHeight}`);
    }
    return faults;
  });

describe.each([
  ['their own faces', false],
  ['faces of the system', true],
])('in %s', (_, without) => {
  test('stacked marks never touch the line above, in any kind of page', async () => {
    const context = await site.newContext();
    if (without) await context.route('**/*.woff2', (route) => route.abort());
    expect(await faultsOfPages(site, context, site.kinds.values(), tightLines)).toEqual([]);
  }, 600_000);

  test.each(['.article h1', '.name span', 'dd a', '.text p'])(
    'in a picture, two lines set as %s have paper between them',
    async (selector) => {
      const viewport = { width: 1280, height: 800 };
      const context = await site.newContext({ viewport, deviceScaleFactor: 2 });
      if (without) await context.route('**/*.woff2', (route) => route.abort());
      const page = await context.newPage();
      await page.goto(`${site.origin}/${site.kinds.get('bai/*/*/*') ?? ''}`);
      await page.evaluate(async (of) => {
        await document.fonts.ready;
        const element = document.querySelector(of);
        if (element === null) throw new Error(`no ${of}`);
        const { fontWeight, fontSize, fontFamily, lineHeight } = getComputedStyle(element);
        const sheet = document.createElement('dialog');
        const red = Object.assign(document.createElement('span'), { textContent: 'ỵ ợ ự g q p ặ' });
        const blue = Object.assign(document.createElement('span'), { textContent: 'Ặ Ễ Ộ Ẩ Ỗ Ấ' });
        red.style.color = '#f00';
        blue.style.color = '#00f';
        sheet.append(red, document.createElement('br'), blue);
        const box = {
          inset: '0',
          margin: '0',
          padding: '40px',
          border: '0',
          borderRadius: '0',
          outline: '0',
        };
        Object.assign(sheet.style, box, { width: '600px', height: '300px', background: '#fff' });
        Object.assign(sheet.style, { fontWeight, fontSize, fontFamily, lineHeight });
        document.body.append(sheet);
        sheet.showModal();
      }, selector);
      const shot = await page.screenshot({ clip: { x: 0, y: 0, width: 600, height: 300 } });
      const { data, info } = await sharp(shot).removeAlpha().raw().toBuffer({ resolveWithObject: true });
      // Ink of a colour lacks the other one.
      const rowsLacking = (channel: 0 | 2): number[] =>
        Array.from({ length: info.height }, (_, y) => y).filter((y) =>
          Array.from({ length: info.width }, (_, x) => (y * info.width + x) * 3).some(
            (at) => (data[at + channel] ?? 255) < 128,
          ),
        );
      const [above, below] = [rowsLacking(2), rowsLacking(0)];
      expect(above.length).toBeGreaterThan(10);
      expect(below.length).toBeGreaterThan(10);
      expect((below[0] ?? 0) - (above.at(-1) ?? Infinity)).toBeGreaterThan(1);
      await context.close();
    },
  );
});
