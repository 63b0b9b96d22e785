import type { Snapshot } from '../article/snapshot-record.ts';
import { toProblem, type Problem } from '../problem/problem.ts';
import { listBags, listReleases, releaseFolder } from '../snapshot/publishing-folder-fs.ts';
import { listSnapshots, readSnapshot } from '../snapshot/read-snapshot-fs.ts';
import { readMarker } from './site-marker.ts';
import type { Publication } from './publish-snapshot.ts';

/** A snapshot that the archive has, and the SHA-256 of its file. */
export interface StandingSnapshot {
  readonly snapshot: Snapshot;
  readonly sha256: string;
}

/** What stands of a day before it is published. */
export interface Standing {
  /** The archive's snapshot of the day itself, and the last before it. */
  readonly same: StandingSnapshot | null;
  readonly previous: StandingSnapshot | null;
  /** What the publishing folder has of the day. */
  readonly hasRelease: boolean;
  readonly hasBag: boolean;
}

const isSameContent = (
  content: Readonly<Record<string, string>>,
  hashes: ReadonlyMap<string, string>,
): boolean =>
  Object.keys(content).length === hashes.size &&
  [...hashes].every(([path, sha256]) => content[path] === sha256);

/**
 * What stands of a day, or why it can't be published; `hashes` are those of the content folder. Problems: `snapshot-older`,
 * `snapshot-exists`, and those of `readSnapshot`.
 */
export const readStanding = async (
  { content, to, date, base, site }: Publication,
  hashes: ReadonlyMap<string, string>,
): Promise<{ standing: Standing; problem: null } | { standing: null; problem: Problem }> => {
  const refused = (problem: Problem) => ({ standing: null, problem });
  const dates = await listSnapshots(content);
  const [releases, bags] = [await listReleases(to), await listBags(to)];
  const [hasRelease, hasBag] = [releases.includes(date), bags.includes(date)];
  const last = [...dates, ...releases, ...bags].sort().at(-1);
  if (last !== undefined && last > date && !dates.includes(date)) {
    return refused(toProblem('snapshot-older', { date, last }));
  }
  const standing: { same: StandingSnapshot | null; previous: StandingSnapshot | null } = {
    same: null,
    previous: null,
  };
  for (const [part, day] of [
    ['same', dates.find((one) => one === date)],
    ['previous', dates.findLast((one) => one < date)],
  ] as const) {
    if (day === undefined) continue;
    const { snapshot, sha256, problem } = await readSnapshot(content, day);
    if (problem !== null) return refused(problem);
    if (snapshot !== null && sha256 !== null) standing[part] = { snapshot, sha256 };
  }
  const { same } = standing;
  // What an archive that was brought back from an older bag no longer knows of was published all the same.
  const isOther = same === null ? hasRelease || hasBag : !isSameContent(same.snapshot.content, hashes);
  const marker = hasRelease ? await readMarker(releaseFolder(to, date)) : null;
  const isOtherSite = hasRelease && (marker?.base !== base || marker.site !== site);
  if (isOther || isOtherSite) return refused(toProblem('snapshot-exists', { date }));
  return { standing: { ...standing, hasRelease, hasBag }, problem: null };
};

/** The first file, by path, in which a site differs from what a snapshot says of it. */
export const firstDifference = (former: Snapshot, now: Snapshot): string =>
  [...new Set([...Object.keys(former.release), ...Object.keys(now.release)])]
    .sort()
    .find((path) => former.release[path] !== now.release[path]) ?? 'snapshot.json';
