import { isTag, type Document } from 'domhandler';
import { isNameLike, isOrganisation, isPlaceName } from './byline.ts';
import { articleType, isObject, readJsonLd, stringOf, typesOf, type Json } from './json-ld.ts';
import { parseMachineDate } from './machine-date.ts';
import { elementsIn, plainOf, textOf } from './page-tree.ts';
import { isTemplateSection } from './section-name.ts';

/** Where a page says something for machines. */
export type MachinePlace = 'json-ld' | 'meta' | 'microdata';

/** What a page says of its article for machines: JSON-LD first, then meta (OpenGraph, article:, Dublin Core), then microdata. */
export interface PageRecord {
  readonly title: string | null;
  readonly description: string | null;
  readonly publishedAt: string | null;
  readonly updatedAt: string | null;
  readonly authors: readonly string[];
  readonly section: string | null;
  readonly siteName: string | null;
  readonly url: string | null;
  readonly language: string | null;
  /** The text, where a page gives it for machines alone. */
  readonly articleBody: string | null;
  /** Whether the page calls itself an article: surely, or only by `og:type`, which many write on every page. */
  readonly calledArticle: 'surely' | 'perhaps' | null;
  /** Dates of publication as printed that are no day of the calendar. */
  readonly invalidDates: readonly string[];
  /** Where the fields that there are were read. */
  readonly places: Readonly<Partial<Record<'title' | 'publishedAt' | 'authors' | 'section', MachinePlace>>>;
}

const isAddress = (text: string): boolean => /^(?:https?:)?\/\/|^www\.|@/.test(text);

const personsOf = (value: unknown): string[] =>
  [value].flat().flatMap((author: unknown) => {
    if (isObject(author) && typesOf(author).some((type) => /Organi[sz]ation/.test(type))) return [];
    const name = stringOf(author);
    return name === null || isAddress(name) ? [] : [name];
  });

/** Meta elements and microdata by name, lower case; the first of a name counts. */
const readMeta = (page: Document): Map<string, string> => {
  const meta = new Map<string, string>();
  for (const element of elementsIn(page)) {
    const { name, attribs } = element;
    if (name !== 'meta' || !attribs.content?.trim()) continue;
    for (const key of [attribs.property, attribs.name, attribs.itemprop && `item:${attribs.itemprop}`]) {
      if (key && !meta.has(key.toLowerCase())) meta.set(key.toLowerCase(), plainOf(attribs.content));
    }
  }
  return meta;
};

const linkOf = (page: Document, rel: string): string | null =>
  elementsIn(page).find(({ name, attribs }) => name === 'link' && attribs.rel === rel)?.attribs.href ?? null;

const isWebAddress = (url: string | null | undefined): url is string =>
  /^https?:\/\/[^\s/]+\.[^\s/]+/.test(url ?? '');

/** An item's property in the shown page: its machine's value, else its text. */
const itemOf = (page: Document, property: string): string | null => {
  const element = elementsIn(page).find(
    ({ attribs, name }) => name !== 'meta' && attribs.itemprop?.split(' ').includes(property),
  );
  if (element === undefined) return null;
  const named = elementsIn(element).find(({ attribs }) => attribs.itemprop === 'name');
  const spelled = element.name === 'abbr' ? element.attribs.title : undefined;
  return element.attribs.datetime ?? element.attribs.content ?? spelled ?? textOf(named ?? element);
};

const breadcrumbOf = (objects: readonly Json[]): string | null => {
  const list = objects.find((object) => typesOf(object).includes('BreadcrumbList'));
  const names = [list?.itemListElement]
    .flat(3)
    .filter(isObject)
    .map((item) => stringOf(item.name ?? item.item))
    .filter((name) => name !== null && !isAddress(name) && !/^(?:trang chủ|home|trang nhất)$/iu.test(name));
  return names[0] ?? null;
};

/** Authors as persons' names: none that is an address, the site itself or its publisher. */
const cleanAuthors = (authors: readonly string[], others: readonly (string | null)[]): string[] => {
  const names = others.filter((name) => name !== null).map((name) => name.toLowerCase());
  return authors
    .flatMap((author) =>
      author
        .replace(/^(?:theo|by|tác giả)\s*:?\s+/iu, '')
        .split(/\s*(?:[,;&/|]|\s[-–]\s|\svà\s)\s*/u)
        // A newspaper that it was taken from, behind the names.
        .filter((name) => !/^(?:theo|nguồn)\s/iu.test(name)),
    )
    .filter(
      (author) =>
        author !== '' &&
        !isAddress(author) &&
        !/\.(?:vn|com|net|org)\b|^(?:admin|administrator|editor|root|webmaster|quản trị.*|biên tập viên)$/iu.test(
          author,
        ) &&
        !names.some((name) => name === author.toLowerCase() || name.endsWith(` ${author.toLowerCase()}`)),
    )
    .filter(
      (author) =>
        isNameLike(author) ||
        (!isOrganisation(author) && !isPlaceName(author) && /^\p{Lu}[\p{L}. ]{1,40}$/u.test(author)),
    );
};

/** Names of meta elements that tell when an article came out, or was changed; any date only after the others. */
const issuedNames = [
  'article:published_time',
  'og:article:published_time',
  'pubdate',
  'publishdate',
  'item:datepublished',
] as const;
const dateNames = [
  'dc.date.issued',
  'dcterms.issued',
  'dc.date',
  'dcterms.created',
  'dc.date.created',
  'date',
  'article.published',
] as const;
const modifiedNames = [
  'article:modified_time',
  'og:updated_time',
  'lastmod',
  'item:datemodified',
  'dcterms.modified',
] as const;

/** Reads what a page says of its article for machines. */
export const readPageRecord = (page: Document): PageRecord => {
  const objects = readJsonLd(page);
  const article = objects.find((object) => typesOf(object).some((type) => articleType.test(type))) ?? {};
  const meta = readMeta(page);
  const first = (...keys: string[]): string | null => {
    for (const key of keys) {
      const value = meta.get(key);
      if (value !== undefined && value !== '') return value;
    }
    return null;
  };
  const invalidDates: string[] = [];
  const dateOf = (
    unreal: string[],
    values: readonly (readonly [MachinePlace, string | null])[],
  ): { at: string | null; place: MachinePlace | null } => {
    for (const [place, value] of values) {
      const { at, invalid } = value === null ? { at: null, invalid: null } : parseMachineDate(value);
      if (at !== null) return { at, place };
      if (invalid !== null && !unreal.includes(invalid)) unreal.push(invalid);
    }
    return { at: null, place: null };
  };
  const publisher = stringOf(article.publisher);
  const siteName =
    first('og:site_name', 'dc.publisher', 'dcterms.publisher') ?? publisher ?? first('application-name');
  const owners = [siteName, publisher, first('og:site_name'), first('application-name', 'copyright')];
  const authors = (
    [
      ['json-ld', personsOf(article.author)],
      ['meta', [first('article:author') ?? '']],
      ['microdata', [itemOf(page, 'author') ?? '']],
      ['meta', [first('dc.creator', 'dcterms.creator', 'author', 'item:author') ?? '']],
    ] as const
  )
    .map(([place, names]) => ({ place, names: cleanAuthors(names, owners) }))
    .find(({ names }) => names.length > 0);
  const url = [
    linkOf(page, 'canonical'),
    first('og:url'),
    stringOf(article.url),
    stringOf(article.mainEntityOfPage),
  ].find(isWebAddress);
  const dataSection = stringOf(article.articleSection) ?? breadcrumbOf(objects);
  const language =
    /^[a-z]{2,3}/.exec(page.children.find(isTag)?.attribs.lang?.toLowerCase() ?? '')?.[0] ?? null;
  const [section] = [dataSection, first('article:section', 'item:articlesection'), first('section')]
    .map((names) => names?.split(/\s*[,>|]\s*/)[0] ?? null)
    .filter((name) => name !== null && (language === 'en' || !isTemplateSection(name)));
  const headline = stringOf(article.headline);
  const title = headline ?? first('og:title', 'dc.title', 'dcterms.title', 'item:headline', 'twitter:title');
  const published = dateOf(invalidDates, [
    ['json-ld', stringOf(article.datePublished)],
    ['meta', first(...issuedNames)],
    ['meta', first(...dateNames)],
    ['microdata', itemOf(page, 'datePublished')],
    ['json-ld', stringOf(article.dateCreated)],
  ]);
  return {
    title,
    description: first('og:description', 'description') ?? stringOf(article.description),
    publishedAt: published.at,
    updatedAt: dateOf(
      [],
      [
        ['json-ld', stringOf(article.dateModified)],
        ['meta', first(...modifiedNames)],
        ['microdata', itemOf(page, 'dateModified')],
      ],
    ).at,
    authors: authors?.names ?? [],
    section: section ?? null,
    siteName,
    url: url ?? null,
    language,
    articleBody: typeof article.articleBody === 'string' ? article.articleBody : null,
    calledArticle:
      Object.keys(article).length > 0 || meta.has('article:published_time')
        ? 'surely'
        : first('og:type') === 'article'
          ? 'perhaps'
          : null,
    invalidDates,
    places: {
      ...(title !== null && { title: headline === null ? 'meta' : 'json-ld' }),
      ...(published.place !== null && { publishedAt: published.place }),
      ...(authors !== undefined && { authors: authors.place }),
      ...(section && { section: dataSection?.startsWith(section) ? 'json-ld' : 'meta' }),
    },
  };
};
