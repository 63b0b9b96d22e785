/** `khobao import OTHER/content`: another archive is taken into this one, file by file. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArchiveIndex, IndexedArticle } from '../archive/archive-index.ts';
import { emptyBatch } from '../archive/commit-import-fs.ts';
import type { ContentStore } from '../archive/content-store-fs.ts';
import { isSameFolder, type FoundArchive } from '../archive/find-archives-fs.ts';
import { indexCaptures } from '../archive/index-captures-fs.ts';
import { loadIndex } from '../archive/load-index-fs.ts';
import { loadPlaces } from '../archive/load-places-fs.ts';
import { mergeArticle, type MergedArticle } from '../archive/merge-article.ts';
import { mergeImages } from '../archive/merge-images-fs.ts';
import { mergeSettings } from '../archive/merge-settings-fs.ts';
import { mergeWarcs, surveyCaptures, type FaultyCaptures } from '../archive/merge-warcs-fs.ts';
import { readOthers, type ReadOther } from '../archive/read-other-fs.ts';
import { listRuns, type RunLog } from '../archive/run-log-fs.ts';
import { printSourceStub, toldOfNewSource } from '../archive/source-of.ts';
import type { TakingFrom } from '../archive/take-reading.ts';
import { loadWrittenFiles } from '../archive/written-files-fs.ts';
import { articlePath, versionPath } from '../article/article-id.ts';
import type { Article } from '../article/article.ts';
import { parseArticle } from '../article/parse-article.ts';
import { hashWarc, indexWarc } from '../capture/read-records-fs.ts';
import { toPlaceNames } from '../extract/place-names.ts';
import { importStatuses, type ImportStatus } from '../i18n/cli-words.ts';
import { toProblem, type Problem } from '../problem/problem.ts';
import { parseSynonyms } from '../search/parse-synonyms.ts';
import { toArticleItem, toFileStep, type MergeStep } from './merge-step.ts';
import { readSources } from './read-sources.ts';
import { toExtractOptions } from './read-capture.ts';
import { rereadArticle } from './reread-article.ts';
import { toldOfArticle } from './told-of-article.ts';
import { toOutcome, type Waiting } from './to-outcome.ts';
import { writeImport } from './write-import.ts';

/** The archive that others are merged into. */
export interface MergeTarget {
  readonly content: string;
  /** Null for a dry run. */
  readonly store: ContentStore | null;
  readonly log: RunLog | null;
}

/** So many articles, or letters of them, wait in memory to be written. */
const maxWaiting = 200;
const maxWaitingLength = 16 * 1024 * 1024;

/** The articles of this archive as the merge changes them, and how what is ready is written. */
const openArticles = async ({ content, store }: MergeTarget) => {
  const { index, leftovers } = await loadIndex(content);
  for (const id of leftovers) await store?.remove(articlePath(id));
  const { sources } = await readSources(content);
  const places = toPlaceNames(await loadPlaces(content));
  const reading = toExtractOptions({ source: null, sources, places, fieldMap: undefined });
  let written: ReturnType<typeof loadWrittenFiles> | null = null;
  const readOwn = (id: string): Promise<string> => readFile(join(content, articlePath(id)), 'utf8');
  const from: TakingFrom = {
    readFile: readOwn,
    readVersion: (id, number) => readFile(join(content, versionPath(id, number)), 'utf8'),
    reread: (article) => rereadArticle(content, article, reading),
    loadWrittenFiles: () => (written ??= loadWrittenFiles(content)),
  };
  const own = async ({ id, staged }: IndexedArticle): Promise<Article | null> => {
    const base = staged?.states.at(-1)?.base;
    if (base?.kind === 'reading') return base.article;
    return parseArticle(base?.text ?? (await readOwn(id))).article;
  };
  return { index, from, own, sources };
};

const stagedIn = (index: ArchiveIndex): IndexedArticle[] =>
  [...index.byId.values()].filter(({ staged }) => staged !== null);

async function* mergeArticles(
  others: AsyncIterable<ReadOther>,
  other: string,
  target: MergeTarget,
  signal: AbortSignal,
): AsyncGenerator<MergeStep, void, undefined> {
  const { content, store } = target;
  const { index, from, own, sources } = await openArticles(target);
  const known = new Set(sources.keys());
  let waiting: Waiting[] = [];
  let stubs = new Map<string, string>();
  let length = 0;

  const meetSource = (source: string): Problem[] => {
    if (known.has(source)) return [];
    known.add(source);
    const path = `sources/${source}.yml`;
    stubs.set(path, printSourceStub(source, null));
    return [toldOfNewSource(source, join(content, path))];
  };

  const wait = (read: ReadOther, merged: MergedArticle | null): void => {
    const item = toArticleItem(join(other, read.path), read);
    length += read.text?.length ?? 0;
    const told = merged?.taken.flatMap((taken) => toldOfArticle(taken, [], content)) ?? [];
    waiting.push({
      item,
      status: merged?.status ?? 'refused',
      article: merged?.article ?? null,
      ofInput: [
        ...read.problems,
        ...(merged?.problems ?? []),
        ...(merged === null ? [] : meetSource(merged.article.source)),
      ],
      ofArticle: told.slice(0, 1),
    });
  };

  const commit = async (): Promise<MergeStep> => {
    const articles = stagedIn(index);
    const written =
      store === null
        ? { texts: new Map<IndexedArticle, string>(), faults: new Map<IndexedArticle, Problem>() }
        : await writeImport(store, { articles, warc: emptyBatch(), stubs });
    const items = waiting.map(({ item }) => item);
    const outcomes = waiting.map((one) => toOutcome(content, one, written));
    waiting = [];
    stubs = new Map();
    length = 0;
    return { items, outcomes, failed: written.faults.size > 0 };
  };

  for await (const read of others) {
    if (signal.aborted) break;
    wait(read, read.article === null ? null : await mergeArticle(index, read.article, from, own));
    if (waiting.length < maxWaiting && length < maxWaitingLength) continue;
    const step = await commit();
    yield step;
    if (step.failed) return;
  }
  yield await commit();
}

/** Sources, pictures and WARCs go first: no article ever points at what is not there. */
async function* mergeOne(
  other: string,
  target: MergeTarget,
  signal: AbortSignal,
): AsyncGenerator<MergeStep, void, undefined> {
  const { content, store } = target;
  const readOwn = (path: string): Promise<string | null> =>
    readFile(join(content, path), 'utf8').catch(() => null);
  for await (const { path, isHere, problems, failed } of mergeSettings(other, content, store, {
    parseSynonyms,
    readOwn,
  })) {
    yield toFileStep(join(other, path), problems, isHere, failed);
    if (failed || signal.aborted) return;
  }
  const moved = { captures: new Map<string, string>(), images: new Map<string, string>() };
  for await (const { path, here, problems, failed } of mergeImages(other, content, store)) {
    if (here !== null && here !== path) moved.images.set(path, here);
    yield toFileStep(join(other, path), problems, here !== null, failed);
    if (failed || signal.aborted) return;
  }
  const named = await surveyCaptures(other, signal);
  const faulty: FaultyCaptures = new Map();
  for await (const warc of mergeWarcs(other, content, store, named, faulty, hashWarc)) {
    const { path, here, problems, failed } = warc;
    if (here !== null && here !== path) moved.captures.set(path, here);
    yield toFileStep(join(other, path), problems, here !== null, failed);
    if (failed || signal.aborted) return;
  }
  const unindexed = store === null ? [] : await indexCaptures(content, store, indexWarc);
  if (unindexed.length > 0) {
    yield toFileStep(join(other, 'captures'), unindexed, false, true);
    return;
  }
  yield* mergeArticles(readOthers({ other, moved, faulty }), other, target, signal);
}

/** What the log keeps of a merge: whose work came in, as that archive's own log tells, and what became of it. */
const toLogLine = async (other: string, counts: Readonly<Record<ImportStatus, number>>): Promise<object> => {
  const runs = await listRuns(other);
  return { merged: other, runs: runs.length, lastRun: runs.at(-1)?.replace(/\.jsonl$/, '') ?? null, counts };
};

/**
 * Merges other archives into this one, one after another. What is in them already is `unchanged`. Nothing of their
 * `archive.yml`, their snapshots and their logs is taken.
 *
 * Problems: `archive-itself`, those of each file.
 */
export async function* mergeArchives(
  archives: readonly FoundArchive[],
  target: MergeTarget,
  signal: AbortSignal,
): AsyncGenerator<MergeStep, void, undefined> {
  const { content, store, log } = target;
  if (archives.length > 0 && store !== null) await indexCaptures(content, store, indexWarc);
  for (const { path, isNamed } of archives) {
    if (signal.aborted) return;
    if (await isSameFolder(path, content)) {
      const itself = toProblem('archive-itself', { folder: path }, { file: path });
      if (isNamed) yield toFileStep(path, [itself], false);
      continue;
    }
    const counts = Object.fromEntries(importStatuses.map((status) => [status, 0])) as Record<
      ImportStatus,
      number
    >;
    log?.comeFrom(path);
    let failed = false;
    for await (const step of mergeOne(path, target, signal)) {
      for (const { status } of step.outcomes) counts[status] += 1;
      failed ||= step.failed;
      yield step;
    }
    log?.comeFrom(null);
    const untold = (await log?.tell([await toLogLine(path, counts)])) ?? null;
    if (untold !== null) yield toFileStep(path, [untold], false, true);
    if (failed || untold !== null) return;
  }
}
