/** A stream's bytes in order, with the last ones kept so that a reader may go back to them. */
export interface RawBytes {
  /** Of the next byte. */
  readonly offset: () => number;
  /** The next bytes, or null at the end. */
  readonly next: () => Promise<Uint8Array | null>;
  /** At least so many bytes, if there are as many. */
  readonly take: (length: number) => Promise<Uint8Array>;
  /** Goes back to an offset, or as far as bytes are kept. */
  readonly rewind: (offset: number) => void;
}

/** So many bytes are kept to go back to. */
const keptBytes = 4 * 1024 * 1024;

/** The parts as one. */
export const joinBytes = (parts: readonly Uint8Array[]): Uint8Array => {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/** Reads a stream so that it may be read again, as far as 4 MiB back. */
export const toRawBytes = (chunks: AsyncIterable<Uint8Array>): RawBytes => {
  const iterator = chunks[Symbol.asyncIterator]();
  const ahead: Uint8Array[] = [];
  const behind: Uint8Array[] = [];
  let behindLength = 0;
  let offset = 0;
  const next = async (): Promise<Uint8Array | null> => {
    let chunk = ahead.pop();
    if (chunk === undefined) {
      const read = await iterator.next();
      if (read.done === true) return null;
      chunk = read.value;
    }
    offset += chunk.length;
    behind.push(chunk);
    behindLength += chunk.length;
    for (let first = behind[0]; first !== undefined; first = behind[0]) {
      if (behindLength - first.length < keptBytes) break;
      behindLength -= first.length;
      behind.shift();
    }
    return chunk;
  };
  return {
    offset: () => offset,
    next,
    take: async (length) => {
      const parts: Uint8Array[] = [];
      for (let have = 0; have < length;) {
        const part = await next();
        if (part === null) break;
        parts.push(part);
        have += part.length;
      }
      return joinBytes(parts);
    },
    rewind: (to) => {
      while (offset > to) {
        const last = behind.pop();
        if (last === undefined) return;
        const cut = Math.max(0, last.length - (offset - to));
        if (cut > 0) behind.push(last.subarray(0, cut));
        ahead.push(last.subarray(cut));
        behindLength -= last.length - cut;
        offset -= last.length - cut;
      }
    },
  };
};
