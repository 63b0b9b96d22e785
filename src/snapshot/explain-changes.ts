import type { ReleaseWithdrawals } from '../article/release-withdrawal.ts';

type Manifest = ReadonlyMap<string, string>;

/**
 * The files, by path, in which a release's manifest differs from the one as published for no withdrawal that it tells of.
 * `isTelling`: whether a file is one of those that tell.
 */
export const findUnexplained = (
  published: Manifest,
  now: Manifest,
  withdrawals: ReleaseWithdrawals,
  isTelling: (path: string) => boolean,
): string[] => {
  const told = new Map(withdrawals.flatMap(({ files }) => files.map(({ path, after }) => [path, after])));
  return [...new Set([...published.keys(), ...now.keys()])]
    .filter((path) => published.get(path) !== now.get(path) && !isTelling(path))
    .filter((path) => !told.has(path) || told.get(path) !== (now.get(path) ?? null))
    .sort();
};
