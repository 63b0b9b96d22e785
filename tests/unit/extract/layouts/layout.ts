import type { SampleArticle } from './sample-article.ts';

/** A way in which a newspaper prints its articles, and what of them it shows. */
export interface Layout {
  readonly name: string;
  readonly print: (article: SampleArticle) => string;
  /** How much of the date there is; `none` where the page gives no year. */
  readonly dated: 'instant' | 'day' | 'none';
  /** Which authors the page names; all of them if left out. */
  readonly authors?: 'first' | 'none';
  /** Where it stands; marked as a lead if left out, else the text's first paragraph. */
  readonly lead?: 'first-paragraph' | 'none';
  readonly kicker?: true;
  /** Names stand in capitals. */
  readonly loudAuthors?: true;
}
