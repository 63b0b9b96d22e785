import { loadArticles, loadSettings, loadVersions } from '../archive/load-archive-fs.ts';
import { join } from 'node:path';
import { articlePath } from '../article/article-id.ts';
import type { Article } from '../article/article.ts';
import { settingsSchema } from '../article/settings.ts';
import { hasError, toProblem, type Problem } from '../problem/problem.ts';
import type { ArchiveForExport, ExportEntry } from '../snapshot/archive-for-export.ts';
import { pageOf } from '../snapshot/archive-for-export.ts';
import type { CommandContext } from './command.ts';
import { readSources } from './read-sources.ts';

/** The person asked to stop. */
export class Stopped extends Error {}

/** What was met while an archive was read; a second reading meets the same, and is not told of again. */
export interface ExportCounts {
  articles: number;
  withdrawn: number;
  /** Articles' files that can't be read. */
  leftOut: number;
  errors: number;
}

const readFormer = async (
  content: string,
  id: string,
  tell: (problem: Problem) => void,
): Promise<Article[]> => {
  const former: { number: number; article: Article }[] = [];
  for await (const { path, value, problems } of loadVersions(content, id)) {
    problems.forEach(tell);
    if (value !== null) former.push({ number: Number(/(\d+)\.md$/.exec(path)?.[1]), article: value });
  }
  return former.sort((a, b) => a.number - b.number).map(({ article }) => article);
};

/** Opens an archive for an export. What is faulty is told once, and left out. */
export const readForExport = async (
  content: string,
  asked: { readonly site: string | undefined; readonly version: string },
  { signal, tellProblem }: Pick<CommandContext, 'signal' | 'tellProblem'>,
): Promise<{ archive: ArchiveForExport; counts: ExportCounts }> => {
  const counts: ExportCounts = { articles: 0, withdrawn: 0, leftOut: 0, errors: 0 };
  const { sources, problems } = await readSources(content);
  const settings = await loadSettings(content);
  let isFirst = true;
  const tell = (problem: Problem): void => {
    if (!isFirst || problem.severity === 'note') return;
    if (problem.severity === 'error') counts.errors += 1;
    tellProblem(problem);
  };
  [...settings.problems, ...problems].forEach(tell);
  const site = asked.site ?? settings.value?.site ?? null;
  const base = site === null ? null : site.replace(/\/*$/, '/');

  const goOn = (): void => {
    if (signal.aborted) throw new Stopped();
  };

  async function* entries(): AsyncGenerator<ExportEntry, void, undefined> {
    for await (const { path, value, problems: found } of loadArticles(content)) {
      goOn();
      found.forEach(tell);
      const expected = value === null ? path : articlePath(value.id);
      if (value !== null && path !== expected) {
        const file = join(content, path);
        tell(toProblem('id-path-mismatch', { id: value.id, expected: join(content, expected) }, { file }));
      }
      if (value === null || path !== expected || hasError(found)) {
        if (isFirst) counts.leftOut += 1;
        continue;
      }
      const former = await readFormer(content, value.id, tell);
      const isWithdrawn = value.withdrawn !== null;
      if (isFirst) counts[isWithdrawn ? 'withdrawn' : 'articles'] += 1;
      if (isWithdrawn) yield { isWithdrawn, article: value, former };
      else {
        const sourceName = sources.get(value.source)?.name ?? null;
        const page = base === null ? null : pageOf(base, value.id);
        yield { isWithdrawn, article: value, former, sourceName, page };
      }
    }
    isFirst = false;
  }

  const archive = {
    content,
    settings: settings.value ?? settingsSchema.parse({ name: 'Kho Báo' }),
    site: base,
    software: asked.version,
    goOn,
    entries,
  };
  return { archive, counts };
};
