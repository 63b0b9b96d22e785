const lineFeed = 10;

/** The longest line before a chunk: its length and what a server may add. */
const maxLineBytes = 256;

/**
 * A body whose `Transfer-Encoding` is `chunked`, put together. Many a crawler undid it and left the field standing: what is
 * not in chunks comes back as it is. `isCut`: the last chunk is missing.
 *
 * @see RFC 9112, 7.1
 */
export const undoChunks = (body: Uint8Array): { readonly bytes: Uint8Array; readonly isCut: boolean } => {
  const joined = new Uint8Array(body.length);
  let total = 0;
  let at = 0;
  const add = (part: Uint8Array): void => {
    joined.set(part, total);
    total += part.length;
  };
  for (;;) {
    const end = body.subarray(at, at + maxLineBytes).indexOf(lineFeed);
    const line = end === -1 ? '' : String.fromCharCode(...body.subarray(at, at + end));
    const digits = /^([0-9a-f]{1,8})[ \t]*(?:;[^\n]*)?\r?$/i.exec(line)?.[1];
    if (digits === undefined) {
      return at === 0 ? { bytes: body, isCut: false } : { bytes: joined.subarray(0, total), isCut: true };
    }
    const length = Number.parseInt(digits, 16);
    if (length === 0) return { bytes: joined.subarray(0, total), isCut: false };
    const start = at + end + 1;
    const after = start + length;
    if (after > body.length) {
      if (at === 0 && body.length - start < length / 2) return { bytes: body, isCut: false };
      add(body.subarray(start));
      return { bytes: joined.subarray(0, total), isCut: true };
    }
    add(body.subarray(start, after));
    at = after;
    if (body[at] === 13) at += 1;
    if (body[at] === lineFeed) at += 1;
  }
};
