import { getSurt } from 'warcio';
import type { HeldRecord } from './warc-record.ts';

/** Records that replay looks up. */
const indexed = new Set(['response', 'resource', 'conversion', 'revisit', 'metadata']);

/**
 * A record's line in a CDXJ index, without a line feed: its address turned round for sorting, its instant, and the rest as
 * JSON. Null for what has no address or instant, and for records about the crawl. `filename` is the WARC's.
 *
 * @see https://specs.webrecorder.net/cdxj/0.1.0/
 */
export const printCdxjLine = (
  { type, targetUri, date, mediaType, status, offset, length, field }: HeldRecord,
  filename: string,
): string | null => {
  if (!indexed.has(type) || targetUri === null || date === null || /\s/.test(targetUri)) return null;
  const digest = field('WARC-Payload-Digest');
  const fields = {
    url: targetUri,
    mime: type === 'revisit' ? 'warc/revisit' : (mediaType ?? 'unk'),
    ...(status === null ? {} : { status: String(status) }),
    ...(digest === null ? {} : { digest }),
    length: String(length),
    offset: String(offset),
    filename,
  };
  return `${getSurt(targetUri)} ${date.replace(/\D/g, '')} ${JSON.stringify(fields)}`;
};
