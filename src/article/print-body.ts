import type { BlockContent, PhrasingContent, Root, RootContent } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import type { Block, Figure } from './block.ts';
import { articleMarkdown } from './markdown.ts';

const toPhrasing = (text: string): PhrasingContent[] =>
  text
    .split('\n')
    .flatMap((part, i): PhrasingContent[] => [
      ...(i > 0 ? [{ type: 'break' as const }] : []),
      { type: 'text', value: part },
    ]);

const captionPhrasing = ({ text, credit }: Figure): PhrasingContent[] => {
  if (credit === null) return toPhrasing(text);
  const at = text.lastIndexOf(credit);
  const mark: TextDirective = {
    type: 'textDirective',
    name: 'credit',
    attributes: {},
    children: toPhrasing(credit),
  };
  const around = (part: string): PhrasingContent[] => (part === '' ? [] : [{ type: 'text', value: part }]);
  return [...around(text.slice(0, at)), mark, ...around(text.slice(at + credit.length))];
};

const toNode = (block: Block): RootContent => {
  const paragraph = (text: string): BlockContent => ({ type: 'paragraph', children: toPhrasing(text) });
  switch (block.type) {
    case 'paragraph':
      return { type: 'paragraph', children: toPhrasing(block.text) };
    case 'heading':
      return { type: 'heading', depth: block.level, children: toPhrasing(block.text) };
    case 'quote':
      return { type: 'blockquote', children: [paragraph(block.text)] };
    case 'list':
      return {
        type: 'list',
        ordered: block.ordered,
        spread: false,
        children: block.items.map((item) => ({
          type: 'listItem',
          spread: false,
          children: [paragraph(item)],
        })),
      };
    case 'table':
      return {
        type: 'table',
        children: block.rows.map((row) => ({
          type: 'tableRow',
          children: row.map((cell) => ({ type: 'tableCell', children: toPhrasing(cell) })),
        })),
      };
    case 'figure': {
      const attributes: Record<string, string> = {};
      if (block.image?.src) attributes.src = block.image.src;
      if (block.image !== null) attributes.alt = block.image.alt;
      return {
        type: 'containerDirective',
        name: 'figure',
        attributes,
        children: block.text === '' ? [] : [{ type: 'paragraph', children: captionPhrasing(block) }],
      };
    }
  }
};

/** The Markdown of a text, ending in one line feed, or empty for no block. The inverse of `parseBody`. */
export const printBody = (body: readonly Block[]): string => {
  const root: Root = { type: 'root', children: body.map(toNode) };
  return body.length === 0 ? '' : articleMarkdown.stringify(root);
};
