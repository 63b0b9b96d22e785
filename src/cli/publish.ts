import { z } from 'zod';
import { openContentStore } from '../archive/content-store-fs.ts';
import { lockArchive } from '../archive/lock-fs.ts';
import { sweepTemporary } from '../archive/sweep-temporary-fs.ts';
import { datePrecision } from '../article/date.ts';
import { toVietnamInstant } from '../capture/instant.ts';
import { toProblem, type Problem } from '../problem/problem.ts';
import { foldersOverlap } from '../snapshot/folders-overlap-fs.ts';
import {
  listReleases,
  readInForce,
  recoverFolder,
  refuseFolder,
  switchTo,
  workFolder,
} from '../snapshot/publishing-folder-fs.ts';
import { readSnapshot } from '../snapshot/read-snapshot-fs.ts';
import { rm } from 'node:fs/promises';
import { buildSite } from './build-site.ts';
import { siteOptions } from './build.ts';
import { hasContent } from './change-archive.ts';
import { defineCommand, exitCodes, type CommandContext, type ExitCode } from './command.ts';
import { toDiskFault } from './disk-fault.ts';
import { fill } from './fill.ts';
import { publishSnapshot } from './publish-snapshot.ts';
import { servedBase } from './served-base.ts';
import { UsageFault } from './usage-fault.ts';

const schema = z.object({
  content: z.string().min(1).default('content'),
  to: z.string().min(1).optional(),
  date: z
    .string()
    .refine((date) => datePrecision(date) === 'day')
    .optional(),
  keep: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .optional(),
  back: z.boolean().default(false),
  sign: z.string().min(1).optional(),
  ...siteOptions,
});

type PublishOptions = z.infer<typeof schema>;

/** Lets readers have the release before the one in force. */
const goBack = async (
  to: string,
  { words, json, print, printJson, tellProblem }: CommandContext,
): Promise<ExitCode> => {
  const inForce = await readInForce(to);
  const former = (await listReleases(to)).findLast((date) => inForce !== null && date < inForce);
  if (inForce === null || former === undefined) {
    tellProblem(toProblem('snapshot-none', {}, { file: to }));
    return exitCodes.faultsInContent;
  }
  await switchTo(to, former);
  if (json) printJson({ status: 'back', date: former, from: inForce });
  else print(fill(words.publish.back, { date: former, from: inForce }));
  return exitCodes.done;
};

/** Runs with a folder locked; whoever else holds it is told of. */
const whileLocked = async (
  folder: string,
  code: 'archive-locked' | 'publish-locked',
  { tellProblem }: CommandContext,
  run: () => Promise<ExitCode>,
): Promise<ExitCode> => {
  const lock = await lockArchive(folder, code);
  if (lock.problem !== null) {
    tellProblem(lock.problem);
    return exitCodes.faultsInContent;
  }
  try {
    return await run();
  } finally {
    await lock.release();
  }
};

const publish = async (
  { content, to = '', date, keep, sign, back, site, base }: PublishOptions,
  context: CommandContext,
  build: typeof buildSite,
): Promise<ExitCode> => {
  await recoverFolder(to, async (day, sha256) => (await readSnapshot(content, day)).sha256 === sha256);
  if (back) return goBack(to, context);
  await sweepTemporary(content);
  const today = toVietnamInstant(Date.now()).slice(0, 10);
  const store = await openContentStore(content);
  const asked = { keep: keep ?? null, sign: sign ?? null, site: site ?? null, build };
  const served = base ?? (await servedBase(content, site ?? null));
  return publishSnapshot({ content, to, date: date ?? today, base: served, store, ...asked }, context);
};

/** What is told of a publication that did not come to its end, with nothing of it left. */
const tellEnd = (
  error: unknown,
  to: string,
  { signal, words, tell, tellProblem }: CommandContext,
): ExitCode => {
  if (signal.aborted) {
    tell(words.publish.interrupted);
    return exitCodes.interrupted;
  }
  tellProblem(toDiskFault(error, to));
  tell(words.publish.kept);
  return exitCodes.faultsInContent;
};

/** Why a folder can't be published to, or gone back in; null where it can. */
const refuse = async (content: string, to: string, back: boolean): Promise<Problem | null> => {
  if (await foldersOverlap(content, to)) {
    return toProblem('folders-overlap', { folder: to, content }, { file: to });
  }
  // Nothing is made where nothing can be gone back to.
  if (back && (await listReleases(to)).length === 0) return toProblem('snapshot-none', {}, { file: to });
  return refuseFolder(to);
};

/** Publishes, or goes back, with both folders locked; `build` makes the site. */
export const runPublish = async (
  options: PublishOptions,
  context: CommandContext,
  build: typeof buildSite = buildSite,
): Promise<ExitCode> => {
  const { content, to, back } = options;
  if (to === undefined) throw new UsageFault('missingArgument', { value: '--to' });
  if (!(await hasContent(content, context))) return exitCodes.faultsInContent;
  try {
    const refused = await refuse(content, to, back);
    if (refused !== null) {
      context.tellProblem(refused);
      return exitCodes.faultsInContent;
    }
    return await whileLocked(content, 'archive-locked', context, () =>
      whileLocked(to, 'publish-locked', context, async () => {
        try {
          return await publish(options, context, build);
        } finally {
          context.showProgress(null);
          await rm(workFolder(to), { recursive: true, force: true });
        }
      }),
    );
  } catch (error) {
    return tellEnd(error, to, context);
  }
};

/** `khobao publish --to DIR` */
export const publishCommand = defineCommand({
  name: 'publish',
  arguments: [],
  options: {
    content: '--content <DIR>',
    to: '--to <DIR>',
    date: '--date <YYYY-MM-DD>',
    keep: '--keep <N>',
    back: '--back',
    sign: '--sign <KEY>',
    site: '--site <URL>',
    base: '--base <PATH>',
  },
  stopsItself: true,
  schema,
  run: (_args, options, context) => runPublish(options, context),
});
