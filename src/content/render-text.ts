import type { Element, ElementContent, Root, RootContent } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { articleMarkdown } from '../article/markdown.ts';
import { toSafeHtml } from './to-safe-html.ts';

/** What the page knows that the text doesn't. */
export interface RenderOptions {
  /** The pictures that the archive holds, by `src`, in pixels. */
  readonly images: Readonly<Record<string, { readonly width: number; readonly height: number }>>;
  readonly imageAddress: (src: string) => string;
  /** Said in place of a picture that the archive does not hold. */
  readonly imageMissing: string;
  /** What a table is called by a screen reader. */
  readonly tableLabel: string;
}

const printer = unified().use(rehypeStringify, { allowDangerousHtml: false });

const isElement = (node: RootContent | ElementContent | undefined, ...names: string[]): node is Element =>
  node?.type === 'element' && names.includes(node.tagName);

const withPicture = (figure: Element, options: RenderOptions): Element => ({
  ...figure,
  children: figure.children.map((child): ElementContent => {
    if (!isElement(child, 'img')) return child;
    const src = String(child.properties.src ?? '');
    const alt = String(child.properties.alt ?? '');
    const size = options.images[src];
    if (size !== undefined) {
      const loading = { loading: 'lazy', decoding: 'async' };
      return { ...child, properties: { src: options.imageAddress(src), alt, ...size, ...loading } };
    }
    return {
      type: 'element',
      tagName: 'div',
      properties: { className: ['no-picture'] },
      children: [
        { type: 'text', value: alt === '' ? options.imageMissing : `${options.imageMissing}: ${alt}` },
      ],
    };
  }),
});

/** A wide table scrolls in a frame of its own, by keyboard too. */
const inFrame = (table: Element, label: string): Element => ({
  type: 'element',
  tagName: 'div',
  properties: { className: ['table-frame'], tabIndex: 0, role: 'group', ariaLabel: label },
  children: [table],
});

/** Ids of paragraphs and cross-heads, for links into the text; cross-heads never skip a level. */
const finish = (tree: Root, options: RenderOptions): Root => {
  let paragraphs = 0;
  let heads = 0;
  let level = 1;
  const visit = (nodes: readonly RootContent[]): RootContent[] =>
    nodes.map((node): RootContent => {
      if (isElement(node, 'p')) {
        paragraphs += 1;
        return { ...node, properties: { ...node.properties, id: `doan-${paragraphs}` } };
      }
      if (isElement(node, 'h2', 'h3', 'h4')) {
        heads += 1;
        level = Math.min(Number(node.tagName.slice(1)), level + 1);
        return { ...node, tagName: `h${level}`, properties: { id: `muc-${heads}` } };
      }
      if (isElement(node, 'figure')) return withPicture(node, options);
      if (isElement(node, 'table')) return inFrame(node, options.tableLabel);
      if (isElement(node, 'blockquote'))
        return { ...node, children: visit(node.children) as ElementContent[] };
      return node;
    });
  return { ...tree, children: visit(tree.children) };
};

/** The Markdown of an article's text as HTML that is safe on a page. */
export const renderText = (markdown: string, options: RenderOptions): string =>
  printer.stringify(finish(toSafeHtml(articleMarkdown.parse(markdown), markdown), options));
