import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { checkArchive } from '../archive/check-archive-fs.ts';
import { toProblem, type Problem } from '../problem/problem.ts';
import { buildSite } from './build-site.ts';
import { hasContent } from './change-archive.ts';
import { parseSynonyms } from '../search/parse-synonyms.ts';
import { defineCommand, exitCodes, type CommandContext, type ExitCode } from './command.ts';
import { fill } from './fill.ts';
import { servedBase } from './served-base.ts';
import { isReplaceable, markerName, printMarker } from './site-marker.ts';
import { prepareSwap } from './swap-folder.ts';

/** Where a site will be served: `--site` and `--base`. */
export const siteOptions = {
  site: z
    .url({ protocol: /^https?$/ })
    .refine((site) => !/[?#]/.test(site))
    .optional(),
  base: z
    .string()
    .regex(/^\/?[\w.~/-]*$/)
    .refine((base) => !base.split('/').includes('..'))
    .transform((base) => `/${base}/`.replace(/\/+/g, '/'))
    .optional(),
} as const;

const schema = z.object({
  content: z.string().min(1).default('content'),
  out: z.string().min(1).default('dist'),
  ...siteOptions,
});

type BuildOptions = z.infer<typeof schema>;

/** How much of what a failed build said a person sees without asking. */
const shownLines = 20;

/** Characters of a passing line on a terminal. */
const progressWidth = 78;

/** What keeps content off the site. */
interface Faults {
  /** Articles' files that can't be shown. */
  readonly leftOut: number;
  readonly errors: number;
  /** Whether the settings can't be read, without which nothing is built. */
  readonly ofSettings: boolean;
}

/** Tells the errors of the records; the captures' bytes are no part of a site. */
const tellErrors = async (content: string, tellProblem: (problem: Problem) => void): Promise<Faults> => {
  const leftOut = new Set<string>();
  let errors = 0;
  let ofSettings = false;
  await checkArchive(content, {
    hashWarc: null,
    parseSynonyms,
    tell: (problem) => {
      if (problem.severity !== 'error') return;
      const { code, place } = problem;
      errors += 1;
      ofSettings ||= place.file === join(content, 'archive.yml');
      // An article whose source has no file is shown under the source's id.
      if (code !== 'source-missing' && place.file?.startsWith(join(content, 'articles/')) === true) {
        leftOut.add(place.file);
      }
      tellProblem(problem);
    },
  });
  return { leftOut: leftOut.size, errors, ofSettings };
};

const tellFailure = (
  lines: readonly string[],
  { out }: BuildOptions,
  { words, signal, verbose, tell, tellProblem }: CommandContext,
): ExitCode => {
  const kept = fill(words.build.kept, { out });
  if (signal.aborted) {
    tell(`${words.build.interrupted} ${kept}`);
    return exitCodes.interrupted;
  }
  if (!verbose) lines.slice(-shownLines).forEach(tell);
  const reason = lines.findLast((line) => /\berror\b/i.test(line)) ?? lines.at(-1) ?? '';
  tellProblem(toProblem('build-failed', { reason: reason.trim() }));
  tell(kept);
  return exitCodes.ourFault;
};

/**
 * Builds beside the folder that is asked for, and swaps the two when the new site is whole. Articles with errors are told
 * and left out.
 */
export const runBuild = async (
  options: BuildOptions,
  context: CommandContext,
  build: typeof buildSite = buildSite,
): Promise<ExitCode> => {
  const { content, out, site = null } = options;
  const { words, signal, json, verbose, print, printJson, tell, tellProblem, showProgress } = context;
  if (!(await hasContent(content, context))) return exitCodes.faultsInContent;
  if (!(await isReplaceable(out))) {
    tellProblem(toProblem('out-not-site', { folder: out }, { file: out }));
    return exitCodes.faultsInContent;
  }
  const { leftOut, errors, ofSettings } = await tellErrors(content, tellProblem);
  if (ofSettings) {
    tell(fill(words.build.kept, { out }));
    return exitCodes.faultsInContent;
  }
  const base = options.base ?? (await servedBase(content, site));
  const swap = await prepareSwap(out);
  if (!json) tell(fill(words.build.working, { content }));
  try {
    const { succeeded, lines } = await build({
      content,
      out: swap.temporary,
      former: out,
      site,
      base,
      signal,
      tell: (line) => {
        if (verbose) tell(line);
        else showProgress(line.trim().slice(0, progressWidth));
      },
    });
    showProgress(null);
    if (!succeeded) return tellFailure(lines, options, context);
    await writeFile(join(swap.temporary, markerName), printMarker({ base, site }));
    await swap.finish();
  } finally {
    await swap.drop();
  }
  if (json) printJson({ out, base, site, leftOut });
  else {
    print(fill(words.build.done, { out }));
    if (leftOut > 0) print(fill(words.build.leftOut, { n: leftOut }));
  }
  return errors > 0 ? exitCodes.faultsInContent : exitCodes.done;
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
