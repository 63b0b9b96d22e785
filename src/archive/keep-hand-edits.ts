import type { Article } from '../article/article.ts';
import { printBody } from '../article/print-body.ts';
import { withoutPictures } from '../article/without-pictures.ts';

/** Fields that a librarian corrects, each with what goes along with it. */
const editable = {
  title: ['title', 'titleSupplied'],
  kicker: ['kicker'],
  url: ['url'],
  publishedAt: ['publishedAt', 'publishedAtInferred'],
  eventDate: ['eventDate'],
  updatedAt: ['updatedAt'],
  authors: ['authors'],
  organisation: ['organisation'],
  section: ['section'],
  citedDocuments: ['citedDocuments'],
  documents: ['documents'],
  places: ['places'],
  language: ['language'],
  lead: ['lead'],
  body: ['body'],
} as const satisfies Partial<Record<keyof Article, readonly (keyof Article)[]>>;

type EditableField = keyof typeof editable;

/** The text itself: a correction of a text that has changed since corrects nothing. */
const textFields: readonly EditableField[] = ['lead', 'body'];

const valueOf = (article: Article, field: EditableField): string =>
  field === 'body'
    ? printBody(withoutPictures(article.body))
    : JSON.stringify(editable[field].map((name) => article[name as keyof Article]));

/** A new reading with hand edits carried over, the fields that were, and those whose edits found no place in it. */
export interface KeptEdits {
  readonly article: Article;
  readonly kept: readonly EditableField[];
  readonly lost: readonly EditableField[];
}

/**
 * A new reading with what was corrected by hand in the text that it takes the place of: the fields in which that file
 * (`current`) differs from what the importer reads in its newest capture (`former`). A text that was edited, and is another
 * in the new reading, is lost there.
 */
export const keepHandEdits = (read: Article, current: Article, former: Article): KeptEdits => {
  const addresses = current.captures.map(({ url }) => url);
  const edited = (Object.keys(editable) as EditableField[]).filter((field) => {
    const value = valueOf(current, field);
    if (value === valueOf(former, field) || value === valueOf(read, field)) return false;
    // A text that came from several addresses keeps the first of them: nobody corrected that.
    return field !== 'url' || !addresses.includes(current.url);
  });
  const kept = edited.filter(
    (field) => !textFields.includes(field) || valueOf(former, field) === valueOf(read, field),
  );
  const edits = kept.flatMap((field) =>
    editable[field].map((name) => [name, current[name as keyof Article]]),
  );
  return {
    article: { ...read, ...(Object.fromEntries(edits) as Partial<Article>) },
    kept,
    lost: edited.filter((field) => !kept.includes(field)),
  };
};
