import { stat } from 'node:fs/promises';
import type { ReadItem } from '../capture/read-captures-fs.ts';
import { walkInputs } from '../capture/walk-inputs-fs.ts';
import type { CommandContext } from './command.ts';
import { printProgress } from './print-progress.ts';

const showEveryMs = 200;

/** Sizes of all inputs, in bytes; a file that can't be looked at counts for nothing. */
const sizesOf = async (paths: readonly string[], signal: AbortSignal): Promise<Map<string, number>> => {
  const sizes = new Map<string, number>();
  for await (const { path } of walkInputs(paths)) {
    if (signal.aborted) break;
    const found = await stat(path).catch(() => null);
    sizes.set(path, found?.size ?? 0);
  }
  return sizes;
};

/** Shows on a terminal how far an import has come, each time that an input was read. */
export const followImport = (
  paths: readonly string[],
  { language, words, showProgress, signal }: CommandContext,
): ((item: ReadItem) => void) => {
  const started = performance.now();
  let sizes: ReadonlyMap<string, number> | null = null;
  let all = 0;
  // Counted beside the import, which doesn't wait for it.
  sizesOf(paths, signal).then(
    (found) => {
      sizes = found;
      all = [...found.values()].reduce((sum, size) => sum + size, 0);
    },
    () => undefined,
  );
  let captures = 0;
  let shownAt = -Infinity;
  let current: string | null = null;
  let before = new Set<string>();
  let inCurrent = 0;

  const readSoFar = (): number => {
    let read = inCurrent;
    for (const path of before) if (path !== current) read += sizes?.get(path) ?? 0;
    return read;
  };

  return ({ input, capture }) => {
    captures += 1;
    if (input !== current) {
      if (current !== null) before = before.add(current);
      current = input;
      inCurrent = 0;
    }
    // Of a packed file more bytes come out than it has.
    inCurrent = Math.min(inCurrent + (capture?.bytes.length ?? 0), sizes?.get(input) ?? Infinity);
    const now = performance.now();
    if (now - shownAt < showEveryMs) return;
    shownAt = now;
    const bytes = sizes === null ? null : { read: readSoFar(), all };
    showProgress(printProgress({ captures, bytes, ms: now - started }, words.import, language));
  };
};
