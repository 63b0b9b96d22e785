/**
 * Takes the pictures of the documentation from what the program really prints and shows: imports the practice pages, publishes
 * the sample archive twice, serves it, and photographs all that in a real browser. Run by `npm run pictures`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { launchBrowser } from '../../tests/browser/find-browser.ts';
import { rehearse, type Printed } from './rehearse.ts';
import { terminalPage } from './terminal-page.ts';

interface Picture {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** Where the page is, or what a command printed. */
  readonly of: URL | Printed;
  readonly scheme?: 'dark';
  /** As it leaves a printer, all of it. */
  readonly printed?: boolean;
  /** The part of the page that stands at the picture's top, where it isn't the page's own. */
  readonly from?: string;
  /** What must stand on the page before it is photographed. */
  readonly ready?: string;
}

const answered = '[data-results][aria-busy="false"] li';
const article = 'bai/bao-lac-giang/2012/cau-treo-ban-lua-thong-xe/';
const versions =
  'bai/bao-lac-giang/2024/lich-cat-dien-luan-phien-tuan-dau-thang-6-moi-xa-khong-qua-4-gio-mot-ngay/';
const changes = '#thay-doi';

const photograph = async (page: Page, picture: Picture): Promise<void> => {
  await page.setViewportSize({ width: picture.width, height: picture.height });
  await page.emulateMedia({
    colorScheme: picture.scheme ?? 'light',
    reducedMotion: 'reduce',
    media: picture.printed === true ? 'print' : 'screen',
  });
  if (picture.of instanceof URL) {
    // The faces are there from the second page on, whatever the machine is busy with.
    await page.goto(picture.of.href);
    await page.evaluate(() => document.fonts.ready);
    await page.reload();
  } else await page.setContent(terminalPage(picture.of));
  if (picture.ready !== undefined) await page.locator(picture.ready).first().waitFor();
  await page.evaluate(async (part) => {
    await document.fonts.ready;
    scrollTo(0, 0);
    if (part !== null) document.querySelector(part)?.scrollIntoView();
  }, picture.from ?? null);
  const whole = !(picture.of instanceof URL) || picture.printed === true;
  const shot = await page.screenshot({ fullPage: whole });
  const file = join(import.meta.dirname, `${picture.name}.png`);
  await sharp(shot).png({ palette: true, dither: 0, effort: 10, compressionLevel: 9 }).toFile(file);
};

const folder = mkdtempSync(join(tmpdir(), 'khobao-pictures-'));
try {
  const gone = await rehearse(folder);
  const at = (path: string): URL => new URL(path, gone.site);
  const pictures: readonly Picture[] = [
    { name: 'import', of: gone.imported, width: 1200, height: 300 },
    { name: 'publish', of: gone.published, width: 1200, height: 300 },
    { name: 'report', of: pathToFileURL(gone.report), width: 1200, height: 1000 },
    { name: 'search', of: at('tim/?q=cho+phien'), width: 1200, height: 900, ready: answered },
    {
      name: 'search-phone',
      of: at('tim/?q=l%C5%A9'),
      width: 390,
      height: 844,
      scheme: 'dark',
      ready: answered,
    },
    { name: 'home', of: at(''), width: 1200, height: 900 },
    { name: 'home-phone', of: at(''), width: 390, height: 844 },
    { name: 'year', of: at('nam/2019/'), width: 1200, height: 900 },
    { name: 'article', of: at(article), width: 1200, height: 900 },
    { name: 'article-dark', of: at(article), width: 1200, height: 900, scheme: 'dark' },
    { name: 'article-phone', of: at(article), width: 390, height: 844 },
    { name: 'article-print', of: at(article), width: 794, height: 1123, printed: true },
    { name: 'changes', of: at(versions), width: 1200, height: 900, from: changes },
    { name: 'snapshot', of: at('phat-hanh/2026-11-22/'), width: 1200, height: 1600 },
  ];
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    for (const picture of pictures) await photograph(page, picture);
  } finally {
    await browser.close();
    gone.end();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
