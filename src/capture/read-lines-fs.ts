import { toProblem } from '../problem/problem.ts';
import { maxLineBytes } from './limits.ts';
import { openStream, toStreamProblem } from './open-stream-fs.ts';
import { toItem, toListedItem, type KnownFile, type ReadItem, type ReadOptions } from './read-item-fs.ts';
import { splitLines } from './split-lines.ts';

/** Each line of JSON Lines as a capture. A damaged gzip gives its whole lines, then `gzip-damaged`. */
export async function* readLines(
  { file, form, modifiedAt }: KnownFile,
  options: ReadOptions,
): AsyncGenerator<ReadItem, void, undefined> {
  const { chunks, close } = openStream(file.path, form === 'jsonl-gzip');
  let last = 0;
  try {
    for await (const { number, bytes, length } of splitLines(chunks, maxLineBytes)) {
      last = number;
      if (bytes === null) {
        const place = { file: file.path, line: number };
        const problem = toProblem('file-too-large', { size: length, limit: maxLineBytes }, place);
        yield toItem(file.path, 'refused', [problem], { record: number });
        continue;
      }
      if (bytes.every((byte) => byte === 32 || byte === 9 || byte === 13)) continue;
      yield toListedItem({ file, modifiedAt }, number, { bytes, mediaType: 'application/json' }, options);
    }
  } catch (error) {
    yield toItem(file.path, 'refused', [toStreamProblem(error, file.path, last)]);
  } finally {
    close();
  }
}
