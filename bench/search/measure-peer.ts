import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { runMeasured } from '../resident-memory.ts';
import { kindNames, queryKinds, type BenchQuery, type QueryKind } from './bench-query.ts';
import {
  isSetKind,
  measureRanks,
  measureSets,
  percentile,
  toSpread,
  type JudgedAnswer,
  type RankMeasure,
  type SetMeasure,
  type Spread,
} from './measures.ts';
import type { NaiveAnswer } from './naive-scan.ts';
import { peers } from './peers.ts';
import type { AskedQuery } from './run-peer.ts';

/** All that was measured of a peer. */
export interface PeerMeasure {
  readonly name: string;
  readonly note: string;
  /** Null where another's index is asked. */
  readonly buildSeconds: number | null;
  readonly buildPeakBytes: number;
  readonly askPeakBytes: number;
  readonly files: number;
  readonly bytes: number;
  /** Fetched by a fresh session until the answer to a query of two syllables, ten results shown; else the whole index, gzipped. */
  readonly coldBytes: number;
  /** Fetched for a query by a fresh session, its start not counted; null where the whole index is fetched first. */
  readonly queryBytes: { readonly two: Spread; readonly all: Spread } | null;
  readonly ms: Spread;
  readonly sets: Readonly<Partial<Record<QueryKind, SetMeasure>>>;
  readonly ranks: Readonly<Partial<Record<QueryKind, RankMeasure>>>;
  /** Queries whose sets differ from the naive scan's. */
  readonly missed: readonly string[];
}

/** More than the largest of the peers needs; each is told alike. */
const heapMegabytes = 12_000;
const runPeer = join(import.meta.dirname, 'run-peer.ts');

const sizesBelow = (folder: string): { files: number; bytes: number; gzipped: () => number } => {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile())
    .map((found) => join(found.parentPath, found.name));
  const sum = (sizeOf: (path: string) => number): number =>
    paths.reduce((total, path) => total + sizeOf(path), 0);
  return {
    files: paths.length,
    bytes: sum((path) => statSync(path).size),
    gzipped: () => sum((path) => gzipSync(readFileSync(path)).length),
  };
};

/** Builds and asks a peer, each in a process of its own, and judges what it answered. Rejects when it fails or no time is left. */
export const measurePeer = async (
  id: string,
  folder: string,
  queries: readonly BenchQuery[],
  naive: readonly (NaiveAnswer | null)[],
  leftMs: () => number,
): Promise<PeerMeasure> => {
  const entry = peers[id];
  if (entry === undefined) throw new Error(`no peer ${id}`);
  const run = (task: string) =>
    runMeasured([`--max-old-space-size=${heapMegabytes}`, runPeer, task, id, folder], leftMs());
  const built = entry.index === undefined ? await run('build') : null;
  const asked = await run('ask');
  const answers = JSON.parse(readFileSync(join(folder, `${id}.answers.json`), 'utf8')) as AskedQuery[];
  const sizes = sizesBelow(join(folder, entry.index ?? id));
  const judged = answers.flatMap((answer, i): (JudgedAnswer & { readonly answer: AskedQuery })[] => {
    const query = queries[i];
    return query === undefined ? [] : [{ query, answer, naive: naive[i] ?? null }];
  });
  const transferOf = (kept: (query: BenchQuery) => boolean) =>
    judged.flatMap(({ query, answer: { transfer } }) => (transfer !== null && kept(query) ? [transfer] : []));
  const two = transferOf(({ kind }) => kind === 'two-syllables');
  const others = transferOf(({ kind }) => kind !== 'two-syllables');
  const ofKind = (kind: QueryKind) => judged.filter(({ query }) => query.kind === kind);
  const measured = <T>(judgement: string, measure: (judged: readonly JudgedAnswer[]) => T) =>
    Object.fromEntries(
      kindNames.flatMap((kind) =>
        queryKinds[kind].judged === judgement && ofKind(kind).length > 0
          ? [[kind, measure(ofKind(kind))]]
          : [],
      ),
    );
  return {
    name: entry.name,
    note: entry.peer.note,
    buildSeconds: built === null ? null : (JSON.parse(built.lastLine) as { seconds: number }).seconds,
    buildPeakBytes: built?.peakBytes ?? 0,
    askPeakBytes: asked.peakBytes,
    files: sizes.files,
    bytes: sizes.bytes,
    coldBytes:
      two.length === 0
        ? sizes.gzipped()
        : percentile(
            two.map(({ startBytes, queryBytes }) => startBytes + queryBytes),
            0.5,
          ),
    queryBytes:
      two.length === 0
        ? null
        : {
            two: toSpread(two.map(({ queryBytes }) => queryBytes)),
            all: toSpread(others.map(({ queryBytes }) => queryBytes)),
          },
    ms: toSpread(answers.map(({ ms }) => ms)),
    sets: measured('set', measureSets),
    ranks: measured('rank', measureRanks),
    missed: judged
      .filter((one) => isSetKind(one.query) && measureSets([one]).equal < 1)
      .map(({ query }) => `${query.kind}: ${query.text}`),
  };
};
