import { WARCParser } from 'warcio';

/** One record of a WARC, read back. */
export interface WarcRecord {
  readonly type: string;
  readonly payload: Uint8Array;
  /** Of the payload as it was read, lower-case hexadecimal: not what the record claims. */
  readonly sha256: string;
  /** What the record claims, where its digest is a SHA-256 in hexadecimal. */
  readonly claimedSha256: string | null;
  readonly targetUri: string | null;
  /** RFC 3339, UTC. */
  readonly date: string | null;
  /** Content-Type without parameters. */
  readonly mediaType: string | null;
}

const hexOf = (buffer: ArrayBuffer): string =>
  Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * The record that begins at the first of the bytes (gzip or plain); what follows it is not read. Null where the bytes
 * are no record, are cut short, or don't unpack.
 */
export const readWarcRecord = async (bytes: Uint8Array): Promise<WarcRecord | null> => {
  try {
    const record = await new WARCParser([bytes]).parse();
    if (!record?.warcHeaders.statusline.startsWith('WARC/')) return null;
    const payload = await record.readFully(false);
    if (payload.length !== record.warcContentLength) return null;
    const claimed = /^sha256:([0-9a-f]{64})$/.exec(record.warcPayloadDigest ?? '');
    return {
      type: record.warcType,
      payload,
      sha256: hexOf(await crypto.subtle.digest('SHA-256', new Uint8Array(payload))),
      claimedSha256: claimed?.[1] ?? null,
      targetUri: record.warcTargetURI ?? null,
      date: record.warcDate ?? null,
      mediaType: record.warcContentType?.split(';')[0]?.trim() ?? null,
    };
  } catch {
    return null;
  }
};
