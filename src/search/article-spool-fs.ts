import { closeSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import type { IndexedText } from './indexed-article.ts';

/** Articles’ texts put aside in a file, so that the texts of a large archive need not fit in memory. */
export interface ArticleSpool {
  /** Gives the number by which the text is had again. */
  readonly add: (text: IndexedText) => number;
  /** The text's JSON, as it was put aside: the same for the same text. */
  readonly bytesOf: (number: number) => Buffer;
  readonly read: (number: number) => IndexedText;
  readonly close: () => void;
}

/** Puts texts aside in a file of this path, which whoever made it removes. */
export const createArticleSpool = (path: string): ArticleSpool => {
  const file = openSync(path, 'w+');
  ftruncateSync(file, 0);
  const ends: number[] = [];
  const bytesOf = (number: number): Buffer => {
    const from = ends[number - 1] ?? 0;
    const bytes = Buffer.allocUnsafe((ends[number] ?? from) - from);
    let read = 0;
    while (read < bytes.length) {
      const more = readSync(file, bytes, read, bytes.length - read, from + read);
      if (more === 0) throw new Error(`${path}: cut short`);
      read += more;
    }
    return bytes;
  };
  return {
    add(text) {
      const bytes = Buffer.from(JSON.stringify(text));
      let written = 0;
      while (written < bytes.length) {
        written += writeSync(file, bytes, written, bytes.length - written, (ends.at(-1) ?? 0) + written);
      }
      ends.push((ends.at(-1) ?? 0) + bytes.length);
      return ends.length - 1;
    },
    bytesOf,
    // Written from the same type just before.
    read: (number) => JSON.parse(bytesOf(number).toString()) as IndexedText,
    close: () => {
      closeSync(file);
    },
  };
};
