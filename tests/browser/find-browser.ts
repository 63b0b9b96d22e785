import { existsSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

const systemPaths = [
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Flags that keep a browser from asking anything of the network by itself. */
const quietFlags = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--disable-gpu',
];

/** What the package sets for a cloud function and a test can't have: one process for all contexts, no same-origin rule. */
const unfitFlags = new Set([
  '--single-process',
  '--no-zygote',
  '--disable-web-security',
  '--allow-running-insecure-content',
]);

/**
 * A real Chromium, headless: the one that `KHOBAO_BROWSER` names, else a system Chrome or Chromium, else the one inside
 * the npm package `@sparticuz/chromium`. Throws where the variable names no file.
 */
export const launchBrowser = async (): Promise<Browser> => {
  const named = process.env.KHOBAO_BROWSER;
  if (named !== undefined && !existsSync(named)) throw new Error(`KHOBAO_BROWSER names no file: ${named}`);
  const system = named ?? systemPaths.find((path) => existsSync(path));
  if (system !== undefined) {
    return chromium.launch({ executablePath: system, args: [...quietFlags, '--no-sandbox'] });
  }
  return chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args: [...sparticuz.args.filter((flag) => !unfitFlags.has(flag)), ...quietFlags],
  });
};
