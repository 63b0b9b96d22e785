import { maxHeadBytes } from '../article/record-payload.ts';

/** The largest page or text that is read as one capture, in bytes. */
export const maxPageBytes = 32 * 1024 * 1024;

/** The longest line of a JSON Lines file, in bytes. */
export const maxLineBytes = 16 * 1024 * 1024;

/** How much of a file is looked at to tell its form, in bytes. */
export const headBytes = 64 * 1024;

export { maxHeadBytes };

/** The longest record of a WARC that is read as a page, head and all; a longer one is passed over, a piece at a time. */
export const maxRecordBytes = maxPageBytes + 4 * maxHeadBytes;

/** The largest picture that is taken, in bytes and in pixels: what a browser would need some 200 MB of memory to show. */
export const maxImageBytes = 20 * 1024 * 1024;
export const maxImagePixels = 50_000_000;

/** All pictures of one page together are no larger, in bytes. */
export const maxPageImagesBytes = 64 * 1024 * 1024;
