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

interface BrowserChoice {
  readonly executablePath: string;
  readonly args: string[];
}

/**
 * The Chromium that tests use: the one that `KHOBAO_BROWSER` names, else a system Chrome or Chromium, else the one inside
 * the npm package `@sparticuz/chromium`, which is unpacked when first asked for. Throws where the variable names no file.
 */
export const findBrowser = async (): Promise<BrowserChoice> => {
  const named = process.env.KHOBAO_BROWSER;
  if (named !== undefined && !existsSync(named)) throw new Error(`KHOBAO_BROWSER names no file: ${named}`);
  const system = named ?? systemPaths.find((path) => existsSync(path));
  if (system !== undefined) return { executablePath: system, args: [...quietFlags, '--no-sandbox'] };
  return {
    executablePath: await sparticuz.executablePath(),
    args: [...sparticuz.args.filter((flag) => !unfitFlags.has(flag)), ...quietFlags],
  };
};

/** Starts of a browser that are tried; one in some hundreds crashes before its first page. */
const launchTries = 3;

/** Starts the browser, headless; one that crashes as it starts is started again. */
export const launchBrowser = async (): Promise<Browser> => {
  const choice = await findBrowser();
  for (let tried = 1; ; tried += 1) {
    try {
      return await chromium.launch(choice);
    } catch (error) {
      if (tried === launchTries) throw error;
    }
  }
};
