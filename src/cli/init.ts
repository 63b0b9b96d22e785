import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { openContentStore } from '../archive/content-store-fs.ts';
import { toWriteProblem } from '../problem/to-write-problem.ts';
import { errorCodeOf } from '../archive/error-code.ts';
import { readShippedPlaces } from '../archive/load-places-fs.ts';
import { makeFolder } from '../archive/make-folder-fs.ts';
import { archiveYml, printReadme, synonymsYml } from '../i18n/content-folder.ts';
import { toProblem, type Problem } from '../problem/problem.ts';
import { defineCommand, exitCodes } from './command.ts';
import { fill } from './fill.ts';

/** What the commands have to be told of a folder that is not the usual one. */
const contentOption = (folder: string): string => {
  if (folder === 'content') return '';
  return ` --content ${/^[\w./~-]+$/.test(folder) ? folder : JSON.stringify(folder)}`;
};

/** Lays out the files; comes back with why not. */
const layOut = async (folder: string, files: Readonly<Record<string, string>>): Promise<Problem | null> => {
  try {
    const store = await openContentStore(folder);
    for (const [path, text] of Object.entries(files)) {
      const problem = await store.write(path, text);
      if (problem !== null) return problem;
    }
    for (const name of ['sources', 'articles']) await makeFolder(join(folder, name));
    return null;
  } catch (error) {
    return toWriteProblem(error, folder);
  }
};

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
    const option = contentOption(folder);
    const files = {
      'archive.yml': archiveYml,
      'synonyms.yml': synonymsYml,
      'places.yml': await readShippedPlaces(),
      'README.md': printReadme(option),
    };
    const problem = await layOut(folder, files);
    if (problem !== null) {
      tellProblem(problem);
      return exitCodes.faultsInContent;
    }
    if (json) printJson({ content: folder, files: Object.keys(files) });
    else {
      print(fill(words.init.done, { folder }));
      print(fill(words.init.next, { settings: join(folder, 'archive.yml'), option }));
    }
    return exitCodes.done;
  },
});
