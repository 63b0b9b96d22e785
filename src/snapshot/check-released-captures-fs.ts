import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { releasedCapturePath } from '../article/snapshot-record.ts';
import type { HashedRecord } from '../capture/read-records-fs.ts';
import { errorCodeOf } from '../problem/error-code.ts';
import { toProblem, type Problem } from '../problem/problem.ts';
import type { OnBytes } from './hash-file-fs.ts';

/** The two ways to hash what a WARC holds. */
export interface RecordHashing {
  /** Tells the hash of each record that is wanted, whatever the WARC's form, and where there is none. */
  readonly hashWarc: (
    chunks: AsyncIterable<Uint8Array>,
    wants: (offset: number) => boolean,
  ) => AsyncIterable<HashedRecord>;
  /** Tells quickly what most records' hash is; null of all others. */
  readonly hashMember: (bytes: Uint8Array) => string | null;
}

/** Looks at captures in a release while their files are read for another reason. */
export interface CaptureGlance {
  readonly reads: (path: string) => OnBytes | null;
  /** The captures that were found whole. */
  readonly sound: ReadonlySet<string>;
}

/** The hash that a file in a release is named by; null where it is no capture. */
const hashInPath = (path: string): string | null => {
  const sha256 = /\/([0-9a-f]{64})\.warc\.gz$/.exec(path)?.[1];
  return sha256 !== undefined && path === releasedCapturePath(sha256) ? sha256 : null;
};

export const glanceAtCaptures = ({ hashMember }: Pick<RecordHashing, 'hashMember'>): CaptureGlance => {
  const sound = new Set<string>();
  return {
    sound,
    reads: (path) => {
      const expected = hashInPath(path);
      if (expected === null) return null;
      return (bytes) => {
        if (hashMember(bytes) === expected) sound.add(expected);
      };
    },
  };
};

const firstHash = async (path: string, hashWarc: RecordHashing['hashWarc']): Promise<string | null> => {
  const chunks = createReadStream(path) as AsyncIterable<Uint8Array>;
  for await (const { sha256 } of hashWarc(chunks, (offset) => offset === 0)) return sha256;
  return null;
};

/**
 * Whether the WARC of each capture in a release holds the bytes that the capture is named by. Problems: `capture-missing`,
 * `capture-altered`.
 */
export async function* checkReleasedCaptures(
  release: string,
  sha256s: Iterable<string>,
  hashWarc: RecordHashing['hashWarc'],
): AsyncGenerator<Problem, void, undefined> {
  for (const expected of sha256s) {
    const file = join(release, releasedCapturePath(expected));
    try {
      const found = await firstHash(file, hashWarc);
      if (found === expected) continue;
      yield toProblem('capture-altered', { file, offset: 0, found: found ?? '—', expected }, { file });
    } catch (error) {
      if (errorCodeOf(error) === null) throw error;
      yield toProblem('capture-missing', { sha256: expected, file, offset: 0 }, { file });
    }
  }
}
