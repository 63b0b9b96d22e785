import type { Source } from '../article/source-record.ts';

/** What an article is called in the languages of citations. */
interface CitedKind {
  readonly ris: 'NEWS' | 'MGZN' | 'ELEC';
  readonly csl: 'article-newspaper' | 'article-magazine' | 'webpage';
  readonly zotero: 'newspaperArticle' | 'magazineArticle' | 'webpage';
  /** The entry of BibTeX, and its field for what the article stood in. */
  readonly bibtex: readonly ['article', 'journal'] | readonly ['misc', 'howpublished'];
}

const ofNewspaper: CitedKind = {
  ris: 'NEWS',
  csl: 'article-newspaper',
  zotero: 'newspaperArticle',
  bibtex: ['article', 'journal'],
};
const ofPage: CitedKind = {
  ris: 'ELEC',
  csl: 'webpage',
  zotero: 'webpage',
  bibtex: ['misc', 'howpublished'],
};

/** By what its source is; a source of which nothing is known is taken for a newspaper. */
export const citedKinds: Readonly<Record<Source['kind'], CitedKind>> = {
  newspaper: ofNewspaper,
  agency: ofNewspaper,
  other: ofNewspaper,
  magazine: { ...ofNewspaper, ris: 'MGZN', csl: 'article-magazine', zotero: 'magazineArticle' },
  portal: ofPage,
  'mailing-list': ofPage,
};
