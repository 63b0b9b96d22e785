import type { Article } from '../article/article.ts';
import type { CaptureRecord } from '../article/capture-record.ts';
import { printArticle } from '../article/print-article.ts';
import { editRecord } from './edit-record.ts';

/** A capture that waits for the WARC it goes into: the file's name is known when the WARC is whole. */
export interface StagedCapture {
  readonly record: Omit<CaptureRecord, 'file' | 'offset'>;
  /** Where it lies; null until the WARC is in place. */
  place: Pick<CaptureRecord, 'file' | 'offset'> | null;
}

/** A file as it stands, or a reading that has none yet; and the captures to add to it. */
export interface StagedState {
  readonly base:
    | {
        readonly kind: 'file';
        readonly text: string;
        /** The id that stands in it, where it came from another archive. */
        readonly id?: string;
      }
    | {
        readonly kind: 'reading';
        readonly article: Article;
        /** As the importer read it, without what was carried over of the former text. */
        readonly read: { readonly article: Article; readonly textKey: string };
      };
  readonly captures: StagedCapture[];
}

/** What a run has in hand for one article: its texts in the order of their numbers, the last one to be the current. */
export interface StagedArticle {
  /** The id under which it lies on disk; null for a new one. */
  readonly formerId: string | null;
  readonly states: [StagedState, ...StagedState[]];
  /** Versions that stand on disk, to which captures are added, by their numbers. */
  readonly standing: Map<number, StagedState>;
}

const toRecord = ({ record, place }: StagedCapture): CaptureRecord => {
  if (place === null) throw new Error(`the capture ${record.sha256} has no place in a WARC yet`);
  const { sha256, capturedAt, capturedAtInferred, url, mediaType, bytes } = record;
  return { sha256, capturedAt, capturedAtInferred, url, mediaType, bytes, ...place };
};

/**
 * The bytes of a state's file. `id` is the one it is to have; `formerId` the one it has. A file to which nothing is
 * added and whose id stays is given back byte for byte.
 */
export const printState = (state: StagedState, id: string, formerId: string | null): string => {
  const captures = state.captures.map(toRecord);
  if (state.base.kind === 'reading') {
    const { article } = state.base;
    return printArticle({ ...article, id, captures: [...article.captures, ...captures] });
  }
  const standing = state.base.id ?? formerId;
  const renamed = standing !== null && standing !== id;
  if (!renamed && captures.length === 0) return state.base.text;
  return editRecord(state.base.text, renamed ? { id, captures } : { captures });
};
