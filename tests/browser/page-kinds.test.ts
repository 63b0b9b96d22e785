import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { makeSnapshot } from '../site/make-snapshot.ts';
import { faultsOfPages, narrowFaults, useKindSite } from './kind-site.ts';
import { axeFaults } from './search-site.ts';

const sample = join(import.meta.dirname, '../../content');
const withdrawn = 'bai/bao-lac-giang/2023/mot-em-be-di-lac-o-cho-dam-duoc-dua-ve-nha-trong-buoi-toi/';

const site = useKindSite(async (content) => {
  await cp(sample, content, { recursive: true });
  await mkdir(join(content, 'snapshots'));
  await writeFile(join(content, 'snapshots/2026-10-01.json'), JSON.stringify(makeSnapshot('2026-10-01')));
});

const allPaths = (): string[] => [...site.kinds.values(), withdrawn, 'tim/?q=cho+phien', 'xu-huong/?q=cho'];
const pathsIn = (language: 'vi' | 'en'): string[] =>
  allPaths().filter((path) => path.startsWith('en/') === (language === 'en'));

test('the sample archive has a page of every kind, in both languages', () => {
  const kinds = [...site.kinds.keys()];
  const both = ['', 'nam', 'nam/*', 'nam/*/*', 'nguon', 'nguon/*', 'van-ban', 'van-ban/*', 'noi', 'noi/*'];
  const more = [
    'muc',
    'muc/*',
    'tac-gia',
    'tac-gia/*',
    'khong-ro-ngay',
    'da-rut',
    'phat-hanh',
    'phat-hanh/*',
  ];
  const others = ['tim', 'xu-huong', 'gioi-thieu', 'ngoai-mang', 'a-z', 'a-z/*', 'ngay', 'ngay/*'];
  const expected = [...both, ...more, ...others];
  expect(kinds.toSorted()).toEqual(
    [...expected, ...expected.map((kind) => `en/${kind}`), 'bai/*/*/*', 'bai/*/*/*/*', '404.html'].toSorted(),
  );
});

describe.each(['vi', 'en'] as const)('axe finds nothing in any kind of page in %s', (language) => {
  test.each(['light', 'dark'] as const)(
    '%s',
    async (colorScheme) => {
      // axe comes into the page as a script, which the page's own policy forbids.
      const context = await site.newContext({ colorScheme, bypassCSP: true });
      expect(await faultsOfPages(site, context, pathsIn(language), axeFaults)).toEqual([]);
    },
    600_000,
  );
});

test('no kind of page scrolls sideways, on a narrow screen or with large letters', async () => {
  const context = await site.newContext();
  expect(await faultsOfPages(site, context, allPaths(), narrowFaults)).toEqual([]);
}, 600_000);

/** What the keyboard stops at next; null past the last stop. */
const stopAt = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement;
    if (focused === null || focused === document.body) return null;
    const { outlineStyle, outlineWidth } = getComputedStyle(focused);
    const [box] = focused.getClientRects();
    const seen =
      box === undefined ? null : document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    // A point of a chart has a ring of its own.
    const ringed = [...focused.querySelectorAll('circle')].some(
      (circle) => parseFloat(getComputedStyle(circle).strokeWidth) >= 2,
    );
    const outlined = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
    const faults = [
      ...(outlined || ringed ? [] : ['shows no focus']),
      ...(seen === null || !(focused.contains(seen) || seen.contains(focused)) ? ['is not in sight'] : []),
    ];
    const isNew = !focused.hasAttribute('data-was-here');
    focused.setAttribute('data-was-here', '');
    return { isNew, said: faults.map((fault) => `${focused.outerHTML.slice(0, 120)} ${fault}`) };
  });

const keyboardFaults = async (page: Page): Promise<string[]> => {
  const faults: string[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await stopAt(page);
    if (!stop?.isNew) break;
    faults.push(...stop.said);
  }
  const missed = await page.evaluate(() =>
    [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
      .filter(
        (element) =>
          element.checkVisibility({ visibilityProperty: true }) &&
          !element.matches(':disabled, [tabindex="-1"], [type="radio"], [data-was-here]'),
      )
      .map((element) => `${element.outerHTML.slice(0, 120)} is never reached`),
  );
  return [...faults, ...missed];
};

test.each(['vi', 'en'] as const)(
  'whoever has but a keyboard reaches everything of every kind of page in %s, and sees where they are',
  async (language) => {
    const context = await site.newContext({ viewport: { width: 1280, height: 800 } });
    expect(await faultsOfPages(site, context, pathsIn(language), keyboardFaults)).toEqual([]);
  },
  600_000,
);
