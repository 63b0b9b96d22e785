import { afterAll } from 'vitest';
import { makeFolder, removeFolder } from './run-khobao.ts';

/** Gives what makes a folder of the given files for one test; all are removed when the test file is done. */
export const useFolders = (): typeof makeFolder => {
  const folders: string[] = [];
  afterAll(() => Promise.all(folders.map(removeFolder)));
  return async (files) => {
    const folder = await makeFolder(files);
    folders.push(folder);
    return folder;
  };
};
