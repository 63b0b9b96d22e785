import { gzipSync } from 'fflate';
import { WARCRecord, WARCSerializer } from 'warcio';
import type { Capture } from './capture.ts';

const hexOf = (buffer: ArrayBuffer): string =>
  Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** A UUID of version 8 (RFC 9562) made from a text's hash: the same text always has the same one. */
const uuidOf = async (text: string): Promise<string> => {
  const hash = hexOf(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  const variant = ((Number.parseInt(hash.slice(16, 17), 16) & 3) | 8).toString(16);
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
};

/** A capture's address, or its hash as a URN where it has none that can be written. */
const targetUriOf = ({ url, sha256 }: Capture): string =>
  url !== null && URL.canParse(url) ? new URL(url).href : `urn:sha256:${sha256}`;

/**
 * A capture as one gzip member holding one `resource` record of WARC 1.1. The same capture gives the same bytes on
 * every machine. The charset that the transport or the librarian named stands in Content-Type.
 *
 * @see ISO 28500:2017
 */
export const printWarcRecord = async (capture: Capture): Promise<Uint8Array> => {
  const uri = targetUriOf(capture);
  const date = new Date(capture.capturedAt).toISOString().replace(/\.\d+Z$/, 'Z');
  const charset =
    capture.charset !== null && /^[\w.:+-]+$/.test(capture.charset) ? `; charset=${capture.charset}` : '';
  const record = WARCRecord.create(
    {
      url: uri,
      date,
      type: 'resource',
      warcVersion: 'WARC/1.1',
      warcHeaders: {
        'WARC-Record-ID': `<urn:uuid:${await uuidOf(`${capture.sha256} ${date} ${uri}`)}>`,
        'Content-Type': `${capture.mediaType}${charset}`,
        'WARC-Block-Digest': `sha256:${capture.sha256}`,
        'WARC-Payload-Digest': `sha256:${capture.sha256}`,
      },
    },
    [capture.bytes],
  );
  // Not the system's own gzip: another machine's might give other bytes.
  return gzipSync(await WARCSerializer.serialize(record, { gzip: false }), { mtime: 0 });
};
