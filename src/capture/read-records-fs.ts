import { sha256Of } from './read-item-fs.ts';
import { printCdxjLine } from './print-cdxj.ts';
import { readRange } from './file-source-fs.ts';
import { scanWarc } from './scan-warc.ts';
import { openHeld } from './read-held-fs.ts';
import { readPieces } from './warc-pieces-fs.ts';
import { toHeldRecord, type HeldRecord } from './warc-record.ts';

/** A capture read back from a WARC of the archive. */
export interface CaptureRead {
  /** As a reader gets it: content coding undone. */
  readonly bytes: Uint8Array;
  /** That HTTP names. */
  readonly charset: string | null;
}

const hashOf = ({ payload, isTooLarge }: HeldRecord): string | null =>
  isTooLarge ? null : sha256Of(payload);

/** The lines of a WARC's CDXJ index, as its records lie. */
export async function* indexWarc(
  chunks: AsyncIterable<Uint8Array>,
  filename: string,
): AsyncGenerator<string, void, undefined> {
  for await (const scanned of scanWarc(readPieces(chunks))) {
    if (scanned.kind === 'fault') continue;
    const line = printCdxjLine(await toHeldRecord(scanned), filename);
    if (line !== null) yield line;
  }
}

/** What stands at a place of a WARC: a payload's SHA-256, or null for bytes that are no sound record; `isCut` where the file ends in it. */
export interface HashedRecord {
  readonly offset: number;
  readonly sha256: string | null;
  readonly isCut: boolean;
}

/** Every record of a WARC that `wants` its hash told, and every place where a record is damaged. Reads all bytes. */
export async function* hashWarc(
  chunks: AsyncIterable<Uint8Array>,
  wants: (offset: number) => boolean,
): AsyncGenerator<HashedRecord, void, undefined> {
  for await (const scanned of scanWarc(readPieces(chunks))) {
    if (!wants(scanned.offset)) continue;
    const { offset } = scanned;
    if (scanned.kind === 'fault') yield { offset, sha256: null, isCut: scanned.isCut };
    else yield { offset, sha256: hashOf(await toHeldRecord(scanned)), isCut: false };
  }
}

const readFrom = async (
  path: string,
  start: number,
  offset: number,
  sha256: string,
): Promise<CaptureRead | null> => {
  for await (const scanned of scanWarc(readPieces(readRange(path, start)))) {
    if (scanned.offset < offset - start) continue;
    if (scanned.kind === 'fault' || scanned.offset > offset - start) return null;
    const record = await toHeldRecord(scanned);
    if (hashOf(record) !== sha256) return null;
    const page = openHeld(record, undefined);
    return 'bytes' in page
      ? { bytes: page.bytes, charset: page.charset }
      : { bytes: record.payload, charset: null };
  }
  return null;
};

/**
 * The capture at a place of a WARC, or null where its bytes are not there any more. Reads from that place on; in a file that
 * was packed as a whole, from the start.
 */
export const readCaptureIn = async (
  path: string,
  { offset, sha256 }: { readonly offset: number; readonly sha256: string },
): Promise<CaptureRead | null> =>
  (await readFrom(path, offset, offset, sha256)) ??
  (offset === 0 ? null : await readFrom(path, 0, offset, sha256));
