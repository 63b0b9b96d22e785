import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractPage } from '../../../../src/extract/extract-page.ts';
import type { Layout } from './layout.ts';
import { modernLayouts } from './modern-layouts.ts';
import { oldLayouts } from './old-layouts.ts';
import { dateOf } from './page-parts.ts';
import { anyArticle, type SampleArticle } from './sample-article.ts';

/** What a careful reader would write down of a sample in a layout. */
const expected = (article: SampleArticle, layout: Layout): unknown => {
  const lead = { kind: 'paragraph', text: article.lead } as const;
  const parts = layout.lead === 'first-paragraph' ? [lead, ...article.parts] : article.parts;
  const authors =
    layout.authors === 'none'
      ? []
      : layout.authors === 'first'
        ? article.authors.slice(0, 1)
        : article.authors;
  return {
    title: article.title,
    kicker: layout.kicker ? article.kicker : null,
    publishedAt:
      layout.dated === 'none' ? null : layout.dated === 'day' ? dateOf.day(article) : dateOf.iso(article),
    authors: layout.loudAuthors ? authors.map((name) => name.toUpperCase()) : authors,
    lead: layout.lead === undefined ? article.lead : null,
    body: parts.map((part) =>
      part.kind === 'figure' ? `figure: ${part.text} (${part.credit})` : `${part.kind}: ${part.text}`,
    ),
  };
};

const found = (html: string): unknown => {
  const { draft, problems } = extractPage(html);
  if (draft === null) return problems.map(({ code }) => code);
  const { title, kicker, publishedAt, authors, lead, body } = draft;
  return {
    title,
    kicker,
    publishedAt,
    authors,
    lead,
    body: body.map((block) => {
      if (block.type === 'figure') return `figure: ${block.text} (${block.credit ?? ''})`;
      if (block.type === 'heading') return `head: ${block.text}`;
      return 'text' in block ? `${block.type}: ${block.text}` : block.type;
    }),
  };
};

describe('an article printed in a layout comes back', () => {
  test.each([...modernLayouts, ...oldLayouts].map((layout) => [layout.name, layout] as const))(
    '%s',
    (_name, layout) => {
      fc.assert(
        fc.property(anyArticle, (article) => {
          expect(found(layout.print(article))).toEqual(expected(article, layout));
        }),
        { numRuns: 12, seed: 7 },
      );
    },
  );
});
