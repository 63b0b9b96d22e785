/** One line of a stream: its number from 1, and its bytes without the line feed; null where it is longer than allowed. */
export interface Line {
  readonly number: number;
  readonly bytes: Uint8Array | null;
  /** How long the line is, as far as it was read. */
  readonly length: number;
}

const concat = (chunks: readonly Uint8Array[], length: number): Uint8Array => {
  const only = chunks[0];
  if (chunks.length === 1 && only !== undefined) return only;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
};

/**
 * The lines of a stream of bytes, parted by line feeds alone, with never more than one line held. A line that is too
 * long is passed over to its end. Empty lines come, too.
 */
export async function* splitLines(
  stream: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<Line, void, undefined> {
  let number = 1;
  let held: Uint8Array[] = [];
  let length = 0;
  const take = (part: Uint8Array): void => {
    length += part.length;
    if (length <= maxBytes) held.push(part);
    else held = [];
  };
  const line = (): Line => ({ number, length, bytes: length > maxBytes ? null : concat(held, length) });
  for await (const chunk of stream) {
    let start = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
      take(chunk.subarray(start, end));
      yield line();
      number += 1;
      held = [];
      length = 0;
      start = end + 1;
    }
    // A copy: what remains of a chunk must not hold the whole chunk.
    if (start < chunk.length) take(chunk.slice(start));
  }
  if (length > 0) yield line();
}
