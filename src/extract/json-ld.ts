import type { Document } from 'domhandler';
import { elementsIn, plainOf } from './page-tree.ts';

/** An object of JSON. */
export type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Objects of JSON-LD nested in graphs and lists are looked for this deep. */
const maxJsonDepth = 6;

const objectsIn = (value: unknown, depth = 0): Json[] => {
  if (depth > maxJsonDepth) return [];
  if (Array.isArray(value)) return value.flatMap((item) => objectsIn(item, depth + 1));
  if (!isObject(value)) return [];
  return [value, ...objectsIn(value['@graph'], depth + 1), ...objectsIn(value.mainEntity, depth + 1)];
};

export const typesOf = (object: Json): string[] => [object['@type']].flat().map(String);

export const articleType =
  /^(?:https?:\/\/schema\.org\/)?(?:\w*NewsArticle|Article|BlogPosting|Report|\w+Article|LiveBlogPosting)$/;

/** Scripts of old templates stand in a comment or a CDATA section. Raw line breaks inside strings are a common fault. */
const withoutWrapping = (source: string): string =>
  source
    .replace(
      /^\s*(?:\/\/|\/\*)?\s*(?:<!--|<!\[CDATA\[)(?:\s*\*\/)?|(?:\/\/|\/\*)?\s*(?:-->|\]\]>)(?:\s*\*\/)?\s*$/g,
      '',
    )
    .replace(/[\u0000-\u001f]+/g, ' ');

export const readJsonLd = (page: Document): Json[] =>
  elementsIn(page)
    .filter(({ name, attribs }) => name === 'script' && /ld\+json/i.test(attribs.type ?? ''))
    .flatMap((script) => {
      const source = script.children.map((child) => ('data' in child ? child.data : '')).join('');
      try {
        return objectsIn(JSON.parse(withoutWrapping(source).replace(/,\s*([}\]])/g, '$1')));
      } catch {
        return [];
      }
    });

export const stringOf = (value: unknown): string | null => {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  const named: unknown = isObject(first) ? (first.name ?? first['@id']) : first;
  const text = typeof named === 'string' ? plainOf(named) : '';
  return text === '' ? null : text;
};
