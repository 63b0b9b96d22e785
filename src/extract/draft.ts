import type { Article } from '../article/article.ts';
import type { ExportedReading } from '../article/exported-article.ts';

/** Something of the page that was left out of the article, so that a librarian can see it: the rule's name, and the text. */
export interface Cut {
  readonly rule: string;
  readonly text: string;
}

/**
 * What was made out of one capture: an article's fields as far as the page gives them, before it has an id, a source and
 * a place. `title` null means that the page has none; the title is then supplied by `toArticle`.
 */
export interface Draft extends Pick<
  Article,
  | 'kicker'
  | 'lead'
  | 'publishedAt'
  | 'eventDate'
  | 'updatedAt'
  | 'authors'
  | 'organisation'
  | 'section'
  | 'citedDocuments'
  | 'documents'
  | 'places'
  | 'language'
  | 'body'
> {
  readonly title: string | null;
  /** The article's own address as the page gives it (canonical link, og:url), else the capture's. */
  readonly url: string | null;
  /** The source as the page names it (`og:site_name`, a JSON line's `source`), or null. */
  readonly sourceName: string | null;
  readonly cut: readonly Cut[];
  /** The article whole, id and all, where the capture is a record of an export of ours. */
  readonly exported?: ExportedReading;
}
