import { hasError, toProblem, type Problem } from '../problem/problem.ts';
import { toProblems } from '../problem/zod-problems.ts';
import { normaliseLine } from '../text/normalise-text.ts';
import { toSlug } from '../text/slug.ts';
import { articleSchema, type Article } from './article.ts';
import { toArticleId } from './article-id.ts';
import { blockTexts } from './block-texts.ts';
import type { CaptureRecord } from './capture-record.ts';
import { yearOf } from './date.ts';

/** What an article is made of, before it has an id, a source and captures. `title` null asks for a supplied one. */
export type ArticleDraft = Pick<
  Article,
  | 'kicker'
  | 'lead'
  | 'url'
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
> & { readonly title: string | null };

/** Where the article belongs: its source's id, its captures, and what tells its slug from another's that is the same. */
export interface ArticlePlace {
  readonly source: string;
  readonly captures: readonly CaptureRecord[];
  /** Lower-case letters and digits, from a hash. */
  readonly slugSuffix?: string | undefined;
}

/** The longest supplied title, in characters. */
const maxSuppliedTitleLength = 100;

/** The first sentence, cut at a word where it is long. */
const supplyTitle = ({ lead, body }: ArticleDraft): string | null => {
  const prose = body.find(({ type }) => type === 'paragraph');
  const text = normaliseLine(
    lead ?? blockTexts(prose ?? body[0] ?? { type: 'paragraph', text: '' }).join(' '),
  );
  const sentence = /^.*?[^\s.\d][.!?…](?=\s+\p{Lu}|$)/u.exec(text)?.[0] ?? text;
  if (sentence.length <= maxSuppliedTitleLength) return sentence.replace(/[.…\s]+$/, '') || null;
  const cut = sentence.slice(0, maxSuppliedTitleLength);
  const atWord = cut.includes(' ') ? cut.slice(0, cut.lastIndexOf(' ')) : cut;
  return `${atWord.replace(/[\s,;:–-]+$/, '')}…`;
};

/**
 * A draft as an article: `<source>/<yyyy|undated>/<slug>`, its title supplied from the text where it has none.
 * Problems: the notes `title-supplied` and `date-unknown`; an error where no article can be made.
 */
export const toArticle = (
  draft: ArticleDraft,
  { source, captures, slugSuffix }: ArticlePlace,
): { article: Article | null; problems: Problem[] } => {
  const problems: Problem[] = [];
  const title = draft.title ?? supplyTitle(draft);
  if (draft.title === null && title !== null) problems.push(toProblem('title-supplied', { title }));
  if (draft.publishedAt === null) problems.push(toProblem('date-unknown'));
  const slug = toSlug(title ?? '');
  const input = {
    id: toArticleId(source, yearOf(draft.publishedAt), slugSuffix ? `${slug}-${slugSuffix}` : slug),
    title,
    titleSupplied: draft.title === null,
    kicker: draft.kicker,
    lead: draft.lead,
    source,
    url: draft.url,
    publishedAt: draft.publishedAt,
    eventDate: draft.eventDate,
    updatedAt: draft.updatedAt,
    authors: draft.authors,
    organisation: draft.organisation,
    section: draft.section,
    citedDocuments: draft.citedDocuments,
    documents: draft.documents,
    places: draft.places,
    language: draft.language,
    captures,
    body: draft.body,
  };
  const parsed = articleSchema.safeParse(input);
  if (!parsed.success) problems.push(...toProblems(parsed.error, input, () => ({})));
  return { article: parsed.success && !hasError(problems) ? parsed.data : null, problems };
};
