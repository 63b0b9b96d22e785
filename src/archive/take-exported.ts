import type { Article } from '../article/article.ts';
import { printBody } from '../article/print-body.ts';
import {
  addAddresses,
  addArticle,
  addText,
  type ArchiveIndex,
  type IndexedArticle,
} from './archive-index.ts';
import type { StagedState } from './staged-article.ts';
import { findLike } from './find-like.ts';
import { takeReading, type Reading, type Taken, type TakingFrom } from './take-reading.ts';
import { textKey } from './text-key.ts';

/** A record of an export: an article under the id that it has, and its former versions, the oldest first. */
export interface ExportedArticle extends Reading {
  readonly former: readonly Article[];
}

const addExported = async (
  index: ArchiveIndex,
  { article: read, textKey: key, capture, former }: ExportedArticle,
): Promise<Taken> => {
  const toState = (article: Article, ofText: string): StagedState => ({
    base: { kind: 'reading', article, read: { article, textKey: ofText } },
    captures: [capture],
  });
  const versions: StagedState[] = [];
  for (const version of former) {
    versions.push(toState(version, await textKey(version, printBody(version.body))));
  }
  const [first, ...others] = [...versions, toState(read, key)];
  const article: IndexedArticle = {
    id: read.id,
    source: read.source,
    sha256s: [capture.record.sha256],
    textKey: key,
    beside: null,
    // Given out with the export: a namesake that comes later doesn't change it.
    published: true,
    hasOwnId: true,
    readable: true,
    staged: { formerId: null, states: [first, ...others], standing: new Map() },
  };
  addArticle(index, article);
  for (const { base } of versions) if (base.kind === 'reading') addText(index, article, base.read.textKey);
  addAddresses(index, article, [read.url, capture.record.url]);
  return { status: 'written', article, problems: [], kept: [], isBeside: false };
};

/**
 * Finds a record of an export its place. An article of its id is the same one, whatever its text; without one, it is taken for
 * another article by its text or its address only where that did not come from an export itself: articles that were two in
 * the archive of the export stay two.
 */
const takeExported = async (
  index: ArchiveIndex,
  reading: ExportedArticle,
  from: TakingFrom,
): Promise<Taken> => {
  const known = index.byId.get(reading.article.id);
  if (known?.readable === true) {
    const sameText = known.textKey === reading.textKey ? known : undefined;
    return takeReading(index, reading, from, { sameText, sameAddress: known });
  }
  const { sameText, sameAddress } = findLike(index, reading);
  const others = [sameText, sameAddress].filter((other) => other !== undefined);
  const isNew = known === undefined && others.every(({ hasOwnId }) => hasOwnId === true);
  return isNew ? addExported(index, reading) : takeReading(index, reading, from);
};

/** Finds a capture its place: by its id if it has one, else by what it says. */
export const takeCapture = (
  index: ArchiveIndex,
  reading: Reading & Partial<ExportedArticle>,
  from: TakingFrom,
): Promise<Taken> =>
  reading.former === undefined
    ? takeReading(index, reading, from)
    : takeExported(index, { ...reading, former: reading.former }, from);
