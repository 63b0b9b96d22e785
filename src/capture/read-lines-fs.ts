import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { toProblem } from '../problem/problem.ts';
import type { Capture } from './capture.ts';
import { maxLineBytes } from './limits.ts';
import { sha256Of, toItem, type KnownFile, type ReadItem } from './read-item-fs.ts';
import { splitLines } from './split-lines.ts';
import { toFileProblem } from './walk-inputs-fs.ts';

/** Each line of JSON Lines as a capture. A damaged gzip gives its whole lines, then `gzip-damaged`. */
export async function* readLines({
  file,
  form,
  modifiedAt,
}: KnownFile): AsyncGenerator<ReadItem, void, undefined> {
  const raw = createReadStream(file.path);
  const stream = form === 'jsonl-gzip' ? raw.pipe(createGunzip()) : raw;
  raw.on('error', (error) => stream.destroy(error));
  let last = 0;
  try {
    for await (const { number, bytes, length } of splitLines(stream, maxLineBytes)) {
      last = number;
      if (bytes === null) {
        const place = { file: file.path, line: number };
        const problem = toProblem('file-too-large', { size: length, limit: maxLineBytes }, place);
        yield toItem(file.path, 'refused', [problem], { record: number });
        continue;
      }
      if (bytes.every((byte) => byte === 32 || byte === 9 || byte === 13)) continue;
      const sha256 = sha256Of(bytes);
      const capture: Capture = {
        input: file.path,
        record: number,
        bytes,
        sha256,
        capturedAt: modifiedAt,
        capturedAtInferred: true,
        url: null,
        mediaType: 'application/json',
        charset: null,
      };
      yield toItem(file.path, 'read', [], { record: number, capture, sha256 });
    }
  } catch (error) {
    const isDamage = error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
    const problem = isDamage
      ? toProblem('gzip-damaged', { line: last }, { file: file.path })
      : toFileProblem(error, file.path);
    yield toItem(file.path, 'refused', [problem]);
  } finally {
    raw.destroy();
  }
}
