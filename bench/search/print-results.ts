import { kindNames, queryKinds } from './bench-query.ts';
import type { GoalResult } from './goals.ts';
import type { PeerMeasure } from './measure-peer.ts';
import type { Spread } from './measures.ts';
import { printBrowser } from '../browser/print-browser.ts';
import type { BrowserResult } from '../browser/measure-browser.ts';
import { toTable } from './markdown-table.ts';

const kilobytes = (bytes: number): string => (bytes / 1e3).toFixed(0);
const pair = ({ median, high }: Spread, print: (value: number) => string): string =>
  `${print(median)} / ${print(high)}`;

const costs = (peers: readonly PeerMeasure[]): string =>
  toTable(
    [
      '',
      'build s',
      'build peak GB',
      'asking peak GB',
      'disk MB',
      'files',
      'first answer kB',
      'two syllables kB, median / 95th',
      'all queries kB',
      'ms, median / 95th',
    ],
    peers.map((peer) => [
      peer.name,
      peer.buildSeconds?.toFixed(1) ?? '–',
      peer.buildSeconds === null ? '–' : (peer.buildPeakBytes / 1e9).toFixed(2),
      (peer.askPeakBytes / 1e9).toFixed(2),
      (peer.bytes / 1e6).toFixed(1),
      String(peer.files),
      kilobytes(peer.coldBytes),
      peer.queryBytes === null ? '0' : pair(peer.queryBytes.two, kilobytes),
      peer.queryBytes === null ? '0' : pair(peer.queryBytes.all, kilobytes),
      pair(peer.ms, (ms) => ms.toFixed(1)),
    ]),
  );

const sets = (peers: readonly PeerMeasure[]): string =>
  toTable(
    ['precision / recall / sets equal', 'queries', ...peers.map(({ name }) => name)],
    kindNames
      .filter((kind) => queryKinds[kind].judged === 'set')
      .map((kind) => [
        queryKinds[kind].label,
        String(peers[0]?.sets[kind]?.queries ?? 0),
        ...peers.map(({ sets: { [kind]: measure } }) =>
          measure === undefined
            ? '–'
            : `${measure.precision?.toFixed(2) ?? '–'} / ${measure.recall.toFixed(2)} / ${(measure.equal * 100).toFixed(0)} %`,
        ),
      ]),
  );

const ranks = (peers: readonly PeerMeasure[]): string =>
  toTable(
    ['MRR@10 / success@1', 'queries', ...peers.map(({ name }) => name)],
    kindNames
      .filter((kind) => queryKinds[kind].judged === 'rank')
      .map((kind) => [
        queryKinds[kind].label,
        String(peers[0]?.ranks[kind]?.queries ?? 0),
        ...peers.map(({ ranks: { [kind]: measure } }) =>
          measure === undefined ? '–' : `${measure.reciprocalRank.toFixed(2)} / ${measure.first.toFixed(2)}`,
        ),
      ]),
  );

/** The results as Markdown. */
export const printResults = (
  peers: readonly PeerMeasure[],
  browser: BrowserResult | null,
  goals: readonly GoalResult[],
): string =>
  [
    costs(peers),
    ...(browser === null ? [] : [printBrowser(browser)]),
    sets(peers),
    ranks(peers),
    ...(goals.length === 0
      ? []
      : [
          toTable(
            ['goal', 'wanted', 'measured', ''],
            goals.map(({ goal, wanted, measured, met }) => [
              goal,
              wanted,
              measured,
              met === null ? '–' : met ? 'pass' : 'miss',
            ]),
          ),
        ]),
    peers.map(({ name, note }) => `- **${name}**: ${note}`).join('\n'),
  ].join('\n\n');
