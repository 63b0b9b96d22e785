import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { toProblem, type Problem } from '../problem/problem.ts';
import { toSlug } from '../text/slug.ts';
import type { ContentStore } from './content-store-fs.ts';
import { hashFile } from './hash-file-fs.ts';
import { walkFolder } from './walk-folder-fs.ts';

/** What became of a picture; `here` is its path in this archive, null where it was not taken. */
export interface MergedImage {
  readonly path: string;
  readonly here: string | null;
  readonly problems: readonly Problem[];
  readonly failed: boolean;
}

const maxImageBytes = 64 * 1024 * 1024;
const imageName = /\.(jpe?g|png|gif|webp|avif)$/i;

/** A path that the log, and any host, can name. */
const plainPath = /^[\w.-]+(\/[\w.-]+)*$/;

/** The name that the importer gives: the picture's own hash. */
const hashedName = /^images\/[0-9a-f]{2}\/([0-9a-f]{64})\.\w+$/;

const ownName = (path: string, sha256: string): string => {
  const [, folder = 'images', stem = '', ending = ''] = /^(.*)\/(.*?)(\.\w+)$/.exec(path) ?? [];
  const kept = plainPath.test(folder) ? folder : 'images';
  return `${kept}/${toSlug(stem)}-${sha256.slice(0, 8)}${ending.toLowerCase()}`;
};

/** Where a picture is to lie here: at its own path, or, where another picture has that, at one with its hash. */
const placeOf = async (
  content: string,
  path: string,
  sha256: string,
): Promise<{ here: string; isThere: boolean }> => {
  const own = ownName(path, sha256);
  for (const here of plainPath.test(path) ? [path, own] : [own]) {
    const there = await hashFile(join(content, here));
    if (there === null || there === sha256) return { here, isThere: there !== null };
  }
  return { here: own.replace(/-[0-9a-f]{8}(\.\w+)$/, `-${sha256}$1`), isThere: false };
};

/**
 * Takes the pictures of another archive in, each told of as it is done. One that is named by its hash must have it.
 *
 * Problems: `image-altered`, `file-too-large`, `form-unsupported`, `path-outside`, `file-unreadable`.
 */
export async function* mergeImages(
  other: string,
  content: string,
  store: ContentStore | null,
): AsyncGenerator<MergedImage, void, undefined> {
  for await (const { path, problem } of walkFolder(other, 'images', '')) {
    const file = join(other, path);
    const refuse = (why: Problem, failed = false): MergedImage => ({
      path,
      here: null,
      problems: [why],
      failed,
    });
    if (problem !== null) {
      yield refuse(problem);
      continue;
    }
    if (!imageName.test(path)) {
      const form = /\.[^./]*$/.exec(path)?.[0] ?? path;
      yield refuse(toProblem('form-unsupported', { form }, { file }));
      continue;
    }
    const size = await stat(file).then(
      (found) => found.size,
      () => 0,
    );
    if (size > maxImageBytes) {
      yield refuse(toProblem('file-too-large', { size, limit: maxImageBytes }, { file }));
      continue;
    }
    const sha256 = await hashFile(file);
    const expected = hashedName.exec(path)?.[1] ?? sha256;
    if (sha256 === null) yield refuse(toProblem('file-unreadable', { reason: 'EIO' }, { file }));
    else if (expected !== null && expected !== sha256) {
      yield refuse(toProblem('image-altered', { file, found: sha256, expected }, { file }));
    } else {
      const { here, isThere } = await placeOf(content, path, sha256);
      const [, folder = 'images', name = ''] = /^(.*)\/([^/]*)$/.exec(here) ?? [];
      const put = isThere ? undefined : await store?.writeStream(folder, createReadStream(file), () => name);
      const why = put?.problem ?? null;
      yield why === null ? { path, here, problems: [], failed: false } : refuse(why, true);
    }
  }
}
