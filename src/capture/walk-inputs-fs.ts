import { readdir, realpath, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { toProblem, type Problem } from '../problem/problem.ts';

/** A file that an import has to look at. */
export interface FoundFile {
  readonly path: string;
  /** The folder that the person named, or that the named file lies in. */
  readonly root: string;
  /** Named by the person, not met in a folder. */
  readonly isNamed: boolean;
  /** A part of a saved page: it lies in the `_files` folder beside it. */
  readonly isSidecar: boolean;
  /** Why it can't be looked at. */
  readonly problem: Problem | null;
}

const inCodePointOrder = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : String(error);

/** A failure of the file system as a problem: `file-missing`, `file-unreadable`. */
export const toFileProblem = (error: unknown, file: string): Problem => {
  const code = codeOf(error);
  return code === 'ENOENT' || code === 'ENOTDIR'
    ? toProblem('file-missing', {}, { file })
    : toProblem('file-unreadable', { reason: code }, { file });
};

interface Walk {
  readonly root: string;
  /** Real paths of the folders above. */
  readonly above: readonly string[];
  /** Real paths of all folders that were entered. */
  readonly entered: Set<string>;
  /** Folders that are not looked into. */
  readonly leftOut: ReadonlySet<string>;
  readonly isSidecar: boolean;
}

const partsFolder = /^(.+)_(?:files|tệp|archivos|fichiers)$/u;

/** Whether a path leads into a folder named as those are that browsers save beside a page. */
export const isInPartsFolder = (path: string): boolean =>
  dirname(path)
    .split(sep)
    .some((name) => partsFolder.test(name));

/** Whether a folder holds the parts of a page that a browser saved beside it: `bai.html` and `bai_files`. */
const isPartsFolder = (name: string, siblings: ReadonlySet<string>): boolean => {
  const page = partsFolder.exec(name)?.[1];
  return page !== undefined && ['.html', '.htm', '.xhtml'].some((end) => siblings.has(page + end));
};

async function* walkFolder(folder: string, walk: Walk): AsyncGenerator<FoundFile, void, undefined> {
  const here = await realpath(folder);
  const inside: Walk = { ...walk, above: [...walk.above, here] };
  walk.entered.add(here);
  const entries = (await readdir(folder, { withFileTypes: true })).toSorted((a, b) =>
    inCodePointOrder(a.name, b.name),
  );
  const names = new Set(entries.map(({ name }) => name));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (walk.leftOut.has(path)) continue;
    const found = { path, root: walk.root, isNamed: false, isSidecar: walk.isSidecar, problem: null };
    try {
      const isFolder = entry.isSymbolicLink() ? (await stat(path)).isDirectory() : entry.isDirectory();
      if (!isFolder) {
        yield found;
        continue;
      }
      const target = entry.isSymbolicLink() ? await realpath(path) : null;
      if (target !== null && inside.above.includes(target)) {
        yield { ...found, problem: toProblem('folder-loop', {}, { file: path }) };
      } else if (target === null || !walk.entered.has(target)) {
        yield* walkFolder(path, {
          ...inside,
          isSidecar: walk.isSidecar || entry.name.startsWith('.') || isPartsFolder(entry.name, names),
        });
      }
    } catch (error) {
      yield { ...found, problem: toFileProblem(error, path) };
    }
  }
}

/**
 * The files at the paths, folders walked in the order of their names' code points. A link to a folder is followed
 * once, a loop never; folders that are left out, as they would be named, are passed over. Problems: `file-missing`, `file-unreadable`, `folder-loop`.
 */
export async function* walkInputs(
  paths: readonly string[],
  leftOut: ReadonlySet<string> = new Set(),
): AsyncGenerator<FoundFile, void, undefined> {
  for (const path of paths) {
    const named = { path, root: dirname(path), isNamed: true, isSidecar: false };
    try {
      if ((await stat(path)).isDirectory()) {
        yield* walkFolder(path, { root: path, above: [], entered: new Set(), leftOut, isSidecar: false });
      } else yield { ...named, problem: null };
    } catch (error) {
      yield { ...named, problem: toFileProblem(error, path) };
    }
  }
}
