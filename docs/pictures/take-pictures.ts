/**
 * Takes the pictures of the documentation from the real site: builds the sample archive, serves it, and photographs its
 * pages in a real browser. Run by `npm run pictures`.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../../tests/browser/find-browser.ts';

interface Picture {
  readonly name: string;
  readonly path: string;
  readonly width: number;
  readonly height: number;
  readonly scheme: 'light' | 'dark';
  /** What must stand on the page before it is photographed. */
  readonly ready?: string;
}

const answered = '[data-results][aria-busy="false"] li';
const article = 'bai/bao-lac-giang/2018/ca-bao-lan-bao-deu-den-muon/';
const pictures: readonly Picture[] = [
  { name: 'search', path: 'tim/?q=cho+phien', width: 1280, height: 900, scheme: 'light', ready: answered },
  { name: 'search-phone', path: 'tim/?q=l%C5%A9', width: 390, height: 844, scheme: 'dark', ready: answered },
  { name: 'home', path: '', width: 1280, height: 900, scheme: 'light' },
  { name: 'article', path: `${article}?q=bao`, width: 1280, height: 900, scheme: 'light', ready: 'mark' },
];

const photograph = async (page: Page, site: string, picture: Picture): Promise<void> => {
  await page.setViewportSize({ width: picture.width, height: picture.height });
  await page.emulateMedia({ colorScheme: picture.scheme, reducedMotion: 'reduce' });
  await page.goto(new URL(picture.path, site).href);
  if (picture.ready !== undefined) await page.locator(picture.ready).first().waitFor();
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
  await page.screenshot({ path: join(import.meta.dirname, `${picture.name}.png`) });
};

const out = mkdtempSync(join(tmpdir(), 'khobao-pictures-'));
const built = spawnSync(process.execPath, ['src/cli/khobao.ts', 'build', '--out', join(out, 'site')], {
  stdio: 'inherit',
});
if (built.status !== 0) throw new Error('the sample archive could not be built');
const server = spawn(process.execPath, [
  'src/cli/khobao.ts',
  'serve',
  '--out',
  join(out, 'site'),
  '--port',
  '0',
]);
const browser = await launchBrowser();
try {
  const [first] = (await once(createInterface(server.stdout), 'line')) as [string];
  const site = /http:\S+/.exec(first)?.[0] ?? '';
  const page = await browser.newPage();
  for (const picture of pictures) await photograph(page, site, picture);
} finally {
  await browser.close();
  server.kill();
  rmSync(out, { recursive: true, force: true });
}
