import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { findBrowser } from '../../tests/browser/find-browser.ts';

/** A browser that others steer through a port on loopback. */
export interface DebuggedBrowser {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Starts the tests' Chromium, headless and with an empty profile, on a debugging port of its own choice. */
export const openDebuggedBrowser = async (): Promise<DebuggedBrowser> => {
  const { executablePath, args } = await findBrowser();
  const profile = mkdtempSync(join(tmpdir(), 'khobao-profile-'));
  const flags = ['--headless', ...args, '--remote-debugging-port=0', `--user-data-dir=${profile}`];
  const browser = spawn(executablePath, [...flags, 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise<void>((settle) => {
    browser.once('exit', () => {
      settle();
    });
  });
  const close = async (): Promise<void> => {
    browser.kill();
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  for await (const line of createInterface(browser.stderr)) {
    const port = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//.exec(line)?.[1];
    if (port === undefined) continue;
    // What it says from here on is nobody's concern, but must not stop up the pipe.
    browser.stderr.resume();
    return { port: Number(port), close };
  }
  await close();
  throw new Error(`${executablePath} opened no debugging port`);
};
