import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ContentStore } from '../archive/content-store-fs.ts';
import {
  snapshotPath,
  type Snapshot,
  type SnapshotChanges,
  type SnapshotHead,
} from '../article/snapshot-record.ts';
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
} from '../snapshot/publishing-folder-fs.ts';
import { listSnapshots, readSnapshot } from '../snapshot/read-snapshot-fs.ts';
import { signFile } from '../snapshot/sign-fs.ts';
import { toChanges } from '../snapshot/to-changes.ts';
import { tagManifestName } from '../snapshot/write-bag-fs.ts';
import { exitCodes, type CommandContext, type ExitCode } from './command.ts';
import { fill } from './fill.ts';
import { makeBag, makeRelease, verifyMade, type MadeRelease, type ReleaseStep } from './make-release.ts';
import { readMarker } from './site-marker.ts';
import { surveyContent, type ContentSurvey } from './survey-content.ts';
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
}

/** The snapshots that stand: that of the day itself, and the last before it. */
interface Standing {
  readonly same: { snapshot: Snapshot; sha256: string } | null;
  readonly previous: { snapshot: Snapshot; sha256: string } | null;
}

const readVersion = async (): Promise<string> => {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
};

const readStanding = async ({
  content,
  date,
}: Publication): Promise<{ standing: Standing | null; problem: Problem | null }> => {
  const dates = await listSnapshots(content);
  const last = dates.at(-1);
  if (last !== undefined && last > date && !dates.includes(date)) {
    return { standing: null, problem: toProblem('snapshot-older', { date, last }) };
  }
  const read = async (day: string | undefined) => (day === undefined ? null : readSnapshot(content, day));
  const [same, previous] = [
    await read(dates.find((one) => one === date)),
    await read(dates.findLast((one) => one < date)),
  ];
  const toPart = (one: typeof same) =>
    one?.snapshot && one.sha256 !== null ? { snapshot: one.snapshot, sha256: one.sha256 } : null;
  const problem = same?.problem ?? previous?.problem ?? null;
  return { standing: { same: toPart(same), previous: toPart(previous) }, problem };
};

const isSameContent = (
  content: Readonly<Record<string, string>>,
  hashes: ReadonlyMap<string, string>,
): boolean =>
  Object.keys(content).length === hashes.size &&
  [...hashes].every(([path, sha256]) => content[path] === sha256);

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

/** The first file, by path, in which a site differs from what a snapshot says of it. */
const firstDifference = (former: Snapshot, now: Snapshot): string =>
  [...new Set([...Object.keys(former.release), ...Object.keys(now.release)])]
    .sort()
    .find((path) => former.release[path] !== now.release[path]) ?? 'snapshot.json';

const countsOf = (changes: SnapshotChanges): Record<keyof SnapshotChanges, number> => ({
  added: changes.added.length,
  changed: changes.changed.length,
  withdrawn: changes.withdrawn.length,
  restored: changes.restored.length,
  removed: changes.removed.length,
});

const tellDone = (
  status: 'published' | 'unchanged',
  { to, date }: Publication,
  { counts, changes }: SnapshotHead,
  pruned: readonly string[],
  { json, words, print, printJson }: CommandContext,
): void => {
  const release = releaseFolder(to, date);
  const bag = bagFolder(to, date);
  if (json) {
    printJson({ status, date, release, bag, counts, changes: countsOf(changes), pruned });
    return;
  }
  print(fill(words.publish[status], { date, articles: counts.articles, release, bag }));
  if (status === 'published') print(fill(words.publish.changes, countsOf(changes)));
  if (pruned.length > 0) print(fill(words.publish.pruned, { dates: pruned.join(', ') }));
};

/** Builds, proves and puts in place; null where a problem was told and nothing has changed. */
const makeAndPlace = async (
  publication: Publication,
  survey: ContentSurvey,
  { same, previous }: Standing,
  context: CommandContext,
  onStep: (step: ReleaseStep) => void,
): Promise<SnapshotHead | null> => {
  const { content, to, date, sign, site, base, store } = publication;
  const { signal, verbose, tell, tellProblem, showProgress } = context;
  const inForce = await readInForce(to);
  const work = workFolder(to);
  const head = await toHead(date, survey, previous);
  const outcome = await makeRelease({
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
  });
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
  const bag = (await listBags(to)).includes(date) ? null : join(work, 'bag');
  onStep('bag');
  if (bag !== null) {
    const { problem } = await makeBag(bag, made, { content, survey });
    if (problem !== null) {
      tellProblem(problem);
      return null;
    }
  }
  signal.throwIfAborted();
  const unsigned = await signAll(sign, made, bag);
  if (unsigned !== null) {
    tellProblem(unsigned);
    return null;
  }
  onStep('verifying');
  let isSound = true;
  for await (const problem of verifyMade(made, bag)) {
    isSound = false;
    tellProblem(problem);
  }
  if (!isSound) return null;
  signal.throwIfAborted();
  onStep('placing');
  const problem = await putInPlace(to, {
    date,
    site: made.folder,
    bag,
    snapshotSha256: made.sha256,
    keepSnapshot: () => store.write(snapshotPath(date), made.text),
  });
  if (problem === null) return head;
  tellProblem(problem);
  await recoverFolder(to, () => Promise.resolve(false));
  return null;
};

const signAll = async (
  key: string | null,
  { folder }: MadeRelease,
  bag: string | null,
): Promise<Problem | null> => {
  if (key === null) return null;
  const files = [join(folder, manifestName), ...(bag === null ? [] : [join(bag, tagManifestName)])];
  for (const file of files) {
    const problem = await signFile(file, key);
    if (problem !== null) return problem;
  }
  return null;
};

/** Publishes a snapshot, whole or not at all. An error of the disk is thrown. */
export const publishSnapshot = async (
  publication: Publication,
  context: CommandContext,
): Promise<ExitCode> => {
  const { content, to, date, keep, site, base } = publication;
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
  const { standing, problem } = await readStanding(publication);
  if (standing === null || problem !== null) {
    if (problem !== null) tellProblem(problem);
    return refuse();
  }
  const { same } = standing;
  if (same !== null && !isSameContent(same.snapshot.content, survey.hashes)) {
    tellProblem(toProblem('snapshot-exists', { date }));
    return refuse();
  }
  const marker = await readMarker(releaseFolder(to, date));
  const isThere = (await listReleases(to)).includes(date) && (await listBags(to)).includes(date);
  const isSameSite = marker?.base === base && marker.site === site;
  let head: SnapshotHead | null;
  if (same !== null && isThere && isSameSite) {
    head = same.snapshot;
    if ((await readInForce(to)) !== date) await switchTo(to, date);
  } else if (same !== null && (await listReleases(to)).includes(date) && !isSameSite) {
    tellProblem(toProblem('snapshot-exists', { date }));
    return refuse();
  } else {
    head = await makeAndPlace(publication, survey, standing, context, onStep);
  }
  if (head === null) return refuse();
  const isNew = !(same !== null && isThere && isSameSite);
  const withdrawn = await withdrawFromReleases(publication, survey, context, onStep);
  const pruned = keep === null ? [] : await pruneReleases(to, keep);
  tellDone(isNew ? 'published' : 'unchanged', publication, head, pruned, context);
  return withdrawn ? exitCodes.done : exitCodes.faultsInContent;
};
