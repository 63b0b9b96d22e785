/**
 * Runs in the browsers of readers who asked for it, between the archive's pages and the network: while there is a network, pages
 * and index come from there, and what came is kept; without one, what is kept is given. Files named by what they hold are
 * given from what is kept at once.
 */
import { keepPages } from './keep-pages.ts';
import { keptResponses } from './keep-responses.ts';
import { keepSearch } from './keep-search.ts';
import type { LastingEvent, RequestEvent, ServiceWorkerScope } from './service-worker-scope.ts';

const scope = globalThis as unknown as ServiceWorkerScope;
const root = scope.registration.scope;
const kept = keptResponses(new URL(root).pathname);
const pages = keepPages(root, kept);
const search = keepSearch(`${root}search/`, kept);

/** How long what is kept goes without being compared with what was withdrawn. */
const compareEveryMs = 3_600_000;
let comparedAt = -Infinity;

/** Lets go of what was withdrawn from the archive, and of an index that another has taken the place of. */
const compare = async (): Promise<void> => {
  if (Date.now() - comparedAt < compareEveryMs) return;
  const withdrawn = await fetch(`${root}bai-da-rut.txt`, { cache: 'no-cache' });
  const ids = withdrawn.ok ? (await withdrawn.text()).split('\n') : [];
  for (const id of ids.filter((one) => one !== '')) await pages.letGo(id);
  const entry = new Request(`${root}search/index.json`, { cache: 'no-cache' });
  if ((await kept.find('search', entry.url)) !== null) await search.take(entry, await fetch(entry));
  comparedAt = Date.now();
};

/** In the background: what fails there, as where there is no room, keeps no page from its reader. */
const later = (event: LastingEvent, work: Promise<unknown>): void => {
  event.waitUntil(work.catch(() => undefined));
};

const answerPage = async (event: RequestEvent, address: string): Promise<Response> => {
  const response = await fetch(event.request).catch(() => null);
  if (response !== null && response.status < 500) {
    later(event, pages.take(address, response.clone()).then(compare));
    return response;
  }
  const own = await kept.find('pages', address);
  const isEnglish = address.startsWith(`${root}en/`);
  return (
    own ??
    response ??
    (await kept.find('pages', `${root}${isEnglish ? 'en/' : ''}ngoai-mang/`)) ??
    Response.error()
  );
};

const answerSearch = async (event: RequestEvent): Promise<Response> => {
  const { request } = event;
  const response = await fetch(request).catch(() => null);
  if (response === null || response.status >= 500) {
    return (await search.find(request)) ?? response ?? Response.error();
  }
  later(event, search.take(request, response.clone()));
  return response;
};

const answerFile = async (event: RequestEvent, address: string): Promise<Response> => {
  const known = await kept.find('files', address);
  if (known !== null) return known;
  const response = await fetch(event.request);
  later(event, pages.takeFile(address, response.clone()));
  return response;
};

addEventListener('install', (event) => {
  // Where there is no room even for these, whoever waits for the worker still gets it.
  const doors = pages.takeDoors().catch(() => undefined);
  (event as LastingEvent).waitUntil(Promise.all([scope.skipWaiting(), doors]));
});

addEventListener('activate', (event) => {
  (event as LastingEvent).waitUntil(scope.clients.claim());
});

addEventListener('fetch', (asked) => {
  const event = asked as RequestEvent;
  const { method, url, mode } = event.request;
  const address = url.replace(/[?#].*$/, '');
  if (method !== 'GET' || !address.startsWith(root)) return;
  const path = address.slice(root.length);
  if (mode === 'navigate') {
    if (path === '' || path.endsWith('/')) event.respondWith(answerPage(event, address));
  } else if (path.startsWith('search/')) event.respondWith(answerSearch(event));
  else if (/^(?:_site|images)\//.test(path)) event.respondWith(answerFile(event, address));
});
