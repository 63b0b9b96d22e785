import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article } from '../article/article.ts';
import { hashInName } from '../article/without-pictures.ts';
import { toProblem, type Problem } from '../problem/problem.ts';
import { hashFile } from './hash-file-fs.ts';
import { walkFolder } from './walk-folder-fs.ts';

/** The pictures that figures name, each with the first file that names it, both below the content folder. */
export type NamedImages = Map<string, string>;

/** Adds the pictures of a text. */
export const nameImages = (named: NamedImages, { body }: Article, path: string): void => {
  for (const block of body) {
    const src = block.type === 'figure' ? (block.image?.src ?? null) : null;
    if (src !== null && !named.has(src)) named.set(src, path);
  }
};

/**
 * Whether every picture that a figure names is there, and those that are named by their hash have it; and which files of
 * `images/` nobody names. Every picture is read once.
 *
 * Problems: `image-file-missing`, `image-altered`, the note `image-unused`, and those of `walkFolder`.
 */
export async function* checkImages(
  root: string,
  named: ReadonlyMap<string, string>,
): AsyncGenerator<Problem, void, undefined> {
  for (const [src, path] of named) {
    const file = join(root, src);
    const isThere = await stat(file).then(
      (found) => found.isFile(),
      () => false,
    );
    const expected = isThere ? hashInName(src) : null;
    const found = expected === null ? null : await hashFile(file);
    if (!isThere) yield toProblem('image-file-missing', { src }, { file: join(root, path) });
    else if (expected !== null && found !== expected) {
      yield toProblem('image-altered', { file, found: found ?? '—', expected }, { file });
    }
  }
  for await (const { path, problem } of walkFolder(root, 'images', '')) {
    const file = join(root, path);
    if (problem !== null) yield problem;
    else if (!named.has(path)) yield toProblem('image-unused', { file }, { file });
  }
}
