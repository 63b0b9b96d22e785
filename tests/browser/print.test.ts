import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { useKindSite } from './kind-site.ts';

const sample = join(import.meta.dirname, '../../content');
const site = useKindSite((content) => cp(sample, content, { recursive: true }));

test('on paper an article is its text, what to cite and its provenance, dark on light, without the site around it', async () => {
  const context = await site.newContext({ colorScheme: 'dark' });
  const page = await context.newPage();
  await page.goto(`${site.origin}/${site.kinds.get('bai/*/*/*/*')?.replace(/phien-ban-\d+\/$/, '') ?? ''}`);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  for (const shown of [
    '.article h1',
    '.dateline',
    '.text',
    '.provenance',
    '.provenance .address a',
    '.capture',
  ])
    expect(await page.locator(shown).first().isVisible(), shown).toBe(true);
  for (const hidden of ['.site-header', 'nav', 'form', 'button', '.to-paragraph', '.report'])
    expect(await page.locator(hidden).filter({ visible: true }).count(), hidden).toBe(0);
  expect(await page.locator('main').innerText()).toContain('https://khobao-lacgiang.example/bai/');
  const lightness = await page.evaluate(() => {
    const context2d = document.createElement('canvas').getContext('2d');
    if (context2d === null) return null;
    context2d.fillStyle = getComputedStyle(document.querySelector('.text p') ?? document.body).color;
    context2d.fillRect(0, 0, 1, 1);
    return context2d.getImageData(0, 0, 1, 1).data[0] ?? null;
  });
  expect(lightness).toBeLessThan(80);
  await context.close();
});

test('no kind of page is wider than a sheet', async () => {
  const context = await site.newContext({ viewport: { width: 718, height: 1000 } });
  const page = await context.newPage();
  await page.emulateMedia({ media: 'print' });
  const wide: string[] = [];
  for (const path of site.kinds.values()) {
    await page.goto(`${site.origin}/${path}`);
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (over > 0) wide.push(`/${path} by ${over}`);
  }
  expect(wide).toEqual([]);
  await context.close();
}, 600_000);
