import type { ArticleWords } from '../i18n/vi/article.ts';
import { dateParts, notesOf, type CitedArticle } from './cite-article.ts';
import { citedKinds } from './cited-kind.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** What TeX would take for a command. */
const commands: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

const inTex = (text: string): string =>
  text.replace(/[\\{}~^]/g, (sign) => commands[sign] ?? sign).replace(/[&%$#_]/g, '\\$&');

/** Addresses are read as they stand, but braces and what breaks lines must not stand in them. */
const inField = (address: string): string => address.replace(/[{}\\\s]/g, encodeURIComponent);

/**
 * An article as an entry of BibTeX and biblatex. Names stand in braces, as printed: which part of a Vietnamese byline is the
 * given name, nobody but its bearer says. `date` has what biblatex reads, the day and doubt (`2022-02?`) included.
 *
 * @see https://ctan.org/pkg/biblatex
 */
export const toBibtex = (cited: CitedArticle, words: ArticleWords['cite']): string => {
  const [type, container] = citedKinds[cited.sourceKind].bibtex;
  const [year, month] = dateParts(cited.date);
  const notes = notesOf(cited, words);
  const fields: readonly (readonly [string, string | null])[] = [
    [
      'author',
      cited.authors.length === 0 ? null : cited.authors.map((name) => `{${inTex(name)}}`).join(' and '),
    ],
    ['title', `{${inTex(cited.title)}}`],
    [container, inTex(cited.source)],
    ['year', year === undefined ? null : cited.dateInferred ? `[${String(year)}]` : String(year)],
    ['month', null],
    ['date', cited.date === null ? null : cited.date.slice(0, 10) + (cited.dateInferred ? '?' : '')],
    ['langid', cited.language === 'vi' ? 'vietnamese' : null],
    ['url', cited.address === null ? null : inField(cited.address)],
    ['note', notes.length === 0 ? null : notes.map(inTex).join('. ')],
  ];
  const lines = fields.flatMap(([name, value]) => {
    if (name === 'month') return month === undefined ? [] : [`  month = ${months[month - 1] ?? ''}`];
    return value === null ? [] : [`  ${name} = {${value}}`];
  });
  return `@${type}{${cited.id.replaceAll('/', '-')},\n${lines.join(',\n')}\n}`;
};
