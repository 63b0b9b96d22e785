import { Parser } from 'htmlparser2';

/** An element of an entry: its own text, or what is inside it as markup where other elements are. */
export interface EntryField {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

/** An entry's elements in their order, and the heads of the feed beside it. */
export interface FeedEntry {
  readonly fields: readonly EntryField[];
  readonly heads: readonly EntryField[];
}

/** Nested deeper than this, an entry is none that a program wrote. */
const maxDepth = 1000;
const chunkLength = 1 << 16;

const around: ReadonlySet<string> = new Set(['rss', 'rdf:RDF', 'feed', 'channel']);
const entries: ReadonlySet<string> = new Set(['item', 'entry']);

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/**
 * The entry in a feed that has but this one; null where it nests past all measure. Entities that a document type
 * declares are not known, and stay as they stand.
 */
export const parseFeedEntry = (xml: string): FeedEntry | null => {
  const fields: EntryField[] = [];
  const heads: EntryField[] = [];
  const stack: string[] = [];
  let inEntry = false;
  let base = 0;
  let open: {
    name: string;
    attributes: Record<string, string>;
    text: string;
    markup: string;
    hasTags: boolean;
  } | null = null;
  const state = { isTooDeep: false };
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        stack.push(name);
        if (stack.length > maxDepth) state.isTooDeep = true;
        if (open !== null) {
          open.hasTags = true;
          const shown = Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(value)}"`);
          open.markup += `<${name.replace(/^xhtml:/, '')}${shown.join('')}>`;
        } else if (entries.has(name) && !inEntry) inEntry = true;
        else if (inEntry || !around.has(name)) {
          open = { name, attributes, text: '', markup: '', hasTags: false };
          base = stack.length;
        }
      },
      ontext: (text) => {
        if (open === null) return;
        open.text += text;
        open.markup += escape(text);
      },
      onclosetag: (name) => {
        if (open !== null && stack.length > base) open.markup += `</${name.replace(/^xhtml:/, '')}>`;
        else if (open !== null) {
          const { attributes, hasTags, markup, text } = open;
          const field = { name: open.name, attributes, text: hasTags ? markup : text };
          (inEntry ? fields : heads).push(field);
          open = null;
        } else if (entries.has(name)) inEntry = false;
        stack.pop();
      },
    },
    { xmlMode: true },
  );
  for (let at = 0; at < xml.length && !state.isTooDeep; at += chunkLength)
    parser.write(xml.slice(at, at + chunkLength));
  if (state.isTooDeep) return null;
  parser.end();
  return { fields, heads };
};
