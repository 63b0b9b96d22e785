import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { openContentStore } from '../archive/content-store-fs.ts';
import { errorCodeOf } from '../archive/error-code.ts';
import { archiveYml, readme, synonymsYml } from '../i18n/content-folder.ts';
import { toProblem } from '../problem/problem.ts';
import { defineCommand, exitCodes } from './command.ts';
import { fill } from './fill.ts';

const files = { 'archive.yml': archiveYml, 'synonyms.yml': synonymsYml, 'README.md': readme };

/** What a folder holds; nothing for one that is not there; null for what is no folder. */
const namesIn = async (folder: string): Promise<string[] | null> => {
  try {
    return await readdir(folder);
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return [];
    if (errorCodeOf(error) === 'ENOTDIR') return null;
    throw error;
  }
};

/** `khobao init [DIR]` */
export const initCommand = defineCommand({
  name: 'init',
  arguments: [{ form: '[DIR]', name: 'DIR' }],
  options: {},
  schema: z.object({}),
  run: async ([folder = 'content'], _options, { words, json, print, printJson, tellProblem }) => {
    if ((await namesIn(folder))?.length !== 0) {
      tellProblem(toProblem('content-not-empty', { folder }, { file: folder }));
      return exitCodes.faultsInContent;
    }
    const store = await openContentStore(folder);
    for (const [path, text] of Object.entries(files)) {
      const problem = await store.write(path, text);
      if (problem === null) continue;
      tellProblem(problem);
      return exitCodes.faultsInContent;
    }
    for (const name of ['sources', 'articles']) await mkdir(join(folder, name), { recursive: true });
    if (json) printJson({ content: folder, files: Object.keys(files) });
    else {
      print(fill(words.init.done, { folder }));
      print(fill(words.init.next, { settings: join(folder, 'archive.yml') }));
    }
    return exitCodes.done;
  },
});
