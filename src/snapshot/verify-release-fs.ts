import { basename, join } from 'node:path';
import { publishedManifestPath, releaseWithdrawalsPath } from '../article/release-withdrawal.ts';
import { releasedSnapshotPath, type Snapshot } from '../article/snapshot-record.ts';
import { toProblem, type Problem } from '../problem/problem.ts';
import { checkAgainst, type FolderCheck } from './check-against-fs.ts';
import { checkReleasedCaptures, glanceAtCaptures, type RecordHashing } from './check-released-captures-fs.ts';
import { findUnexplained } from './explain-changes.ts';
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

/** The first file of which the manifest of the day of publication says something else than the snapshot, or alone. */
const disagreement = (
  folder: string,
  { date, release }: Snapshot,
  published: ReadonlyMap<string, string>,
): Problem | null => {
  const path = [...new Set([...Object.keys(release), ...published.keys()])]
    .sort()
    .find((one) => published.get(one) !== release[one] && one !== releasedSnapshotPath(date));
  if (path === undefined) return null;
  const file = join(folder, path);
  const [found, expected] = [published.get(path) ?? '—', release[path] ?? '—'];
  return toProblem('manifest-file-altered', { file, found, expected }, { file });
};

/** What gave way in a release, and the manifest as it was before anything did; `problems` of what tells so. */
const readPublished = async (
  folder: string,
  date: string,
  manifest: ReadonlyMap<string, string>,
): Promise<{ gone: Set<string>; published: ReadonlyMap<string, string>; problems: Problem[] }> => {
  const given = await readGivenWay(folder, date);
  const gone = new Set(given.map(({ id }) => id));
  if (given.length === 0) return { gone, published: manifest, problems: [] };
  const kept = await readManifest(join(folder, publishedManifestPath(date)));
  const published = kept.manifest ?? new Map<string, string>();
  const telling = [releaseWithdrawalsPath(date), publishedManifestPath(date)];
  const isTelling = (path: string): boolean => telling.some((one) => path.startsWith(one));
  const unexplained = findUnexplained(published, manifest, given, isTelling).map((path) => {
    const file = join(folder, path);
    const [found, expected] = [manifest.get(path) ?? '—', published.get(path) ?? '—'];
    return toProblem('manifest-file-altered', { file, found, expected }, { file });
  });
  return { gone, published, problems: [...kept.problems, ...unexplained] };
};

/**
 * Every fault of a release: its files against its manifest, the manifest against the snapshot, each live article's captures
 * against the hashes that they are named by. `day` is the one that its folder is named by; null where that says nothing.
 *
 * Problems: `snapshot-misplaced`, and those of `readManifest`, `checkAgainst`, `readSnapshotFile` and `checkReleasedCaptures`.
 */
export async function* verifyRelease(
  folder: string,
  hashing: RecordHashing,
  { day = null, onFile, signal }: Pick<FolderCheck, 'onFile' | 'signal'> & { day?: string | null } = {},
): AsyncGenerator<Problem, void, undefined> {
  const { manifest, problems } = await readManifest(join(folder, manifestName));
  yield* problems;
  if (manifest === null) return;
  const { reads, sound } = glanceAtCaptures(hashing);
  yield* checkAgainst(folder, {
    manifest,
    isBeside: isManifestOrSignature,
    reads,
    ...(onFile !== undefined && { onFile }),
    ...(signal !== undefined && { signal }),
  });
  const date = ownDate(manifest);
  if (date === null) {
    const file = join(folder, releasedSnapshotPath(day ?? basename(folder)));
    yield toProblem('manifest-file-missing', { file }, { file });
    return;
  }
  if (day !== null && day !== date) {
    yield toProblem('snapshot-misplaced', { folder, found: date }, { file: folder });
  }
  const { snapshot, problem } = await readSnapshotFile(join(folder, releasedSnapshotPath(date)), date);
  if (problem !== null) yield problem;
  if (snapshot === null) return;
  const given = await readPublished(folder, date, manifest);
  yield* given.problems;
  const disagrees = disagreement(folder, snapshot, given.published);
  if (disagrees !== null) yield disagrees;
  const live = Object.entries(snapshot.articles).filter(
    ([id, { withdrawn }]) => !withdrawn && !given.gone.has(id),
  );
  const captures = new Set(live.flatMap(([, one]) => one.captures));
  yield* checkReleasedCaptures(folder, captures.difference(sound), hashing.hashWarc);
}
