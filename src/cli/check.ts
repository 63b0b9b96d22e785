import { z } from 'zod';
import { checkArchive } from '../archive/check-archive-fs.ts';
import { hashMember, hashRun } from '../capture/hash-member-fs.ts';
import { hashWarc } from '../capture/read-records-fs.ts';
import { printProblem } from '../problem/print-problem.ts';
import { parseSynonyms } from '../search/parse-synonyms.ts';
import { defineCommand, exitCodes } from './command.ts';
import { fill } from './fill.ts';

/** `khobao check` */
export const checkCommand = defineCommand({
  name: 'check',
  arguments: [],
  options: { content: '--content <DIR>' },
  schema: z.object({ content: z.string().min(1).default('content') }),
  run: async (_args, { content }, { words, language, json, print, printJson, tellProblem }) => {
    const counts = { error: 0, warning: 0, note: 0 };
    const { articles } = await checkArchive(content, {
      hashWarc,
      quickly: { hashMember, hashRun },
      parseSynonyms,
      tell: (problem) => {
        counts[problem.severity] += 1;
        // The problems are this command's result, so a person finds them on stdout.
        if (json) tellProblem(problem);
        else print(`${printProblem(problem, language)}\n`);
      },
    });
    const summary = { articles, errors: counts.error, warnings: counts.warning, notes: counts.note };
    if (json) printJson({ summary: true, ...summary });
    else {
      print(fill(words.check.summary, summary));
      if (counts.error + counts.warning + counts.note === 0) print(words.check.sound);
    }
    return counts.error > 0 ? exitCodes.faultsInContent : exitCodes.done;
  },
});
