import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { CaptureRecord } from '../article/capture-record.ts';
import type { HashedRecord } from '../capture/read-records-fs.ts';
import { toProblem, type Place, type Problem } from '../problem/problem.ts';
import { errorCodeOf } from './error-code.ts';
import { hashMembers, type HashMembers } from './hash-members-fs.ts';
import { cdxjPath, listCaptures } from './index-captures-fs.ts';

/** Tells the hash of each record of a WARC that is wanted, and where there is none; reads all its bytes. */
export type HashWarc = (
  chunks: AsyncIterable<Uint8Array>,
  wants: (offset: number) => boolean,
) => AsyncIterable<HashedRecord>;

/** A capture that a record names, and where it names it. */
export interface NamedCapture extends Pick<CaptureRecord, 'sha256' | 'file' | 'offset'> {
  readonly place: () => Place | Promise<Place>;
}

/** What a problem quotes where bytes don't unpack, so that there is nothing to take a hash of. */
const noHash = '—';

/** The SHA-256 that a WARC had when its index was made, as the index's first line has it; null where there is none. */
export const indexedHash = async (root: string, file: string): Promise<string | null> => {
  const input = createReadStream(join(root, cdxjPath(file)), { end: 4096 });
  try {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      return /^!meta .*"sha256":"([0-9a-f]{64})"/.exec(line)?.[1] ?? null;
    }
    return null;
  } catch (error) {
    if (errorCodeOf(error) === null) throw error;
    return null;
  } finally {
    input.destroy();
  }
};

/** What a WARC holds at the offsets asked for, and its own SHA-256; null where it can't be read. */
const readFound = async (
  root: string,
  file: string,
  offsets: ReadonlySet<number>,
  hashWarc: HashWarc,
): Promise<{ found: Map<number, HashedRecord>; sha256: string } | null> => {
  const path = join(root, file);
  const hash = createHash('sha256');
  const chunks = async function* (): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
      hash.update(chunk as Buffer);
      yield chunk as Buffer;
    }
  };
  try {
    if (!(await stat(path)).isFile()) return null;
    const found = new Map<number, HashedRecord>();
    for await (const record of hashWarc(chunks(), (offset) => offsets.has(offset))) {
      // In a file packed as a whole, what it unpacks to may have the same offset as one of its members.
      if ((found.get(record.offset)?.sha256 ?? null) === null) found.set(record.offset, record);
    }
    return { found, sha256: hash.digest('hex') };
  } catch (error) {
    if (errorCodeOf(error) === null) throw error;
    return null;
  }
};

/** Whether each capture of a WARC can quickly be told to lie where its record says. */
const isQuicklySound = async (
  path: string,
  wanted: readonly NamedCapture[],
  quickly: HashMembers | null,
): Promise<boolean> => {
  if (quickly === null) return false;
  try {
    if (!(await stat(path)).isFile()) return false;
    const offsets = [...new Set(wanted.map(({ offset }) => offset))];
    const found = await hashMembers(path, offsets, quickly);
    return wanted.every(({ offset, sha256 }) => found.get(offset) === sha256);
  } catch (error) {
    if (errorCodeOf(error) === null) throw error;
    return false;
  }
};

/** A file's own SHA-256; null where it can't be read. */
const hashOf = async (path: string): Promise<string | null> => {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 }))
      hash.update(chunk as Buffer);
    return hash.digest('hex');
  } catch (error) {
    if (errorCodeOf(error) === null) throw error;
    return null;
  }
};

const groupByFile = (captures: readonly NamedCapture[]): Map<string, NamedCapture[]> => {
  const files = new Map<string, NamedCapture[]>();
  for (const capture of captures) {
    const group = files.get(capture.file);
    if (group === undefined) files.set(capture.file, [capture]);
    else group.push(capture);
  }
  return files;
};

/**
 * Whether each capture lies where its record says, byte for byte, and each WARC that has an index is the file that was
 * indexed, whether an article points into it or not. Each WARC is read as often as twice; with `quickly`, thoroughly only
 * where not all of its captures are told to be sound at a glance.
 *
 * Problems: `capture-missing`, `capture-altered`, `warc-altered`.
 */
export async function* checkCaptures(
  root: string,
  captures: readonly NamedCapture[],
  hashWarc: HashWarc,
  quickly: HashMembers | null = null,
): AsyncGenerator<Problem, void, undefined> {
  const named = groupByFile(captures);
  const { warcs } = await listCaptures(root);
  const files = new Set([...named.keys(), ...warcs.map((name) => `captures/${name}`)]);
  for (const file of [...files].sort()) {
    const wanted = (named.get(file) ?? []).toSorted((a, b) => a.offset - b.offset);
    const indexed = await indexedHash(root, file);
    if (wanted.length === 0 && indexed === null) continue;
    const shown = join(root, file);
    if (await isQuicklySound(shown, wanted, quickly)) {
      const found = indexed === null ? null : await hashOf(shown);
      if (indexed !== null && found !== null && found !== indexed) {
        yield toProblem('warc-altered', { file: shown, found, expected: indexed }, { file: shown });
      }
      continue;
    }
    const read = await readFound(root, file, new Set(wanted.map(({ offset }) => offset)), hashWarc);
    let isTold = false;
    for (const { offset, sha256, place } of wanted) {
      const record = read?.found.get(offset);
      if (record?.sha256 === sha256) continue;
      isTold = true;
      if (record === undefined || record.isCut) {
        yield toProblem('capture-missing', { sha256, file: shown, offset }, await place());
      } else {
        const values = { file: shown, offset, found: record.sha256 ?? noHash, expected: sha256 };
        yield toProblem('capture-altered', values, await place());
      }
    }
    if (!isTold && read !== null && indexed !== null && read.sha256 !== indexed) {
      yield toProblem(
        'warc-altered',
        { file: shown, found: read.sha256, expected: indexed },
        { file: shown },
      );
    }
  }
}
