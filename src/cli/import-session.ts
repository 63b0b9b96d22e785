import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { emptyBatch, isFull, maxWarcBytes, type WarcBatch } from '../archive/commit-import-fs.ts';
import type { ContentStore } from '../archive/content-store-fs.ts';
import { indexCaptures } from '../archive/index-captures-fs.ts';
import { toWarcKeeper } from '../archive/keep-warc-fs.ts';
import { loadIndex } from '../archive/load-index-fs.ts';
import { loadPlaces } from '../archive/load-places-fs.ts';
import { printSourceStub, toldOfNewSource, type FoundSource } from '../archive/source-of.ts';
import type { StagedCapture } from '../archive/staged-article.ts';
import { takeCapture } from '../archive/take-exported.ts';
import type { TakingFrom } from '../archive/take-reading.ts';
import { loadWrittenFiles } from '../archive/written-files-fs.ts';
import { articlePath, versionPath } from '../article/article-id.ts';
import { rememberPrinted } from '../article/print-body.ts';
import { sourceSchema } from '../article/source-record.ts';
import type { Capture } from '../capture/capture.ts';
import type { HeldCapture, WarcSource } from '../capture/held-capture.ts';
import { listWarcs } from '../capture/list-warcs-fs.ts';
import type { ReadItem } from '../capture/read-captures-fs.ts';
import { indexWarc } from '../capture/read-records-fs.ts';
import { openWarcImages } from '../capture/warc-images-fs.ts';
import type { FieldMap } from '../extract/field-map.ts';
import { toPlaceNames } from '../extract/place-names.ts';
import type { ImportStatus } from '../i18n/cli-words.ts';
import { toProblem, type Problem } from '../problem/problem.ts';
import { openReaders } from './open-readers.ts';
import { readAhead, type ReadyItem } from './read-ahead.ts';
import {
  readCapture,
  stillHolds,
  toExtractOptions,
  type CaptureReading,
  type ReadingSetup,
} from './read-capture.ts';
import { readSources } from './read-sources.ts';
import { rereadArticle } from './reread-article.ts';
import { takeImages } from './take-images.ts';
import { toldOfArticle } from './told-of-article.ts';
import { toStagedCapture } from './to-staged-capture.ts';
import { toOutcome, type Outcome, type Waiting } from './to-outcome.ts';
import { unusedOptions } from './unused-options.ts';
import { writeImport } from './write-import.ts';

/** An import under way: what was read waits in memory until the WARC that it goes into is in place. */
export interface ImportSession {
  /** The inputs in their order, many of them read beforehand. */
  readonly readAhead: (items: AsyncIterable<ReadItem>) => AsyncIterable<ReadyItem>;
  /** Without a reading, the input is read now. */
  readonly take: (item: ReadItem, reading?: CaptureReading | null) => Promise<void>;
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
  /** Where the fields stand in rows and lines. */
  readonly fieldMap?: FieldMap | undefined;
  /** How many processes read ahead; as many as the machine has use for where nothing is said. */
  readonly readers?: number;
  /** All that is imported: pictures of a page in one WARC may lie in another. */
  readonly inputs?: readonly string[];
  /** Whether pictures are put beside the articles, too. */
  readonly images?: boolean;
}

/** Where a capture lies now, or why it could not be kept. */
interface KeptPlace {
  readonly place: StagedCapture['place'];
  readonly problem: Problem | null;
}

/** Inputs that wait, captures or not: refused ones take no room in a WARC. */
const maxWaiting = 1000;

/** Each reader is a process of its own; the import keeps a processor busy with what three of them read. */
const maxReaders = 3;

/** Opens an import into a content folder. With a store, first finishes what a killed run left undone. */
export const openImport = async ({
  content,
  store,
  source,
  fieldMap,
  readers = Math.min(availableParallelism(), maxReaders),
  inputs = [],
  images = true,
}: ImportTarget): Promise<ImportSession> => {
  const { index, leftovers } = await loadIndex(content);
  for (const id of leftovers) await store?.remove(articlePath(id));
  const { sources } = await readSources(content);
  const setup: ReadingSetup = { source, sources, places: toPlaceNames(await loadPlaces(content)), fieldMap };
  const reading = toExtractOptions(setup);
  let written: ReturnType<typeof loadWrittenFiles> | null = null;
  const from: TakingFrom = {
    readFile: (id) => readFile(join(content, articlePath(id)), 'utf8'),
    readVersion: (id, number) => readFile(join(content, versionPath(id, number)), 'utf8'),
    reread: (article) => rereadArticle(content, article, reading),
    loadWrittenFiles: () => (written ??= loadWrittenFiles(content)),
  };
  let waiting: Waiting[] = [];
  let warc = emptyBatch();
  let stubs = new Map<string, string>();
  let files = new Map<string, Uint8Array>();
  const warcImages = openWarcImages(() => listWarcs(inputs));
  let waitingBytes = 0;
  let isStuck = false;
  const keeper = store === null ? null : toWarcKeeper(store);
  if (store !== null) await indexCaptures(content, store, indexWarc);

  /** Where a capture lies that came in a WARC, which is kept whole. In a dry run, nowhere. */
  const keepHeld = async (
    { source: file, offset, revisitIn }: HeldCapture,
    ofPictures: readonly WarcSource[],
  ): Promise<KeptPlace> => {
    let problem: Problem | null = null;
    for (const other of [...(revisitIn === null ? [] : [revisitIn]), ...ofPictures]) {
      problem ??= (await keeper?.keep(other))?.problem ?? null;
    }
    const kept = await keeper?.keep(file);
    problem ??= kept?.problem ?? null;
    isStuck ||= problem !== null;
    return { place: kept === undefined ? null : { file: kept.path, offset }, problem };
  };

  const addRecord = (record: WarcBatch['records'][number]): void => {
    warc.records.push(record);
    warc.bytes += record.bytes.length;
  };

  const addFiles = (more: ReadonlyMap<string, Uint8Array>): void => {
    for (const [path, bytes] of more) {
      if (!files.has(path)) waitingBytes += bytes.length;
      files.set(path, bytes);
    }
  };

  const meetSource = ({ id, name, host }: FoundSource): Problem[] => {
    if (sources.has(id)) return [];
    sources.set(id, sourceSchema.parse({ name: name ?? id, hosts: host === null ? [] : [host] }));
    const path = `sources/${id}.yml`;
    stubs.set(path, printSourceStub(name ?? id, host));
    return [toldOfNewSource(id, join(content, path))];
  };

  const wait = (item: ReadItem, status: ImportStatus, more: Partial<Waiting> = {}): void => {
    waitingBytes += item.capture?.bytes.length ?? 0;
    // Its bytes are not asked for any more.
    waiting.push({
      item: { ...item, capture: null },
      status,
      article: null,
      ofInput: item.problems,
      ofArticle: [],
      ...more,
    });
  };

  /** What was read in a capture, ahead or now. */
  const readingOf = async (
    { capture, held }: ReadItem & { readonly capture: Capture },
    ahead: CaptureReading | null,
  ): Promise<CaptureReading> => {
    if (ahead === null || !stillHolds(ahead, setup)) return readCapture(capture, held === undefined, setup);
    if (ahead.read.article !== null) rememberPrinted(ahead.read.article.body, ahead.markdown);
    return ahead;
  };

  const take = async (item: ReadItem, ahead: CaptureReading | null = null): Promise<void> => {
    const { capture } = item;
    if (capture === null || item.status !== 'read') {
      wait(item, item.status === 'skipped' ? 'skipped' : 'refused');
      return;
    }
    const known = index.bySha256.get(capture.sha256);
    if (known !== undefined) {
      const file = join(content, articlePath(known.id));
      const unused = (await unusedOptions(capture, known, setup)).map((option) =>
        toProblem('option-unused', { file, option }),
      );
      wait(item, 'unchanged', { article: known, ofInput: [...item.problems, ...unused] });
      return;
    }
    const { read, record } = await readingOf({ ...item, capture }, ahead);
    const ofInput = [...item.problems, ...read.ofInput];
    if (read.article === null) {
      wait(item, 'refused', { ofInput });
      return;
    }
    const pictures = await takeImages(read.article, read.pictures, { ...item, capture }, warcImages, images);
    const staged = toStagedCapture(capture);
    if (record !== null) {
      addRecord({ bytes: record, capture: staged });
      pictures.records.forEach(addRecord);
    } else if (item.held !== undefined) {
      const { place, problem } = await keepHeld(item.held, pictures.warcs);
      if (problem !== null) {
        wait(item, 'refused', { ofInput: [...ofInput, problem] });
        return;
      }
      staged.place = place;
    }
    const { article } = pictures;
    const taken = await takeCapture(index, { ...read, article, capture: staged }, from);
    if (taken.status !== 'duplicate') addFiles(pictures.files);
    wait(item, taken.status, {
      article: taken.article,
      ofInput: [...ofInput, ...meetSource(read.source), ...taken.problems],
      ofArticle: toldOfArticle(taken, [...read.ofArticle, ...pictures.problems], content),
    });
  };

  const commit = async (): Promise<{ outcomes: Outcome[]; failed: boolean }> => {
    // Not only what waits is staged: a namesake that came earlier may have got another id.
    const articles = [...index.byId.values()].filter(({ staged }) => staged !== null);
    const written =
      store === null
        ? { texts: new Map(), faults: new Map() }
        : await writeImport(store, { articles, warc, stubs, files });
    const outcomes = waiting.map((one) => toOutcome(content, one, written));
    const indexed = store === null ? [] : await indexCaptures(content, store, indexWarc);
    waiting = [];
    waitingBytes = 0;
    warc = emptyBatch();
    stubs = new Map();
    files = new Map();
    return { outcomes, failed: isStuck || indexed.length > 0 || written.faults.size > 0 };
  };

  const isFullNow = (): boolean =>
    isStuck || isFull(warc) || waitingBytes >= maxWarcBytes || waiting.length >= maxWaiting;
  const isUnread = ({ capture, status }: ReadItem): boolean =>
    capture !== null && status === 'read' && !index.bySha256.has(capture.sha256);
  return {
    readAhead: (items) =>
      readAhead(items, { isUnread, openReaders: () => (readers === 0 ? null : openReaders(readers, setup)) }),
    take,
    isFull: isFullNow,
    commit,
  };
};
