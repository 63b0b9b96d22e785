import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cp } from 'node:fs/promises';
import { faultsOfPages, useKindSite } from './kind-site.ts';

const sample = join(import.meta.dirname, '../../content');
const site = useKindSite((content) => cp(sample, content, { recursive: true }));

declare global {
  interface Window {
    shifts: { value: number; moved: string }[];
  }
}

interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  readonly sources: readonly { readonly node: Node | null }[];
}

const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 800 };

test.each([
  ['a phone', phone],
  ['a desk', desk],
])(
  'on the screen of %s no line of any page moves, though faces and scripts come after the first paint',
  async (_, viewport) => {
    const context = await site.newContext({ viewport });
    await context.addInitScript(() => {
      window.shifts = [];
      new PerformanceObserver((list) => {
        for (const { value, sources } of list.getEntries() as LayoutShift[]) {
          const nodes = sources.map(({ node }) => node?.parentElement?.innerHTML.slice(0, 120));
          window.shifts.push({ value, moved: nodes.join(' and ') });
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await context.route(/\.(woff2|js)$/, async (route) => {
      const page = route.request().frame().page();
      await page
        .waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
        .catch(() => null);
      await route.continue().catch(() => null);
    });
    const paths = [...site.kinds.values(), 'tim/?q=cho+phien', 'xu-huong/?q=cho', 'khong-co/cho-phien/'];
    const faults = await faultsOfPages(site, context, paths, async (page) => {
      await page.waitForLoadState('networkidle');
      await page.evaluate(async () => {
        await document.fonts.ready;
        await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
      });
      const shifts = await page.evaluate(() => window.shifts);
      return shifts.map(({ value, moved }) => `shifts by ${value.toFixed(4)}: ${moved}`);
    });
    expect(faults).toEqual([]);
  },
  600_000,
);

test('an article has its faces from the first paint on where they come with the page, in 120 kB', async () => {
  const context = await site.newContext();
  const page = await context.newPage();
  let bytes = 0;
  page.on('response', (response) => {
    if (response.url().endsWith('.woff2')) bytes += Number(response.headers()['content-length']);
  });
  await page.goto(`${site.origin}/${site.kinds.get('bai/*/*/*') ?? ''}`);
  const loaded = await page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts].filter(({ status }) => status === 'loaded').length;
  });
  expect(loaded).toBe(8);
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(120_000);
  await context.close();
});
