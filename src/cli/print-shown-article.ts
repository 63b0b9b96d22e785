import type { toShownArticle, ShownBlock } from '../article/shown-article.ts';
import type { CliWords } from '../i18n/cli-words.ts';
import { dateForPeople } from './date-for-people.ts';
import { fill } from './fill.ts';

type ShownArticle = ReturnType<typeof toShownArticle>;

const printBlock = ({ type, text }: ShownBlock): string => {
  const indented = (mark: string): string =>
    text
      .split('\n')
      .map((line) => `${mark}${line}`)
      .join('\n');
  switch (type) {
    case 'heading':
      return `## ${text}`;
    case 'quote':
      return indented('> ');
    case 'list':
      return indented('- ');
    case 'figure':
      return indented('▣ ');
    case 'table':
      return text.replaceAll('\t', ' | ');
    default:
      return text;
  }
};

/** An article for a person to read on a terminal: its record, its text, its captures. */
export const printShownArticle = (
  article: ShownArticle,
  sourceName: string | null,
  { show }: CliWords,
): string => {
  const orNull = (date: string | null): string | null => (date === null ? null : dateForPeople(date));
  const published = orNull(article.publishedAt);
  const date =
    published !== null && article.publishedAtInferred
      ? fill(show.inferred, { date: published })
      : (published ?? show.undated);
  const fields: Readonly<Record<string, string | null>> = {
    id: article.id,
    source:
      sourceName === null || sourceName === article.source
        ? article.source
        : `${sourceName} (${article.source})`,
    url: article.url,
    publishedAt: date,
    updatedAt: orNull(article.updatedAt),
    eventDate: orNull(article.eventDate),
    authors: article.authors.join(', '),
    organisation: article.organisation,
    section: article.section,
    citedDocuments: article.citedDocuments.join(', '),
    places: article.places.join(', '),
    language: article.language,
    versions: String(article.versions),
    status:
      article.withdrawn === null
        ? show.published
        : fill(show.withdrawn, {
            date: dateForPeople(article.withdrawn.withdrawnAt),
            reason: article.withdrawn.reason,
          }),
  };
  const told = Object.entries(fields).filter(([, value]) => value !== null && value !== '');
  const width = Math.max(...told.map(([name]) => (show.labels[name] ?? name).length));
  const title = article.titleSupplied ? `[${article.title}]` : article.title;
  const captures = article.captures.map(
    ({ sha256, mediaType, bytes, capturedAt, capturedAtInferred, url }) => {
      const at = dateForPeople(capturedAt);
      const taken = capturedAtInferred ? fill(show.fileTime, { date: at }) : at;
      const line = fill(show.capture, { sha256, mediaType, bytes, date: taken });
      return `  ${line}${url === null ? '' : `\n    ${url}`}`;
    },
  );
  return [
    [...(article.kicker === null ? [] : [article.kicker]), title].join('\n'),
    told.map(([name, value]) => `${(show.labels[name] ?? name).padEnd(width)}  ${value ?? ''}`).join('\n'),
    `${show.text}\n`,
    ...(article.lead === null ? [] : [article.lead]),
    ...article.body.map(printBlock),
    ...(captures.length === 0 ? [] : [`${show.captures}\n\n${captures.join('\n')}`]),
  ].join('\n\n');
};
