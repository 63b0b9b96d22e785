import type { ArticleWords } from '../i18n/vi/article.ts';
import { dateParts, notesOf, type CitedArticle } from './cite-article.ts';
import { citedKinds } from './cited-kind.ts';

/** Always three slashes, with nothing where nothing is known: `2022/02//`. */
const dayOf = (date: string): string => {
  const [year = '', month = '', day = ''] = date.slice(0, 10).split('-');
  return `${year}/${month}/${day}/`;
};

/**
 * An article as a record of RIS, which EndNote, Mendeley and Zotero read.
 *
 * @see https://en.wikipedia.org/wiki/RIS_(file_format)
 */
export const toRis = (cited: CitedArticle, words: ArticleWords['cite']): string => {
  const [year] = dateParts(cited.date);
  const tags: readonly (readonly [string, string | null])[] = [
    ['TY', citedKinds[cited.sourceKind].ris],
    ...cited.authors.map((name) => ['AU', name] as const),
    ['TI', cited.title],
    ['T2', cited.source],
    ['PY', year === undefined ? null : String(year)],
    ['DA', cited.date === null ? null : dayOf(cited.date)],
    ['SE', cited.section],
    ['LA', cited.language],
    ['UR', cited.address],
    ['DB', cited.archive],
    ['AN', cited.id],
    ...notesOf(cited, words).map((note) => ['N1', note] as const),
    ['ER', ''],
  ];
  return tags.flatMap(([tag, value]) => (value === null ? [] : [`${tag}  - ${value}`])).join('\n');
};
