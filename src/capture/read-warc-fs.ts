import { toProblem } from '../problem/problem.ts';
import type { WarcSource } from './held-capture.ts';
import { isTelling, mayHoldPage, toHeldItem } from './read-held-fs.ts';
import { toItem, type ReadItem, type ReadOptions } from './read-item-fs.ts';
import { toRevisit, type Revisits } from './resolve-revisits-fs.ts';
import { scanWarc } from './scan-warc.ts';
import { readPieces } from './warc-pieces-fs.ts';
import { toHeldRecord, type HeldRecord } from './warc-record.ts';

/**
 * The captures of a WARC, one after another. `revisit` records wait in `revisits` until all inputs are read. What can't
 * be read is told with its offset, and the rest is read. `meet` is told of each record.
 *
 * Problems: `warc-damaged`, `warc-truncated`, and those of `toHeldItem`.
 */
export async function* readWarc(
  source: WarcSource,
  options: ReadOptions,
  revisits: Revisits,
  meet: (record: HeldRecord) => void = () => undefined,
): AsyncGenerator<ReadItem, void, undefined> {
  const { input } = source;
  revisits.sources.push(source);
  let isEmpty = true;
  for await (const scanned of scanWarc(readPieces(source.open()))) {
    isEmpty = false;
    if (scanned.kind === 'fault') {
      const { offset, isCut } = scanned;
      const problem = toProblem(isCut ? 'warc-truncated' : 'warc-damaged', { offset }, { file: input });
      yield toItem(input, 'refused', [problem], { record: offset });
      continue;
    }
    const record = await toHeldRecord(scanned);
    meet(record);
    if (!isTelling(record)) continue;
    if (!mayHoldPage(record)) yield toItem(input, 'skipped', [], { record: record.offset });
    else if (record.type === 'revisit') revisits.waiting.push(toRevisit(source, record));
    else yield toHeldItem({ source, record }, { source, record }, options);
  }
  if (isEmpty) yield toItem(input, 'refused', [toProblem('file-empty', {}, { file: input })]);
}
