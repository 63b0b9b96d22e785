import { toDaysOfYear } from './days-of-year.ts';
import { toHeadlineLists } from './headline-letters.ts';
import { toRunList, type RunKind, type RunList } from './list-runs.ts';
import { getSiteArchive, type SiteArticle } from './site-archive.ts';

/** Lists of the whole archive that only some pages show; made once a build, when the first of these asks. */
interface SiteLists {
  readonly headlines: ReadonlyMap<string, readonly SiteArticle[]>;
  readonly daysOfYear: ReadonlyMap<string, RunList<SiteArticle>>;
}

const load = async (): Promise<SiteLists> => {
  const { articles } = await getSiteArchive();
  return { headlines: toHeadlineLists(articles), daysOfYear: toDaysOfYear(articles) };
};

let lists: Promise<SiteLists> | undefined;

export const getSiteLists = (): Promise<SiteLists> => (lists ??= load());

const known = new WeakMap<readonly SiteArticle[], RunList<SiteArticle>>();

/** A list of the archive in runs. A list is always parted in the same way: it is done once, however many pages show it. */
export const runListOf = (kind: RunKind, articles: readonly SiteArticle[]): RunList<SiteArticle> => {
  const list = known.get(articles) ?? toRunList(kind, articles);
  known.set(articles, list);
  return list;
};
