import { restoreInFile } from '../archive/withdrawal.ts';
import { toProblem } from '../problem/problem.ts';
import { changeArticle, oneArticle } from './change-article.ts';
import { defineCommand } from './command.ts';
import { fill } from './fill.ts';

/** `khobao restore ID` */
export const restoreCommand = defineCommand({
  name: 'restore',
  ...oneArticle,
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
