import { Inflate, inflateSync } from 'fflate';

/*
 * Unpacking at once, in the thread that asks. The browser's own streams give the same bytes, but take milliseconds for
 * each of the some ten small parts of an answer.
 */

/** A gzip file (RFC 1952) of one member whose head tells neither name nor comment, as the build writes them. */
const headBytes = 10;
const tailBytes = 8;

/** Unpacks such a file; throws where it is cut short or is something else. */
export const gunzip = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => {
  const tail = bytes.length - tailBytes;
  if (tail < headBytes || bytes[3] !== 0) throw new RangeError('no gzip file as the build writes them');
  const unpacked = new Uint8Array(inflateSync(bytes.subarray(headBytes, tail)));
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 4, true);
  if (unpacked.length !== length) throw new RangeError(`${unpacked.length} bytes unpacked of ${length}`);
  return unpacked;
};

/** Unpacks raw deflate (RFC 1951) that looks back into a dictionary; throws where it cannot. */
export const inflateAfter = (bytes: Uint8Array, dictionary: Uint8Array): Uint8Array =>
  dictionary.length === 0 ? inflateSync(bytes) : inflateSync(bytes, { dictionary });

/** Unpacks raw deflate that was left open for more to follow; throws where it cannot. */
export const inflateOpen = (bytes: Uint8Array): Uint8Array => {
  const parts: Uint8Array[] = [];
  const inflate = new Inflate((part) => {
    parts.push(part);
  });
  inflate.push(bytes);
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};
