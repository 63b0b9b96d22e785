import type { DoorWords } from '../../i18n/vi/doors.ts';
import type { Language } from '../../i18n/language.ts';
import { byteWords, numberWords } from '../../content/number-words.ts';
import { trustOwnScripts } from '../own-scripts.client.ts';
import { element, part } from '../search/element.client.ts';
import type { KeptName, KeptPart, TitleField } from './kept-parts.ts';

type Words = Pick<
  DoorWords['offline'],
  'unsupported' | 'off' | 'on' | 'kept' | 'emptied' | 'turnedOff' | 'failed'
>;

const base = import.meta.env.BASE_URL.replace(/\/*$/, '/');
const titleField: TitleField = 'x-khobao-title';
const contents: readonly KeptPart[] = ['pages', 'files', 'search'];
const nameOf = (name: KeptPart): KeptName => `khobao ${base} ${name}`;

const isOn = (): Promise<boolean> => caches.has(nameOf('on'));

const removeAll = async (): Promise<void> => {
  for (const name of contents) await caches.delete(nameOf(name));
};

const turnOn = async (): Promise<void> => {
  trustOwnScripts();
  await caches.open(nameOf('on'));
  try {
    await navigator.serviceWorker.register(`${base}sw.js`, { scope: base });
    await navigator.serviceWorker.ready;
  } catch (error) {
    await turnOff();
    throw error;
  }
};

const turnOff = async (): Promise<void> => {
  // First of all: without it nothing more is kept, by whatever page is still open.
  await caches.delete(nameOf('on'));
  await (await navigator.serviceWorker.getRegistration(base))?.unregister();
  await removeAll();
};

const keptIn = async (name: KeptPart): Promise<Response[]> => {
  if (!(await caches.has(nameOf(name)))) return [];
  return [...(await (await caches.open(nameOf(name))).matchAll())];
};

const bytesOf = async (responses: readonly Response[]): Promise<number> => {
  let bytes = 0;
  for (const response of responses) bytes += (await response.blob()).size;
  return bytes;
};

/** A link to each article that is kept, the last read first. */
const toLinks = async (): Promise<HTMLLIElement[]> => {
  const store = await caches.open(nameOf('pages'));
  const links: HTMLLIElement[] = [];
  for (const { url } of await store.keys()) {
    const { pathname } = new URL(url);
    if (!pathname.startsWith(`${base}bai/`)) continue;
    const title = decodeURIComponent((await store.match(url))?.headers.get(titleField) ?? pathname);
    links.push(element('li', {}, element('a', { href: pathname }, title.replace(/ · [^·]*$/, ''))));
  }
  return links.reverse();
};

/** Runs the page that turns keeping on and off, and tells what is kept. */
export const startOfflinePage = (): void => {
  const page = part(document, '[data-offline]', HTMLElement);
  const state = part(page, '[data-state]', HTMLElement);
  const list = part(page, '[data-kept]', HTMLElement);
  const words = JSON.parse(page.dataset.words ?? '{}') as Words;
  const language = (page.dataset.language ?? 'vi') as Language;
  const buttons = ['on', 'empty', 'off'].map((name) =>
    part(page, `[data-turn="${name}"]`, HTMLButtonElement),
  );

  const show = async (said = ''): Promise<void> => {
    const on = await isOn();
    const pages = await keptIn('pages');
    const all = [...pages, ...(await keptIn('files')), ...(await keptIn('search'))];
    const kept = words.kept
      .replace('{pages}', numberWords(pages.length, language))
      .replace('{size}', byteWords(await bytesOf(all), language));
    state.textContent = [said, ...(on ? [words.on, kept] : said === '' ? [words.off] : [])].join(' ').trim();
    const links = on ? await toLinks() : [];
    part(list, 'ul', HTMLUListElement).replaceChildren(...links);
    list.hidden = links.length === 0;
    for (const button of buttons) {
      button.hidden = (button.dataset.turn === 'on') === on;
      button.disabled = false;
    }
  };
  const works: Record<string, () => Promise<string>> = {
    on: async () => {
      await turnOn();
      return '';
    },
    empty: async () => {
      await removeAll();
      return words.emptied;
    },
    off: async () => {
      await turnOff();
      return words.turnedOff;
    },
  };
  for (const button of buttons) {
    button.addEventListener('click', () => {
      for (const one of buttons) one.disabled = true;
      const work = works[button.dataset.turn ?? ''] ?? (() => Promise.resolve(''));
      void work()
        .catch(() => words.failed)
        .then(show)
        .then(() => {
          buttons.find(({ hidden }) => !hidden)?.focus();
        });
    });
  }

  // It stands in for a page that is not kept.
  const isStandIn = location.pathname !== new URL(page.dataset.own ?? '', location.href).pathname;
  const standIn = part(page, '[data-stand-in]', HTMLElement);
  standIn.hidden = !isStandIn;
  part(standIn, 'a', HTMLAnchorElement).href = location.href;

  if (!('serviceWorker' in navigator) || !('caches' in globalThis)) state.textContent = words.unsupported;
  else void show().catch(() => (state.textContent = words.unsupported));
};
