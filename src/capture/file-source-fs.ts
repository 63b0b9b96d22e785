import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { WarcSource } from './held-capture.ts';
import type { KnownFile } from './read-item-fs.ts';

const chunkBytes = 256 * 1024;

/** A file's bytes, or a part of them (`end` is not in it). */
export const readRange = (path: string, start = 0, end = Infinity): AsyncIterable<Uint8Array> =>
  end <= start
    ? Readable.from([])
    : createReadStream(path, { start, end: end - 1, highWaterMark: chunkBytes });

/** A WARC that is a file of its own. */
export const toFileSource = ({ file: { path }, modifiedAt }: KnownFile): WarcSource => ({
  input: path,
  open: () => readRange(path),
  openAt: (offset, length) => readRange(path, offset, offset + length),
  modifiedAt,
});
