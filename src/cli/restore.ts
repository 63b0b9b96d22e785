import { z } from 'zod';
import { restoreInFile } from '../archive/withdrawal.ts';
import { toProblem } from '../problem/problem.ts';
import { normaliseLine } from '../text/normalise-text.ts';
import { changeArticle } from './change-article.ts';
import { defineCommand } from './command.ts';
import { fill } from './fill.ts';

const line = z.string().transform(normaliseLine).pipe(z.string().min(1));

/** `khobao restore ID` */
export const restoreCommand = defineCommand({
  name: 'restore',
  arguments: [{ form: '<ID>', name: 'ID' }],
  options: { content: '--content <DIR>', reason: '--reason <TEXT>', by: '--by <NAME>' },
  schema: z.object({
    content: z.string().min(1).default('content'),
    reason: line.optional(),
    by: line.optional(),
  }),
  run: ([id = ''], { content, reason = null, by = null }, context) => {
    const { words, json, print, printJson } = context;
    const head = { act: 'restore', by, reason } as const;
    return changeArticle(content, id, head, context, ({ text, article, file }) => {
      if (article.withdrawn === null) return toProblem('article-not-withdrawn', { id }, { file });
      return {
        text: restoreInFile(text),
        done: () => {
          if (json) printJson({ id, file, status: 'published', withdrawn: null, problems: [] });
          else print(fill(words.restore.done, { id }));
        },
      };
    });
  },
});
