import { realpath, rename, stat } from 'node:fs/promises';
import { z } from 'zod';
import { toProblem, type Problem } from '../problem/problem.ts';
import { toWriteProblem } from '../problem/to-write-problem.ts';
import type { ArchiveForExport } from '../snapshot/archive-for-export.ts';
import { exportBag } from '../snapshot/export-bag-fs.ts';
import { isReplaceableExport } from '../snapshot/former-export-fs.ts';
import { printCsv, printJsonLines } from '../snapshot/print-records.ts';
import { writeOai } from '../snapshot/write-oai-fs.ts';
import { writeWacz } from '../snapshot/write-wacz-fs.ts';
import { writeText } from '../snapshot/write-text-fs.ts';
import { hasContent } from './change-archive.ts';
import { defineCommand, exitCodes, type CommandContext, type ExitCode } from './command.ts';
import { fill } from './fill.ts';
import { followExport } from './follow-export.ts';
import { readForExport, Stopped, type ExportCounts } from './read-for-export.ts';
import { readLoggedChanges } from './read-logged-changes.ts';
import { readVersion } from './read-version.ts';
import { isHidden } from './survey-content.ts';
import { prepareSwap } from './swap-folder.ts';
import { UsageFault } from './usage-fault.ts';
import { waczParts } from './wacz-parts.ts';

const schema = z.object({
  content: z.string().min(1).default('content'),
  to: z.string().min(1).optional(),
  site: z
    .url({ protocol: /^https?$/ })
    .refine((site) => !/[?#]/.test(site))
    .optional(),
});

/** Writes an export to a path where nothing is yet: a file or a folder. Comes back with what is worth telling. */
type WriteExport = (archive: ArchiveForExport, target: string, name: string) => Promise<readonly Problem[]>;

const formats: Readonly<Record<string, WriteExport>> = {
  wacz: (archive, target) => writeWacz(archive, target, waczParts),
  bagit: async (archive, target) => {
    await exportBag(archive, target, await readLoggedChanges(archive.content), isHidden);
    return [];
  },
  oai: async (archive, target, name) =>
    writeOai(archive, target, name, await readLoggedChanges(archive.content)),
  jsonl: async (archive, target) => {
    await writeText(target, printJsonLines(archive));
    return [];
  },
  csv: async (archive, target) => {
    await writeText(target, printCsv(archive));
    return [];
  },
};

/** Those that hold the content folder as it is: of them, nothing is left out. */
const wholeFormats: ReadonlySet<string> = new Set(['bagit']);

/** What can be asked for. */
export const exportFormats: readonly string[] = Object.keys(formats);

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

const tellDone = (
  { format, to }: { format: string; to: string },
  counts: ExportCounts,
  { words, json, print, printJson }: CommandContext,
): void => {
  const { articles, withdrawn, leftOut } = counts;
  if (json) {
    printJson({ format, to, articles, withdrawn, leftOut });
    return;
  }
  if (wholeFormats.has(format)) {
    print(fill(words.export.done, { n: articles + withdrawn + leftOut, to }));
    if (withdrawn > 0) print(fill(words.export.withdrawnToo, { n: withdrawn }));
    if (leftOut > 0) print(fill(words.export.faultyToo, { n: leftOut }));
    return;
  }
  print(fill(words.export.done, { n: articles, to }));
  if (withdrawn > 0) print(fill(words.export.withdrawn, { n: withdrawn }));
  if (leftOut > 0) print(fill(words.export.leftOut, { n: leftOut }));
};

/** `khobao export FORMAT` */
export const exportCommand = defineCommand({
  name: 'export',
  arguments: [{ form: '<FORMAT>', name: 'FORMAT' }],
  options: { content: '--content <DIR>', to: '--to <PATH>', site: '--site <URL>' },
  stopsItself: true,
  schema,
  run: async ([format = ''], { content, to, site }, context): Promise<ExitCode> => {
    const { words, tell, tellProblem, showProgress } = context;
    const write = Object.hasOwn(formats, format) ? formats[format] : undefined;
    if (write === undefined)
      throw new UsageFault('unknownFormat', { value: format, formats: exportFormats.join(', ') });
    if (to === undefined) throw new UsageFault('missingArgument', { value: '--to' });
    if (!(await hasContent(content, context))) return exitCodes.faultsInContent;
    if (!(await isReplaceableExport(to))) {
      tellProblem(toProblem('export-target-foreign', { path: to }, { file: to }));
      return exitCodes.faultsInContent;
    }
    const { archive, counts } = await readForExport(content, { site, version: await readVersion() }, context);
    const swap = await prepareSwap(to);
    try {
      const told = await write(followExport(archive, context), swap.temporary, to);
      showProgress(null);
      told.forEach(tellProblem);
      counts.errors += told.filter(({ severity }) => severity === 'error').length;
      if (told.some(({ code }) => code === 'export-empty')) {
        tell(fill(words.export.kept, { to }));
        return exitCodes.faultsInContent;
      }
      // One file takes the place of another in one step; a folder can't. What a link leads to is replaced, not the link.
      if ((await isFolder(to)) || (await isFolder(swap.temporary))) await swap.finish();
      else await rename(swap.temporary, await realpath(to).catch(() => to));
    } catch (error) {
      showProgress(null);
      if (error instanceof Stopped) {
        tell(`${words.export.interrupted} ${fill(words.export.kept, { to })}`);
        return exitCodes.interrupted;
      }
      tellProblem(toWriteProblem(error, to));
      return exitCodes.faultsInContent;
    } finally {
      await swap.drop();
    }
    tellDone({ format, to }, counts, context);
    return counts.errors > 0 ? exitCodes.faultsInContent : exitCodes.done;
  },
});
