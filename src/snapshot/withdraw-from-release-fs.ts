/** Articles withdrawn since a release was published give way to their notice there as well. */
import { copyFile, link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import {
  publishedManifestPath,
  releaseWithdrawalsPath,
  releaseWithdrawalsSchema,
  type ReleaseWithdrawals,
} from '../article/release-withdrawal.ts';
import { releasedCapturePath, type Snapshot } from '../article/snapshot-record.ts';
import type { Withdrawal } from '../article/article.ts';
import { errorCodeOf } from '../problem/error-code.ts';
import { dropMentions } from './drop-mentions.ts';
import { hashFile } from './hash-file-fs.ts';
import { listFiles } from './list-files-fs.ts';
import { manifestName, parseManifest, printManifest } from './manifest.ts';
import { signatureEndings } from './sign-fs.ts';
import { syncFolder, syncNames } from './sync-folder-fs.ts';

/** A release that articles are to be withdrawn from. */
export interface ReleaseChange {
  readonly folder: string;
  readonly date: string;
  readonly snapshot: Snapshot;
  /** By article's id. */
  readonly withdrawals: ReadonlyMap<string, Withdrawal>;
  /** The newest release, which has the notices. */
  readonly newest: string;
  /** Where the changed release is made; not there yet. */
  readonly work: string;
  /** Makes the index below a folder anew without the articles; false where it can't, and the index has to go. */
  readonly writeIndex: (folder: string) => Promise<boolean>;
}

const indexFolder = 'search/';
const mentioning = /\.(?:html|xml|atom|rss|txt|json|jsonl|csv)$/;

const readOrNull = (path: string): Promise<string | null> =>
  readFile(path, 'utf8').catch((error: unknown) => {
    if (errorCodeOf(error) === null) throw error;
    return null;
  });

const put = async (path: string, data: string | Uint8Array): Promise<void> => {
  await mkdir(dirname(path), { recursive: true });
  // The file may be the same as the old release's: it is replaced, never written into.
  await rm(path, { force: true });
  await writeFile(path, data);
};

/** A copy that shares its files' bytes with the release; where the file system can't, it has its own. */
const cloneFolder = async (from: string, to: string): Promise<void> => {
  const made = new Set<string>();
  for (const { path, isFile } of await listFiles(from)) {
    if (!isFile) continue;
    const target = join(to, path);
    if (!made.has(dirname(target))) await mkdir(dirname(target), { recursive: true });
    made.add(dirname(target));
    await link(join(from, path), target).catch(async (error: unknown) => {
      if (errorCodeOf(error) === null) throw error;
      await copyFile(join(from, path), target);
    });
  }
};

/** The articles that have given way already. */
export const readGivenWay = async (folder: string, date: string): Promise<ReleaseWithdrawals> => {
  const text = await readOrNull(join(folder, releaseWithdrawalsPath(date)));
  if (text === null) return [];
  try {
    return releaseWithdrawalsSchema.safeParse(JSON.parse(text)).data ?? [];
  } catch {
    return [];
  }
};

/** What a notice needs beside itself: styles and faces, named by their content. */
const putAssets = async (page: string, newest: string, work: string): Promise<void> => {
  const names = [...page.matchAll(/\/_site\/([\w.@-]+)/g)].map(([, name = '']) => name);
  const styles = names.filter((name) => name.endsWith('.css'));
  for (const style of styles) {
    const text = (await readOrNull(join(newest, '_site', style))) ?? '';
    names.push(...[...text.matchAll(/([\w.@-]+\.woff2)/g)].map(([, name = '']) => name));
  }
  for (const name of new Set(names)) {
    const bytes = await readFile(join(newest, '_site', name)).catch(() => null);
    if (bytes !== null) await put(join(work, '_site', name), bytes);
  }
};

/** The article's pages become its notice; its captures and pictures go, but for those that another article has too. */
const giveWay = async (
  change: ReleaseChange,
  paths: readonly string[],
  kept: ReadonlySet<string>,
): Promise<void> => {
  const { work, newest, snapshot, withdrawals } = change;
  for (const id of withdrawals.keys()) {
    const notice = (await readOrNull(join(newest, 'bai', id, 'index.html'))) ?? '';
    await putAssets(notice, newest, work);
    for (const path of paths.filter((one) => one.startsWith(`bai/${id}/`))) {
      if (path.endsWith('/index.html')) await put(join(work, path), notice);
      else await rm(join(work, path), { force: true });
    }
    for (const sha256 of snapshot.articles[id]?.captures ?? []) {
      if (!kept.has(sha256)) await rm(join(work, releasedCapturePath(sha256)), { force: true });
    }
  }
};

const imagesIn = (text: string): string[] =>
  [...text.matchAll(/\/(images\/[\w./-]+\.\w+)/g)].map(([, path = '']) => path);

/** Takes what other pages, feeds and lists say of the articles out of them; comes back with the pictures that pages show. */
const dropFromPages = async (
  { work, withdrawals, date }: ReleaseChange,
  paths: readonly string[],
): Promise<Set<string>> => {
  const links = [...withdrawals.keys()].map((id) => `/bai/${id}/`);
  const own = new Set([`phat-hanh/${date}/snapshot.json`, releaseWithdrawalsPath(date)]);
  const images = new Set<string>();
  for (const path of paths) {
    if (!mentioning.test(path) || path.startsWith(indexFolder) || own.has(path) || path === manifestName)
      continue;
    const isOwnPage = links.some((one) => `/${path}`.startsWith(one));
    const text = await readFile(join(work, path), 'utf8');
    imagesIn(text).forEach((image) => images.add(image));
    if (isOwnPage) continue;
    const left = dropMentions(text, links, !path.endsWith('.html'));
    if (left !== text) await put(join(work, path), left);
  }
  return images;
};

/**
 * The manifest of the changed release. What differed from the manifest before is not made right by listing it anew: files
 * that were altered, missing or added stay so.
 */
const hashAll = async (
  work: string,
  before: ReadonlyMap<string, string>,
  folder: string,
): Promise<Map<string, string>> => {
  const after = new Map<string, string>();
  const old = new Set((await listFiles(folder)).filter(({ isFile }) => isFile).map(({ path }) => path));
  for (const { path, isFile } of await listFiles(work)) {
    if (!isFile || path === manifestName || path.startsWith(`${manifestName}.`)) continue;
    if (before.has(path) || !old.has(path)) after.set(path, (await hashFile(join(work, path))).sha256);
  }
  for (const [path, sha256] of before) {
    if (after.get(path) === sha256) continue;
    const was = old.has(path) ? (await hashFile(join(folder, path))).sha256 : null;
    if (was !== sha256) after.set(path, sha256);
  }
  return after;
};

const toRecords = (
  { withdrawals }: ReleaseChange,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): ReleaseWithdrawals => {
  const changed = [...new Set([...before.keys(), ...after.keys()])]
    .filter(
      (path) =>
        before.get(path) !== after.get(path) && !/^phat-hanh\/[^/]+\/(?:da-rut|manifest-as)/.test(path),
    )
    .sort();
  const files = changed.map((path) => ({
    path,
    before: before.get(path) ?? null,
    after: after.get(path) ?? null,
  }));
  return [...withdrawals]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { withdrawnAt, reason }]) => ({ id, withdrawnAt, reason, files }));
};

/** Keeps the manifest as it was published, with its signature: what stayed can still be proven by it. */
const keepPublishedManifest = async (work: string, date: string): Promise<void> => {
  for (const ending of ['', ...Object.values(signatureEndings)]) {
    const bytes = await readFile(join(work, manifestName + ending)).catch(() => null);
    const kept = join(work, publishedManifestPath(date) + ending);
    if (bytes === null) continue;
    if ((await readOrNull(kept)) === null) await put(kept, bytes);
    if (ending !== '') await rm(join(work, manifestName + ending), { force: true });
  }
};

/**
 * Makes a release anew in `work` without the articles' text: pages, lists, feeds, captures, pictures, index. Its manifest
 * tells the new state, `da-rut.json` what changed and why. The release itself is not touched. An error of the disk is thrown.
 */
export const withdrawFromRelease = async (change: ReleaseChange): Promise<void> => {
  const { folder, date, snapshot, withdrawals, work, writeIndex } = change;
  await rm(work, { recursive: true, force: true });
  await cloneFolder(folder, work);
  const given = await readGivenWay(work, date);
  const before = parseManifest((await readOrNull(join(work, manifestName))) ?? '').files;
  const gone = new Set([...withdrawals.keys(), ...given.map(({ id }) => id)]);
  const kept = new Set(
    Object.entries(snapshot.articles)
      .filter(([id, { withdrawn }]) => !withdrawn && !gone.has(id))
      .flatMap(([, { captures }]) => captures),
  );
  const paths = (await listFiles(work)).filter(({ isFile }) => isFile).map(({ path }) => path);
  const ownImages = new Set<string>();
  for (const id of withdrawals.keys()) {
    for (const path of paths.filter((one) => one.startsWith(`bai/${id}/`))) {
      imagesIn(await readFile(join(work, path), 'utf8')).forEach((image) => ownImages.add(image));
    }
  }
  await giveWay(change, paths, kept);
  const left = (await listFiles(work)).filter(({ isFile }) => isFile).map(({ path }) => path);
  const shown = await dropFromPages(change, left);
  for (const image of ownImages) if (!shown.has(image)) await rm(join(work, image), { force: true });
  if (!(await writeIndex(work))) await rm(join(work, indexFolder), { recursive: true, force: true });
  await keepPublishedManifest(work, date);
  const after = await hashAll(work, before, folder);
  const told = `${JSON.stringify([...given, ...toRecords(change, before, after)], null, 1)}\n`;
  await put(join(work, releaseWithdrawalsPath(date)), told);
  after.set(releaseWithdrawalsPath(date), createHash('sha256').update(told).digest('hex'));
  await put(join(work, manifestName), printManifest([...after].map(([path, sha256]) => ({ path, sha256 }))));
};

/** Puts the changed release in the place of the old one; `recoverFolder` finishes what a killed process left of this. */
export const replaceRelease = async (folder: string, work: string, away: string): Promise<void> => {
  await syncFolder(work);
  await rename(folder, away);
  try {
    await rename(work, folder);
  } catch (error) {
    await rename(away, folder);
    throw error;
  }
  await syncNames(dirname(folder));
  await rm(away, { recursive: true, force: true });
};
