import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { checkArchive } from '../archive/check-archive-fs.ts';
import { toProblem, type Problem } from '../problem/problem.ts';
import { buildSite } from './build-site.ts';
import { defineCommand, exitCodes, type CommandContext, type ExitCode } from './command.ts';
import { fill } from './fill.ts';
import { isReplaceable, markerName, printMarker } from './site-marker.ts';
import { prepareSwap } from './swap-folder.ts';

const schema = z.object({
  content: z.string().min(1).default('content'),
  out: z.string().min(1).default('dist'),
  site: z.url({ protocol: /^https?$/ }).optional(),
  base: z
    .string()
    .regex(/^\/?[\w.~/-]*$/)
    .refine((base) => !base.split('/').includes('..'))
    .transform((base) => `/${base}/`.replace(/\/+/g, '/'))
    .optional(),
});

type BuildOptions = z.infer<typeof schema>;

/** How much of what a failed build said a person sees without asking. */
const shownLines = 20;

/** Characters of a passing line on a terminal. */
const progressWidth = 78;

/** The errors of the records themselves; the captures' bytes are no part of a site. */
const errorsOf = async (content: string): Promise<Problem[]> => {
  const errors: Problem[] = [];
  await checkArchive(content, {
    readWarcRecord: null,
    tell: (problem) => {
      if (problem.severity === 'error') errors.push(problem);
    },
  });
  return errors;
};

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

const tellFailure = async (
  lines: readonly string[],
  { content, out }: BuildOptions,
  { words, signal, verbose, tell, tellProblem }: CommandContext,
): Promise<ExitCode> => {
  const kept = fill(words.build.kept, { out });
  if (signal.aborted) {
    tell(`${words.build.interrupted} ${kept}`);
    return exitCodes.interrupted;
  }
  const errors = await errorsOf(content);
  if (errors.length > 0) errors.forEach(tellProblem);
  else {
    if (!verbose) lines.slice(-shownLines).forEach(tell);
    const reason = lines.findLast((line) => /\berror\b/i.test(line)) ?? lines.at(-1) ?? '';
    tellProblem(toProblem('build-failed', { reason: reason.trim() }));
  }
  tell(kept);
  return errors.length > 0 ? exitCodes.faultsInContent : exitCodes.ourFault;
};

/** Builds beside the folder that is asked for, and swaps the two when the new site is whole. */
export const runBuild = async (
  options: BuildOptions,
  context: CommandContext,
  build: typeof buildSite = buildSite,
): Promise<ExitCode> => {
  const { content, out, site = null, base = '/' } = options;
  const { words, signal, json, verbose, print, printJson, tell, tellProblem, showProgress } = context;
  if (!(await isFolder(content))) {
    tellProblem(toProblem('content-missing', { folder: content }, { file: content }));
    return exitCodes.faultsInContent;
  }
  if (!(await isReplaceable(out))) {
    tellProblem(toProblem('out-not-site', { folder: out }, { file: out }));
    return exitCodes.faultsInContent;
  }
  const swap = await prepareSwap(out);
  if (!json) tell(fill(words.build.working, { content }));
  try {
    const { succeeded, lines } = await build({
      content,
      out: swap.temporary,
      site,
      base,
      signal,
      tell: (line) => {
        if (verbose) tell(line);
        else showProgress(line.trim().slice(0, progressWidth));
      },
    });
    showProgress(null);
    if (!succeeded) return await tellFailure(lines, options, context);
    await writeFile(join(swap.temporary, markerName), printMarker({ base, site }));
    await swap.finish();
  } finally {
    await swap.drop();
  }
  if (json) printJson({ out, base, site });
  else print(fill(words.build.done, { out }));
  return exitCodes.done;
};

/** `khobao build` */
export const buildCommand = defineCommand({
  name: 'build',
  arguments: [],
  options: { content: '--content <DIR>', out: '--out <DIR>', site: '--site <URL>', base: '--base <PATH>' },
  stopsItself: true,
  schema,
  run: (_args, options, context) => runBuild(options, context),
});
