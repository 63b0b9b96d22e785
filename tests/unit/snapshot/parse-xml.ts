/** An element as a strict reader of XML 1.0 sees it; namespaces are left in the names. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text. */
  readonly text: string;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decode = (text: string): string => {
  const bare = text.replace(/&(?:(amp|lt|gt|quot|apos)|#(\d+));/g, (_, name?: string, code?: string) =>
    name === undefined ? String.fromCodePoint(Number(code)) : (entities[name] ?? ''),
  );
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+);)/.test(text)) throw new Error(`a loose & in ${text}`);
  return bare;
};

/** Reads a document, and throws where it is not well-formed. */
export const parseXml = (document: string): XmlElement => {
  const untold = Array.from(document).find((letter) => {
    const code = letter.codePointAt(0) ?? 0;
    const isControl = code < 0x20 && ![9, 10, 13].includes(code);
    return isControl || (code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff;
  });
  if (untold !== undefined) throw new Error(`no letter of XML: ${JSON.stringify(untold)}`);
  interface Open {
    name: string;
    attributes: Record<string, string>;
    children: XmlElement[];
    text: string;
  }
  const root: Open = { name: '', attributes: {}, children: [], text: '' };
  const stack: Open[] = [root];
  const body = document
    .replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '')
    .replace(/<!--[^-]*-->/g, '');
  const token = /<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
  let at = 0;
  for (let match = token.exec(body); match !== null; match = token.exec(body)) {
    at = token.lastIndex;
    const [, closing, name = '', attributes = '', selfClosing, text] = match;
    const top = stack.at(-1) ?? root;
    if (text !== undefined) {
      if (text.includes(']]>')) throw new Error(']]> in a text');
      top.text += decode(text);
    } else if (closing === '/') {
      if (top.name !== name || stack.length === 1) throw new Error(`</${name}> closes ${top.name}`);
      stack.pop();
    } else {
      const pairs = [...attributes.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(
        ([, key = '', value = '']): [string, string] => [key, decode(value)],
      );
      if (new Set(pairs.map(([key]) => key)).size < pairs.length)
        throw new Error(`an attribute twice in ${name}`);
      const element: Open = { name, attributes: Object.fromEntries(pairs), children: [], text: '' };
      top.children.push(element);
      if (selfClosing !== '/') stack.push(element);
    }
  }
  const [only] = root.children;
  if (at !== body.length) throw new Error(`can't be read from ${body.slice(at, at + 40)}`);
  if (stack.length > 1 || only === undefined || root.children.length > 1 || root.text.trim() !== '') {
    throw new Error('not one whole element');
  }
  return only;
};

/** The children of a name. */
export const childrenOf = ({ children }: XmlElement, name: string): XmlElement[] =>
  children.filter((child) => child.name === name);

/** The only child of a name. */
export const childOf = (element: XmlElement, name: string): XmlElement => {
  const [child, ...others] = childrenOf(element, name);
  if (child === undefined || others.length > 0) throw new Error(`not one ${name} in ${element.name}`);
  return child;
};
