import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { errorCodeOf } from '../archive/error-code.ts';
import { articlePath, isArticleId } from '../article/article-id.ts';
import type { Article } from '../article/article.ts';
import { parseArticle } from '../article/parse-article.ts';
import { atPlace, hasError, toProblem, type Problem } from '../problem/problem.ts';
import { normaliseLine } from '../text/normalise-text.ts';
import { hasContent, changeArchive, type ArchiveChange, type ChangeHead } from './change-archive.ts';
import { exitCodes, type CommandContext, type ExitCode } from './command.ts';

const line = z.string().transform(normaliseLine).pipe(z.string().min(1));

/** How a command is told of the article that it changes, and why, and by whom. */
export const oneArticle = {
  arguments: [{ form: '<ID>', name: 'ID' }],
  options: { content: '--content <DIR>', reason: '--reason <TEXT>', by: '--by <NAME>' },
  schema: z.object({
    content: z.string().min(1).default('content'),
    reason: line.optional(),
    by: line.optional(),
  }),
} as const;

/** An article's file that a command is about to change. */
export interface ArticleChange extends ArchiveChange {
  /** With the content folder's path as it was given. */
  readonly file: string;
  readonly text: string;
  readonly article: Article;
}

type Found = { readonly text: string; readonly article: Article } | { readonly problems: readonly Problem[] };

const findArticle = async (content: string, id: string): Promise<Found> => {
  const file = join(content, articlePath(id));
  const missing = { problems: [toProblem('article-missing', { id })] };
  if (!isArticleId(id)) return missing;
  const bytes = await readFile(file).catch((error: unknown) => {
    if (errorCodeOf(error) === null) throw error;
    return null;
  });
  if (bytes === null) return missing;
  const text = bytes.toString('utf8');
  // Bytes that are no UTF-8 would be lost in writing the file again.
  if (!Buffer.from(text).equals(bytes)) {
    return { problems: [toProblem('file-unreadable', { reason: 'not UTF-8' }, { file })] };
  }
  const { article, problems } = parseArticle(text);
  if (article !== null) return { text, article };
  return { problems: problems.filter((one) => hasError([one])).map((one) => atPlace(one, { file })) };
};

/** Changes the file of one article: `change` gives its new text, or why it stays as it is. */
export const changeArticle = async (
  content: string,
  id: string,
  head: ChangeHead,
  context: CommandContext,
  change: (article: ArticleChange) => { text: string; done: () => void } | Problem,
): Promise<ExitCode> => {
  if (!(await hasContent(content, context))) return exitCodes.faultsInContent;
  return changeArchive(content, { ...head, id }, context, async (archive) => {
    const found = await findArticle(content, id);
    if ('problems' in found) {
      found.problems.forEach(context.tellProblem);
      return exitCodes.faultsInContent;
    }
    const path = articlePath(id);
    const changed = change({ ...archive, ...found, file: join(content, path) });
    const problem =
      'code' in changed
        ? changed
        : ((await archive.store.write(path, changed.text)) ?? (await archive.log.end({})));
    if (problem !== null) {
      context.tellProblem(problem);
      return exitCodes.faultsInContent;
    }
    if ('done' in changed) changed.done();
    return exitCodes.done;
  });
};
