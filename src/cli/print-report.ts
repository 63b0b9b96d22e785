import { createHash } from 'node:crypto';
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Article } from '../article/article.ts';
import type { CliWords, ImportStatus } from '../i18n/cli-words.ts';
import type { Language } from '../i18n/language.ts';
import { toProblemLine } from '../problem/print-problem.ts';
import type { Problem } from '../problem/problem.ts';
import { fill } from './fill.ts';
import type { Outcome } from './to-outcome.ts';

/** One input of an import as the report shows it. */
export interface ReportEntry {
  readonly outcome: Outcome;
  /** What the capture says; null where it can't be read. */
  readonly original: { readonly text: string; readonly isCut: boolean } | null;
  /** The article as it stands in the archive; null where there is none. */
  readonly article: Article | null;
}

/** Prints the parts of a report's page. */
export interface ReportPrinter {
  /** Up to the first entry. */
  readonly head: (counts: Readonly<Record<ImportStatus, number>>) => string;
  readonly entry: (entry: ReportEntry) => string;
}

/** What follows the last entry. */
export const reportEnd = '</body></html>\n';

type Children = readonly (ElementContent | string | null)[];

const h = (tagName: string, properties: Element['properties'], ...children: Children): Element => ({
  type: 'element',
  tagName,
  properties,
  children: children.flatMap((child): ElementContent[] => {
    if (child === null) return [];
    return [typeof child === 'string' ? { type: 'text', value: child } : child];
  }),
});

const print = (...nodes: readonly ElementContent[]): string => toHtml({ type: 'root', children: [...nodes] });

const style = `
:root { color-scheme: light dark; --line: light-dark(#d8d4cc, #3a3f46); --soft: light-dark(#5c5850, #a9adb3); --bad: light-dark(#a3201c, #ff9a90); }
body { max-width: 78rem; margin: 0 auto; padding: 1rem; font: 1rem/1.6 system-ui, sans-serif; background: light-dark(#fbfaf7, #15181c); color: light-dark(#1d1c1a, #e8e6e1); overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; } h2 { font-size: 1rem; font-weight: 400; margin: 0; display: inline; }
details { border-top: 1px solid var(--line); padding: .75rem 0; } summary { cursor: pointer; min-height: 1.75rem; }
.beside { display: grid; gap: 1.5rem; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); }
.beside h3 { font-size: .875rem; color: var(--soft); } .text { white-space: pre-wrap; max-height: 32rem; overflow: auto; }
.status { font-weight: 600; } .refused, .error { color: var(--bad); } .soft, dt { color: var(--soft); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; margin: 0 0 1rem; } dd { margin: 0; } li p { margin: 0; }
@media print { .text { max-height: none; overflow: visible; } }
`;
const styleHash = createHash('sha256').update(style).digest('base64');

/** The worse, the lower. */
const severityRanks = { error: 1, warning: 2, note: 4 } as const;
/** Where an outcome stands in the report: the worse, the lower; from 3 on it is folded. */
export const rankOf = ({ status, problems }: Outcome): number => {
  if (status === 'refused') return 0;
  const worst = Math.min(...problems.map(({ severity }) => severityRanks[severity]), 5);
  if (status === 'skipped' || status === 'unchanged') return Math.max(worst, 6);
  return status === 'newVersion' || status === 'duplicate' ? Math.min(worst, 3) : worst;
};

const textsOf = ({ kicker, lead, body }: Article): string =>
  [
    kicker,
    lead,
    ...body.map((block) =>
      'text' in block
        ? block.text
        : block.type === 'list'
          ? block.items.join('\n')
          : block.rows.map((row) => row.join(' | ')).join('\n'),
    ),
  ]
    .filter((text) => text !== null && text !== '')
    .join('\n\n');

/** A printer of reports in one language. */
export const reportPrinter = (language: Language, words: CliWords): ReportPrinter => {
  const { report, status: statusWords } = words.import;

  const problemItem = (problem: Problem): Element => {
    const { code, severity, message, hint, line } = toProblemLine(problem, language);
    const where = line === undefined ? '' : ` · ${fill(report.line, { line })}`;
    return h(
      'li',
      {},
      h('p', {}, h('span', { className: [severity] }, code), where),
      h('p', {}, message),
      h('p', { className: ['soft'] }, `→ ${hint}`),
    );
  };

  const fieldsOf = (article: Article): Element => {
    const { title, publishedAt, authors, source, section } = article;
    const fields: [string, string | null][] = [
      [report.fields.title, title],
      [report.fields.publishedAt, publishedAt],
      [report.fields.authors, authors.join(', ')],
      [report.fields.source, source],
      [report.fields.section, section],
    ];
    return h(
      'dl',
      {},
      ...fields.flatMap(([name, value]) => [
        h('dt', {}, name),
        h('dd', {}, value === null || value === '' ? '–' : value),
      ]),
    );
  };

  const entryOf = ({ outcome, original, article }: ReportEntry): Element => {
    const { input, record, status, id, problems } = outcome;
    const rank = rankOf(outcome);
    const name = record === null ? input : `${input}:${String(record)}`;
    return h(
      'details',
      rank <= 2 ? { open: true } : {},
      h(
        'summary',
        {},
        h('span', { className: ['status', status] }, statusWords[status]),
        ' ',
        h('h2', {}, name),
        id === null ? null : ` → ${id}`,
        h('span', { className: ['soft'] }, [...new Set(problems.map(({ code }) => ` · ${code}`))].join('')),
      ),
      problems.length === 0 ? null : h('ul', {}, ...problems.map(problemItem)),
      original === null && article === null
        ? null
        : h(
            'div',
            { className: ['beside'] },
            article === null
              ? null
              : h(
                  'section',
                  { lang: 'vi' },
                  h('h3', {}, report.article),
                  fieldsOf(article),
                  h('div', { className: ['text'] }, textsOf(article)),
                ),
            original === null
              ? null
              : h(
                  'section',
                  { lang: 'vi' },
                  h('h3', {}, report.original),
                  h('div', { className: ['text'] }, original.text),
                  original.isCut ? h('p', { className: ['soft'] }, report.cut) : null,
                ),
          ),
    );
  };

  return {
    head(counts) {
      const told = Object.entries(counts).filter(([, count]) => count > 0);
      const head = h(
        'head',
        {},
        h('meta', { charSet: 'utf-8' }),
        h('meta', {
          httpEquiv: ['content-security-policy'],
          content: `default-src 'none'; style-src 'sha256-${styleHash}'`,
        }),
        h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        h('title', {}, report.title),
        h('style', {}, style),
      );
      const top = [
        h('h1', {}, report.title),
        h(
          'p',
          {},
          told.map(([status, n]) => fill(words.import.counts[status as ImportStatus], { n })).join(', '),
        ),
        h('p', { className: ['soft'] }, report.order),
      ];
      return `<!doctype html>\n<html lang="${language}">${print(head)}<body>${print(...top)}\n`;
    },
    entry: (entry) => `${print(entryOf(entry))}\n`,
  };
};
