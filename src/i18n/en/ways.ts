import type { WayWords } from '../vi/ways.ts';
import { monthName } from './site.ts';

/** The ways into the archive in English. Numbers come already formatted. */
export const ways: WayWords = {
  menu: { open: 'Menu', close: 'Close' },
  allSources: 'All sources',
  latestSnapshot: 'Latest snapshot',
  allSnapshots: 'All snapshots',
  charts: {
    byYear: 'Articles by year',
    decade: (first, last) => (first === last ? first : `${first}–${last}`),
  },
  calendar: {
    title: 'Calendar of the year',
    weekdays: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
    month: monthName,
    day: (day, articles) => `${day}: ${articles}`,
    entry: (day, articles) => `${day}: ${articles}`,
    dayHeading: (weekday, day) => `${weekday}, ${day}`,
    dayUnknown: 'Day unknown',
    monthUnknown: 'Month unknown',
    yearUnknown: 'Year unknown',
    none: 'No article.',
  },
  source: {
    kind: 'Kind',
    years: 'In the archive',
    span: (first, last) => (first === last ? first : `${first} to ${last}`),
    rights: 'Rights',
    withdrawal: 'Faults and withdrawals',
  },
  letters: {
    title: 'Articles from A to Z',
    description: 'Every article of the archive, by the first letter of its headline.',
    label: 'First letter',
    browse: 'Browse from A to Z',
    digits: '0–9',
    digitsName: 'a digit',
    other: '#',
    otherName: 'another sign',
    entry: (letter, articles) => `${letter}: ${articles}`,
    one: (letter) => `Articles from A to Z: ${letter}`,
    oneDescription: (letter) => `Articles whose headline begins with ${letter}.`,
    none: 'The archive has no article yet.',
  },
  ranges: {
    label: 'Straight to a page',
    page: (page, from, to) => (from === to ? `Page ${page}: ${from}` : `Page ${page}: ${from} – ${to}`),
  },
  days: {
    title: 'On this day',
    description: 'Choose a day to see what was published on that very day of any year.',
    month: (month) => `${monthName(month)} through the years`,
    monthDescription: (month) => `Articles published in ${monthName(month)} of any year, by day.`,
    heading: (day, month) => `${day} ${monthName(month)}`,
    neighbours: 'Neighbouring months',
    calendar: 'Open the calendar of 366 days',
    today: (day) => `Today, ${day}`,
    nearest: (day) => `The next day with articles: ${day}`,
    all: (articles) => `See all ${articles}`,
    none: 'No article of the archive has a day that is known.',
  },
};
