import { dirname, join } from 'node:path';
import type { ContentStore } from '../archive/content-store-fs.ts';
import { snapshotPath, type SnapshotHead } from '../article/snapshot-record.ts';
import { toProblem, type Problem } from '../problem/problem.ts';
import { manifestName } from '../snapshot/manifest.ts';
import {
  bagFolder,
  listBags,
  listReleases,
  pruneReleases,
  putInPlace,
  readInForce,
  recoverFolder,
  releaseFolder,
  switchTo,
  workFolder,
  type ReadyRelease,
} from '../snapshot/publishing-folder-fs.ts';
import { readSnapshot } from '../snapshot/read-snapshot-fs.ts';
import { signFile } from '../snapshot/sign-fs.ts';
import { syncNames } from '../snapshot/sync-folder-fs.ts';
import { toChanges } from '../snapshot/to-changes.ts';
import { tagManifestName } from '../snapshot/write-bag-fs.ts';
import type { buildSite } from './build-site.ts';
import { exitCodes, type CommandContext, type ExitCode } from './command.ts';
import { toDiskFault } from './disk-fault.ts';
import { fill } from './fill.ts';
import { makeBag, makeRelease, verifyMade, type ReleaseStep } from './make-release.ts';
import { readVersion } from './read-version.ts';
import { firstDifference, readStanding, type Standing } from './snapshot-standing.ts';
import { surveyContent, type ContentSurvey } from './survey-content.ts';
import { tellPublished } from './tell-published.ts';
import { verifyStanding } from './verify-standing.ts';
import { withdrawFromReleases } from './withdraw-from-releases.ts';

/** What is published, and where to. Whoever calls holds the locks of both folders. */
export interface Publication {
  readonly content: string;
  readonly to: string;
  /** The day that names the snapshot. */
  readonly date: string;
  /** How many former releases stay; null for all. */
  readonly keep: number | null;
  /** The file of a key to sign with. */
  readonly sign: string | null;
  readonly site: string | null;
  readonly base: string;
  /** Writes to the content folder. */
  readonly store: ContentStore;
  readonly build: typeof buildSite;
}

const toHead = async (
  date: string,
  { gathered, sources }: ContentSurvey,
  previous: Standing['previous'],
): Promise<SnapshotHead> => ({
  format: 1,
  date,
  software: { name: 'khobao', version: await readVersion() },
  previous: previous === null ? null : { date: previous.snapshot.date, sha256: previous.sha256 },
  counts: { ...gathered.counts, sources },
  changes: toChanges(previous?.snapshot.articles ?? {}, gathered.articles),
});

/** Builds, proves and puts in place; null where a problem was told and nothing has changed. */
const makeAndPlace = async (
  publication: Publication,
  survey: ContentSurvey,
  standing: Standing,
  context: CommandContext,
  onStep: (step: ReleaseStep) => void,
): Promise<SnapshotHead | null> => {
  const { content, to, date, sign, site, base, store, build } = publication;
  const { signal, verbose, tell, tellProblem, showProgress } = context;
  const { same, previous, hasRelease, hasBag } = standing;
  const inForce = await readInForce(to);
  const work = workFolder(to);
  const head = await toHead(date, survey, previous);
  const outcome = await makeRelease(
    {
      content,
      survey,
      head,
      work,
      former: inForce === null ? join(work, 'none') : releaseFolder(to, inForce),
      site,
      base,
      signal,
      onStep,
      onLine: (line) => {
        if (verbose) tell(line);
        else showProgress(line.trim().slice(0, 78));
      },
    },
    build,
  );
  if (outcome.made === null) {
    outcome.problems.forEach(tellProblem);
    if (!verbose) outcome.lines.slice(-20).forEach(tell);
    return null;
  }
  const { made } = outcome;
  if (same !== null && same.sha256 !== made.sha256) {
    const file = firstDifference(same.snapshot, made.snapshot);
    tellProblem(toProblem('snapshot-differs', { date, file, version: same.snapshot.software.version }));
    return null;
  }
  const bag = hasBag ? null : join(work, 'bag');
  onStep('bag');
  const bagged = bag === null ? null : await makeBag(bag, made, { content, survey });
  const refused = bagged?.problem ?? (await signAll(sign, made.folder, bag));
  if (refused !== null) {
    tellProblem(refused);
    return null;
  }
  signal.throwIfAborted();
  onStep('verifying');
  let isSound = true;
  for await (const problem of verifyMade(made, bag)) {
    isSound = false;
    tellProblem(problem);
  }
  if (!isSound) return null;
  signal.throwIfAborted();
  onStep('placing');
  const problem = await placeOrRecover(to, content, {
    date,
    site: hasRelease ? null : made.folder,
    bag,
    snapshotSha256: made.sha256,
    keepSnapshot: async () => {
      const kept = await store.write(snapshotPath(date), made.text);
      if (kept === null) await syncNames(join(content, dirname(snapshotPath(date))));
      return kept;
    },
  });
  if (problem === null) return head;
  tellProblem(problem);
  return null;
};

/** Puts a release in place; what a failing disk leaves half done is finished or taken back at once. */
const placeOrRecover = async (to: string, content: string, ready: ReadyRelease): Promise<Problem | null> => {
  const recover = (): Promise<void> =>
    recoverFolder(to, async (day, sha256) => (await readSnapshot(content, day)).sha256 === sha256);
  try {
    const problem = await putInPlace(to, ready);
    if (problem !== null) await recover();
    return problem;
  } catch (error) {
    const problem = toDiskFault(error, to);
    try {
      await recover();
    } catch (again) {
      // The next publication recovers it.
      toDiskFault(again, to);
    }
    const isDone =
      (await readInForce(to)) === ready.date &&
      (await listReleases(to)).includes(ready.date) &&
      (await listBags(to)).includes(ready.date);
    return isDone ? null : problem;
  }
};

/** Signs what is not signed yet. */
const signAll = async (key: string | null, release: string, bag: string | null): Promise<Problem | null> => {
  if (key === null) return null;
  const files = [join(release, manifestName), ...(bag === null ? [] : [join(bag, tagManifestName)])];
  for (const file of files) {
    const problem = await signFile(file, key);
    if (problem !== null) return problem;
  }
  return null;
};

/** Sees to former releases, once the new one is in force; false where not all could be done, which is told. */
const finishFormer = async (
  publication: Publication,
  survey: ContentSurvey,
  context: CommandContext,
  onStep: (step: ReleaseStep) => void,
): Promise<{ succeeded: boolean; pruned: readonly string[] }> => {
  const { to, keep } = publication;
  try {
    const succeeded = await withdrawFromReleases(publication, survey, context, onStep);
    return { succeeded, pruned: keep === null ? [] : await pruneReleases(to, keep) };
  } catch (error) {
    context.tellProblem(toDiskFault(error, to));
    return { succeeded: false, pruned: [] };
  }
};

/** Publishes a snapshot, whole or not at all. An error of the disk is thrown. */
export const publishSnapshot = async (
  publication: Publication,
  context: CommandContext,
): Promise<ExitCode> => {
  const { content, to, date, sign } = publication;
  const { words, json, tell, tellProblem, showProgress, signal } = context;
  const onStep = (step: ReleaseStep): void => {
    showProgress(null);
    if (!json) tell(words.publish.steps[step]);
  };
  const refuse = (): ExitCode => {
    showProgress(null);
    tell(signal.aborted ? words.publish.interrupted : words.publish.kept);
    return signal.aborted ? exitCodes.interrupted : exitCodes.faultsInContent;
  };
  const survey = await surveyContent(content, tellProblem, onStep);
  if (survey.errors > 0) return refuse();
  signal.throwIfAborted();
  const { standing, problem } = await readStanding(publication, survey.hashes);
  if (problem !== null) {
    tellProblem(problem);
    return refuse();
  }
  const { same, hasRelease, hasBag } = standing;
  if (hasRelease || hasBag) onStep('verifying');
  let isSound = true;
  for await (const fault of verifyStanding(to, date, standing, signal)) {
    isSound = false;
    tellProblem(fault);
  }
  if (!isSound) {
    tell(fill(words.publish.damaged, { date }));
    return refuse();
  }
  const there = hasRelease && hasBag ? (same?.snapshot ?? null) : null;
  const head = there ?? (await makeAndPlace(publication, survey, standing, context, onStep));
  if (head === null) return refuse();
  if (there !== null) {
    const unsigned = await signAll(sign, releaseFolder(to, date), bagFolder(to, date));
    if (unsigned !== null) {
      tellProblem(unsigned);
      return refuse();
    }
    if ((await readInForce(to)) !== date) await switchTo(to, date);
  }
  const { succeeded, pruned } = await finishFormer(publication, survey, context, onStep);
  tellPublished(there === null ? 'published' : 'unchanged', publication, head, pruned, context);
  return succeeded ? exitCodes.done : exitCodes.faultsInContent;
};
