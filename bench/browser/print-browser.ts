import type { Spread } from '../search/measures.ts';
import { toTable } from '../search/markdown-table.ts';
import type { BrowserResult } from './measure-browser.ts';

const kilobytes = (bytes: number): string => (bytes / 1e3).toFixed(0);
const pair = ({ median, high }: Spread, print: (value: number) => string = String): string =>
  `${print(median)} / ${print(high)}`;

/** What was measured in the browser, as Markdown. */
export const printBrowser = ({ measures, agreements, faults, leftOut, version }: BrowserResult): string =>
  [
    toTable(
      [
        `in Chromium ${version}`,
        'queries',
        'start kB: index + scripts + page',
        'first answer kB: all',
        'index and scripts',
        'two syllables kB, median / 95th',
        'all queries kB',
        'requests of a query',
        'ms from key to results, median / 95th',
      ],
      measures.map(({ name, queries, start, first, two, all, requests, ms }) => [
        name,
        String(queries),
        [start.index + start.completions, start.scripts, start.page].map(kilobytes).join(' + '),
        kilobytes(first.whole),
        kilobytes(first.search),
        pair(two, kilobytes),
        pair(all, kilobytes),
        pair(requests),
        pair(ms, (value) => value.toFixed(0)),
      ]),
    ),
    toTable(
      ['bytes told and given', 'queries', 'equal', 'largest difference, bytes'],
      agreements.map(({ name, queries, agreed, farthest }) => [
        name,
        String(queries),
        String(agreed),
        String(farthest),
      ]),
    ),
    ...(faults.length === 0 ? [] : [faults.map((fault) => `- failed in the browser: ${fault}`).join('\n')]),
    ...(leftOut === 0 ? [] : [`${leftOut} queries were not asked in the browser.`]),
  ].join('\n\n');
