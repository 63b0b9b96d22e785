import { cp, readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { makeFolder } from '../archive/make-folder-fs.ts';
import { errorCodeOf } from '../problem/error-code.ts';
import { toProblem, type Problem } from '../problem/problem.ts';
import { toWriteProblem } from '../problem/to-write-problem.ts';
import { checkAgainst } from '../snapshot/check-against-fs.ts';
import { foldersOverlap } from '../snapshot/folders-overlap-fs.ts';
import { listFiles } from '../snapshot/list-files-fs.ts';
import { manifestName } from '../snapshot/manifest.ts';
import { readManifest } from '../snapshot/read-manifest-fs.ts';
import { syncFolder } from '../snapshot/sync-folder-fs.ts';
import { verifyBag } from '../snapshot/verify-bag-fs.ts';
import { bagContentFolder } from '../snapshot/write-bag-fs.ts';
import { defineCommand, exitCodes, type CommandContext, type ExitCode } from './command.ts';
import { fill } from './fill.ts';
import { prepareSwap } from './swap-folder.ts';

/** Whether a folder may be made anew: it is not there, or empty. */
const isFree = async (folder: string): Promise<boolean> => {
  try {
    return (await readdir(folder)).length === 0;
  } catch (error) {
    if (errorCodeOf(error) !== 'ENOENT') throw error;
    return true;
  }
};

/** Puts a copy in place as a whole, once it is read again and found the same. */
async function* copyWhole(bag: string, content: string): AsyncGenerator<Problem, void, undefined> {
  await makeFolder(dirname(resolve(content)));
  const swap = await prepareSwap(content);
  try {
    await cp(join(bag, bagContentFolder), swap.temporary, { recursive: true });
    const { manifest } = await readManifest(join(bag, manifestName));
    const own = new Map(
      [...(manifest ?? [])].flatMap(([path, sha256]): [string, string][] =>
        path.startsWith(`${bagContentFolder}/`) ? [[path.slice(bagContentFolder.length + 1), sha256]] : [],
      ),
    );
    let isSound = true;
    for await (const problem of checkAgainst(swap.temporary, { manifest: own, isBeside: () => false })) {
      isSound = false;
      yield problem;
    }
    if (!isSound) return;
    await syncFolder(swap.temporary);
    await swap.finish();
  } finally {
    await swap.drop();
  }
}

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
    if (await foldersOverlap(content, bag)) {
      tellProblem(toProblem('folders-overlap', { folder: bag, content }, { file: content }));
      return kept();
    }
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
    for await (const problem of copyWhole(bag, content)) {
      isSound = false;
      tellProblem(problem);
    }
    if (!isSound) return kept();
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
