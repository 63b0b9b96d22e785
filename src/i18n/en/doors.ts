import type { DoorWords } from '../vi/doors.ts';

/** What feeds, the 404 page and reading offline say in English. */
export const doors: DoorWords = {
  newestFeed: 'Newest articles (Atom)',
  sourceFeed: (source, archive) => `${source} · ${archive}`,
  sourceFeedLink: (source) => `Newest articles of ${source} (Atom)`,
  followNewest: 'Follow new articles by Atom',
  followSource: 'Follow this source by Atom',
  searchDescription: (archive) => `Search ${archive}`,
  notFound: {
    search: 'Search for “{words}”',
    searchPage: 'To the search page',
  },
  offline: {
    title: 'Read without a network',
    description: 'Keep the pages that you read on your device, to read them again without a network.',
    intro:
      'With this on, the browser keeps the pages that you read from now on, and the parts of the index that your searches used, so that you can read and search them again without a network. All of it stays on this device; the archive does not know what you keep.',
    limit:
      'The browser keeps the {pages} pages read last, and may clear them by itself when the device is full. With a network, a new page always takes the place of the kept one, and what is withdrawn from the archive goes from here as well.',
    scriptNeeded: 'This needs JavaScript, which is off in your browser. Reading and browsing do not.',
    unsupported: 'This browser can not keep pages, or this address does not use https.',
    off: 'Off: the browser keeps nothing of this archive.',
    on: 'On.',
    kept: 'Kept: {pages} pages; with text, pictures and index, {size}.',
    turnOn: 'Keep what I read, for when there is no network',
    turnOff: 'Stop keeping, and remove everything',
    empty: 'Remove what is kept',
    emptied: 'Removed. The pages that you read from now on will be kept again.',
    turnedOff: 'Off, and everything that was kept is removed.',
    failed: 'The browser does not allow pages to be kept. The device may be full, or this window private.',
    list: 'Articles that are kept',
    notKept: 'There is no network now, and the page that you opened is not kept on this device.',
    retry: 'Try again',
    keptIfAsked: 'The browser keeps pages of the archive on your device only if you turn this on yourself:',
  },
};
