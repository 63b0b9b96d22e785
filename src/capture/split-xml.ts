import { WaitingBytes } from './waiting-bytes.ts';

/** A piece of an XML file: an element that was asked for, from its start tag to its end tag. */
export interface XmlPiece {
  readonly name: string;
  /** How many elements stand around it; what stands inside another piece is none by itself. */
  readonly depth: number;
  /** The line on which it begins, from 1. */
  readonly line: number;
  /** As they stand; null where the piece is faulty. */
  readonly bytes: Uint8Array | null;
  readonly fault: 'too-long' | 'cut-short' | null;
  readonly length: number;
}

export interface XmlSplitting {
  readonly maxBytes: number;
  /** Whether an element is a piece. It is asked for the root (depth 0), too, of which only the start tag is given. */
  readonly isPiece: (name: string, depth: number) => boolean;
}

const [lineFeed, space, slash, lessThan, greaterThan] = [10, 32, 47, 60, 62];
const [quotationMark, apostrophe, openBracket, closeBracket] = [34, 39, 91, 93];

/** Behind a `<`, so many bytes tell what it begins, and its name. */
const lookAhead = 256;

type Token = 'text' | 'comment' | 'cdata' | 'instruction' | 'doctype' | 'tag';

const startsOf: readonly (readonly [string, Token])[] = [
  ['<!--', 'comment'],
  ['<![CDATA[', 'cdata'],
  ['<?', 'instruction'],
  ['<!', 'doctype'],
];

const longestStart = 9;

/** What stands right before the `>` that ends a token. */
const endsOf = { comment: '--', cdata: ']]', instruction: '?' } as const;

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(Math.max(0, from), to));

/**
 * Elements of an XML file one after another, as their bytes stand in it, in any charset whose first half is ASCII. No more
 * than one is held, none that is longer than allowed; comments, CDATA and document types of any length are passed
 * over. Entities are not read. Inside a piece, tags need not be balanced: it ends with its own end tag.
 */
export async function* splitXml(
  stream: AsyncIterable<Uint8Array>,
  { maxBytes, isPiece }: XmlSplitting,
): AsyncGenerator<XmlPiece, void, undefined> {
  const waiting = new WaitingBytes();
  let at = 0;
  let token: Token = 'text';
  let tag = { name: '', isEnd: false, start: 0 };
  let quote = 0;
  let hasBracket = false;
  let depth = 0;
  let piece: {
    name: string;
    depth: number;
    line: number;
    start: number;
    same: number;
    dropped: number;
  } | null = null;
  let [line, countedTo] = [1, 0];

  const lineAt = (place: number): number => {
    for (let next = waiting.indexOf(lineFeed, countedTo); next !== -1 && next < place;) {
      line += 1;
      next = waiting.indexOf(lineFeed, next + 1);
    }
    countedTo = Math.max(countedTo, place);
    return line;
  };

  const beginToken = (): void => {
    const { bytes, end } = waiting;
    hasBracket = false;
    quote = 0;
    if (bytes[at + 1] === 33 || bytes[at + 1] === 63) {
      const next = ascii(bytes, at, Math.min(end, at + longestStart));
      const [start, kind] = startsOf.find(([mark]) => next.startsWith(mark)) ?? ['<', 'tag'];
      token = kind;
      at += start.length;
      return;
    }
    const isEnd = bytes[at + 1] === slash;
    const from = at + (isEnd ? 2 : 1);
    let to = from;
    for (; to < end && to < at + lookAhead; to += 1) {
      const byte = bytes[to] ?? 0;
      if (byte <= space || byte === slash || byte === greaterThan) break;
    }
    token = 'tag';
    tag = { name: ascii(bytes, from, to), isEnd, start: at };
    at += 1;
  };

  const pieceOf = (fault: XmlPiece['fault']): XmlPiece | null => {
    if (piece === null) return null;
    const { name, start, dropped } = piece;
    const bytes = fault === null ? waiting.bytes.slice(start, at) : null;
    return { name, depth: piece.depth, line: piece.line, bytes, fault, length: dropped + at - start };
  };

  /** A tag that has ended just before `at`. */
  function* endTag(): Generator<XmlPiece, void, undefined> {
    const { name, isEnd, start } = tag;
    const isEmpty = !isEnd && waiting.bytes[at - 2] === slash;
    if (piece !== null) {
      if (name !== piece.name) return;
      if (isEnd) piece.same -= 1;
      else if (!isEmpty) piece.same += 1;
      if (piece.same > 0) return;
      const whole = pieceOf(piece.dropped > 0 ? 'too-long' : null);
      if (whole !== null) yield whole;
      piece = null;
      return;
    }
    if (isEnd) {
      depth = Math.max(0, depth - 1);
      return;
    }
    if (isPiece(name, depth)) {
      const begun = { name, depth, line: lineAt(start), start: Math.max(0, start), same: 1, dropped: 0 };
      piece = begun;
      if (depth === 0 || isEmpty) {
        const whole = pieceOf(null);
        piece = null;
        if (whole !== null) yield whole;
      } else return;
    }
    if (!isEmpty) depth += 1;
  }

  const isEndOf = (kind: keyof typeof endsOf): boolean =>
    ascii(waiting.bytes, at - endsOf[kind].length, at) === endsOf[kind];

  /** Goes to the end of the token; false where it is not there yet. */
  const passToken = (): boolean => {
    for (; at < waiting.end; at += 1) {
      if (token === 'comment' || token === 'cdata' || token === 'instruction') {
        const next = waiting.indexOf(greaterThan, at);
        at = next === -1 ? waiting.end : next;
        if (next === -1) return false;
        if (isEndOf(token)) break;
        continue;
      }
      const byte = waiting.bytes[at] ?? 0;
      if (token === 'doctype') {
        if (byte === openBracket) hasBracket = true;
        if (byte !== greaterThan) continue;
        let before = at - 1;
        while (hasBracket && before > at - lookAhead && (waiting.bytes[before] ?? 0) <= space) before -= 1;
        if (!hasBracket || waiting.bytes[before] === closeBracket) break;
      } else if (quote !== 0) {
        if (byte === quote) quote = 0;
      } else if (byte === quotationMark || byte === apostrophe) quote = byte;
      else if (byte === greaterThan) break;
    }
    if (at >= waiting.end) return false;
    at += 1;
    return true;
  };

  function* readWaiting(isLast: boolean): Generator<XmlPiece, void, undefined> {
    while (at < waiting.end) {
      if (token === 'text') {
        const next = waiting.indexOf(lessThan, at);
        at = next === -1 ? waiting.end : next;
        if (next === -1 || (!isLast && waiting.end - at < lookAhead)) return;
        beginToken();
      }
      if (!passToken()) return;
      if (token === 'tag') yield* endTag();
      token = 'text';
    }
  }

  /** What is no longer needed: the least place that is. */
  const neededFrom = (): number => {
    if (piece !== null && at - piece.start > maxBytes) {
      piece.dropped += at - piece.start;
      piece.start = at;
    }
    if (piece !== null && piece.dropped > 0) {
      piece.dropped += at - piece.start;
      piece.start = at;
    }
    const open = token === 'tag' && at - tag.start <= maxBytes ? tag.start : at;
    return Math.max(
      0,
      Math.min(piece !== null && piece.dropped === 0 ? piece.start : at, open, at - lookAhead),
    );
  };

  const add = (chunk: Uint8Array): void => {
    const from = neededFrom();
    lineAt(from);
    waiting.add(chunk, from);
    at -= from;
    countedTo -= from;
    tag.start -= from;
    if (piece !== null) piece.start -= from;
  };

  for await (const chunk of stream) {
    add(chunk);
    yield* readWaiting(false);
  }
  yield* readWaiting(true);
  const rest = pieceOf('cut-short');
  if (rest !== null) yield rest;
}
