import { withdrawInFile } from '../archive/withdrawal.ts';
import { toProblem } from '../problem/problem.ts';
import { changeArticle, oneArticle } from './change-article.ts';
import { defineCommand } from './command.ts';
import { fill } from './fill.ts';
import { UsageFault } from './usage-fault.ts';

/** `khobao withdraw ID --reason TEXT` */
export const withdrawCommand = defineCommand({
  name: 'withdraw',
  ...oneArticle,
  run: ([id = ''], { content, reason, by = null }, context) => {
    if (reason === undefined) throw new UsageFault('missingArgument', { value: '--reason' });
    const { words, json, print, printJson } = context;
    const head = { act: 'withdraw', by, reason } as const;
    return changeArticle(content, id, head, context, ({ text, article, file, ...archive }) => {
      if (article.withdrawn !== null) {
        const { withdrawnAt, reason: former } = article.withdrawn;
        return toProblem('article-withdrawn', { id, date: withdrawnAt, reason: former }, { file });
      }
      const withdrawn = { withdrawnAt: archive.at, reason, by: archive.by };
      return {
        text: withdrawInFile(text, withdrawn),
        done: () => {
          if (json) printJson({ id, file, status: 'withdrawn', withdrawn, problems: [] });
          else print(fill(words.withdraw.done, { id, reason }));
        },
      };
    });
  },
});
