import { cp, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { makeFolder } from '../archive/make-folder-fs.ts';
import { errorCodeOf } from '../problem/error-code.ts';
import { toProblem } from '../problem/problem.ts';
import { toWriteProblem } from '../problem/to-write-problem.ts';
import { listFiles } from '../snapshot/list-files-fs.ts';
import { verifyBag } from '../snapshot/verify-bag-fs.ts';
import { bagContentFolder } from '../snapshot/write-bag-fs.ts';
import { defineCommand, exitCodes, type CommandContext, type ExitCode } from './command.ts';
import { fill } from './fill.ts';

/** Whether a folder may be made anew: it is not there, or empty. */
const isFree = async (folder: string): Promise<boolean> => {
  try {
    return (await readdir(folder)).length === 0;
  } catch (error) {
    if (errorCodeOf(error) !== 'ENOENT') throw error;
    return true;
  }
};

/** Puts a copy in place as a whole. */
const copyWhole = async (from: string, to: string): Promise<void> => {
  const folder = resolve(to);
  const temporary = join(dirname(folder), `.${basename(folder)}.khobao-new-${String(process.pid)}`);
  await makeFolder(dirname(folder));
  try {
    await cp(from, temporary, { recursive: true });
    await rm(folder, { recursive: true, force: true });
    await rename(temporary, folder);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
};

const restoreArchive = async (
  bag: string,
  content: string,
  { words, json, print, printJson, tell, tellProblem }: CommandContext,
): Promise<ExitCode> => {
  const kept = (): ExitCode => {
    tell(words.restoreArchive.kept);
    return exitCodes.faultsInContent;
  };
  try {
    if (!(await isFree(content))) {
      tellProblem(toProblem('content-not-empty', { folder: content }, { file: content }));
      return kept();
    }
    let isSound = true;
    for await (const problem of verifyBag(bag)) {
      isSound = false;
      tellProblem(problem);
    }
    const from = join(bag, bagContentFolder);
    const files = (await listFiles(from).catch(() => [])).length;
    if (isSound && files === 0) {
      tellProblem(toProblem('bag-invalid', { file: from }, { file: from }));
      return kept();
    }
    if (!isSound) return kept();
    await copyWhole(from, content);
    if (json) printJson({ bag, content, files });
    else print(fill(words.restoreArchive.done, { bag, content, files }));
    return exitCodes.done;
  } catch (error) {
    tellProblem(toWriteProblem(error, content));
    return kept();
  }
};

/** `khobao restore-archive BAG` */
export const restoreArchiveCommand = defineCommand({
  name: 'restore-archive',
  arguments: [{ form: '<BAG>', name: 'BAG' }],
  options: { content: '--content <DIR>' },
  schema: z.object({ content: z.string().min(1).default('content') }),
  run: ([bag = ''], { content }, context) => restoreArchive(bag, content, context),
});
