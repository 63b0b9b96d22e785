import { statSync, utimesSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCodeOf } from '../problem/error-code.ts';
import { manifestName, parseManifest } from './manifest.ts';

const formerHashes = async (former: string): Promise<ReadonlyMap<string, string>> => {
  const text = await readFile(join(former, manifestName), 'utf8').catch((error: unknown) => {
    if (errorCodeOf(error) === null) throw error;
    return '';
  });
  return parseManifest(text).files;
};

/** When a file of the former release was changed, where it has the same bytes; null where it isn't there. */
const formerTimeMs = (former: string, path: string): number | null => {
  try {
    return statSync(join(former, path)).mtimeMs;
  } catch (error) {
    if (errorCodeOf(error) === null) throw error;
    return null;
  }
};

/**
 * Gives each file of a release the day on which its bytes were first published, so that what did not change since the former
 * release is not uploaded again, and not fetched again by browsers that have it.
 */
export const setTimes = async (
  folder: string,
  hashes: ReadonlyMap<string, string>,
  { former, date }: { former: string; date: string },
): Promise<void> => {
  const known = await formerHashes(former);
  const dayMs = Date.parse(`${date}T00:00:00+07:00`);
  for (const [path, sha256] of hashes) {
    const timeMs = (known.get(path) === sha256 ? formerTimeMs(former, path) : null) ?? dayMs;
    utimesSync(join(folder, path), timeMs / 1000, timeMs / 1000);
  }
};
