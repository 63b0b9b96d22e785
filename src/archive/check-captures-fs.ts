import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { CaptureRecord } from '../article/capture-record.ts';
import type { WarcRecord } from '../capture/read-warc-record.ts';
import { toProblem, type Place, type Problem } from '../problem/problem.ts';
import { errorCodeOf } from './error-code.ts';

/** Reads the WARC record at the start of some bytes; null where there is none. */
export type ReadWarcRecord = (bytes: Uint8Array) => Promise<Pick<WarcRecord, 'sha256' | 'payload'> | null>;

/** A capture that a record names, and where it names it. */
export interface NamedCapture extends Pick<CaptureRecord, 'sha256' | 'file' | 'offset'> {
  readonly place: () => Place | Promise<Place>;
}

/** A record longer than this is read in one piece up to the next capture, or the end of the file. */
const firstReadBytes = 4 * 1024 * 1024;

const readAt = async (file: FileHandle, offset: number, length: number): Promise<Uint8Array> => {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
  return buffer.subarray(0, bytesRead);
};

/** The bytes of a capture as its WARC holds them, or null where there is no whole record. */
export const readCaptureAt = async (
  root: string,
  { file: path, offset }: Pick<CaptureRecord, 'file' | 'offset'>,
  readWarcRecord: ReadWarcRecord,
  end?: number,
): Promise<Awaited<ReturnType<ReadWarcRecord>>> => {
  let file: FileHandle;
  try {
    file = await open(join(root, path));
  } catch (error) {
    if (errorCodeOf(error) === null) throw error;
    return null;
  }
  try {
    const { size } = await file.stat();
    const length = Math.min(end ?? size, size) - offset;
    if (length <= 0) return null;
    const first = await readWarcRecord(await readAt(file, offset, Math.min(length, firstReadBytes)));
    return first !== null || length <= firstReadBytes
      ? first
      : await readWarcRecord(await readAt(file, offset, length));
  } catch (error) {
    if (errorCodeOf(error) === null) throw error;
    return null;
  } finally {
    await file.close();
  }
};

/** What a problem quotes where bytes don't unpack, so that there is nothing to take a hash of. */
const noHash = '—';

/** Whether a file has a whole record's bytes at a place, which don't unpack; a file that is cut short has not. */
const isDamagedAt = async (root: string, { file: path, offset }: NamedCapture, end?: number) => {
  const file = await open(join(root, path)).catch((error: unknown) => {
    if (errorCodeOf(error) === null) throw error;
    return null;
  });
  if (file === null) return false;
  try {
    const { size } = await file.stat();
    if (size <= offset) return false;
    if (end !== undefined) return size >= end;
    await promisify(gunzip)(await readAt(file, offset, size - offset));
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'Z_DATA_ERROR';
  } finally {
    await file.close();
  }
};

/** Whether each capture lies where its record says, byte for byte. Problems: `capture-missing`, `capture-altered`. */
export async function* checkCaptures(
  root: string,
  captures: readonly NamedCapture[],
  readWarcRecord: ReadWarcRecord,
): AsyncGenerator<Problem, void, undefined> {
  const sorted = captures.toSorted((a, b) =>
    a.file === b.file ? a.offset - b.offset : a.file < b.file ? -1 : 1,
  );
  for (const [i, capture] of sorted.entries()) {
    const { file, offset, sha256, place } = capture;
    let after = i + 1;
    while (sorted[after]?.file === file && sorted[after]?.offset === offset) after += 1;
    const next = sorted[after];
    const end = next?.file === file ? next.offset : undefined;
    const found = await readCaptureAt(root, capture, readWarcRecord, end);
    const shown = join(root, file);
    if (found === null && !(await isDamagedAt(root, capture, end))) {
      yield toProblem('capture-missing', { sha256, file: shown, offset }, await place());
    } else if (found?.sha256 !== sha256) {
      const values = { file: shown, offset, found: found?.sha256 ?? noHash, expected: sha256 };
      yield toProblem('capture-altered', values, await place());
    }
  }
}
