import type { Nodes, RootContent } from 'mdast';
import type { ContainerDirective, TextDirective } from 'mdast-util-directive';
import { normaliseLine, normaliseText } from '../text/normalise-text.ts';
import { blockSchema, maxImageSide, type Block, type Figure, type Image } from './block.ts';
import { articleMarkdown } from './markdown.ts';

/** A fault met in the Markdown of a text: what it is, and its line within the text, from 1. */
export interface MarkdownFault {
  readonly kind: 'figure-attribute' | 'block-unsupported' | 'html';
  readonly value: string;
  readonly line: number;
}

/** What has been read of one text so far. */
interface Reading {
  readonly markdown: string;
  readonly blocks: Block[];
  readonly faults: MarkdownFault[];
}

const sourceOf = (node: Nodes, markdown: string): string =>
  markdown.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);

/** The plain text of inline content; what looks like a directive but is none of ours (`lúc 8:giờ`) stays as it was written. */
const inlineText = (nodes: readonly Nodes[], reading: Reading): string =>
  nodes
    .map((node): string => {
      switch (node.type) {
        case 'break':
          return '\n';
        case 'image':
          return node.alt ?? '';
        case 'html':
          reading.faults.push(faultAt('html', node.value.slice(0, 60), node));
          return '';
        case 'textDirective':
          return node.name === 'credit'
            ? inlineText(node.children, reading)
            : sourceOf(node, reading.markdown);
        case 'text':
          return node.value.replaceAll('\n', ' ');
        case 'inlineCode':
          return node.value;
        default:
          return 'children' in node ? inlineText(node.children, reading) : '';
      }
    })
    .join('');

const faultAt = (kind: MarkdownFault['kind'], value: string, node: Nodes): MarkdownFault => ({
  kind,
  value,
  line: node.position?.start.line ?? 1,
});

const findCredit = (nodes: readonly Nodes[]): TextDirective | null => {
  for (const node of nodes) {
    if (node.type === 'textDirective' && node.name === 'credit') return node;
    const inside = 'children' in node ? findCredit(node.children) : null;
    if (inside !== null) return inside;
  }
  return null;
};

/** A picture's size; what is no size, or has no picture, is a fault. */
const readSize = (node: ContainerDirective, reading: Reading): Pick<Image, 'width' | 'height'> => {
  const { src, width, height } = node.attributes ?? {};
  const sides = Object.entries({ width, height }).filter(
    ([, value]) => value !== undefined && value !== null,
  );
  if (sides.length === 0) return {};
  const isSide = (value: string | null | undefined): boolean =>
    /^[1-9]\d{0,4}$/.test(value ?? '') && Number(value) <= maxImageSide;
  if (src && isSide(width) && isSide(height)) return { width: Number(width), height: Number(height) };
  for (const [name] of sides) reading.faults.push(faultAt('figure-attribute', name, node));
  return {};
};

const toFigure = (node: ContainerDirective, reading: Reading): Figure => {
  const { src, alt, ...others } = node.attributes ?? {};
  for (const name of Object.keys(others)) {
    if (name !== 'width' && name !== 'height') reading.faults.push(faultAt('figure-attribute', name, node));
  }
  const credit = findCredit(node.children);
  const hasPicture = `${src ?? ''}${alt ?? ''}` !== '';
  return {
    type: 'figure',
    image: hasPicture
      ? { src: src === '' ? null : (src ?? null), alt: alt ?? '', ...readSize(node, reading) }
      : null,
    text: normaliseLine(
      node.children
        .map((child) => ('children' in child ? inlineText(child.children, reading) : ''))
        .join(' '),
    ),
    credit: credit === null ? null : normaliseLine(inlineText(credit.children, reading)) || null,
  };
};

const headingLevel = (depth: number): 2 | 3 | 4 => (depth <= 2 ? 2 : depth === 3 ? 3 : 4);

const readBlock = (node: RootContent, reading: Reading): void => {
  const { markdown, blocks, faults } = reading;
  const add = (block: unknown, value: string): void => {
    if (value.trim() === '') return;
    const parsed = blockSchema.safeParse(block);
    if (parsed.success) blocks.push(parsed.data);
    else faults.push(faultAt('block-unsupported', value.slice(0, 60), node));
  };
  switch (node.type) {
    case 'paragraph': {
      const text = inlineText(node.children, reading);
      add({ type: 'paragraph', text }, text);
      return;
    }
    case 'heading': {
      const text = inlineText(node.children, reading);
      add({ type: 'heading', level: headingLevel(node.depth), text }, text);
      return;
    }
    case 'blockquote':
      for (const child of node.children) {
        if (child.type !== 'paragraph') readBlock(child, reading);
        else {
          const text = inlineText(child.children, reading);
          add({ type: 'quote', text }, text);
        }
      }
      return;
    case 'list': {
      const items = node.children.map((item) =>
        normaliseText(
          item.children
            .map((child) => ('children' in child ? inlineText(child.children as Nodes[], reading) : ''))
            .join('\n'),
        ),
      );
      add(
        { type: 'list', ordered: node.ordered === true, items: items.filter((item) => item !== '') },
        items.join(''),
      );
      return;
    }
    case 'table': {
      const width = node.children[0]?.children.length ?? 0;
      const rows = node.children.map((row) =>
        Array.from({ length: width }, (_, i) => inlineText(row.children[i]?.children ?? [], reading)),
      );
      add({ type: 'table', rows }, rows.flat().join(''));
      return;
    }
    case 'containerDirective':
      if (node.name === 'figure') {
        const figure = toFigure(node, reading);
        add(figure, figure.text + (figure.image?.src ?? '') + (figure.image?.alt ?? ''));
      } else {
        faults.push(faultAt('block-unsupported', `:::${node.name}`, node));
        for (const child of node.children) readBlock(child, reading);
      }
      return;
    case 'code':
      add({ type: 'paragraph', text: node.value }, node.value);
      return;
    case 'leafDirective': {
      const text = sourceOf(node, markdown);
      add({ type: 'paragraph', text }, text);
      return;
    }
    case 'thematicBreak':
    case 'definition':
      return;
    case 'html':
      faults.push(faultAt('html', node.value.slice(0, 60), node));
      return;
    default:
      faults.push(faultAt('block-unsupported', node.type, node));
  }
};

/** The blocks of a text's Markdown, and what in it could not be taken. Raw HTML is never taken. */
export const parseBody = (markdown: string): { body: Block[]; faults: MarkdownFault[] } => {
  const reading: Reading = { markdown, blocks: [], faults: [] };
  for (const node of articleMarkdown.parse(markdown).children) readBlock(node, reading);
  return { body: reading.blocks, faults: reading.faults };
};
