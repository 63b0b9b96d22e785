import { join } from 'node:path';
import { z } from 'zod';
import { lastImport, planUndo, undoRun } from '../archive/undo-run-fs.ts';
import { toProblem } from '../problem/problem.ts';
import { toProblemLine } from '../problem/print-problem.ts';
import { normaliseLine } from '../text/normalise-text.ts';
import { changeArchive, hasContent } from './change-archive.ts';
import { defineCommand, exitCodes, type CommandContext, type ExitCode } from './command.ts';
import { fill } from './fill.ts';

const line = z.string().transform(normaliseLine).pipe(z.string().min(1));

const runUndo = async (content: string, by: string | null, context: CommandContext): Promise<ExitCode> => {
  const { words, language, json, print, printJson, tell, tellProblem } = context;
  const last = await lastImport(content);
  if (last === null) {
    tellProblem(toProblem('import-missing', { folder: content }, { file: join(content, 'log') }));
    return exitCodes.faultsInContent;
  }
  const { run } = last;
  return changeArchive(content, { act: 'undo', by, run }, context, async ({ store, log }) => {
    const plan = await planUndo(content, run);
    for (const path of plan.changed) {
      const file = join(content, path);
      tellProblem(toProblem('changed-since', { file, run }, { file }));
    }
    if (plan.changed.length > 0) {
      if (!json) tell(words.undo.kept);
      return exitCodes.faultsInContent;
    }
    const notes = plan.edited.map((path) => {
      const file = join(content, path);
      return toProblem('edited-since', { file, run }, { file });
    });
    const begun = await log.begin();
    const { removed, restored, problem: cut } = await undoRun(content, store, plan);
    const problem = begun ?? cut ?? (await log.end({ removed, restored }));
    if (problem !== null) {
      tellProblem(problem);
      return exitCodes.faultsInContent;
    }
    if (json) {
      const problems = notes.map((note) => toProblemLine(note, language));
      printJson({ run, at: last.head.at, by: last.head.by, removed, restored, problems });
    } else {
      print(fill(words.undo.done, { run, removed, restored }));
      notes.forEach(tellProblem);
    }
    return exitCodes.done;
  });
};

/** `khobao undo` */
export const undoCommand = defineCommand({
  name: 'undo',
  arguments: [],
  options: { content: '--content <DIR>', by: '--by <NAME>' },
  schema: z.object({ content: z.string().min(1).default('content'), by: line.optional() }),
  run: async (_args, { content, by = null }, context) =>
    (await hasContent(content, context)) ? runUndo(content, by, context) : exitCodes.faultsInContent,
});
