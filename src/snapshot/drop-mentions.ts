import { isTag, isText, type AnyNode } from 'domhandler';
import { parseDocument } from 'htmlparser2';

/** What stands for one article in a list, a feed or a map of a site. */
const wholes = new Set(['li', 'dd', 'tr', 'entry', 'url', 'item', 'record']);

/** A span of a text, its end not in it. */
interface Span {
  readonly start: number;
  readonly end: number;
}

const spanOf = ({ startIndex, endIndex, next }: AnyNode): Span | null => {
  if (startIndex === null || endIndex === null) return null;
  // What is closed by the next tag is said to end with that.
  return { start: startIndex, end: Math.min(endIndex + 1, next?.startIndex ?? Infinity) };
};

/** Whether an address leads to one of the paths, or to a page below it. */
const leadsTo = (text: string, paths: readonly string[]): boolean =>
  paths.some((path) => text.includes(path));

/** The nearest part of a list around a node, or the node itself. */
const wholeOf = (node: AnyNode): AnyNode => {
  for (let above: AnyNode | null = node; above !== null; above = above.parent) {
    if (isTag(above) && wholes.has(above.name)) return above;
  }
  return node;
};

const isMention = (node: AnyNode, paths: readonly string[], isXml: boolean): boolean => {
  if (isTag(node)) return Object.values(node.attribs).some((value) => leadsTo(value, paths));
  const isData = isText(node) && node.parent !== null && isTag(node.parent) && node.parent.name === 'script';
  return isText(node) && (isXml || isData) && leadsTo(node.data, paths);
};

const findSpans = (nodes: readonly AnyNode[], paths: readonly string[], isXml: boolean): Span[] => {
  const spans: Span[] = [];
  const stack = [...nodes];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isMention(node, paths, isXml)) {
      const span = spanOf(
        wholeOf(isText(node) && node.parent !== null && isTag(node.parent) ? node.parent : node),
      );
      if (span !== null) spans.push(span);
    } else if ('children' in node) stack.push(...node.children);
  }
  return spans.sort((a, b) => a.start - b.start);
};

/**
 * A page, feed or site map without what it says of some articles: the part of the list that each stands in, or the link
 * alone. Every other byte stays. `paths` are as `/bai/<id>/`.
 */
export const dropMentions = (text: string, paths: readonly string[], isXml: boolean): string => {
  if (!leadsTo(text, paths)) return text;
  const { children } = parseDocument(text, {
    withStartIndices: true,
    withEndIndices: true,
    xmlMode: isXml,
  });
  let kept = '';
  let at = 0;
  for (const { start, end } of findSpans(children, paths, isXml)) {
    if (start < at) continue;
    kept += text.slice(at, start);
    at = end;
  }
  return kept + text.slice(at);
};
