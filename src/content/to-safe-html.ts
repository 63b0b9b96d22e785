import { sanitize, type Schema } from 'hast-util-sanitize';
import type { Element, ElementContent, Root as HtmlRoot } from 'hast';
import type { Heading, Link, LinkReference, ListItem, Nodes, Parents, Root } from 'mdast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import { toHast, type Handlers, type State } from 'mdast-util-to-hast';
import { imageSchema } from '../article/block.ts';
import { normaliseText } from '../text/normalise-text.ts';

const element = (
  tagName: string,
  children: ElementContent[],
  properties: Element['properties'] = {},
): Element => ({ type: 'element', tagName, properties, children });

const inside = (state: State, node: Parents): ElementContent[] => state.all(node);

/** As the blocks of the article keep it, but for spaces at the ends, which part inline elements. */
const cleanText = (value: string): string => normaliseText(`|${value}|`).slice(1, -1);

const isWebAddress = (address: string): boolean => /^https?:\/\//i.test(address);

/** What a directive's text says where it is none of ours: `lúc 8:giờ` is no directive to a reader. */
const asWritten = (node: Nodes, markdown: string): string =>
  cleanText(markdown.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0));

const figure = (state: State, node: ContainerDirective): Element | undefined => {
  const image = imageSchema.safeParse({ src: node.attributes?.src ?? null, alt: node.attributes?.alt ?? '' });
  const caption = node.children.flatMap((child, i): ElementContent[] => {
    const words = 'children' in child ? inside(state, child) : [];
    return i === 0 || words.length === 0 ? words : [{ type: 'text', value: ' ' }, ...words];
  });
  const parts = [
    ...(image.success ? [element('img', [], { src: image.data.src ?? '', alt: image.data.alt })] : []),
    ...(caption.length > 0 ? [element('figcaption', caption)] : []),
  ];
  return parts.length > 0 ? element('figure', parts) : undefined;
};

/** The same reading of the Markdown as `parseBody` has: what is no block of an article is on no page either. */
const handlers = (markdown: string): Handlers => ({
  text: (_, node: { value: string }) => ({ type: 'text', value: cleanText(node.value) }),
  containerDirective: (state: State, node: ContainerDirective) =>
    node.name === 'figure' ? figure(state, node) : inside(state, node),
  leafDirective: (_, node: LeafDirective) =>
    element('p', [{ type: 'text', value: asWritten(node, markdown) }]),
  textDirective: (state: State, node: TextDirective) =>
    node.name === 'credit'
      ? element('span', inside(state, node), { className: ['credit'] })
      : { type: 'text', value: asWritten(node, markdown) },
  heading: (state: State, node: Heading) =>
    element(`h${node.depth <= 2 ? 2 : node.depth === 3 ? 3 : 4}`, inside(state, node)),
  image: (_, node: { alt?: string | null }) => ({ type: 'text', value: cleanText(node.alt ?? '') }),
  imageReference: () => undefined,
  link: (state: State, node: Link) =>
    isWebAddress(node.url)
      ? element('a', inside(state, node), { href: node.url, rel: ['nofollow', 'noreferrer'] })
      : inside(state, node),
  linkReference: (state: State, node: LinkReference) => inside(state, node),
  code: (_, node: { value: string }) => element('p', [{ type: 'text', value: cleanText(node.value) }]),
  html: () => undefined,
  footnoteReference: () => undefined,
  listItem: (state: State, node: ListItem) =>
    element(
      'li',
      node.children.flatMap((child, i): ElementContent[] => {
        if (child.type !== 'paragraph') return inside(state, { type: 'root', children: [child] });
        return i === 0 ? inside(state, child) : [element('br', []), ...inside(state, child)];
      }),
    ),
});

/** The second guard: whatever the handlers give, nothing else than this goes to a page. */
const allowed: Schema = {
  tagNames: [
    'p',
    'h2',
    'h3',
    'h4',
    'blockquote',
    'ul',
    'ol',
    'li',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
    'figure',
    'figcaption',
    'img',
    'span',
    'a',
    'em',
    'strong',
    'del',
    'code',
    'br',
    'hr',
  ],
  attributes: {
    a: ['href', ['rel', 'nofollow', 'noreferrer']],
    img: ['src', 'alt'],
    ol: ['start'],
    th: [['align', 'left', 'right', 'center']],
    td: [['align', 'left', 'right', 'center']],
    span: [['className', 'credit']],
  },
  protocols: { href: ['http', 'https'] },
  ancestors: { li: ['ul', 'ol'], tr: ['table'], td: ['table'], th: ['table'] },
  strip: ['script', 'style'],
  clobber: [],
  allowComments: false,
  allowDoctypes: false,
};

/** The text of an article as safe HTML: only the elements of a text, addresses of the web, and pictures below `images/`. */
export const toSafeHtml = (tree: Root, markdown: string): HtmlRoot =>
  sanitize(toHast(tree, { handlers: handlers(markdown) }), allowed) as HtmlRoot;
