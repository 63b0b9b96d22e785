import { isDate } from '../article/date.ts';
import { toProblem } from '../problem/problem.ts';
import { lettersIn } from './cut-page.ts';
import { extractRecord } from './extract-record.ts';
import type { Extraction } from './extract.ts';
import { parseFeedEntry, type EntryField, type FeedEntry } from './feed-entry.ts';
import { parseMachineDate } from './machine-date.ts';
import { plainOf } from './page-tree.ts';
import { readBodyHtml } from './read-body-html.ts';
import { toTextMissing } from './text-missing.ts';
import { toWordpressHtml } from './wordpress-html.ts';

/** A description is the text itself if it has so many paragraphs and letters; else it is a summary. */
const minParagraphs = 2;
const minLetters = 600;

const maxLeadLength = 700;

/** A text that a program cut off, with a door to the rest. */
const isCutOff = (html: string): boolean =>
  /(?:\[(?:…|\.\.\.|&hellip;|&#8230;|&#x2026;)\]|(?:…|\.\.\.|&hellip;)\s*(?:<[^>]+>\s*)*(?:Xem tiếp|Đọc tiếp|Xem thêm|Continue reading|Read more)[^<]*)\s*(?:<\/?\w[^>]*>\s*)*$/iu.test(
    html.slice(-600),
  );

/** The line that plug-ins of WordPress put below each item. */
const creditLine =
  /<p>(?:The post|Bài viết|Bài)\s[^]{0,600}?(?:appeared first on|xuất hiện đầu tiên)[^]{0,400}$/iu;

/** What a site calls an account that is no person, and a section that is none. */
const isNobody = (name: string): boolean =>
  name === '' ||
  /^(?:admin\w*|administrator|root|editor|webmaster|biên tập|ban biên tập|quản trị.*|noreply)$|@/iu.test(
    name,
  );
const isNoSection = (name: string): boolean =>
  name === '' || /^(?:uncategori[sz]ed|chưa (?:được )?phân (?:loại|mục)|không phân loại|khác)$/iu.test(name);

const isWebAddress = (url: string): boolean => /^https?:\/\//i.test(url) && URL.canParse(url);

/** An instant of WordPress (`2019-05-04 08:30:00`) with the zone that its twin in UTC tells, else Vietnam's. */
const wordpressDate = (local: string, utc: string): string | null => {
  const [here, there] = [local, utc].map((text) => Date.parse(`${text.trim().replace(' ', 'T')}Z`));
  if (here === undefined || Number.isNaN(here)) return null;
  const minutes = there === undefined || Number.isNaN(there) ? 7 * 60 : Math.round((here - there) / 60_000);
  const two = (n: number): string => String(n).padStart(2, '0');
  const [sign, size] = [minutes < 0 ? '-' : '+', Math.abs(minutes)];
  const instant = `${local.trim().replace(' ', 'T')}${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  return isDate(instant) ? instant : null;
};

const open = ({ fields, heads }: FeedEntry) => {
  const all = (name: string): EntryField[] => fields.filter((field) => field.name === name);
  const text = (...names: string[]): string =>
    names
      .map(
        (name) =>
          all(name)
            .map((field) => field.text.trim())
            .find((one) => one !== '') ?? '',
      )
      .find((one) => one !== '') ?? '';
  const head = (name: string): EntryField | undefined => heads.find((field) => field.name === name);
  return { all, text, head };
};

type Entry = ReturnType<typeof open>;

const addressOf = ({ all, text }: Entry): string | null => {
  const atom = all('link').find(
    ({ attributes }) => (attributes.rel ?? 'alternate') === 'alternate' && attributes.href,
  );
  const guid = all('guid').find(({ attributes }) => attributes.isPermaLink !== 'false');
  return (
    [atom?.attributes.href ?? '', text('link', 'feedburner:origLink'), guid?.text ?? '']
      .map((url) => url.trim())
      .find(isWebAddress) ?? null
  );
};

/** Persons in the markup of an Atom `author`, or of a WordPress author in the feed's head. */
const nameIn = (markup: string, name: string): string =>
  plainOf(new RegExp(`<${name}>([^]*?)</${name}>`).exec(markup)?.[1] ?? '');

const authorsOf = ({ all, text, head }: Entry): string[] => {
  const display = nameIn(head('wp:author')?.text ?? '', 'wp:author_display_name');
  const names = [
    ...all('author').map(
      (field) => nameIn(field.text, 'name') || (/\(([^()]+)\)\s*$/.exec(field.text)?.[1] ?? field.text),
    ),
    ...(display === '' ? all('dc:creator').map((field) => field.text) : [display]),
    ...(text('author', 'dc:creator') === '' ? [nameIn(head('author')?.text ?? '', 'name')] : []),
  ];
  const persons = names
    .flatMap((name) => plainOf(name).split(/\s*[,;&/]\s*/))
    .filter((name) => !isNobody(name));
  return [...new Set(persons)];
};

const sectionOf = ({ all }: Entry): string | null =>
  all('category')
    .filter(
      ({ attributes }) =>
        !/tag|format/.test(attributes.domain ?? '') &&
        !(attributes.scheme ?? '').includes('schemas.google.com'),
    )
    .map(({ text, attributes }) => plainOf(attributes.label ?? attributes.term ?? text))
    .find((name) => !isNoSection(name)) ?? null;

/** The entry's text as HTML, and its summary. Atom may give plain text, whose lines are paragraphs. */
const contentOf = ({ all, text }: Entry): { html: string; summary: string } => {
  const atom = all('content')[0];
  const isPlain = atom !== undefined && (atom.attributes.type ?? 'text') === 'text' && !/<\w/.test(atom.text);
  const plain = isPlain
    ? atom.text
        .split(/\n+/)
        .map((part) => `<p>${part.replaceAll('<', '&lt;')}</p>`)
        .join('')
    : '';
  const content = text('content:encoded') || plain || (atom?.text ?? '');
  const description = text('description', 'summary');
  if (content !== '') {
    const isWordpress = all('wp:post_type').length > 0;
    const html = (isWordpress ? toWordpressHtml(content) : content).replace(creditLine, '');
    return {
      html:
        isCutOff(html) || (plainOf(html) === plainOf(description) && lettersOf(html) < minLetters)
          ? ''
          : html,
      summary: text('excerpt:encoded') || description,
    };
  }
  const { blocks } = readBodyHtml(description, null);
  const isWhole =
    blocks.filter(({ type }) => type === 'paragraph').length >= minParagraphs &&
    lettersIn(blocks) >= minLetters &&
    !isCutOff(description);
  return isWhole ? { html: description, summary: '' } : { html: '', summary: description };
};

const lettersOf = (html: string): number => lettersIn(readBodyHtml(html, null).blocks);

/** A feed's date at Vietnam's offset; one that can't be read as it stands, to be told. */
const atHome = (date: string): string | null => parseMachineDate(date).at ?? (date === '' ? null : date);

const datesOf = ({ text }: Entry): { publishedAt: string | null; updatedAt: string | null } => {
  const local = wordpressDate(text('wp:post_date'), text('wp:post_date_gmt'));
  const changed = wordpressDate(text('wp:post_modified'), text('wp:post_modified_gmt'));
  const publishedAt = local ?? atHome(text('pubDate', 'published', 'dc:date', 'issued', 'updated'));
  const updatedAt = changed ?? atHome(text('updated', 'atom:updated', 'dcterms:modified', 'modified'));
  return { publishedAt, updatedAt: updatedAt === publishedAt ? null : updatedAt };
};

/**
 * The article in an entry of a feed (RSS, Atom, a WordPress export) with its whole text. An entry that has but a
 * summary is none. Whom the text itself names as its author goes before the account that put it in.
 * Problems: `text-missing`, `page-too-deep`, `date-invalid`.
 */
export const extractFeed = (xml: string): Extraction => {
  const parsed = parseFeedEntry(xml);
  if (parsed === null) return { draft: null, problems: [toProblem('page-too-deep')] };
  const entry = open(parsed);
  const title = plainOf(entry.text('title'));
  const url = addressOf(entry);
  const { html, summary } = contentOf(entry);
  if (plainOf(html) === '') return { draft: null, problems: [toTextMissing(title, url ?? null)] };
  const lead = isCutOff(summary) ? '' : plainOf(summary);
  const siteName = plainOf(entry.head('title')?.text ?? '');
  const { draft, problems } = extractRecord({
    title,
    url,
    ...datesOf(entry),
    section: sectionOf(entry),
    lead: lead.length <= maxLeadLength ? lead : null,
    source: url === null ? siteName || null : null,
    body: { html },
  });
  if (draft === null || draft.authors.length > 0) return { draft, problems };
  return { draft: { ...draft, authors: authorsOf(entry) }, problems };
};
