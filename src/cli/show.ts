import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { errorCodeOf } from '../archive/error-code.ts';
import { loadSources, loadVersions, sourceIdOf } from '../archive/load-archive-fs.ts';
import { articlePath, isArticleId } from '../article/article-id.ts';
import { parseArticle } from '../article/parse-article.ts';
import { toShownArticle } from '../article/shown-article.ts';
import { atPlace, toProblem } from '../problem/problem.ts';
import { defineCommand, exitCodes } from './command.ts';
import { printShownArticle } from './print-shown-article.ts';

const readArticleFile = async (content: string, id: string): Promise<string | null> => {
  if (!isArticleId(id)) return null;
  try {
    return await readFile(join(content, articlePath(id)), 'utf8');
  } catch (error) {
    if (errorCodeOf(error) === null) throw error;
    return null;
  }
};

const countVersions = async (content: string, id: string): Promise<number> => {
  let versions = 1;
  for await (const { text } of loadVersions(content, id)) if (text !== null) versions += 1;
  return versions;
};

const sourceNameOf = async (content: string, id: string): Promise<string | null> => {
  for await (const { path, value } of loadSources(content)) {
    if (sourceIdOf(path) === id) return value?.name ?? null;
  }
  return null;
};

/** `khobao show ID` */
export const showCommand = defineCommand({
  name: 'show',
  arguments: [{ form: '<ID>', name: 'ID' }],
  options: { content: '--content <DIR>' },
  schema: z.object({ content: z.string().min(1).default('content') }),
  run: async ([id = ''], { content }, { words, json, print, printJson, tellProblem }) => {
    const text = await readArticleFile(content, id);
    if (text === null) {
      tellProblem(toProblem('article-missing', { id }));
      return exitCodes.faultsInContent;
    }
    const { article, problems } = parseArticle(text);
    if (article === null) {
      for (const problem of problems) tellProblem(atPlace(problem, { file: join(content, articlePath(id)) }));
      return exitCodes.faultsInContent;
    }
    const shown = toShownArticle(article, await countVersions(content, id));
    if (json) printJson(shown);
    else print(printShownArticle(shown, await sourceNameOf(content, article.source), words));
    return exitCodes.done;
  },
});
