import { toProblem } from '../problem/problem.ts';
import type { WarcSource } from './held-capture.ts';
import { mayHoldPage, toHeldItem, type Telling } from './read-held-fs.ts';
import { toItem, type ReadItem, type ReadOptions } from './read-item-fs.ts';
import { scanWarc } from './scan-warc.ts';
import { readPieces } from './warc-pieces-fs.ts';
import { toHeldRecord, type HeldRecord } from './warc-record.ts';

/** A `revisit` record that waits for its payload; no more is kept of it, for there may be a million. */
export interface Revisit extends Telling {
  readonly keys: readonly string[];
}

/** The `revisit` records of an import, and all its WARCs. */
export interface Revisits {
  readonly sources: WarcSource[];
  readonly waiting: Revisit[];
}

const secondsOf = (instant: string | null): string => instant?.replace(/\.\d+Z$/, 'Z') ?? '';

const bare = (id: string | null): string => id?.replace(/^<(.*)>$/, '$1').toLowerCase() ?? '';

/** By what the record that a revisit points to may be found. */
const wantedKeys = ({ field, targetUri }: HeldRecord): string[] => {
  const digest = field('WARC-Payload-Digest');
  const refersTo = field('WARC-Refers-To');
  const uri = field('WARC-Refers-To-Target-URI') ?? targetUri;
  const date = field('WARC-Refers-To-Date');
  return [
    ...(digest === null ? [] : [`digest ${digest.toLowerCase()}`]),
    ...(refersTo === null ? [] : [`id ${bare(refersTo)}`]),
    ...(uri === null || date === null ? [] : [`at ${secondsOf(date)} ${bare(uri)}`]),
  ];
};

const keysOf = ({ field, targetUri, date }: HeldRecord): string[] => [
  `digest ${(field('WARC-Payload-Digest') ?? '').toLowerCase()}`,
  `id ${bare(field('WARC-Record-ID'))}`,
  `at ${date ?? ''} ${bare(targetUri)}`,
];

/** What is kept of a `revisit` record until all inputs are read. */
export const toRevisit = (source: WarcSource, record: HeldRecord): Revisit => {
  const { offset, date, targetUri } = record;
  return { source, record: { offset, date, targetUri }, keys: wantedKeys(record) };
};

/**
 * The captures that `revisit` records tell of, with the payloads that they point to: all WARCs of the import are read once
 * more, if there is any such record. Problems: `revisit-unresolved`, and those of `toHeldItem`.
 */
export async function* resolveRevisits(
  { sources, waiting }: Revisits,
  options: ReadOptions,
): AsyncGenerator<ReadItem, void, undefined> {
  const wanted = new Map<string, Revisit[]>();
  const open = new Set(waiting);
  for (const revisit of waiting) {
    for (const key of revisit.keys) {
      const others = wanted.get(key);
      if (others === undefined) wanted.set(key, [revisit]);
      else others.push(revisit);
    }
  }
  for (const source of sources) {
    if (open.size === 0) return;
    for await (const scanned of scanWarc(readPieces(source.open()))) {
      if (scanned.kind === 'fault') continue;
      const record = await toHeldRecord(scanned);
      if (record.type === 'revisit') continue;
      const found = new Set(keysOf(record).flatMap((key) => wanted.get(key) ?? []));
      for (const revisit of found) {
        if (!open.delete(revisit)) continue;
        yield mayHoldPage(record)
          ? toHeldItem(revisit, { source, record }, options)
          : toItem(revisit.source.input, 'skipped', [], { record: revisit.record.offset });
      }
    }
  }
  for (const { source, record } of open) {
    const { offset, targetUri } = record;
    const problem = toProblem('revisit-unresolved', { offset, url: targetUri ?? '' }, { file: source.input });
    yield toItem(source.input, 'refused', [problem], { record: offset });
  }
}
