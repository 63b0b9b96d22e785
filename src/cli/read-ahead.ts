import type { ReadItem } from '../capture/read-captures-fs.ts';
import type { CaptureReaders } from './open-readers.ts';
import type { CaptureReading } from './read-capture.ts';

/** An input with what was read in it, as far as that was done ahead. */
export interface ReadyItem {
  readonly item: ReadItem;
  /** Null where it is still to be read, if it is to be read at all. */
  readonly reading: CaptureReading | null;
}

/** How inputs are read ahead. */
export interface ReadingAhead {
  /** Begins with the readers, once; null for none. */
  readonly openReaders: () => CaptureReaders | null;
  /** Whether an input has to be read. */
  readonly isUnread: (item: ReadItem) => boolean;
  /** So many inputs, and bytes of them, are read one by one before readers are worth their start. */
  readonly startAfter?: { readonly items: number; readonly bytes: number };
}

/** So many inputs, and bytes of them, wait at most. */
const maxAhead = 256;
const maxBytesAhead = 8 * 1024 * 1024;

const usualStart = { items: 40, bytes: 512 * 1024 };

const sizeOf = ({ capture }: ReadItem): number => capture?.bytes.length ?? 0;

/** Inputs in their order, read ahead by other processes once there are many. */
export async function* readAhead(
  items: AsyncIterable<ReadItem>,
  { openReaders, isUnread, startAfter = usualStart }: ReadingAhead,
): AsyncGenerator<ReadyItem, void, undefined> {
  const input = items[Symbol.asyncIterator]();
  const waiting: { item: ReadItem; reading: Promise<CaptureReading | null> | null }[] = [];
  const pool: { readers: CaptureReaders | null } = { readers: null };
  let seen = { items: 0, bytes: 0 };
  let ahead = 0;
  let isStarted = false;
  let isDone = false;
  const add = (item: ReadItem): void => {
    const size = sizeOf(item);
    seen = { items: seen.items + 1, bytes: seen.bytes + size };
    ahead += size;
    if (!isStarted && (seen.items > startAfter.items || seen.bytes > startAfter.bytes)) {
      isStarted = true;
      pool.readers = openReaders();
    }
    const { capture } = item;
    const reading =
      capture === null || !isUnread(item)
        ? null
        : (pool.readers?.read(capture, item.held === undefined) ?? null);
    // It may fail while an earlier one is awaited.
    reading?.catch(() => undefined);
    waiting.push({ item, reading });
  };
  try {
    for (;;) {
      const limit = pool.readers === null ? 1 : maxAhead;
      while (!isDone && waiting.length < limit && ahead < maxBytesAhead) {
        const step = await input.next();
        if (step.done === true) isDone = true;
        else add(step.value);
      }
      const first = waiting.shift();
      if (first === undefined) return;
      ahead -= sizeOf(first.item);
      yield { item: first.item, reading: await first.reading };
    }
  } finally {
    pool.readers?.close();
    await input.return?.();
  }
}
