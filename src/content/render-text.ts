import type { Element, ElementContent, Root, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { articleMarkdown } from '../article/markdown.ts';
import { linkDocuments, type FindMentions } from './link-documents.ts';
import { smallerImages } from './smaller-images.ts';
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
  /** What the link to a paragraph is called, by the paragraph's number. */
  readonly paragraphLabel: (number: string) => string;
  /** Null where the text names no document that has a page. */
  readonly findMentions: FindMentions | null;
}

/** A cross-head, as a table of contents lists it. */
export interface CrossHead {
  readonly id: string;
  readonly level: number;
  readonly text: string;
}

export interface RenderedText {
  readonly html: string;
  readonly heads: readonly CrossHead[];
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The sizes that a browser chooses from, and how wide the picture stands: never wider than a column of text. */
const choiceOf = (src: string, width: number, { imageAddress }: RenderOptions): Element['properties'] => {
  const smaller = smallerImages(src, width);
  if (smaller.length === 0) return {};
  const all = [...smaller, { src, width }];
  return {
    srcSet: all.map((one) => `${imageAddress(one.src)} ${String(one.width)}w`).join(', '),
    sizes: '(min-width: 42rem) 38rem, calc(100vw - 2rem)',
  };
};

const withPicture = (figure: Element, options: RenderOptions): Element => ({
  ...figure,
  children: figure.children.map((child): ElementContent => {
    if (child.type !== 'element' || child.tagName !== 'img') return child;
    const src = textOf(child.properties.src);
    const alt = textOf(child.properties.alt);
    const size = options.images[src];
    if (size !== undefined) {
      const loading = { loading: 'lazy', decoding: 'async' };
      const choice = choiceOf(src, size.width, options);
      const properties = { src: options.imageAddress(src), alt, ...size, ...choice, ...loading };
      return { ...child, properties };
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

/** Nothing but an address and a name: no word is added to what a search marks or a reader copies. */
const linkTo = (id: string, label: string): Element => ({
  type: 'element',
  tagName: 'a',
  properties: { className: ['to-paragraph'], href: `#${id}`, ariaLabel: label },
  children: [],
});

const wordsOf = (node: ElementContent): string => {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(wordsOf).join('') : '';
};

/** Ids of paragraphs and cross-heads, for links into the text; cross-heads never skip a level. */
const finish = (tree: Root, options: RenderOptions, list: CrossHead[]): Root => {
  let paragraphs = 0;
  let level = 1;
  const visit = (nodes: readonly RootContent[]): RootContent[] =>
    nodes.map((node): RootContent => {
      if (node.type !== 'element') return node;
      switch (node.tagName) {
        case 'p': {
          paragraphs += 1;
          const id = `doan-${paragraphs}`;
          const link = linkTo(id, options.paragraphLabel(String(paragraphs)));
          return {
            ...node,
            properties: { ...node.properties, id },
            children: [...node.children, link],
          };
        }
        case 'h2':
        case 'h3':
        case 'h4': {
          const id = `muc-${list.length + 1}`;
          level = Math.min(Number(node.tagName.slice(1)), level + 1);
          list.push({ id, level, text: node.children.map(wordsOf).join('').trim() });
          return { ...node, tagName: `h${level}`, properties: { id } };
        }
        case 'figure':
          return withPicture(node, options);
        case 'table':
          return inFrame(node, options.tableLabel);
        case 'blockquote':
          return { ...node, children: visit(node.children) as ElementContent[] };
        default:
          return node;
      }
    });
  const { findMentions } = options;
  const children = findMentions === null ? tree.children : linkDocuments(tree.children, findMentions);
  return { ...tree, children: visit(children) };
};

/** The Markdown of an article's text as HTML that is safe on a page, and its cross-heads. */
export const renderText = (markdown: string, options: RenderOptions): RenderedText => {
  const heads: CrossHead[] = [];
  const tree = finish(toSafeHtml(articleMarkdown.parse(markdown), markdown), options, heads);
  return { html: toHtml(tree), heads };
};
