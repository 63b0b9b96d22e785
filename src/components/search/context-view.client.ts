import type { ContextLine, SearchResult } from '../../search/search-answer.ts';
import type { SearchToolClientWords } from '../../i18n/search-tool-words.ts';
import type { AnswerList } from './answer-list.client.ts';
import { orderLines, type ContextOrder } from './context-order.ts';
import { element, placeChildren } from './element.client.ts';
import { countWords, fillWords, formatNumber } from './fill-words.ts';
import type { PageSetting } from './page-setting.client.ts';
import { articleLink, dateNode } from './result-item.client.ts';

/** A match with the result that it is of, and that result's place in the list. */
interface Line extends ContextLine {
  readonly result: SearchResult;
  readonly at: number;
}

/** The engine gives no more matches of one article. */
const mostLinesOfArticle = 50;

const linesOf = (results: readonly SearchResult[]): Line[] =>
  results.flatMap((result, at) => (result.context ?? []).map((line) => ({ ...line, result, at })));

// Rows are laid out as grids, which in some browsers are rows no longer: the roles keep them what they are.
const cell = (name: string, ...children: readonly (Node | string)[]): HTMLElement =>
  element('td', { class: name, role: 'cell' }, ...children);

/** The side of a match: isolated, whatever way it runs, and cut where it meets the table's edge. */
const side = (name: 'left' | 'right', text: string): HTMLElement =>
  cell(name, element('div', { lang: 'vi' }, element('bdi', {}, text)));

const row = ({ left, match, right, result, at }: Line, setting: PageSetting): HTMLElement =>
  element(
    'tr',
    { role: 'row', 'data-article-id': result.id, 'data-tier': result.tier, 'data-at': String(at) },
    side('left', left),
    cell('match', element('mark', { lang: 'vi' }, match)),
    side('right', right),
    cell('article', articleLink(result, [result.title], setting), ' ', dateNode(result, setting)),
  );

const head = (words: SearchToolClientWords, order: ContextOrder): HTMLElement => {
  const name = (column: 'left' | 'match' | 'right' | 'article'): HTMLElement =>
    element(
      'th',
      {
        scope: 'col',
        role: 'columnheader',
        class: column,
        'aria-sort': column === order ? 'ascending' : null,
      },
      // What stands in the middle needs no heading to be seen.
      column === 'match' ? element('span', { class: 'visually-hidden' }, words.match) : words[column],
    );
  return element(
    'thead',
    { role: 'rowgroup' },
    element('tr', { role: 'row' }, name('left'), name('match'), name('right'), name('article')),
  );
};

/** The answers' matches in `[data-results]`, each with the words around it: a concordance. */
export const createContextView = (
  root: HTMLElement,
  setting: PageSetting,
  words: SearchToolClientWords,
): AnswerList => {
  const { language } = setting;

  const captionOf = (lines: readonly Line[], results: readonly SearchResult[]): string => {
    const articles = new Set(lines.map(({ at }) => at)).size;
    const said = fillWords(countWords(words.contextCaption, lines.length, language), {
      articles: countWords(words.contextArticles, articles, language),
    });
    const isCut = results.some(({ context = [] }) => context.length >= mostLinesOfArticle);
    const cut = fillWords(words.contextCut, { n: formatNumber(mostLinesOfArticle, language) });
    return isCut ? `${said}. ${cut}` : said;
  };

  return {
    show({ results = [] }, { lineOrder }) {
      const lines = orderLines(linesOf(results), lineOrder);
      const table = element(
        'table',
        { role: 'table', 'data-context': '' },
        element('caption', {}, captionOf(lines, results)),
        head(words, lineOrder),
        element('tbody', { role: 'rowgroup' }, ...lines.map((line) => row(line, setting))),
      );
      const shown =
        lines.length > 0
          ? element('div', { class: 'context-frame' }, table)
          : element('p', { 'data-context-none': '' }, words.contextNone);
      placeChildren(root, [shown]);
    },
    clear() {
      root.replaceChildren();
    },
    focusResult(index) {
      const rows = [...root.querySelectorAll<HTMLElement>('tr[data-at]')];
      const first = Math.min(...rows.map((one) => Number(one.dataset.at)).filter((at) => at >= index));
      rows
        .find((one) => one.dataset.at === String(first))
        ?.querySelector('a')
        ?.focus();
    },
  };
};
