import { kindNames, queryKinds, type QueryKind } from './bench-query.ts';
import type { GoalResult } from './goals.ts';
import type { PeerMeasure } from './measure-peer.ts';
import type { Spread } from './measures.ts';
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

/** How much of what is wanted of shuffled words the meaning of a query leaves to ranking. */
export const printHighest = (highest: ReadonlyMap<QueryKind, number>): string =>
  toTable(
    ['MRR@10 at most, in the order of tiers and cut bonds', ''],
    [...highest].map(([kind, value]) => [queryKinds[kind].label, value.toFixed(3)]),
  );

/** What was measured of each peer, as Markdown. */
export const printPeers = (peers: readonly PeerMeasure[]): string =>
  [costs(peers), sets(peers), ranks(peers)].join('\n\n');

export const printGoals = (goals: readonly GoalResult[]): string =>
  toTable(
    ['goal', 'wanted', 'measured', ''],
    goals.map(({ goal, wanted, measured, met }) => [
      goal,
      wanted,
      measured,
      met === null ? '–' : met ? 'pass' : 'miss',
    ]),
  );

/** How each peer is set up. */
export const printNotes = (peers: readonly PeerMeasure[]): string =>
  peers.map(({ name, note }) => `- **${name}**: ${note}`).join('\n');
