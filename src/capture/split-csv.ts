import { csvSeparators } from '../text/csv.ts';
import { WaitingBytes } from './waiting-bytes.ts';

/** One record of a CSV file. */
export interface CsvRecord {
  /** The line on which it begins, from 1. */
  readonly line: number;
  /** As they stand, without the line feed at the end; null where the record is faulty. */
  readonly bytes: Uint8Array | null;
  /** `quotes`: a quotation mark that doesn't close, or text behind a closing one. */
  readonly fault: 'too-long' | 'quotes' | null;
  /** How many bytes were looked at for it. */
  readonly length: number;
  /** How many fields it has, and the number of the last that holds something; 0 where none does. */
  readonly fields: number;
  readonly filled: number;
}

/** How a CSV file is to be parted into records. */
export interface CsvSplitting {
  readonly maxBytes: number;
  /** Bytes to a character that markup is made of: 1, or 2 in UTF-16. */
  readonly width: 1 | 2;
  /** In UTF-16: whether the higher byte comes first. */
  readonly isBigEndian: boolean;
  /** The separator, as far as the records so far tell it; before that, any is taken for one. */
  readonly separatorIn: (record: Uint8Array) => string | null;
}

const lineFeed = 10;
const carriageReturn = 13;
const space = 32;
const quotationMark = 34;

/** Where in a record the reading is. `skipping`: behind a fault, to the end of the line. */
type Mode = 'start' | 'plain' | 'quoted' | 'closing' | 'skipping';

/**
 * After a fault, the lines below the one on which the record began are read again, each for itself; of a file that is
 * made to have this done for ever, no more than so many times its bytes.
 */
const maxRereading = 8;
const freeRereading = 1 << 20;

/**
 * The records of a CSV file, with never more than one held. Line breaks inside quotation marks belong to the record. A
 * faulty record is told, and the reading goes on with the line below the one on which it began.
 *
 * @see RFC 4180
 */
export async function* splitCsv(
  stream: AsyncIterable<Uint8Array>,
  { maxBytes, width, isBigEndian, separatorIn }: CsvSplitting,
): AsyncGenerator<CsvRecord, void, undefined> {
  const waiting = new WaitingBytes();
  let separators: readonly number[] = csvSeparators.map((mark) => mark.charCodeAt(0));
  let isSettled = false;
  let mode: Mode = 'start';
  /** Where the record and the reading are, the line on which the record began, and the line feeds read in it. */
  let [start, at, line, breaks] = [0, 0, 1, 0];
  /** Where the record's first line ends; -1 before that. */
  let firstEnd = -1;
  let fault: CsvRecord['fault'] = null;
  let length = 0;
  let [fields, filled] = [1, 0];
  let [taken, reread] = [0, 0];

  const unitAt = (i: number): number => {
    const [first = 0, second = 0] = [waiting.bytes[i], width === 2 ? waiting.bytes[i + 1] : 0];
    return isBigEndian && width === 2 ? first * 256 + second : first + second * 256;
  };
  const isOfBom = (unit: number): boolean =>
    line === 1 && (width === 2 ? unit === 0xfeff : unit === 0xef || unit === 0xbb || unit === 0xbf);
  const beginAt = (next: number, nextLine: number): void => {
    start = at = next;
    line = nextLine;
    breaks = length = filled = 0;
    firstEnd = -1;
    fields = 1;
    mode = 'start';
    fault = null;
  };
  const faultyRecord = (): CsvRecord => ({
    line,
    bytes: null,
    fault,
    length: length + at - start,
    fields,
    filled,
  });

  /** Tells the fault and goes back to the next line, where that can be; else the rest of the line is to be passed over. */
  function* giveUp(reason: CsvRecord['fault']): Generator<CsvRecord, boolean, undefined> {
    fault = reason;
    const cost = at - firstEnd;
    if (firstEnd !== -1 && reread + cost <= maxRereading * taken + freeRereading) {
      reread += cost;
      yield faultyRecord();
      beginAt(firstEnd + width, line + 1);
      return true;
    }
    mode = 'skipping';
    return false;
  }

  function* endRecord(): Generator<CsvRecord, void, undefined> {
    const next = line + breaks + 1;
    if (mode === 'skipping') yield faultyRecord();
    // A row of empty fields is none: a table may have millions of them at its end.
    else if (filled > 0 || !isSettled) {
      const bytes = waiting.bytes.slice(start, at);
      yield { line, bytes, fault: null, length: bytes.length, fields, filled };
      const separator = isSettled ? null : separatorIn(bytes);
      if (separator !== null) {
        separators = [separator.charCodeAt(0)];
        isSettled = true;
      }
    }
    beginAt(at + width, next);
  }

  function* readWaiting(): Generator<CsvRecord, void, undefined> {
    while (at + width <= waiting.end) {
      const unit = width === 1 ? (waiting.bytes[at] ?? 0) : unitAt(at);
      if (unit === lineFeed) {
        if (mode !== 'quoted') {
          yield* endRecord();
          continue;
        }
        breaks += 1;
        if (firstEnd === -1) firstEnd = at;
      } else if (mode === 'plain') {
        if (separators.includes(unit)) {
          mode = 'start';
          fields += 1;
        } else if (unit > space) filled = fields;
      } else if (mode === 'quoted') {
        if (unit === quotationMark) mode = 'closing';
        else if (unit > space) filled = fields;
      } else if (mode === 'start') {
        if (unit === quotationMark) mode = 'quoted';
        else if (separators.includes(unit)) fields += 1;
        else if (!isOfBom(unit)) {
          mode = 'plain';
          if (unit > space) filled = fields;
        }
      } else if (mode === 'closing') {
        if (separators.includes(unit)) {
          mode = 'start';
          fields += 1;
        } else if (unit === quotationMark && unitAt(at - width) === quotationMark) {
          mode = 'quoted';
          filled = fields;
        } else if (unit !== space && unit !== carriageReturn) {
          if (yield* giveUp('quotes')) continue;
        }
      }
      at += width;
      if (mode === 'skipping') {
        // What is passed over need not be held.
        length += at - start;
        start = at;
      } else if (at - start > maxBytes)
        yield* giveUp(mode === 'quoted' && firstEnd !== -1 ? 'quotes' : 'too-long');
    }
  }

  for await (const chunk of stream) {
    waiting.add(chunk, start);
    at -= start;
    if (firstEnd !== -1) firstEnd -= start;
    start = 0;
    taken += chunk.length;
    yield* readWaiting();
  }
  const isIn = (one: Mode): boolean => mode === one;
  while (isIn('quoted')) {
    yield* giveUp('quotes');
    yield* readWaiting();
  }
  if (isIn('skipping')) yield faultyRecord();
  else if (at > start) yield* endRecord();
}
