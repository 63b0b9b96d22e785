/** What one element must be: `div.sapo[data-role=lead]`. */
export interface SimpleSelector {
  /** Lower case; null for any. */
  readonly tag: string | null;
  readonly id: string | null;
  readonly classes: readonly string[];
  /** Attributes with their values; null where the attribute need only be there. */
  readonly attributes: readonly { readonly name: string; readonly value: string | null }[];
}

/** Alternatives, each an element below others: `div.detail p.author, #tac-gia`. */
export type Selector = readonly (readonly SimpleSelector[])[];

/** A selector is no longer than this, and asks for no more elements one below the other. */
export const maxSelectorLength = 300;
const maxDepth = 10;

const name = String.raw`[\p{L}_][\p{L}\d_-]*`;
const part = new RegExp(
  String.raw`(?<tag>^${name})|#(?<id>${name})|\.(?<class>${name})|\[\s*(?<attribute>[a-z][a-z\d:_-]*)\s*(?:=\s*(?:"(?<double>[^"\]]*)"|'(?<single>[^'\]]*)'|(?<bare>[^\s"'\]]+))\s*)?\]`,
  'iuy',
);

const parseSimple = (text: string): SimpleSelector | null => {
  let tag: string | null = null;
  let id: string | null = null;
  const classes: string[] = [];
  const attributes: { name: string; value: string | null }[] = [];
  part.lastIndex = 0;
  while (part.lastIndex < text.length) {
    const groups = part.exec(text)?.groups;
    if (groups === undefined) return null;
    if (groups.tag !== undefined) tag = groups.tag.toLowerCase();
    else if (groups.id !== undefined) id = groups.id;
    else if (groups.class !== undefined) classes.push(groups.class);
    else if (groups.attribute !== undefined) {
      const value = groups.double ?? groups.single ?? groups.bare ?? null;
      attributes.push({ name: groups.attribute.toLowerCase(), value });
    }
  }
  return { tag, id, classes, attributes };
};

/** The pieces between separators that stand in no brackets. */
const split = (text: string, separator: RegExp): string[] => {
  const pieces = [''];
  let inBrackets = false;
  for (const letter of text) {
    if (letter === '[') inBrackets = true;
    else if (letter === ']') inBrackets = false;
    if (!inBrackets && separator.test(letter)) pieces.push('');
    else pieces[pieces.length - 1] = `${pieces.at(-1) ?? ''}${letter}`;
  }
  return pieces.map((piece) => piece.trim());
};

/**
 * A selector of the small language of sources' rules: `tag`, `#id`, `.class`, `[attribute]`, `[attribute=value]`, one below another with a
 * space, alternatives with a comma, as CSS has them. Null where it is none of these.
 */
export const parseSelector = (text: string): Selector | null => {
  if (text.trim() === '' || text.length > maxSelectorLength) return null;
  const selector: SimpleSelector[][] = [];
  for (const alternative of split(text, /,/)) {
    const chain = split(alternative, /\s/)
      .filter((piece) => piece !== '')
      .map(parseSimple);
    const known = chain.filter((simple) => simple !== null);
    if (chain.length === 0 || known.length < chain.length || chain.length > maxDepth) return null;
    selector.push(known);
  }
  return selector;
};
