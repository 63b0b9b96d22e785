import type { SearchFilterWords } from '../search-filter-words.ts';

/** What the filters of the search page say, in English. */
export const searchFilters: SearchFilterWords = {
  chart: {
    label: 'Articles found, over time',
    hint: 'Click a bar to filter, drag across bars to choose a range. By keyboard: ← → to move, hold Shift while moving to choose a range, let go of Shift to filter, Esc to give up.',
    all: 'Any time',
  },
  dates: 'Date',
  dateForm: 'A year 2014, a month 5/2014 or 2014-05, a day 31/5/2014 or 2014-05-31.',
  facets: {
    sources: 'Source',
    sections: 'Section',
    places: 'Place',
    documents: 'Cited document',
    authors: 'Byline',
  },
  narrow: 'Type to search this list',
  set: 'Filtered by',
  done: 'Done, see the results',
  client: {
    chart: {
      byYear: 'Articles by year, {from}–{to}',
      byMonth: 'Articles by month in {year}',
      onlyYear: 'Articles by month, every dated one from {year}',
      noDates: 'No article has a known date',
      most: '{caption}; at most {n}',
      bar: '{date}: {n}',
      range: '{from} to {to}: {n}',
      withoutMonth: 'Month unknown: {n}',
      undated: 'Undated: {n}',
    },
    facets: {
      matching: { one: '{n} match', other: '{n} matches' },
      none: 'No article of these results has one.',
      counting: 'Counting…',
      failed: 'This list could not be read. The results are whole.',
      more: 'Show {n} more',
    },
    chips: {
      sources: 'Source: {value}',
      sections: 'Section: {value}',
      places: 'Place: {value}',
      documents: 'Cites {value}',
      authors: 'Byline: {value}',
      during: 'Date: {date}',
      since: 'From {date}',
      until: 'Until {date}',
      between: '{from} to {to}',
      undated: 'Undated',
      remove: 'Remove filter “{filter}”',
      clear: 'Clear all filters',
    },
  },
};
