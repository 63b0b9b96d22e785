/**
 * A publishing folder: `releases/<date>/` (the site as served), `site` (a link to the release in force), `bags/<date>/`. A
 * reader is given a new release by one renaming, that of the link; all before it can be taken back, all after it be made up for.
 */
import { lstat, mkdir, readdir, readFile, readlink, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { errorCodeOf } from '../problem/error-code.ts';
import { toProblem, type Problem } from '../problem/problem.ts';
import { syncFolder, syncNames } from './sync-folder-fs.ts';

/** A release and a bag that are whole, and where they wait. */
export interface ReadyRelease {
  readonly date: string;
  /** Null where the day has its release already. */
  readonly site: string | null;
  /** Null where the day has its bag already. */
  readonly bag: string | null;
  /** Of the snapshot's file. Once the archive has it, the publication counts as done. */
  readonly snapshotSha256: string;
  /** Puts the snapshot's file into the archive. */
  readonly keepSnapshot: () => Promise<Problem | null>;
}

/** What is written down before anything is put in place, and taken away when all is. */
interface Journal {
  readonly date: string;
  readonly snapshotSha256: string;
  /** Whether the day's release and its bag are put in place, or were there before. */
  readonly hasSite: boolean;
  readonly hasBag: boolean;
}

const journalName = '.khobao-publish.json';
const workPrefix = '.khobao-work-';
const awayPrefix = '.khobao-away-';
const gonePrefix = '.khobao-gone-';
const linkName = 'site';
const day = /^\d{4}-\d{2}-\d{2}$/;

const orNull = async <Value>(act: Promise<Value>): Promise<Value | null> => {
  try {
    return await act;
  } catch (error) {
    const code = errorCodeOf(error);
    if (code !== 'ENOENT' && code !== 'ENOTDIR' && code !== 'EINVAL') throw error;
    return null;
  }
};

/** Where a release, a bag, or the work of this process lies. */
export const releaseFolder = (root: string, date: string): string => join(root, 'releases', date);
export const bagFolder = (root: string, date: string): string => join(root, 'bags', date);
/** Where a release waits until another has taken its place. */
export const awayFolder = (root: string, date: string): string => join(root, `${awayPrefix}${date}`);
export const workFolder = (root: string): string => join(root, `${workPrefix}${String(process.pid)}`);

/** The days of the releases that are there, the oldest first. */
export const listReleases = async (root: string): Promise<string[]> =>
  ((await orNull(readdir(join(root, 'releases')))) ?? []).filter((name) => day.test(name)).sort();

/** The days of the bags that are there, the oldest first. */
export const listBags = async (root: string): Promise<string[]> =>
  ((await orNull(readdir(join(root, 'bags')))) ?? []).filter((name) => day.test(name)).sort();

/** The day of the release that readers get; null where there is none yet. */
export const readInForce = async (root: string): Promise<string | null> => {
  const target = await orNull(readlink(join(root, linkName)));
  return /^releases\/(\d{4}-\d{2}-\d{2})\/?$/.exec(target ?? '')?.[1] ?? null;
};

/** Why a folder can't be published to: it holds something else. Null where it can. Problems: `publish-folder-foreign`. */
export const refuseFolder = async (root: string): Promise<Problem | null> => {
  const names = (await orNull(readdir(root))) ?? [];
  const visible = names.filter((name) => !name.startsWith('.'));
  const isOurs = visible.length === 0 || visible.includes('releases');
  const link = await orNull(lstat(join(root, linkName)));
  if (isOurs && (link === null || link.isSymbolicLink())) return null;
  return toProblem('publish-folder-foreign', { folder: root }, { file: root });
};

/** A link to a release, ready to be renamed: a disk that is full is met here. */
const makeLink = async (root: string, date: string): Promise<string> => {
  const temporary = join(root, `.khobao-link-${String(process.pid)}`);
  await rm(temporary, { force: true });
  await symlink(`releases/${date}`, temporary);
  return temporary;
};

/** Lets readers have a release, in one step. */
export const switchTo = async (root: string, date: string): Promise<void> => {
  await rename(await makeLink(root, date), join(root, linkName));
  await syncNames(root);
};

const readJournal = async (root: string): Promise<Journal | null> => {
  const text = await orNull(readFile(join(root, journalName), 'utf8'));
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return null;
    const { date, snapshotSha256, hasSite, hasBag } = value as Record<string, unknown>;
    if (typeof date !== 'string' || !day.test(date) || typeof snapshotSha256 !== 'string') return null;
    return { date, snapshotSha256, hasSite: hasSite === true, hasBag: hasBag === true };
  } catch {
    // A journal that was cut short was written before anything else.
    return null;
  }
};

/** Removes a folder, out of the way in one step first: half of it is never taken for the whole. */
const removeWhole = async (root: string, folder: string): Promise<void> => {
  const gone = join(root, `${gonePrefix}${basename(folder)}`);
  await rm(gone, { recursive: true, force: true });
  await orNull(rename(folder, gone));
  await rm(gone, { recursive: true, force: true });
};

/**
 * Finishes the publication that a killed publisher wrote down, if the archive has its snapshot; else takes it back. What had
 * been there before stays in any case.
 */
const settle = async (
  root: string,
  { date, snapshotSha256, hasSite, hasBag }: Journal,
  isKept: (date: string, sha256: string) => Promise<boolean>,
): Promise<void> => {
  if (await isKept(date, snapshotSha256)) {
    if ((await listReleases(root)).includes(date)) await switchTo(root, date);
    return;
  }
  if ((await readInForce(root)) === date) return;
  if (hasSite) await removeWhole(root, releaseFolder(root, date));
  if (hasBag) await removeWhole(root, bagFolder(root, date));
};

/**
 * Makes up for what a killed publisher left: finishes what the archive has the snapshot of, takes back all else, and clears
 * its work away. Whoever calls holds the folder's lock.
 */
export const recoverFolder = async (
  root: string,
  isKept: (date: string, sha256: string) => Promise<boolean>,
): Promise<void> => {
  const names = (await orNull(readdir(root))) ?? [];
  for (const name of names.filter((one) => one.startsWith(awayPrefix))) {
    const date = name.slice(awayPrefix.length);
    if (day.test(date) && !(await listReleases(root)).includes(date)) {
      await rename(join(root, name), releaseFolder(root, date));
    }
  }
  const journal = await readJournal(root);
  if (journal !== null) await settle(root, journal, isKept);
  for (const name of names) {
    if (!name.startsWith('.khobao-') || name === journalName) continue;
    await rm(join(root, name), { recursive: true, force: true });
  }
  await rm(join(root, journalName), { force: true });
};

/** Puts a release in force. Whoever calls holds the folder's lock. An error of the disk is thrown; `recoverFolder` mends what it left. */
export const putInPlace = async (root: string, ready: ReadyRelease): Promise<Problem | null> => {
  const { date, snapshotSha256, site, bag } = ready;
  await mkdir(join(root, 'releases'), { recursive: true });
  await mkdir(join(root, 'bags'), { recursive: true });
  if (site !== null) await syncFolder(site);
  if (bag !== null) await syncFolder(bag);
  const link = await makeLink(root, date);
  const journal: Journal = { date, snapshotSha256, hasSite: site !== null, hasBag: bag !== null };
  const temporary = join(root, '.khobao-journal.tmp');
  await writeFile(temporary, JSON.stringify(journal), { flush: true });
  await rename(temporary, join(root, journalName));
  await syncNames(root);
  if (bag !== null) await rename(bag, bagFolder(root, date));
  if (site !== null) await rename(site, releaseFolder(root, date));
  await syncNames(join(root, 'bags'));
  await syncNames(join(root, 'releases'));
  const problem = await ready.keepSnapshot();
  if (problem !== null) return problem;
  await rename(link, join(root, linkName));
  await syncNames(root);
  await rm(join(root, journalName), { force: true });
  return null;
};

/** Removes the oldest releases but so many former ones; the one in force and all bags stay. Comes back with their days. */
export const pruneReleases = async (root: string, keep: number): Promise<string[]> => {
  const inForce = await readInForce(root);
  const former = (await listReleases(root)).filter((date) => date !== inForce);
  const dropped = former.slice(0, Math.max(0, former.length - keep));
  for (const date of dropped) await removeWhole(root, releaseFolder(root, date));
  return dropped;
};
