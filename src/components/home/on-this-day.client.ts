import { nearestDay, type DaysToday, type DayToday } from '../../content/on-this-day.ts';
import { element } from '../search/element.client.ts';

/** The month and day that it is in Vietnam: `0228`. */
const todayInVietnam = (): string => {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: 'Asia/Ho_Chi_Minh',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(new Date());
  return ['month', 'day'].map((type) => parts.find((part) => part.type === type)?.value ?? '').join('');
};

const dayWords = (day: string, language: string): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'vi', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
  }).format(new Date(`2000-${day.slice(0, 2)}-${day.slice(2)}T00:00:00Z`));

const toItem = (
  { title, language, address, year, source }: DayToday['articles'][number],
  pageLanguage: string,
) =>
  element(
    'li',
    {},
    element('span', { class: 'year' }, year),
    element(
      'span',
      {},
      element('a', { href: address, lang: language === pageLanguage ? null : language }, title),
      element('span', { class: 'from' }, source),
    ),
  );

/**
 * Shows what was published on the day of today of other years, or on the next day that has anything. The pages are made
 * without a clock, so that the same archive gives the same bytes: what day it is, the reader's browser knows.
 */
export const showThisDay = async (root: HTMLElement): Promise<void> => {
  const {
    days = '',
    files = '',
    lists = '',
    today = '',
    nearest = '',
    all = '',
    language = 'vi',
  } = root.dataset;
  const now = todayInVietnam();
  const day = nearestDay(now, days.split(' '));
  if (day === null) return;
  const [month, number] = [day.slice(0, 2), day.slice(2)];
  // Without the network, what the page says already is the way to go on.
  const response = await fetch(files.replace('{month}', month)).catch(() => null);
  if (response?.ok !== true) return;
  const shown = ((await response.json()) as DaysToday)[number];
  if (shown === undefined) return;
  const list = `${lists.replace('{month}', month)}${shown.page === 1 ? '' : `trang-${shown.page}/`}#ngay-${number}`;
  const count = new Intl.NumberFormat(language).format(shown.count);
  root.replaceChildren(
    element('p', { class: 'day' }, (day === now ? today : nearest).replace('{day}', dayWords(day, language))),
    element('ol', { class: 'plain-list' }, ...shown.articles.map((article) => toItem(article, language))),
    ...(shown.count > shown.articles.length
      ? [element('p', {}, element('a', { href: list }, all.replace('{count}', count)))]
      : []),
  );
};
