import {
  brotliDecompressSync,
  constants,
  gunzipSync,
  inflateRawSync,
  inflateSync,
  zstdDecompressSync,
} from 'node:zlib';
import { maxPageBytes } from './limits.ts';

/** A payload as a reader gets it; or why it can't be had. */
export type Content =
  | { readonly bytes: Uint8Array; readonly isCut: boolean }
  | { readonly fault: 'content-coding-unknown' | 'content-damaged' | 'file-too-large' };

const { Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH, ZSTD_e_flush } = constants;

type Unpack = (bytes: Uint8Array, finishFlush?: number) => Uint8Array;

const bound = { maxOutputLength: maxPageBytes };

/** Each coding's unpacking, and the way to finish that takes what there is of a stream that was cut off. */
const codings: Readonly<Record<string, { readonly unpack: Unpack; readonly lenient: number }>> = {
  gzip: {
    unpack: (bytes, finishFlush = constants.Z_FINISH) => gunzipSync(bytes, { ...bound, finishFlush }),
    lenient: Z_SYNC_FLUSH,
  },
  deflate: {
    // Servers send deflate without its wrapping, too, which the standard does not allow and every browser takes.
    unpack: (bytes, finishFlush = constants.Z_FINISH) =>
      ((bytes[0] ?? 0) & 15) === 8 && ((bytes[0] ?? 0) * 256 + (bytes[1] ?? 0)) % 31 === 0
        ? inflateSync(bytes, { ...bound, finishFlush })
        : inflateRawSync(bytes, { ...bound, finishFlush }),
    lenient: Z_SYNC_FLUSH,
  },
  br: {
    unpack: (bytes, finishFlush = constants.BROTLI_OPERATION_FINISH) =>
      brotliDecompressSync(bytes, { ...bound, finishFlush }),
    lenient: BROTLI_OPERATION_FLUSH,
  },
  zstd: {
    unpack: (bytes, finishFlush = constants.ZSTD_e_end) =>
      zstdDecompressSync(bytes, { ...bound, finishFlush }),
    lenient: ZSTD_e_flush,
  },
};

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** Whether bytes are a page or a text as they are: the crawler undid the coding, and left its name standing. */
const isPlain = (bytes: Uint8Array): boolean =>
  bytes.subarray(0, 512).every((byte) => byte >= 32 || (byte >= 9 && byte <= 13));

const undo = (bytes: Uint8Array, name: string): Content => {
  const coding = codings[name.replace(/^x-/, '')];
  if (coding === undefined) return { fault: 'content-coding-unknown' };
  if (isPlain(bytes)) return { bytes, isCut: false };
  try {
    return { bytes: coding.unpack(bytes), isCut: false };
  } catch (error) {
    if (codeOf(error) === 'ERR_BUFFER_TOO_LARGE') return { fault: 'file-too-large' };
  }
  try {
    const cut = coding.unpack(bytes, coding.lenient);
    return cut.length === 0 ? { fault: 'content-damaged' } : { bytes: cut, isCut: true };
  } catch (error) {
    return { fault: codeOf(error) === 'ERR_BUFFER_TOO_LARGE' ? 'file-too-large' : 'content-damaged' };
  }
};

/**
 * A payload with its content codings (`gzip`, `deflate`, `br`, `zstd`) undone, the one applied last first. At most
 * `maxPageBytes` come of it.
 *
 * @see RFC 9110, 8.4
 */
export const undoContentCoding = (payload: Uint8Array, contentEncoding: string | null): Content => {
  const names = (contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity' && name !== 'none' && name !== 'utf-8');
  let content: Content = { bytes: payload, isCut: false };
  for (const name of names.slice(-4).reverse()) {
    if ('fault' in content) return content;
    const inner: Content = undo(content.bytes, name);
    content = 'fault' in inner ? inner : { ...inner, isCut: inner.isCut || content.isCut };
  }
  return content;
};
