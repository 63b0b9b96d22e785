import { createHash } from 'node:crypto';
import type { WarcSource } from './held-capture.ts';
import { scanWarc } from './scan-warc.ts';
import { undoContentCoding } from './undo-content-coding-fs.ts';
import { readPieces } from './warc-pieces-fs.ts';
import { toHeldRecord, type HeldRecord } from './warc-record.ts';

/** A picture's bytes, and the WARCs that they were found by. */
export interface ImageInWarc {
  readonly bytes: Uint8Array;
  readonly sources: readonly WarcSource[];
}

/** The pictures in the WARCs of an import. */
export interface WarcImages {
  /** The one that was obtained from an address at the instant nearest to another; null where there is none. */
  readonly find: (address: string, at: string) => Promise<ImageInWarc | 'large' | null>;
}

/** So many records are kept in mind, each with some 100 bytes; pictures behind them are not found. */
const maxRecords = 500_000;

/** Where a record lies that may hold a picture. */
interface Spot {
  readonly source: WarcSource;
  readonly offset: number;
  readonly length: number;
  readonly seconds: number;
  readonly isRevisit: boolean;
}

const keyOf = (text: string): number => createHash('sha256').update(text).digest().readUIntBE(0, 6);

/** An address as it is looked up: whether by `http` or `https` makes no difference. */
const bareAddress = (address: string): string => {
  const whole = URL.canParse(address) ? new URL(address).href : address;
  return whole.replace(/^https?:\/\//i, '').replace(/#.*$/s, '');
};

const secondsOf = (instant: string | null): number => Date.parse(instant ?? '') / 1000 || 0;

const mayBeImage = ({ type, status, mediaType, isTooLarge }: HeldRecord): boolean => {
  if (mediaType === 'image/svg+xml' || isTooLarge) return false;
  const isNamed = mediaType?.startsWith('image/') === true;
  const isOpen = mediaType === null || /^(?:application|binary)\/octet-stream$/.test(mediaType);
  if (type === 'revisit') return isNamed || isOpen;
  return (isNamed || isOpen) && (type === 'resource' || (type === 'response' && status === 200));
};

const isPacked = async (source: WarcSource): Promise<boolean> => {
  for await (const chunk of source.openAt?.(0, 2) ?? []) return chunk[0] === 0x1f && chunk[1] === 0x8b;
  return false;
};

const addTo = (spots: Map<number, Spot | Spot[]>, key: number, spot: Spot): void => {
  const others = spots.get(key);
  if (others === undefined) spots.set(key, spot);
  else if (Array.isArray(others)) others.push(spot);
  else spots.set(key, [others, spot]);
};

/** Reads all the WARCs once, and keeps of their pictures where they lie. */
const indexImages = async (sources: AsyncIterable<WarcSource>): Promise<Map<number, Spot | Spot[]>> => {
  const spots = new Map<number, Spot | Spot[]>();
  let left = maxRecords;
  for await (const source of sources) {
    // In a file packed as a whole no record can be gone to.
    if (source.openAt === undefined) continue;
    const packed = await isPacked(source);
    for await (const scanned of scanWarc(readPieces(source.open()))) {
      if (scanned.kind === 'fault' || (packed && !scanned.startsMember) || left <= 0) continue;
      const record = await toHeldRecord(scanned);
      if (record.targetUri === null || !mayBeImage(record)) continue;
      const { offset, length, date, targetUri, field } = record;
      const spot: Spot = {
        source,
        offset,
        length,
        seconds: secondsOf(date),
        isRevisit: record.type === 'revisit',
      };
      addTo(spots, keyOf(bareAddress(targetUri)), spot);
      const digest = field('WARC-Payload-Digest');
      if (digest !== null && !spot.isRevisit) addTo(spots, keyOf(digest.toLowerCase()), spot);
      left -= 1;
    }
  }
  return spots;
};

/** The record at a place; null where it is no record any more. */
const readSpot = async ({ source, offset, length }: Spot): Promise<HeldRecord | null> => {
  const chunks = source.openAt?.(offset, length)[Symbol.asyncIterator]();
  if (chunks === undefined) return null;
  try {
    const step = await scanWarc(readPieces({ [Symbol.asyncIterator]: () => chunks })).next();
    return step.done === true || step.value.kind === 'fault' ? null : await toHeldRecord(step.value);
  } finally {
    await chunks.return?.();
  }
};

/** The pictures in WARCs, which are read through when the first picture is asked for. */
export const openWarcImages = (listSources: () => AsyncIterable<WarcSource>): WarcImages => {
  let index: ReturnType<typeof indexImages> | null = null;

  const nearest = async (
    text: string,
    seconds: number,
    isRevisitToo: boolean,
  ): Promise<{ spot: Spot; record: HeldRecord } | null> => {
    index ??= indexImages(listSources());
    const spots = [(await index).get(keyOf(text)) ?? []]
      .flat()
      .filter((spot) => isRevisitToo || !spot.isRevisit);
    const far = (spot: Spot): number => Math.abs(spot.seconds - seconds);
    const [spot] = spots.sort((a, b) => far(a) - far(b));
    const record = spot === undefined ? null : await readSpot(spot);
    if (spot === undefined || record === null) return null;
    const isIt =
      bareAddress(record.targetUri ?? '') === text ||
      record.field('WARC-Payload-Digest')?.toLowerCase() === text;
    return isIt ? { spot, record } : null;
  };

  /** The record that a `revisit` points to. */
  const payloadOf = async ({ field, targetUri, date }: HeldRecord) => {
    const digest = field('WARC-Payload-Digest')?.toLowerCase();
    const address = field('WARC-Refers-To-Target-URI') ?? targetUri ?? '';
    const seconds = secondsOf(field('WARC-Refers-To-Date') ?? date);
    return (
      (digest === undefined ? null : await nearest(digest, seconds, false)) ??
      (await nearest(bareAddress(address), seconds, false))
    );
  };

  return {
    find: async (address, at) => {
      const found = await nearest(bareAddress(address), secondsOf(at), true);
      const held = found?.spot.isRevisit === true ? await payloadOf(found.record) : found;
      if (found === null || held === null) return null;
      const { payload, contentEncoding } = held.record;
      const content = undoContentCoding(payload, contentEncoding);
      if ('fault' in content) return content.fault === 'file-too-large' ? 'large' : null;
      return { bytes: content.bytes, sources: [...new Set([found.spot.source, held.spot.source])] };
    },
  };
};
