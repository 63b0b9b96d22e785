import type { HeldRecord } from '../capture/warc-record.ts';
import { placeKey, type WaczPlan } from './wacz-plan.ts';

/** What is known of a record before it is copied. */
export interface KnownRecord {
  readonly record: HeldRecord;
  readonly sha256: string | null;
}

/** Which records of a WARC stay out. */
export interface WithheldRecords {
  readonly has: (known: KnownRecord) => boolean;
  /** Whether anything but talk of the crawl is left. */
  readonly isSomethingLeft: boolean;
}

/**
 * Finds the records of withdrawn articles in a WARC: their captures, whatever else has their bytes or was obtained from their
 * addresses, and what tells of such a record (its request, say). A capture of an article that readers see always stays.
 */
export const findWithheld = async (
  file: string,
  records: AsyncIterable<KnownRecord>,
  { live, withheld }: WaczPlan,
  addressKey: (url: string | null) => string | null,
): Promise<WithheldRecords> => {
  const offsets = new Set<number>();
  const ids = new Set<string>();
  const pointing: { offset: number; id: string | null; to: readonly string[] }[] = [];
  const others = new Set<number>();
  for await (const { record, sha256 } of records) {
    const { offset, field, type, targetUri } = record;
    if (type === 'warcinfo') continue;
    others.add(offset);
    const place = placeKey({ file, offset });
    if (live.has(place)) continue;
    const id = field('WARC-Record-ID');
    const beside = field('WARC-Concurrent-To');
    const to = [beside, field('WARC-Refers-To')].filter((one) => one !== null);
    const address = addressKey(targetUri);
    if (
      withheld.places.has(place) ||
      (address !== null && withheld.addresses.has(address)) ||
      (sha256 !== null && withheld.hashes.has(sha256))
    ) {
      offsets.add(offset);
      for (const one of [id, beside]) if (one !== null) ids.add(one);
    } else if (to.length > 0 || id !== null) pointing.push({ offset, id, to });
  }
  for (const { offset, id, to } of pointing) {
    if ([id, ...to].some((one) => one !== null && ids.has(one))) offsets.add(offset);
  }
  return {
    has: ({ record }) => offsets.has(record.offset),
    isSomethingLeft: [...others].some((offset) => !offsets.has(offset)),
  };
};
