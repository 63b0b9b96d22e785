import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { IndexedArticle } from '../archive/archive-index.ts';
import { readCaptureAt } from '../archive/check-captures-fs.ts';
import { commitArticle, commitWarc, emptyBatch, isFull } from '../archive/commit-import-fs.ts';
import type { ContentStore } from '../archive/content-store-fs.ts';
import { loadSources, sourceIdOf } from '../archive/load-archive-fs.ts';
import { loadIndex } from '../archive/load-index-fs.ts';
import { printSourceStub, sourceOf, type FoundSource } from '../archive/source-of.ts';
import type { StagedCapture } from '../archive/staged-article.ts';
import { takeReading, type Reading, type TakingFrom } from '../archive/take-reading.ts';
import { textKey } from '../archive/text-key.ts';
import { articlePath } from '../article/article-id.ts';
import type { Article } from '../article/article.ts';
import { splitFrontMatter } from '../article/front-matter.ts';
import { printBody } from '../article/print-body.ts';
import { sourceSchema, type Source } from '../article/source-record.ts';
import { toArticle } from '../article/to-article.ts';
import type { Capture } from '../capture/capture.ts';
import type { ReadItem } from '../capture/read-captures-fs.ts';
import { readWarcRecord } from '../capture/read-warc-record.ts';
import { printWarcRecord } from '../capture/write-warc.ts';
import { extract } from '../extract/extract.ts';
import { archiveYml } from '../i18n/content-folder.ts';
import type { ImportStatus } from '../i18n/cli-words.ts';
import { atPlace, toProblem, type Problem } from '../problem/problem.ts';

/** What became of one input. */
export interface Outcome {
  readonly input: string;
  readonly record: number | null;
  readonly sha256: string | null;
  readonly status: ImportStatus;
  readonly id: string | null;
  /** With the content folder's path as it was given. */
  readonly file: string | null;
  readonly problems: readonly Problem[];
}

/** An import under way: what was read waits in memory until the WARC that it goes into is in place. */
export interface ImportSession {
  readonly take: (item: ReadItem) => Promise<void>;
  /** Whether enough is waiting to be written. */
  readonly isFull: () => boolean;
  /** Writes what waits, and tells what became of it. After a failed write, nothing more should be taken. */
  readonly commit: () => Promise<{ outcomes: Outcome[]; failed: boolean }>;
}

interface Waiting {
  readonly item: ReadItem;
  readonly status: ImportStatus;
  readonly article: IndexedArticle | null;
  readonly ofInput: readonly Problem[];
  readonly ofArticle: readonly Problem[];
}

/** Inputs that wait, captures or not: refused ones take no room in a WARC. */
const maxWaiting = 1000;

/** Articles written at the same time. */
const writers = 8;

interface SessionOptions {
  readonly content: string;
  /** Null for a dry run. */
  readonly store: ContentStore | null;
  readonly source: string | null;
}

const read = async (capture: Capture, source: (signs: Parameters<typeof sourceOf>[0]) => FoundSource) => {
  const { draft, problems: found } = extract(capture);
  if (draft === null) return { article: null, source: null, ofInput: found, ofArticle: [], key: '' };
  const from = source({ url: draft.url ?? capture.url, sourceName: draft.sourceName });
  const { article, problems } = toArticle(draft, { source: from.id, captures: [] });
  const key = article === null ? '' : await textKey(article, printBody(article.body));
  return { article, source: from, ofInput: found, ofArticle: problems, key };
};

const toStaged = (capture: Capture): StagedCapture => {
  const { sha256, capturedAt, capturedAtInferred, url, mediaType, bytes } = capture;
  return {
    record: { sha256, capturedAt, capturedAtInferred, url, mediaType, bytes: bytes.length },
    place: null,
  };
};

/** The key of the text in the newest capture of an article, as the importer reads it today. */
const rereadKeyIn =
  (content: string) =>
  async (article: Article): Promise<string | null> => {
    const record = article.captures.at(-1);
    const kept = record === undefined ? null : await readCaptureAt(content, record, readWarcRecord);
    if (record === undefined || kept === null) return null;
    const capture = {
      ...record,
      input: record.file,
      record: record.offset,
      bytes: kept.payload,
      charset: null,
    };
    const { key, article: reread } = await read(capture, () => ({
      id: article.source,
      name: null,
      host: null,
    }));
    return reread === null ? null : key;
  };

/** Opens an import into a content folder. With a store, first finishes what a killed run left undone. */
export const openImport = async ({ content, store, source }: SessionOptions): Promise<ImportSession> => {
  const { index, leftovers } = await loadIndex(content);
  for (const id of leftovers) await store?.remove(articlePath(id));
  const sources = new Map<string, Source>();
  for await (const { path, value } of loadSources(content)) {
    sources.set(sourceIdOf(path), value ?? sourceSchema.parse({ name: sourceIdOf(path) }));
  }
  const from: TakingFrom = {
    readFile: (id) => readFile(join(content, articlePath(id)), 'utf8'),
    rereadKey: rereadKeyIn(content),
  };
  let waiting: Waiting[] = [];
  let warc = emptyBatch();
  let stubs = new Map<string, string>();

  const meetSource = ({ id, name, host }: FoundSource): Problem[] => {
    if (sources.has(id)) return [];
    sources.set(id, sourceSchema.parse({ name: name ?? id, hosts: host === null ? [] : [host] }));
    const path = `sources/${id}.yml`;
    stubs.set(path, printSourceStub(name ?? id, host));
    const file = join(content, path);
    return [toProblem('source-new', { source: id, file }, { file })];
  };

  const wait = (item: ReadItem, status: ImportStatus, more: Partial<Waiting> = {}): void => {
    waiting.push({ item, status, article: null, ofInput: item.problems, ofArticle: [], ...more });
  };

  const take = async (item: ReadItem): Promise<void> => {
    const { capture } = item;
    if (capture === null || item.status !== 'read') {
      wait(item, item.status === 'skipped' ? 'skipped' : 'refused');
      return;
    }
    const known = index.bySha256.get(capture.sha256);
    if (known !== undefined) {
      wait(item, 'unchanged', { article: known });
      return;
    }
    const found = await read(capture, (signs) =>
      source === null ? sourceOf(signs, sources) : { id: source, name: null, host: null },
    );
    const ofInput = [...item.problems, ...found.ofInput];
    if (found.article === null) {
      // Where no article was made of it, what was found can only be told of the input.
      wait(item, 'refused', { ofInput: [...ofInput, ...found.ofArticle] });
      return;
    }
    const reading: Reading = { article: found.article, textKey: found.key, capture: toStaged(capture) };
    const bytes = await printWarcRecord(capture);
    const taken = await takeReading(index, reading, from);
    warc.records.push({ bytes, capture: reading.capture });
    warc.bytes += bytes.length;
    const ofArticle = taken.status === 'duplicate' ? [] : found.ofArticle;
    wait(item, taken.status, {
      article: taken.article,
      ofInput: [...ofInput, ...meetSource(found.source), ...taken.problems],
      ofArticle,
    });
  };

  /** Writes sources, captures and articles in this order, so that nothing ever points at what is not there. */
  const write = async (disk: ContentStore, articles: readonly IndexedArticle[]) => {
    const texts = new Map<IndexedArticle, string>();
    const faults = new Map<IndexedArticle, Problem>();
    let problem: Problem | null = null;
    if (articles.length > 0 && (await disk.read('archive.yml')) === null) {
      problem = await disk.write('archive.yml', archiveYml);
    }
    for (const [path, text] of stubs) problem ??= await disk.write(path, text);
    problem ??= await commitWarc(disk, warc);
    if (problem !== null) {
      for (const article of articles) faults.set(article, problem);
      return { texts, faults };
    }
    const commit = async (article: IndexedArticle): Promise<void> => {
      const done = await commitArticle(disk, article);
      if (done.text !== null) texts.set(article, done.text);
      if (done.problem !== null) faults.set(article, done.problem);
    };
    // New ids first: an article that lost its place to a namesake must not be left with it if the run is cut off here.
    const moves = ({ staged, id }: IndexedArticle): boolean => (staged?.formerId ?? id) !== id;
    for (const article of articles.filter(moves)) await commit(article);
    const rest = articles.filter((article) => article.staged !== null && !faults.has(article));
    for (let i = 0; i < rest.length; i += writers) {
      await Promise.all(rest.slice(i, i + writers).map(commit));
    }
    return { texts, faults };
  };

  const toOutcome = (
    { item, status, article, ofInput, ofArticle }: Waiting,
    texts: ReadonlyMap<IndexedArticle, string>,
    faults: ReadonlyMap<IndexedArticle, Problem>,
  ): Outcome => {
    const { input, record, sha256 } = item;
    const fault = article === null ? undefined : faults.get(article);
    const inInput = ofInput.map((problem) =>
      problem.place.file === undefined ? atPlace(problem, { file: input }) : problem,
    );
    if (article === null || fault !== undefined) {
      const problems = fault === undefined ? inInput : [...inInput, fault];
      return {
        input,
        record,
        sha256,
        status: article === null ? status : 'refused',
        id: null,
        file: null,
        problems,
      };
    }
    const file = join(content, articlePath(article.id));
    const front = splitFrontMatter(ofArticle.length > 0 ? (texts.get(article) ?? '') : '').value;
    const inArticle = ofArticle.map((problem) =>
      atPlace(problem, { file, ...(problem.code === 'title-supplied' ? front?.placeOf(['title']) : {}) }),
    );
    return { input, record, sha256, status, id: article.id, file, problems: [...inInput, ...inArticle] };
  };

  const commit = async () => {
    const articles = [...new Set(waiting.flatMap(({ article }) => (article === null ? [] : [article])))];
    // An article that got another id because of a namesake is staged though nothing that waits is a capture of it.
    const staged = [...index.byId.values()].filter(
      (article) => article.staged !== null && !articles.includes(article),
    );
    const written =
      store === null
        ? { texts: new Map<IndexedArticle, string>(), faults: new Map<IndexedArticle, Problem>() }
        : await write(
            store,
            [...articles, ...staged].filter((article) => article.staged !== null),
          );
    const outcomes = waiting.map((one) => toOutcome(one, written.texts, written.faults));
    waiting = [];
    warc = emptyBatch();
    stubs = new Map();
    return { outcomes, failed: written.faults.size > 0 };
  };

  return { take, isFull: () => isFull(warc) || waiting.length >= maxWaiting, commit };
};
