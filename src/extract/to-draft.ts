import { findCitedDocuments } from '../article/cited-documents.ts';
import { blockTexts } from '../article/block-texts.ts';
import type { Draft } from './draft.ts';
import { findEventDate } from './event-date.ts';
import { findDocuments } from './find-documents.ts';

/** What every form of capture gives for a draft; the rest is null or empty until it is known. */
export type DraftParts = Partial<Draft> & Pick<Draft, 'title' | 'body'>;

/** A draft with what its text tells by itself: the day that it reports, and the documents that it cites. */
export const toDraft = (parts: DraftParts): Draft => {
  const { title, lead = null, body } = parts;
  const first = lead ?? body.find(({ type }) => type === 'paragraph');
  const opening = first === undefined ? '' : typeof first === 'string' ? first : (blockTexts(first)[0] ?? '');
  const texts = [parts.kicker ?? '', title ?? '', lead ?? '', ...body.flatMap(blockTexts)];
  return {
    kicker: null,
    lead: null,
    url: null,
    publishedAt: null,
    updatedAt: null,
    authors: [],
    organisation: null,
    section: null,
    places: [],
    language: 'vi',
    sourceName: null,
    cut: [],
    eventDate: findEventDate(opening),
    citedDocuments: findCitedDocuments(texts),
    documents: findDocuments(texts),
    ...parts,
  };
};
