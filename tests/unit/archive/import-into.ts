import { openContentStore, type WriteBytes } from '../../../src/archive/content-store-fs.ts';
import { readCaptures } from '../../../src/capture/read-captures-fs.ts';
import { openImport } from '../../../src/cli/import-session.ts';
import type { Outcome } from '../../../src/cli/to-outcome.ts';

/** Imports files in this process, and tells what became of each. */
export const importInto = async (
  content: string,
  paths: readonly string[],
  write?: WriteBytes,
): Promise<{ outcomes: Outcome[]; failed: boolean }> => {
  const store = await openContentStore(content, write);
  const session = await openImport({ content, store, source: null });
  for await (const item of readCaptures(paths)) await session.take(item);
  return session.commit();
};
