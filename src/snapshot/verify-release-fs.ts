import { basename, join } from 'node:path';
import { publishedManifestPath } from '../article/release-withdrawal.ts';
import type { Snapshot } from '../article/snapshot-record.ts';
import { toProblem, type Problem } from '../problem/problem.ts';
import { checkAgainst, type FolderCheck } from './check-against-fs.ts';
import { checkReleasedCaptures, type HashRecords } from './check-released-captures-fs.ts';
import { manifestName } from './manifest.ts';
import { readManifest } from './read-manifest-fs.ts';
import { readSnapshotFile } from './read-snapshot-fs.ts';
import { signatureEndings } from './sign-fs.ts';
import { readGivenWay } from './withdraw-from-release-fs.ts';

/** The manifest of a release and its signatures: they prove the others, and are not in it themselves. */
export const isManifestOrSignature = (path: string): boolean =>
  ['', ...Object.values(signatureEndings)].some((ending) => path === manifestName + ending);

/** The one snapshot that a release holds, by its path in the manifest. */
const ownDate = (manifest: ReadonlyMap<string, string>): string | null => {
  const dates = [...manifest.keys()].flatMap(
    (path) => /^phat-hanh\/(\d{4}-\d{2}-\d{2})\/snapshot\.json$/.exec(path)?.[1] ?? [],
  );
  return dates.length === 1 ? (dates[0] ?? null) : null;
};

/** Whether the manifest of the day of publication says of every file what the snapshot says. */
const disagreement = (
  folder: string,
  { release }: Snapshot,
  published: ReadonlyMap<string, string>,
): Problem | null => {
  const path = Object.keys(release).find((one) => published.get(one) !== release[one]);
  if (path === undefined) return null;
  const file = join(folder, path);
  const [found, expected] = [published.get(path) ?? '—', release[path] ?? '—'];
  return toProblem('manifest-file-altered', { file, found, expected }, { file });
};

/**
 * Every fault of a release: its files against its manifest, the manifest against the snapshot, each live article's captures
 * against the hashes that they are named by.
 *
 * Problems: those of `readManifest`, `checkAgainst`, `readSnapshotFile` and `checkReleasedCaptures`.
 */
export async function* verifyRelease(
  folder: string,
  hashRecords: HashRecords,
  { onFile, signal }: Pick<FolderCheck, 'onFile' | 'signal'> = {},
): AsyncGenerator<Problem, void, undefined> {
  const { manifest, problems } = await readManifest(join(folder, manifestName));
  yield* problems;
  if (manifest === null) return;
  yield* checkAgainst(folder, {
    manifest,
    isBeside: isManifestOrSignature,
    ...(onFile !== undefined && { onFile }),
    ...(signal !== undefined && { signal }),
  });
  const date = ownDate(manifest);
  if (date === null) {
    const file = join(folder, 'phat-hanh', basename(folder), 'snapshot.json');
    yield toProblem('manifest-file-missing', { file }, { file });
    return;
  }
  const { snapshot, problem } = await readSnapshotFile(join(folder, `phat-hanh/${date}/snapshot.json`), date);
  if (problem !== null) yield problem;
  if (snapshot === null) return;
  const given = new Set((await readGivenWay(folder, date)).map(({ id }) => id));
  const published =
    given.size === 0
      ? manifest
      : ((await readManifest(join(folder, publishedManifestPath(date)))).manifest ??
        new Map<string, string>());
  const disagrees = disagreement(folder, snapshot, published);
  if (disagrees !== null) yield disagrees;
  const live = Object.entries(snapshot.articles).filter(
    ([id, { withdrawn }]) => !withdrawn && !given.has(id),
  );
  yield* checkReleasedCaptures(folder, new Set(live.flatMap(([, { captures }]) => captures)), hashRecords);
}
