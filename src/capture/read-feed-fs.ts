import { toProblem, type Problem } from '../problem/problem.ts';
import { charsetOfBom } from '../text/decode-text.ts';
import { maxLineBytes } from './limits.ts';
import { openStream, toStreamProblem } from './open-stream-fs.ts';
import { toItem, toListedItem, type KnownFile, type ReadItem, type ReadOptions } from './read-item-fs.ts';
import { splitXml, type XmlPiece } from './split-xml.ts';
import { toBinary, toBytes } from './transfer-encoding.ts';

/** A kind of list by its root: what its entries are called, what of its head each entry's capture repeats, what is around them. */
interface FeedKind {
  readonly entry: string;
  readonly mediaType: string | null;
  readonly heads: readonly string[];
  readonly inside: string | null;
}

const rss: FeedKind = {
  entry: 'item',
  mediaType: 'application/rss+xml',
  heads: ['title', 'link', 'wp:author'],
  inside: 'channel',
};

const kinds: Readonly<Record<string, FeedKind>> = {
  rss,
  'rdf:RDF': { ...rss, heads: [], inside: null },
  feed: { entry: 'entry', mediaType: 'application/atom+xml', heads: ['title', 'author'], inside: null },
  urlset: { entry: 'url', mediaType: null, heads: [], inside: null },
  sitemapindex: { entry: 'sitemap', mediaType: null, heads: [], inside: null },
};

/** What of the head is repeated is no longer than this, each and in all; the authors of a site are kept up to the latter. */
const maxHeadBytes = 16 * 1024;
const maxHeadsBytes = 4 * 1024 * 1024;

/** The text of an element in a piece, one character a byte. */
const textIn = (binary: string, name: string): string | null =>
  new RegExp(`<${name}\\b[^>]*>\\s*(?:<!\\[CDATA\\[)?\\s*([^<\\]]*)`).exec(binary)?.[1]?.trim() ?? null;

/** What WordPress exports beside its articles. */
const otherTypes =
  /^(?:attachment|page|revision|nav_menu_item|custom_css|customize_changeset|oembed_cache|user_request|wp_\w+|acf-[\w-]+|elementor_\w+|product)$/;

/** Whether an item of a WordPress export is none that readers saw as an article. */
const isUnpublished = (binary: string): boolean => {
  const type = textIn(binary, 'wp:post_type');
  const status = textIn(binary, 'wp:status');
  return (type !== null && otherTypes.test(type)) || (status !== null && status !== 'publish');
};

/** What the head of a feed gives to the capture of each entry, so that it can be read by itself. */
const openHead = (start: string) => {
  const declaration = /^\s*<\?xml\b[^>]*\?>/.exec(start)?.[0].trim() ?? '';
  const shared: string[] = [];
  const authors = new Map<string, string>();
  let size = 0;
  return {
    take: ({ name, bytes }: XmlPiece): void => {
      if (bytes === null || bytes.length > maxHeadBytes || size + bytes.length > maxHeadsBytes) return;
      const binary = toBinary(bytes);
      size += bytes.length;
      if (name === 'wp:author') authors.set(textIn(binary, 'wp:author_login') ?? '', binary);
      else if (!shared.some((head) => head.startsWith(`<${name}`))) shared.push(binary);
    },
    /** The entry with what is around it, one character a byte. */
    around: (entry: string, root: string, rootName: string, { inside }: FeedKind): string => {
      const author = authors.get(textIn(entry, 'dc:creator') ?? '');
      return [
        ...(declaration === '' ? [] : [declaration]),
        root,
        ...(inside === null ? [] : [`<${inside}>`]),
        ...shared,
        ...(author === undefined ? [] : [author]),
        entry,
        ...(inside === null ? [] : [`</${inside}>`]),
        `</${rootName}>`,
      ].join('\n');
    },
  };
};

const faultOf = ({ fault, length, line }: XmlPiece, file: string): Problem =>
  fault === 'too-long'
    ? toProblem('file-too-large', { size: length, limit: maxLineBytes }, { file, line })
    : toProblem('xml-cut-short', { line }, { file, line });

/**
 * Each entry of a feed (RSS, Atom, a WordPress export) as a capture: what the feed says of itself, then the entry as it
 * stands. A sitemap has no articles, only addresses: it is refused with their number.
 * Problems: `file-too-large`, `xml-cut-short`, `gzip-damaged`, `form-unsupported`, `list-of-addresses`.
 */
export async function* readFeed(
  { file, form, modifiedAt, head: start }: KnownFile,
  options: ReadOptions,
): AsyncGenerator<ReadItem, void, undefined> {
  const refuse = (problem: Problem): ReadItem => toItem(file.path, 'refused', [problem]);
  const unsupported = (name: string): ReadItem =>
    refuse(toProblem('form-unsupported', { form: name }, { file: file.path }));
  if (charsetOfBom(start)?.startsWith('utf-16') === true) {
    yield unsupported('XML (UTF-16)');
    return;
  }
  const { chunks, close } = openStream(file.path, form === 'XML-gzip');
  const head = openHead(toBinary(start.subarray(charsetOfBom(start) === null ? 0 : 3, 1024)));
  let kind: FeedKind | null = null;
  let rootName = '';
  let root = '';
  let [last, addresses, first] = [0, 0, ''];
  const isPiece = (name: string, depth: number): boolean =>
    depth === 0 || (kind !== null && (name === kind.entry || kind.heads.includes(name)) && depth <= 2);
  try {
    for await (const piece of splitXml(chunks, { maxBytes: maxLineBytes, isPiece })) {
      const { name, depth, line, bytes } = piece;
      last = line;
      if (depth === 0 && bytes !== null && root === '') {
        rootName = name;
        root = toBinary(bytes.subarray(0, maxHeadBytes));
        kind = kinds[name] ?? null;
        if (kind === null) break;
        continue;
      }
      if (kind === null || (name !== kind.entry && bytes === null)) continue;
      if (bytes === null) {
        yield toItem(file.path, 'refused', [faultOf(piece, file.path)], { record: line });
        continue;
      }
      if (name !== kind.entry) {
        head.take(piece);
        continue;
      }
      const entry = toBinary(bytes);
      if (kind.mediaType === null) {
        addresses += 1;
        if (first === '') first = textIn(entry, 'loc') ?? '';
        continue;
      }
      if (isUnpublished(entry)) {
        yield toItem(file.path, 'skipped', [], { record: line });
        continue;
      }
      const whole = toBytes(head.around(entry, root, rootName, kind));
      yield toListedItem({ file, modifiedAt }, line, { bytes: whole, mediaType: kind.mediaType }, options);
    }
    if (kind === null) yield unsupported(rootName === '' ? 'XML' : `XML <${rootName}>`);
    else if (kind.mediaType === null) {
      const values = { count: addresses, first: new TextDecoder().decode(toBytes(first)) };
      yield refuse(toProblem('list-of-addresses', values, { file: file.path }));
    }
  } catch (error) {
    yield refuse(toStreamProblem(error, file.path, last));
  } finally {
    close();
  }
}
