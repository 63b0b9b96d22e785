import type { Block } from '../article/block.ts';
import { cutPage, partMargins, toBlocks } from './cut-page.ts';
import type { Cut } from './draft.ts';
import { mergeBylines } from './byline.ts';
import { toPageBlocks } from './page-blocks.ts';
import { elementsIn, parsePage } from './page-tree.ts';
import { readFoot } from './read-foot.ts';
import { readPageHead } from './read-page-head.ts';

/** A body as it was read, and what its margins tell. */
export interface BodyRead {
  readonly blocks: readonly Block[];
  readonly lead: string | null;
  readonly publishedAt: string | null;
  readonly authors: readonly string[];
  readonly organisation: string | null;
  readonly cut: readonly Cut[];
}

const nothing: BodyRead = {
  blocks: [],
  lead: null,
  publishedAt: null,
  authors: [],
  organisation: null,
  cut: [],
};

/** The text of an article that came as HTML by itself, without a page around it, read as a page's column of text is. */
export const readBodyHtml = (html: string, title: string | null): BodyRead => {
  const tree = parsePage(`<div>${html}</div>`);
  const whole = tree === null ? undefined : [...elementsIn(tree)][0];
  if (whole === undefined) return nothing;
  const { blocks, cut } = toPageBlocks(whole);
  const known = { hasTitle: true, lead: null, description: null };
  const head = readPageHead(cutPage(partMargins(blocks, title), title, cut), known);
  const foot = readFoot(head.rest);
  const dates = [...head.datelines, ...foot.datelines];
  const { authors, organisation } = mergeBylines(foot.byline, head.byline);
  return {
    blocks: toBlocks(foot.rest),
    lead: head.lead,
    publishedAt: dates.find(({ at }) => at !== null)?.at ?? null,
    authors,
    organisation,
    cut: [...cut, ...head.cut, ...foot.cut],
  };
};
