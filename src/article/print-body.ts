import type { BlockContent, PhrasingContent, Root, RootContent } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import type { Block, Figure } from './block.ts';
import { articleMarkdown } from './markdown.ts';
import { plainMarkdown } from './plain-markdown.ts';

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
      if (block.image?.width !== undefined) attributes.width = String(block.image.width);
      if (block.image?.height !== undefined) attributes.height = String(block.image.height);
      return {
        type: 'containerDirective',
        name: 'figure',
        attributes,
        children: block.text === '' ? [] : [{ type: 'paragraph', children: captionPhrasing(block) }],
      };
    }
  }
};

/** The Markdown of a text, every block of it through the whole grammar. */
export const printByGrammar = (body: readonly Block[]): string => {
  const root: Root = { type: 'root', children: body.map(toNode) };
  return body.length === 0 ? '' : articleMarkdown.stringify(root);
};

/** Printed before: an import asks for the same body several times. */
const printed = new WeakMap<readonly Block[], string>();

/** Notes what was printed of a body elsewhere. */
export const rememberPrinted = (body: readonly Block[], markdown: string): void => {
  printed.set(body, markdown);
};

/**
 * The Markdown of a text, ending in one line feed, or empty for no block. The inverse of `parseBody`. Plain paragraphs and captions, of which most
 * articles are made, are put down as they are: to go through the grammar takes some hundred times as long.
 */
export const printBody = (body: readonly Block[]): string => {
  const known = printed.get(body);
  if (known !== undefined) return known;
  const parts: string[] = [];
  let others: Block[] = [];
  const printOthers = (): void => {
    if (others.length > 0) parts.push(printByGrammar(others));
    others = [];
  };
  for (const block of body) {
    const plain = plainMarkdown(block);
    if (plain === null) {
      others.push(block);
      continue;
    }
    printOthers();
    parts.push(`${plain}\n`);
  }
  printOthers();
  const text = parts.join('\n');
  printed.set(body, text);
  return text;
};
