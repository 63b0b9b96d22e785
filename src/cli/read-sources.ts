import { loadSources, sourceIdOf } from '../archive/load-archive-fs.ts';
import { sourceOf } from '../archive/source-of.ts';
import { sourceSchema, type Source } from '../article/source-record.ts';
import type { RulesFor } from '../extract/extract.ts';
import type { Problem } from '../problem/problem.ts';

/** The sources of a content folder by their ids; one whose file is faulty has nothing but its id for a name. */
export const readSources = async (
  content: string,
): Promise<{ sources: Map<string, Source>; problems: Problem[] }> => {
  const sources = new Map<string, Source>();
  const problems: Problem[] = [];
  for await (const { path, value, problems: found } of loadSources(content)) {
    const id = sourceIdOf(path);
    sources.set(id, value ?? sourceSchema.parse({ name: id }));
    problems.push(...found);
  }
  return { sources, problems };
};

/**
 * The rules of the source that a page names.
 * @param given the source of all pages, where the librarian names it
 */
export const rulesOf =
  (sources: ReadonlyMap<string, Source>, given: string | null): RulesFor =>
  (signs) =>
    sources.get(given ?? sourceOf(signs, sources).id)?.rules ?? null;
