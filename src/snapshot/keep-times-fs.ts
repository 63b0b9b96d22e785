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
 * Gives each file that has the bytes of the former release its time as well, so that tools that compare times do not upload
 * it again, and browsers that have it do not fetch it again. What is new keeps the time at which it was made: a tool must
 * never take it for older than what it uploaded last.
 */
export const keepTimes = async (
  folder: string,
  hashes: ReadonlyMap<string, string>,
  former: string,
): Promise<void> => {
  const known = await formerHashes(former);
  for (const [path, sha256] of hashes) {
    const timeMs = known.get(path) === sha256 ? formerTimeMs(former, path) : null;
    if (timeMs !== null) utimesSync(join(folder, path), timeMs / 1000, timeMs / 1000);
  }
};
