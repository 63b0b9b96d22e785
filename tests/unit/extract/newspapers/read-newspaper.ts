import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Block } from '../../../../src/article/block.ts';
import { extractPage } from '../../../../src/extract/extract-page.ts';

/** What a careful librarian writes down of a page. Texts of the body are their first words; `# ` a cross-head, `> ` a quote, `* ` an item. */
export interface ExpectedPage {
  readonly title: string;
  readonly kicker?: string;
  readonly lead?: string;
  /** In Vietnam's time, as far as the page tells it. */
  readonly publishedAt: string | null;
  readonly authors: readonly string[];
  readonly section: string | null;
  readonly body: readonly string[];
  /** The last words of the last block. */
  readonly end: string;
  readonly captions: readonly (readonly [text: string, credit: string | null])[];
  /** Words of the page's own that must not stand in the article. */
  readonly not: readonly string[];
}

const vietnamTime = (date: string | null): string | null =>
  date?.includes('T') === true ? new Date(Date.parse(date) + 7 * 3_600_000).toISOString().slice(0, 16) : date;

const signed = (block: Block): string[] => {
  if (block.type === 'figure') return [];
  if (block.type === 'list') return block.items.map((item) => `* ${item}`);
  if (block.type === 'table') return block.rows.map((row) => `| ${row.join(' | ')}`);
  return [`${{ heading: '# ', quote: '> ', paragraph: '' }[block.type]}${block.text}`];
};

const flat = (text: string | null | undefined): string | null =>
  text === null || text === undefined ? null : text.normalize('NFC').replace(/\s+/gu, ' ').trim();

/** Each field of a page: what was expected, and what was found. */
export type Fields = Record<string, readonly [expected: unknown, found: unknown]>;

/** Compares what the importer reads in a page with what stands in it. */
export const compareFields = (html: string, page: ExpectedPage): Fields => {
  const { draft, problems } = extractPage(html);
  const texts = (draft?.body ?? []).flatMap(signed).map((text) => flat(text) ?? '');
  const starts = texts.map((text, at) => {
    const expected = page.body[at] ?? '';
    return expected !== '' && text.startsWith(expected) ? expected : text.slice(0, 60);
  });
  const end = texts.at(-1) ?? '';
  const whole = [draft?.title, draft?.kicker, draft?.lead, ...texts].join('\n');
  return {
    title: [page.title, draft?.title ?? problems.map(({ code }) => code).join()],
    kicker: [page.kicker ?? null, draft?.kicker ?? null],
    lead: [page.lead ?? null, flat(draft?.lead)],
    publishedAt: [page.publishedAt, vietnamTime(draft?.publishedAt ?? null)],
    authors: [page.authors, draft?.authors ?? []],
    section: [page.section, draft?.section ?? null],
    first: [page.body[0], starts[0]],
    last: [page.end, end.endsWith(page.end) ? page.end : end.slice(-60)],
    body: [page.body, starts],
    captions: [
      page.captions,
      (draft?.body ?? []).flatMap((block) =>
        block.type === 'figure' && block.text !== '' ? [[flat(block.text), block.credit]] : [],
      ),
    ],
    furniture: [[], page.not.filter((words) => whole.includes(words))],
  };
};

const root = import.meta.dirname;

/** The pages that lie here, with what stands in each. */
export const readNewspapers = (folder = root): { name: string; html: string; page: ExpectedPage }[] => {
  const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Record<
    string,
    ExpectedPage
  >;
  return readdirSync(folder)
    .filter((file) => file.endsWith('.html'))
    .sort()
    .flatMap((file) => {
      const name = file.slice(0, -'.html'.length);
      const page = expected[name];
      return page === undefined ? [] : [{ name, page, html: readFileSync(join(folder, file), 'utf8') }];
    });
};
