import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  releasedSnapshotPath,
  snapshotPath,
  type Snapshot,
  type SnapshotHead,
} from '../article/snapshot-record.ts';
import { hashMember } from '../capture/hash-member-fs.ts';
import { readMembers } from '../capture/record-members-fs.ts';
import { hashWarc } from '../capture/read-records-fs.ts';
import { toProblem, type Problem } from '../problem/problem.ts';
import { checkAgainst } from '../snapshot/check-against-fs.ts';
import { checkReleasedCaptures, glanceAtCaptures } from '../snapshot/check-released-captures-fs.ts';
import { hashFolder } from '../snapshot/hash-folder-fs.ts';
import { manifestName, printManifest } from '../snapshot/manifest.ts';
import { keepTimes } from '../snapshot/keep-times-fs.ts';
import { verifyBag } from '../snapshot/verify-bag-fs.ts';
import { bagContentFolder, writeBag } from '../snapshot/write-bag-fs.ts';
import { writeCaptures } from '../snapshot/write-captures-fs.ts';
import { buildSite } from './build-site.ts';
import { markerName, printMarker } from './site-marker.ts';
import { isHidden, isSnapshotContent, type ContentSurvey } from './survey-content.ts';

/** The steps of a publication that a person is told of. */
export type ReleaseStep =
  | 'checking'
  | 'hashing'
  | 'building'
  | 'captures'
  | 'manifest'
  | 'bag'
  | 'verifying'
  | 'placing'
  | 'withdrawing';

/** What a release is made from and where to. */
export interface ReleaseMaking {
  readonly content: string;
  readonly survey: ContentSurvey;
  readonly head: SnapshotHead;
  /** A folder of this work's own. */
  readonly work: string;
  /** The release in force, of which unchanged parts of the index are taken over; it may not be there. */
  readonly former: string;
  readonly site: string | null;
  readonly base: string;
  readonly signal: AbortSignal;
  readonly onStep: (step: ReleaseStep) => void;
  readonly onLine: (line: string) => void;
}

/** A site that is whole: where it waits, and the snapshot that proves it. */
export interface MadeRelease {
  readonly folder: string;
  readonly snapshot: Snapshot;
  /** Of the snapshot's file. */
  readonly text: string;
  readonly sha256: string;
  /** Of the whole release. */
  readonly manifest: string;
}

/** A release, or why there is none; `lines` is what a failed build said. */
export type ReleaseOutcome =
  | { readonly made: MadeRelease; readonly problems: readonly [] }
  | { readonly made: null; readonly problems: readonly Problem[]; readonly lines: readonly string[] };

const isLaterSnapshot = (path: string, date: string): boolean =>
  path.startsWith(dirname(snapshotPath(date))) && path > snapshotPath(date);

const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');

const failed = (problems: readonly Problem[], lines: readonly string[] = []): ReleaseOutcome => ({
  made: null,
  problems,
  lines,
});

const toSorted = (hashes: ReadonlyMap<string, string>): Record<string, string> =>
  Object.fromEntries([...hashes].sort(([a], [b]) => (a < b ? -1 : 1)));

/** Builds the site of a snapshot, with each live capture as its own WARC, and the manifest of all of it. */
export const makeRelease = async (
  making: ReleaseMaking,
  build: typeof buildSite = buildSite,
): Promise<ReleaseOutcome> => {
  const { content, survey, head, work, former, site, base, signal, onStep, onLine } = making;
  await mkdir(work, { recursive: true });
  const headFile = join(work, 'snapshot-head.json');
  await writeFile(headFile, JSON.stringify(head));
  const folder = join(work, 'site');
  onStep('building');
  const { succeeded, lines } = await build({
    content,
    out: folder,
    former,
    site,
    base,
    signal,
    snapshot: headFile,
    tell: onLine,
  });
  if (!succeeded) {
    const reason = lines.findLast((line) => /\berror\b/i.test(line)) ?? lines.at(-1) ?? '';
    return failed(signal.aborted ? [] : [toProblem('build-failed', { reason: reason.trim() })], lines);
  }
  await writeFile(join(folder, markerName), printMarker({ base, site }));
  onStep('captures');
  const missing = await writeCaptures(content, survey.gathered.captures.values(), folder, readMembers);
  if (missing.length > 0) {
    return failed(
      missing.map(({ sha256, file, offset }) =>
        toProblem('capture-missing', { sha256, file: join(content, file), offset }),
      ),
    );
  }
  signal.throwIfAborted();
  onStep('manifest');
  const release = await hashFolder(folder);
  const snapshot: Snapshot = {
    ...head,
    articles: Object.fromEntries(
      Object.entries(survey.gathered.articles).sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
    content: toSorted(survey.hashes),
    release: toSorted(release),
  };
  const text = `${JSON.stringify(snapshot, null, 1)}\n`;
  const sha256 = sha256Of(text);
  const own = releasedSnapshotPath(head.date);
  await mkdir(dirname(join(folder, own)), { recursive: true });
  await writeFile(join(folder, own), text);
  release.set(own, sha256);
  const manifest = printManifest([...release].map(([path, hash]) => ({ path, sha256: hash })));
  await writeFile(join(folder, manifestName), manifest);
  await keepTimes(folder, release, former);
  return { made: { folder, snapshot, text, sha256, manifest }, problems: [] };
};

/** Writes the bag of a snapshot; comes back with its tag manifest, or with what changed in the archive meanwhile. */
export const makeBag = async (
  folder: string,
  { snapshot, text }: Pick<MadeRelease, 'snapshot' | 'text'>,
  { content, survey }: Pick<ReleaseMaking, 'content' | 'survey'>,
): Promise<{ tagManifest: string; problem: Problem | null }> => {
  const { payload, tagManifest } = await writeBag(folder, {
    content,
    skips: isHidden,
    // A bag made again, after later days were published, is the same.
    leavesOut: (path) => isLaterSnapshot(path, snapshot.date),
    added: new Map([[snapshotPath(snapshot.date), text]]),
    info: {
      organization: survey.name,
      date: snapshot.date,
      softwareVersion: snapshot.software.version,
    },
  });
  const bagged = new Map(
    payload.map(({ path, sha256 }) => [path.slice(bagContentFolder.length + 1), sha256]),
  );
  const paths = [...new Set([...bagged.keys(), ...survey.hashes.keys()])].filter(isSnapshotContent);
  const changed = paths.find((path) => bagged.get(path) !== survey.hashes.get(path));
  if (changed === undefined) return { tagManifest, problem: null };
  const file = join(content, changed);
  return { tagManifest, problem: toProblem('content-changed', { file }, { file }) };
};

/** Reads all that was made once more, as `verify` would years later. */
export async function* verifyMade(
  { folder, snapshot, sha256 }: MadeRelease,
  bag: string | null,
): AsyncGenerator<Problem, void, undefined> {
  const manifest = new Map(Object.entries(snapshot.release));
  manifest.set(releasedSnapshotPath(snapshot.date), sha256);
  const { reads, sound } = glanceAtCaptures({ hashMember });
  yield* checkAgainst(folder, { manifest, isBeside: (path) => path.startsWith(manifestName), reads });
  const live = Object.values(snapshot.articles).filter(({ withdrawn }) => !withdrawn);
  const captures = new Set(live.flatMap((one) => one.captures));
  yield* checkReleasedCaptures(folder, captures.difference(sound), hashWarc);
  if (bag !== null) yield* verifyBag(bag);
}
