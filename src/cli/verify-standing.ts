import { hashMember } from '../capture/hash-member-fs.ts';
import { hashWarc } from '../capture/read-records-fs.ts';
import type { Problem } from '../problem/problem.ts';
import { checkPair } from '../snapshot/check-day-fs.ts';
import { bagFolder, releaseFolder } from '../snapshot/publishing-folder-fs.ts';
import { verifyRelease } from '../snapshot/verify-release-fs.ts';
import type { Standing } from './snapshot-standing.ts';
import { verifyBaggedArchive } from './verify-bagged-archive.ts';

/**
 * Every fault of what a publishing folder has of a day already: to say that a day is published means that it is as it was.
 * Problems: those of `verifyRelease`, `verifyBaggedArchive` and `checkPair`.
 */
export async function* verifyStanding(
  to: string,
  day: string,
  { hasRelease, hasBag }: Pick<Standing, 'hasRelease' | 'hasBag'>,
  signal: AbortSignal,
): AsyncGenerator<Problem, void, undefined> {
  if (hasRelease) yield* verifyRelease(releaseFolder(to, day), { hashWarc, hashMember }, { day, signal });
  if (hasBag) yield* verifyBaggedArchive(bagFolder(to, day), day, { signal });
  const differs = await checkPair(to, day);
  if (differs !== null) yield differs;
}
