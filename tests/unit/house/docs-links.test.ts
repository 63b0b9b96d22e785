import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Heading, Nodes } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { describe, expect, test } from 'vitest';

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

const parser = remark().use(remarkGfm);
const nodesOf = (node: Nodes): Nodes[] => [
  node,
  ...('children' in node ? node.children.flatMap(nodesOf) : []),
];
const textOf = (node: Nodes): string => {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
};

/** The names by which GitHub's pages know headings: lower case, without punctuation, a number behind one that comes again. */
const anchorsOf = (headings: readonly Heading[]): Set<string> => {
  const anchors = new Set<string>();
  for (const heading of headings) {
    const stem = textOf(heading)
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
      .replaceAll(/\s/g, '-');
    let anchor = stem;
    for (let n = 1; anchors.has(anchor); n += 1) anchor = `${stem}-${String(n)}`;
    anchors.add(anchor);
  }
  return anchors;
};

const read = new Map(pages.map((page) => [page, nodesOf(parser.parse(readFileSync(page, 'utf8')))]));
const isHeading = (node: Nodes): node is Heading => node.type === 'heading';

/** What is wrong with a link of a page, or null. */
const faultOf = (page: string, url: string): string | null => {
  if (/^[a-z][a-z+.-]*:/i.test(url)) return null;
  const [path = '', fragment] = url.split('#');
  const file = path === '' ? page : relative('.', join(dirname(page), decodeURIComponent(path)));
  if (!existsSync(file)) return `${page} → ${url}: no such file`;
  const nodes = read.get(file);
  if (fragment === undefined || nodes === undefined) return null;
  const isThere = anchorsOf(nodes.filter(isHeading)).has(decodeURIComponent(fragment));
  return isThere ? null : `${page} → ${url}: no such heading`;
};

describe('the documentation', () => {
  test('links only to files and headings that are there', () => {
    const faults = pages.flatMap((page) =>
      (read.get(page) ?? []).flatMap((node) =>
        node.type === 'link' || node.type === 'image' || node.type === 'definition'
          ? (faultOf(page, node.url) ?? [])
          : [],
      ),
    );
    expect(faults).toEqual([]);
  });

  test('says in words what each of its pictures shows', () => {
    const images = [...read].flatMap(([page, nodes]) =>
      nodes.flatMap((node) => (node.type === 'image' ? { page, url: node.url, alt: node.alt ?? '' } : [])),
    );
    expect(images.filter(({ alt }) => alt.length < 20)).toEqual([]);
  });

  test('has only pictures that a page shows, none above 150 kB', () => {
    const shown = new Set(
      [...read].flatMap(([page, nodes]) =>
        nodes.flatMap((node) => (node.type === 'image' ? join(dirname(page), node.url) : [])),
      ),
    );
    const taken = readdirSync('docs/pictures').filter((name) => name.endsWith('.png'));
    expect(taken.filter((name) => !shown.has(join('docs', 'pictures', name)))).toEqual([]);
    expect(taken.filter((name) => statSync(join('docs', 'pictures', name)).size > 150_000)).toEqual([]);
  });
});
