/**
 * The bytes of an article as they were obtained at one instant, before anything was made of them. Their SHA-256 names the
 * capture.
 */
export interface Capture {
  /** The file it came from, as the command line named it (a folder's files: folder and path below it). */
  readonly input: string;
  /** Within the input: a WARC record's byte offset, or a JSON line's number from 1; null for a whole file. */
  readonly record: number | null;
  /** Of a WARC's payload that was packed on its way (`Content-Encoding`): unpacked, so that it can be read. */
  readonly bytes: Uint8Array;
  /** The number of bytes as obtained, where `bytes` are unpacked ones. */
  readonly payloadBytes?: number;
  /** Lower-case hexadecimal, of the bytes as obtained. */
  readonly sha256: string;
  /** RFC 3339 with its zone. A plain file's is its modification time, with `capturedAtInferred`. */
  readonly capturedAt: string;
  readonly capturedAtInferred: boolean;
  /** The address that the bytes were obtained from, where known. */
  readonly url: string | null;
  /** `text/plain`, `text/html`, `multipart/related` (MHTML), `application/json` (one line of JSON Lines), `text/csv`
   * (a header and one row), `application/rss+xml` and `application/atom+xml` (a feed of one entry). */
  readonly mediaType: string;
  /** What the transport or the librarian says the charset is; null lets the bytes speak. */
  readonly charset: string | null;
}
