import { isSourceId } from '../article/article-id.ts';
import type { Source } from '../article/source-record.ts';
import { foldText } from '../text/fold-text.ts';
import { toSlug } from '../text/slug.ts';
import { hostOf, siteHostOf } from './canonical-address.ts';

/** The source of articles of which nothing says where they were published. */
export const unknownSource = 'unknown';
const unknownSourceName = 'Không rõ nguồn';

/** What a page says of its source. */
export interface SourceSigns {
  readonly url: string | null;
  readonly sourceName: string | null;
}

/** A source's id, and what is known of it should it be new. */
export interface FoundSource {
  readonly id: string;
  readonly name: string | null;
  readonly host: string | null;
}

const isOf = (host: string, owned: string): boolean => host === owned || host.endsWith(`.${owned}`);

/**
 * The source that a page names: by a known source's host names, by a known source's name, by the name that the page gives,
 * by its host name; else `unknown`.
 */
export const sourceOf = (
  { url, sourceName }: SourceSigns,
  known: ReadonlyMap<string, Source>,
): FoundSource => {
  const host = hostOf(url);
  const byHost =
    host === null
      ? undefined
      : [...known]
          .flatMap(([id, { hosts }]) => hosts.map((owned) => ({ id, owned: owned.replace(/^www\./, '') })))
          .filter(({ owned }) => isOf(host, owned))
          .sort((a, b) => b.owned.length - a.owned.length)[0];
  if (byHost !== undefined) return { id: byHost.id, name: null, host };
  const site = siteHostOf(url);
  if (sourceName !== null && sourceName.trim() !== '') {
    const name = sourceName.trim();
    const byName = [...known].find(([, source]) => foldText(source.name) === foldText(name));
    const id = byName?.[0] ?? (isSourceId(name) ? name : toSlug(name));
    return { id, name, host: site };
  }
  if (site !== null) {
    const id = toSlug(site);
    if (isSourceId(id)) return { id, name: site, host: site };
  }
  return { id: unknownSource, name: unknownSourceName, host: null };
};

/** The file of a source that was met for the first time. */
export const printSourceStub = (name: string, host: string | null): string =>
  `name: ${JSON.stringify(name)}\nkind: other\n${host === null ? '' : `hosts:\n  - ${host}\n`}`;
