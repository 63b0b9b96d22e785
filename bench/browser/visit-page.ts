import type { Browser } from 'playwright-core';
import type { CountingServer } from './counting-server.ts';
import { weigh, type Weight } from './weight.ts';

/** A page that searches as one types; both mark their state and results alike. */
export interface SearchedPage {
  readonly server: CountingServer;
  readonly path: string;
  /** The folder of its index. */
  readonly indexPath: string;
}

/** One query in a fresh session. */
export interface Visit {
  /** Until the index is open and nothing more is fetched. */
  readonly start: Weight;
  /** From the key press until the results are shown, and what is fetched thereafter. */
  readonly untilShown: Weight;
  readonly after: Weight;
  readonly ms: number;
  /** Addresses of the results. */
  readonly shown: readonly string[];
}

const cpuSlowdown = 4;
const timeoutMs = 120_000;

interface Shown {
  readonly ms: number;
  readonly value: string;
  readonly addresses: readonly string[];
  readonly said: string;
}

declare global {
  interface Window {
    benchShown: Promise<Shown>;
  }
}

/** Runs in the page: puts all but the last letter in the box without telling the page, and gets ready to time the last. */
const prepareBox = (beginning: string): void => {
  const input = document.querySelector<HTMLInputElement>('main [data-search-input]');
  const page = document.querySelector<HTMLElement>('[data-search-page]');
  if (input === null || page === null) throw new Error('the page has no search box');
  input.value = beginning;
  let pressedAt = NaN;
  let hasWaited = false;
  input.addEventListener(
    'keydown',
    ({ timeStamp }) => {
      pressedAt = timeStamp;
    },
    { capture: true, once: true },
  );
  window.benchShown = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      const waits = page.hasAttribute('data-waiting');
      hasWaited ||= waits;
      if (!hasWaited || waits) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        // A message comes after the frame that was asked for has been painted.
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => {
          const ms = performance.now() - pressedAt;
          const links = page.querySelectorAll<HTMLAnchorElement>('[data-results] li h3 a');
          const said = page.hasAttribute('data-answered') ? '' : page.textContent;
          resolve({ ms, value: input.value, addresses: Array.from(links, ({ pathname }) => pathname), said });
        });
        port1.start();
        port2.postMessage(null);
      });
    });
    observer.observe(page, { attributes: true, childList: true, subtree: true });
  });
};

const waitUntilIdle = (): Promise<void> =>
  new Promise((idle) => {
    requestIdleCallback(() => {
      idle();
    });
  });

/** Asks a query in a browser that has fetched nothing before. Throws when the page answers another, or not at all. */
export const visitPage = async (
  browser: Browser,
  { server, path, indexPath }: SearchedPage,
  text: string,
): Promise<Visit> => {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  try {
    context.setDefaultTimeout(timeoutMs);
    const page = await context.newPage();
    const failed = new Promise<never>((_, fail) => {
      page.on('pageerror', fail);
      setTimeout(() => {
        fail(new Error(`no answer within ${timeoutMs} ms`));
      }, timeoutMs).unref();
    });
    // Whoever waits for the page meets it.
    failed.catch(() => undefined);
    const settle = async (): Promise<void> => {
      await page.evaluate(waitUntilIdle);
      await server.quiet();
    };
    server.take();
    await page.goto(server.origin + path);
    await page.focus('main [data-search-input]');
    await settle();
    const start = weigh(server.take(), indexPath);
    const letters = Array.from(text);
    const last = letters.pop() ?? '';
    await page.evaluate(prepareBox, letters.join(''));
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
    await devtools.send('Input.dispatchKeyEvent', {
      type: 'keyDown',
      key: last,
      text: last,
      unmodifiedText: last,
    });
    const shown = await Promise.race([page.evaluate(() => window.benchShown), failed]);
    const untilShown = weigh(server.take(), indexPath);
    if (shown.value !== text || shown.said !== '' || !Number.isFinite(shown.ms)) {
      throw new Error(`${path} did not answer ${JSON.stringify(text)}: ${JSON.stringify(shown)}`);
    }
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await settle();
    const after = weigh(server.take(), indexPath);
    return { start, untilShown, after, ms: shown.ms, shown: shown.addresses };
  } finally {
    await context.close();
  }
};
