import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { IndexedArticle } from '../archive/archive-index.ts';
import { emptyBatch, isFull, maxWarcBytes } from '../archive/commit-import-fs.ts';
import type { ContentStore } from '../archive/content-store-fs.ts';
import { indexCaptures } from '../archive/index-captures-fs.ts';
import { toWarcKeeper } from '../archive/keep-warc-fs.ts';
import { loadIndex } from '../archive/load-index-fs.ts';
import { loadPlaces } from '../archive/load-places-fs.ts';
import { printSourceStub, sourceOf, type FoundSource } from '../archive/source-of.ts';
import type { StagedCapture } from '../archive/staged-article.ts';
import { takeReading, type Taken, type TakingFrom } from '../archive/take-reading.ts';
import { loadWrittenFiles } from '../archive/written-files-fs.ts';
import { articlePath, versionPath } from '../article/article-id.ts';
import { sourceSchema } from '../article/source-record.ts';
import type { Capture } from '../capture/capture.ts';
import type { HeldCapture } from '../capture/held-capture.ts';
import type { ReadItem } from '../capture/read-captures-fs.ts';
import { indexWarc } from '../capture/read-records-fs.ts';
import { printWarcRecord } from '../capture/write-warc.ts';
import type { ExtractOptions } from '../extract/extract.ts';
import { toPlaceNames } from '../extract/place-names.ts';
import type { ImportStatus } from '../i18n/cli-words.ts';
import { toProblem, type Problem } from '../problem/problem.ts';
import type { ProblemCode } from '../problem/severities.ts';
import { readArticle, reread } from './read-article.ts';
import { readSources, rulesOf } from './read-sources.ts';
import { toOutcome, type Outcome, type Waiting } from './to-outcome.ts';
import { writeImport } from './write-import.ts';

/** An import under way: what was read waits in memory until the WARC that it goes into is in place. */
export interface ImportSession {
  readonly take: (item: ReadItem) => Promise<void>;
  /** Whether enough is waiting to be written. */
  readonly isFull: () => boolean;
  /** Writes what waits, and tells what became of it. After a failed write, nothing more should be taken. */
  readonly commit: () => Promise<{ outcomes: Outcome[]; failed: boolean }>;
}

/** Where an import goes. */
export interface ImportTarget {
  readonly content: string;
  /** Null for a dry run. */
  readonly store: ContentStore | null;
  /** The source of all that comes in; null where each page is to say. */
  readonly source: string | null;
  /** What the librarian says of the captures beforehand. */
  readonly reading?: ExtractOptions;
}

/** Where a capture lies now, or why it could not be kept. */
interface KeptPlace {
  readonly place: StagedCapture['place'];
  readonly problem: Problem | null;
}

/** Inputs that wait, captures or not: refused ones take no room in a WARC. */
const maxWaiting = 1000;

const fieldsOfNotes = new Map<ProblemCode, string>([
  ['title-supplied', 'title'],
  ['date-unknown', 'publishedAt'],
]);

/** Whether the fields of a capture stand under names that a field map can tell. */
const isTable = ({ mediaType }: Capture): boolean =>
  mediaType === 'text/csv' || mediaType === 'application/json';

const toStaged = (capture: Capture): StagedCapture => {
  const { sha256, capturedAt, capturedAtInferred, url, mediaType, bytes, payloadBytes } = capture;
  const length = payloadBytes ?? bytes.length;
  const record = { sha256, capturedAt, capturedAtInferred, url, mediaType, bytes: length };
  return { record, place: null };
};

/** What is told of an article, where some fields were carried over: of these, what was read says nothing. */
const withKept = (problems: readonly Problem[], kept: readonly string[]): Problem[] => [
  ...problems.filter(({ code }) => !kept.includes(fieldsOfNotes.get(code) ?? '')),
  ...(kept.length === 0 ? [] : [toProblem('hand-edit-kept', { fields: kept.join(', ') })]),
];

/** What is told of the article of a reading. */
const toldOf = (
  { status, isBeside, kept, article }: Taken,
  problems: readonly Problem[],
  content: string,
): Problem[] => {
  // The record that stands is not judged again because of another capture.
  if (status === 'duplicate') return [];
  if (!isBeside) return withKept(problems, kept);
  return [toProblem('hand-edit-beside', { folder: join(content, 'versions', article.id) })];
};

/** Opens an import into a content folder. With a store, first finishes what a killed run left undone. */
export const openImport = async ({
  content,
  store,
  source,
  reading: asked = {},
}: ImportTarget): Promise<ImportSession> => {
  const { index, leftovers } = await loadIndex(content);
  for (const id of leftovers) await store?.remove(articlePath(id));
  const { sources } = await readSources(content);
  const reading = {
    places: toPlaceNames(await loadPlaces(content)),
    rulesFor: rulesOf(sources, source),
    ...asked,
  };
  let written: ReturnType<typeof loadWrittenFiles> | null = null;
  const from: TakingFrom = {
    readFile: (id) => readFile(join(content, articlePath(id)), 'utf8'),
    readVersion: (id, number) => readFile(join(content, versionPath(id, number)), 'utf8'),
    reread: (article) => reread(content, article, reading),
    loadWrittenFiles: () => (written ??= loadWrittenFiles(content)),
  };
  let waiting: Waiting[] = [];
  let warc = emptyBatch();
  let stubs = new Map<string, string>();
  let waitingBytes = 0;
  let isStuck = false;
  const keeper = store === null ? null : toWarcKeeper(store);
  if (store !== null) await indexCaptures(content, store, indexWarc);

  /** Where a capture lies that came in a WARC, which is kept whole. In a dry run, nowhere. */
  const keepHeld = async ({ source: file, offset, revisitIn }: HeldCapture): Promise<KeptPlace> => {
    const other = revisitIn === null ? null : await keeper?.keep(revisitIn);
    const kept = await keeper?.keep(file);
    const problem = other?.problem ?? kept?.problem ?? null;
    isStuck ||= problem !== null;
    return { place: kept === undefined ? null : { file: kept.path, offset }, problem };
  };

  const meetSource = ({ id, name, host }: FoundSource): Problem[] => {
    if (sources.has(id)) return [];
    sources.set(id, sourceSchema.parse({ name: name ?? id, hosts: host === null ? [] : [host] }));
    const path = `sources/${id}.yml`;
    stubs.set(path, printSourceStub(name ?? id, host));
    const file = join(content, path);
    return [toProblem('source-new', { source: id, file }, { file })];
  };

  /** Options that would have made another article of a capture that is known. */
  const unusedOptions = async (capture: Capture, known: IndexedArticle): Promise<string[]> => {
    const unused = source === null || source === known.source ? [] : [`--source ${source}`];
    const keyOf = async (charset: string | null, options: ExtractOptions): Promise<string | null> => {
      const toKnown = (): FoundSource => ({ id: known.source, name: null, host: null });
      const read = await readArticle({ ...capture, charset }, toKnown, options);
      return read.article === null ? null : read.textKey;
    };
    const hasMap = reading.fieldMap !== undefined && isTable(capture);
    if (capture.charset === null && !hasMap) return unused;
    const key = await keyOf(capture.charset, reading);
    if (key !== null && key === known.textKey) return unused;
    const tells = async (charset: string | null, options: ExtractOptions): Promise<boolean> =>
      key === null || key !== (await keyOf(charset, options));
    if (capture.charset !== null && (await tells(null, reading))) unused.push(`--charset ${capture.charset}`);
    if (hasMap && (await tells(capture.charset, {}))) unused.push('--fields');
    return unused;
  };

  const wait = (item: ReadItem, status: ImportStatus, more: Partial<Waiting> = {}): void => {
    waitingBytes += item.capture?.bytes.length ?? 0;
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
      const file = join(content, articlePath(known.id));
      const unused = (await unusedOptions(capture, known)).map((option) =>
        toProblem('option-unused', { file, option }),
      );
      wait(item, 'unchanged', { article: known, ofInput: [...item.problems, ...unused] });
      return;
    }
    const read = await readArticle(
      capture,
      (signs) => (source === null ? sourceOf(signs, sources) : { id: source, name: null, host: null }),
      reading,
    );
    const ofInput = [...item.problems, ...read.ofInput];
    if (read.article === null) {
      wait(item, 'refused', { ofInput });
      return;
    }
    const staged = toStaged(capture);
    if (item.held === undefined) {
      const bytes = await printWarcRecord(capture);
      warc.records.push({ bytes, capture: staged });
      warc.bytes += bytes.length;
    } else {
      const { place, problem } = await keepHeld(item.held);
      if (problem !== null) {
        wait(item, 'refused', { ofInput: [...ofInput, problem] });
        return;
      }
      staged.place = place;
    }
    const taken = await takeReading(index, { ...read, capture: staged }, from);
    wait(item, taken.status, {
      article: taken.article,
      ofInput: [...ofInput, ...meetSource(read.source), ...taken.problems],
      ofArticle: toldOf(taken, read.ofArticle, content),
    });
  };

  const commit = async (): Promise<{ outcomes: Outcome[]; failed: boolean }> => {
    // Not only what waits is staged: a namesake that came earlier may have got another id.
    const articles = [...index.byId.values()].filter(({ staged }) => staged !== null);
    const written =
      store === null
        ? { texts: new Map(), faults: new Map() }
        : await writeImport(store, { articles, warc, stubs });
    const outcomes = waiting.map((one) => toOutcome(content, one, written));
    const indexed = store === null ? [] : await indexCaptures(content, store, indexWarc);
    waiting = [];
    waitingBytes = 0;
    warc = emptyBatch();
    stubs = new Map();
    return { outcomes, failed: isStuck || indexed.length > 0 || written.faults.size > 0 };
  };

  const isFullNow = (): boolean =>
    isStuck || isFull(warc) || waitingBytes >= maxWarcBytes || waiting.length >= maxWaiting;
  return { take, isFull: isFullNow, commit };
};
