import { createHash } from 'node:crypto';
import { readChanges, readRuns } from './read-log-fs.ts';

/** Tells whether a file holds what the importer wrote, so that nobody edited it; false where the log can't tell. */
export type IsAsWritten = (path: string, text: string) => boolean;

/** Reads in the log which bytes each file had when the importer had written it last, from the first run on. */
export const loadWrittenFiles = async (root: string): Promise<IsAsWritten> => {
  const written = new Map<string, string>();
  for (const { run, head } of await readRuns(root)) {
    for await (const { file, before, after, from } of readChanges(root, run)) {
      // What an undo brings back may have been edited, so may what another run found there, or what another archive had.
      const isOurs =
        head.act !== 'undo' && from === undefined && (before === null || written.get(file) === before);
      if (isOurs && after !== null) written.set(file, after);
      else written.delete(file);
    }
  }
  return (path, text) => written.get(path) === createHash('sha256').update(text).digest('hex');
};
