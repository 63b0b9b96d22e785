import { basename } from 'node:path';
import type { WarcSource } from '../capture/held-capture.ts';
import type { Problem } from '../problem/problem.ts';
import { toSlug } from '../text/slug.ts';
import type { ContentStore } from './content-store-fs.ts';

/** The WARCs that an import keeps: each is copied once, when the first article points into it. */
export interface WarcKeeper {
  /** Where the WARC lies in the archive, below the content folder; or why it could not be put there. */
  readonly keep: (source: WarcSource) => Promise<{ readonly path: string; readonly problem: Problem | null }>;
}

async function* withFirst(
  first: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  yield first;
  for (let step = await rest.next(); step.done !== true; step = await rest.next()) yield step.value;
}

const copy = async (store: ContentStore, source: WarcSource): ReturnType<WarcKeeper['keep']> => {
  const chunks = source.open()[Symbol.asyncIterator]();
  const { value: first = new Uint8Array() } = (await chunks.next()) as { value?: Uint8Array };
  const ending = first[0] === 0x1f && first[1] === 0x8b ? 'warc.gz' : 'warc';
  const stem = toSlug(basename(source.input).replace(/(\.warc|\.arc)?(\.gz)?$/i, ''));
  return store.writeStream(
    'captures',
    withFirst(first, chunks),
    (sha256) => `${stem}-${sha256.slice(0, 16)}.${ending}`,
  );
};

/** A keeper for one import. A WARC is kept byte for byte, under its own name and the beginning of its SHA-256. */
export const toWarcKeeper = (store: ContentStore): WarcKeeper => {
  const kept = new Map<string, ReturnType<WarcKeeper['keep']>>();
  return {
    keep: (source) => {
      const known = kept.get(source.input) ?? copy(store, source);
      kept.set(source.input, known);
      return known;
    },
  };
};
