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
  /** What must stand on the page before it is photographed. */
  readonly ready?: string;
}

const answered = '[data-results][aria-busy="false"] li';
const article = 'bai/bao-lac-giang/2012/cau-treo-ban-lua-thong-xe/';

const photograph = async (page: Page, picture: Picture): Promise<void> => {
  await page.setViewportSize({ width: picture.width, height: picture.height });
  await page.emulateMedia({ colorScheme: picture.scheme ?? 'light', reducedMotion: 'reduce' });
  if (picture.of instanceof URL) await page.goto(picture.of.href);
  else await page.setContent(terminalPage(picture.of));
  if (picture.ready !== undefined) await page.locator(picture.ready).first().waitFor();
  await page.evaluate(async () => {
    await document.fonts.ready;
    scrollTo(0, 0);
  });
  const whole = !(picture.of instanceof URL);
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
    { name: 'article', of: at(article), width: 1200, height: 900 },
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
