import { join } from 'node:path';
import { loadArticles, loadSources, sourceIdOf } from '../archive/load-archive-fs.ts';
import { readFile } from 'node:fs/promises';
import { articlePath } from '../article/article-id.ts';
import type { Article, Withdrawal } from '../article/article.ts';
import { parseArticle } from '../article/parse-article.ts';
import { releasedSnapshotPath } from '../article/snapshot-record.ts';
import { errorCodeOf } from '../problem/error-code.ts';
import type { Problem } from '../problem/problem.ts';
import { entryName, indexFolder, indexVersion } from '../search/index-files.ts';
import { parseSynonyms } from '../search/parse-synonyms.ts';
import { writeSearchIndex } from '../search/write-index-fs.ts';
import { manifestName } from '../snapshot/manifest.ts';
import {
  awayFolder,
  bagFolder,
  listReleases,
  readInForce,
  releaseFolder,
  workFolder,
} from '../snapshot/publishing-folder-fs.ts';
import { readSnapshotFile } from '../snapshot/read-snapshot-fs.ts';
import { signFile } from '../snapshot/sign-fs.ts';
import { readGivenWay, replaceRelease, withdrawFromRelease } from '../snapshot/withdraw-from-release-fs.ts';
import { bagContentFolder } from '../snapshot/write-bag-fs.ts';
import type { CommandContext } from './command.ts';
import { fill } from './fill.ts';
import type { ReleaseStep } from './make-release.ts';
import type { Publication } from './publish-snapshot.ts';
import type { ContentSurvey } from './survey-content.ts';

const readOrNull = (path: string): Promise<string | null> =>
  readFile(path, 'utf8').catch((error: unknown) => {
    if (errorCodeOf(error) === null) throw error;
    return null;
  });

/** The version of a release's index; null where it has none that can be read. */
const indexVersionOf = async (release: string): Promise<unknown> => {
  try {
    const entry: unknown = JSON.parse((await readOrNull(join(release, indexFolder, entryName))) ?? 'null');
    return typeof entry === 'object' && entry !== null && 'version' in entry ? entry.version : null;
  } catch {
    return null;
  }
};

/** Makes the index of a release anew from its bag, without some articles; false where that can't be done. */
const rewriteIndex = async (bag: string, gone: ReadonlySet<string>, release: string): Promise<boolean> => {
  const content = join(bag, bagContentFolder);
  if ((await readOrNull(join(bag, 'bagit.txt'))) === null) return false;
  if ((await indexVersionOf(release)) !== indexVersion) return false;
  const articles: Article[] = [];
  for await (const { value } of loadArticles(content)) {
    if (value !== null && value.withdrawn === null && !gone.has(value.id)) articles.push(value);
  }
  const sourceNames = new Map<string, string>();
  for await (const { path, value } of loadSources(content)) {
    if (value !== null) sourceNames.set(sourceIdOf(path), value.name);
  }
  const { synonyms } = parseSynonyms((await readOrNull(join(content, 'synonyms.yml'))) ?? '');
  await writeSearchIndex(articles, release, { sourceNames, synonyms });
  return true;
};

const withdrawalOf = async (content: string, id: string): Promise<Withdrawal | null> => {
  const text = await readOrNull(join(content, articlePath(id)));
  return text === null ? null : (parseArticle(text).article?.withdrawn ?? null);
};

/**
 * Lets articles that were withdrawn since give way to their notice in every former release. Whoever calls holds the locks.
 * Comes back with whether every release could be seen to. An error of the disk is thrown.
 */
export const withdrawFromReleases = async (
  { content, to, sign }: Publication,
  { gathered }: ContentSurvey,
  { words, json, tell, tellProblem }: CommandContext,
  onStep: (step: ReleaseStep) => void,
): Promise<boolean> => {
  const withdrawn = new Set(
    Object.entries(gathered.articles).flatMap(([id, article]) => (article.withdrawn ? [id] : [])),
  );
  const newest = await readInForce(to);
  if (withdrawn.size === 0 || newest === null) return true;
  const problems: Problem[] = [];
  for (const date of await listReleases(to)) {
    const folder = releaseFolder(to, date);
    const { snapshot, problem } = await readSnapshotFile(join(folder, releasedSnapshotPath(date)), date);
    if (problem !== null) problems.push(problem);
    if (snapshot === null) continue;
    const given = new Set((await readGivenWay(folder, date)).map(({ id }) => id));
    const withdrawals = new Map<string, Withdrawal>();
    for (const id of withdrawn) {
      if (snapshot.articles[id]?.withdrawn !== false || given.has(id)) continue;
      const withdrawal = await withdrawalOf(content, id);
      if (withdrawal !== null) withdrawals.set(id, withdrawal);
    }
    if (withdrawals.size === 0) continue;
    onStep('withdrawing');
    const gone = new Set([...withdrawals.keys(), ...given]);
    const work = join(workFolder(to), `release-${date}`);
    const index = { isThere: true };
    await withdrawFromRelease({
      folder,
      date,
      snapshot,
      withdrawals,
      newest: releaseFolder(to, newest),
      work,
      writeIndex: async (release) => (index.isThere = await rewriteIndex(bagFolder(to, date), gone, release)),
    });
    const unsigned = sign === null ? null : await signFile(join(work, manifestName), sign);
    if (unsigned !== null) problems.push(unsigned);
    await replaceRelease(folder, work, awayFolder(to, date));
    if (json) continue;
    tell(fill(words.publish.gaveWay, { date, n: withdrawals.size }));
    if (!index.isThere) tell(fill(words.publish.searchGone, { date }));
  }
  problems.forEach(tellProblem);
  return problems.length === 0;
};
