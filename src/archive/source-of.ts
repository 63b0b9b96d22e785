import { isSourceId } from '../article/article-id.ts';
import type { Source } from '../article/source-record.ts';
import { foldText } from '../text/fold-text.ts';
import { toProblem, type Problem } from '../problem/problem.ts';
import { toSlug } from '../text/slug.ts';
import { hostOf, siteHostOf } from './canonical-address.ts';

/** The source of articles of which nothing says where they were published. */
export const unknownSource = 'unknown';
const unknownSourceName = 'Không rõ nguồn';

/** What a page or a record says of its source. */
export interface SourceSigns {
  readonly url: string | null;
  readonly sourceName: string | null;
  /** The name stands in a field of its own: of a row, a line. Whatever site its address is on, that is the source. */
  readonly isStated?: boolean;
}

/** What a source is known by: the librarian's word, a field of a row, a known source's host, a page's name, its address. */
export type SourceSign = 'asked' | 'field' | 'host' | 'name' | 'address' | 'nothing';

/** A source's id, and what is known of it should it be new. */
export interface FoundSource {
  readonly id: string;
  readonly name: string | null;
  /** A host name that is its own; null where that is not known. */
  readonly host: string | null;
  readonly by: SourceSign;
}

const isOf = (host: string, owned: string): boolean => host === owned || host.endsWith(`.${owned}`);

const isHostName = (name: string): boolean => /^(?:[\w-]+\.)+[a-z]{2,}$/i.test(name);

const hasLetters = (name: string): boolean => /[\p{L}\p{N}]/u.test(name);

const named = (name: string, known: ReadonlyMap<string, Source>): string | undefined =>
  known.has(name) ? name : [...known].find(([, source]) => foldText(source.name) === foldText(name))?.[0];

const toSourceId = (name: string): string => (isSourceId(name) ? name : toSlug(name));

const byHost = (host: string, known: ReadonlyMap<string, Source>): string | undefined =>
  [...known]
    .flatMap(([id, { hosts }]) => hosts.map((owned) => ({ id, owned: owned.replace(/^www\./, '') })))
    .filter(({ owned }) => isOf(host, owned))
    .sort((a, b) => b.owned.length - a.owned.length)[0]?.id;

/**
 * The source of an article: what a record states in a field of its own, by a known source's name or as a new one; else by a
 * known source's host names, by the name that the page gives, by its host name; else `unknown`. From the address of a record
 * that states its source no host name is learnt: it may be an aggregator's.
 */
export const sourceOf = (
  { url, sourceName, isStated = false }: SourceSigns,
  known: ReadonlyMap<string, Source>,
): FoundSource => {
  const name = sourceName !== null && hasLetters(sourceName) ? sourceName.trim() : null;
  if (name !== null && isStated) {
    const id = named(name, known);
    const stated = isHostName(name) ? `https://${name}` : name;
    if (id !== undefined || hostOf(stated) === null) {
      return { id: id ?? toSourceId(name), name, host: null, by: 'field' };
    }
    return { ...sourceOf({ url: stated, sourceName: null }, known), by: 'field' };
  }
  const host = hostOf(url);
  const owner = host === null ? undefined : byHost(host, known);
  if (owner !== undefined) return { id: owner, name: null, host, by: 'host' };
  const site = siteHostOf(url);
  if (name !== null) {
    return { id: named(name, known) ?? toSourceId(name), name, host: site, by: 'name' };
  }
  if (site !== null) {
    const id = toSlug(site);
    if (isSourceId(id)) return { id, name: site, host: site, by: 'address' };
  }
  return { id: unknownSource, name: unknownSourceName, host: null, by: 'nothing' };
};

/** What is told of a source's first file: `source-new`; `source-unknown` where that is no source. */
export const toldOfNewSource = (source: string, file: string): Problem =>
  source === unknownSource
    ? toProblem('source-unknown', { source }, { file })
    : toProblem('source-new', { source, file }, { file });

/** The file of a source that was met for the first time. */
export const printSourceStub = (name: string, host: string | null): string =>
  `name: ${JSON.stringify(name)}\nkind: other\n${host === null ? '' : `hosts:\n  - ${host}\n`}`;
