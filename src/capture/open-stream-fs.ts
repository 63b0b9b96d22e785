import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { toProblem, type Problem } from '../problem/problem.ts';
import { toFileProblem } from './walk-inputs-fs.ts';

/** The bytes of a file one chunk after another, unpacked where it is gzip. Whoever reads them closes them. */
export interface ByteStream {
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly close: () => void;
}

export const openStream = (path: string, isGzip: boolean): ByteStream => {
  const raw = createReadStream(path);
  const chunks = isGzip ? raw.pipe(createGunzip()) : raw;
  raw.on('error', (error) => chunks.destroy(error));
  return {
    chunks,
    close: () => {
      raw.destroy();
      chunks.destroy();
    },
  };
};

/** Why a stream broke off after a line: `gzip-damaged`, or a failure of the file system. */
export const toStreamProblem = (error: unknown, file: string, line: number): Problem => {
  const isDamage = error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
  return isDamage ? toProblem('gzip-damaged', { line }, { file }) : toFileProblem(error, file);
};
