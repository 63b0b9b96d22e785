import { stat } from 'node:fs/promises';
import { z } from 'zod';
import { isArchive, refuseToFill } from '../archive/archive-folder-fs.ts';
import { findArchives } from '../archive/find-archives-fs.ts';
import type { RunLog } from '../archive/run-log-fs.ts';
import { isSourceId } from '../article/article-id.ts';
import { readCaptures } from '../capture/read-captures-fs.ts';
import type { FieldMap } from '../extract/field-map.ts';
import { checkColumns } from '../extract/map-record.ts';
import { importStatuses, type ImportStatus } from '../i18n/cli-words.ts';
import { hasError, type Problem } from '../problem/problem.ts';
import { toProblemLine } from '../problem/print-problem.ts';
import { changeArchive } from './change-archive.ts';
import { holdMemory } from './hold-memory.ts';
import { defineCommand, exitCodes, type CommandContext, type ExitCode } from './command.ts';
import { explainImport } from './explain-import.ts';
import { fill } from './fill.ts';
import { followImport } from './import-progress.ts';
import { mergeArchives, type MergeTarget } from './merge-archive.ts';
import { openImport, type ImportSession } from './import-session.ts';
import { openSkipped } from './tell-skipped.ts';
import { placeOf, type Outcome } from './to-outcome.ts';
import { readFieldMap } from './read-field-map.ts';
import { readSources } from './read-sources.ts';
import { reportImport } from './report-import.ts';
import { UsageFault } from './usage-fault.ts';

const schema = z.object({
  content: z.string().min(1).default('content'),
  source: z.string().refine(isSourceId).optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
  charset: z.string().min(1).optional(),
  fields: z.string().min(1).optional(),
  dryRun: z.boolean().default(false),
  explain: z.boolean().default(false),
  images: z.boolean().default(true),
  report: z.string().min(1).optional(),
});

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

const tellOutcome = (outcome: Outcome, { json, language, words, ...context }: CommandContext): void => {
  const { status, problems } = outcome;
  if (json) {
    context.printJson({ ...outcome, problems: problems.map((problem) => toProblemLine(problem, language)) });
    return;
  }
  const where = placeOf(outcome);
  const what = outcome.file === null ? where : `${where} → ${outcome.file}`;
  if (status !== 'skipped') context.print(`${words.import.status[status]}  ${what}`);
  problems.filter(({ code }) => code !== 'disk-full').forEach(context.tellProblem);
};

/** What the log keeps of an input that changed the archive. */
const toLogLine = ({ input, record, sha256, status, id, problems }: Outcome): object[] => {
  if (status !== 'written' && status !== 'newVersion' && status !== 'duplicate') return [];
  const handEdits = problems.filter(({ code }) => code.startsWith('hand-edit-'));
  return [
    {
      input,
      record,
      sha256,
      status,
      id,
      ...(handEdits.length > 0 && { handEdits: handEdits.map(({ code, values }) => ({ code, ...values })) }),
    },
  ];
};

type Counts = Record<ImportStatus, number>;

/** @param created the folder of an archive that this import began; null where there was one */
const tellSummary = (
  counts: Counts,
  { dryRun, created }: { readonly dryRun: boolean; readonly created: string | null },
  context: CommandContext,
): void => {
  const { words, json, print, printJson } = context;
  if (json) {
    const { written, unchanged, newVersion, duplicate, refused, skipped } = counts;
    const captures = written + unchanged + newVersion + duplicate + refused;
    printJson({
      summary: true,
      captures,
      written,
      unchanged,
      newVersion,
      duplicate,
      refused,
      skipped,
      ...(created !== null && { created }),
    });
    return;
  }
  const told = importStatuses.filter((status) => counts[status] > 0);
  const parts = told.map((status) => fill(words.import.counts[status], { n: counts[status] }));
  const line = told.length === 0 ? words.import.nothing : [...parts, words.import.nothingElse].join(', ');
  if (dryRun) print(words.import.dryRun);
  print(`${line}.`);
  if (created !== null) print(fill(words.import.created, { folder: created }));
};

/** Where an import goes; without a store it is a dry run. */
interface ImportInto extends MergeTarget {
  /** Opens the archive for captures, once all archives that were given are in it. */
  readonly openSession: () => Promise<ImportSession>;
}

/** Reads until the end, until writing fails, or until the person asks to stop; what was read is written in each case. */
const runImport = async (
  paths: readonly string[],
  { charset, url, dryRun, report: reportPath }: z.infer<typeof schema>,
  { content, store, log, openSession }: ImportInto,
  context: CommandContext,
  fieldMap: FieldMap,
): Promise<ExitCode> => {
  const { words, signal, showProgress, tell } = context;
  const counts: Counts = { written: 0, newVersion: 0, duplicate: 0, unchanged: 0, refused: 0, skipped: 0 };
  const state = { faulty: false, failed: false };
  const skipped = openSkipped(context);
  const hasFailed = (): boolean => state.failed;
  const wasArchive = await isArchive(content);
  const report = await reportImport(reportPath, context);
  const follow = followImport(paths, context);
  const tellLog = async (say: (log: RunLog) => Promise<Problem | null>): Promise<void> => {
    const problem = log === null ? null : await say(log);
    if (problem === null) return;
    context.tellProblem(problem);
    state.failed = true;
  };
  const tellDone = async (done: { outcomes: readonly Outcome[]; failed: boolean }): Promise<void> => {
    showProgress(null);
    await report.tell(done.outcomes);
    // A disk that is full refuses all that waits: a person is told of it once.
    const full = done.outcomes.flatMap(({ problems }) => problems).find(({ code }) => code === 'disk-full');
    for (const outcome of done.outcomes) {
      counts[outcome.status] += 1;
      state.faulty ||= outcome.status === 'refused' || hasError(outcome.problems);
      skipped.meet(outcome);
      tellOutcome(outcome, context);
    }
    if (full !== undefined && !context.json) context.tellProblem(full);
    await tellLog((log) => log.tell(done.outcomes.flatMap(toLogLine)));
    state.failed ||= done.failed;
  };
  const archives = await findArchives(paths);
  for await (const step of mergeArchives(archives, { content, store, log }, signal)) {
    for (const item of step.items) {
      report.take(item);
      follow(item);
    }
    await tellDone(step);
    if (hasFailed()) break;
  }
  const leftOut = new Set(archives.map(({ path }) => path));
  const others = paths.filter((path) => !leftOut.has(path));
  if (!hasFailed() && others.length > 0) {
    const session = await openSession();
    const checkTable = (columns: readonly string[]) => checkColumns(columns, fieldMap);
    const items = readCaptures(others, { charset, url, checkColumns: checkTable, leftOut });
    for await (const { item, reading } of session.readAhead(items)) {
      if (signal.aborted) break;
      await session.take(item, reading);
      report.take(item);
      follow(item);
      if (session.isFull()) await tellDone(await session.commit());
      if (hasFailed()) break;
    }
    if (!hasFailed()) await tellDone(await session.commit());
  }
  await tellLog((log) => log.end({ counts }));
  const created = !wasArchive && (await isArchive(content)) ? content : null;
  tellSummary(counts, { dryRun, created }, context);
  skipped.tell();
  await report.end(counts);
  if (state.failed) tell(words.import.stopped);
  if (signal.aborted) {
    tell(words.import.interrupted);
    return exitCodes.interrupted;
  }
  return state.faulty || state.failed ? exitCodes.faultsInContent : exitCodes.done;
};

/** `khobao import PATH…` */
export const importCommand = defineCommand({
  name: 'import',
  arguments: [{ form: '<PATH...>', name: 'PATH' }],
  options: {
    content: '--content <DIR>',
    source: '--source <ID>',
    url: '--url <URL>',
    charset: '--charset <NAME>',
    fields: '--fields <FILE>',
    dryRun: '--dry-run',
    explain: '--explain',
    images: '--no-images',
    report: '--report <FILE>',
  },
  stopsItself: true,
  schema,
  run: async (paths, options, context) => {
    holdMemory();
    const { content, source = null, url, charset, fields, dryRun, explain, images } = options;
    const [path = ''] = paths;
    if (explain && (paths.length > 1 || (await isFolder(path)))) throw new UsageFault('explainOne');
    if (url !== undefined && (paths.length > 1 || (await isFolder(paths[0] ?? '')))) {
      throw new UsageFault('urlForOne');
    }
    const { map, problems } = fields === undefined ? { map: {}, problems: [] } : await readFieldMap(fields);
    if (map === null) {
      problems.forEach(context.tellProblem);
      return exitCodes.faultsInContent;
    }
    const fieldMap = fields === undefined ? undefined : map;
    const refused = explain ? null : await refuseToFill(content);
    if (refused !== null) {
      context.tellProblem(refused);
      return exitCodes.faultsInContent;
    }
    if (explain)
      return explainImport(path, { content, source, reading: { fieldMap }, charset, url }, context);
    // A source whose rules can't be read gives none; the import says so, and goes on.
    (await readSources(content)).problems.forEach(context.tellProblem);
    const runInto = (target: Pick<MergeTarget, 'store' | 'log'>): Promise<ExitCode> => {
      const openSession = () =>
        openImport({ content, store: target.store, source, fieldMap, inputs: paths, images });
      return runImport(paths, options, { content, ...target, openSession }, context, map);
    };
    if (dryRun) return runInto({ store: null, log: null });
    const head = { act: 'import', by: null, inputs: paths } as const;
    return changeArchive(content, head, context, runInto);
  },
});
