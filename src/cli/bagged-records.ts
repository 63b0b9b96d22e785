import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { NamedCapture } from '../archive/check-captures-fs.ts';
import { nameImages, type NamedImages } from '../archive/check-images-fs.ts';
import { splitFrontMatter } from '../article/front-matter.ts';
import { parseArticle } from '../article/parse-article.ts';
import { printedNames, type CapturePlace } from '../article/printed-names.ts';
import { hashInName } from '../article/without-pictures.ts';
import { atPlace, toProblem, type Place, type Problem } from '../problem/problem.ts';
import type { OnBytes } from '../snapshot/hash-file-fs.ts';
import { bagContentFolder } from '../snapshot/write-bag-fs.ts';

/** Takes down, while a bag's files are read, what the records of its archive name. */
export interface BaggedRecords {
  readonly reads: (path: string) => OnBytes | null;
  /** Of every file of the bag, in the order of their paths. */
  readonly onFile: (path: string, sha256: string) => void;
  /** The hashes of the content folder's files, by their paths below it. */
  readonly hashes: ReadonlyMap<string, string>;
  /** The captures that the records name, what is wrong with their pictures, and why some records can't be read. */
  readonly finish: () => Promise<{ captures: NamedCapture[]; problems: Problem[] }>;
}

const recordPath = /^(?:articles|versions)\/.+\.md$/;

const belowContent = (path: string): string | null =>
  path.startsWith(`${bagContentFolder}/`) && !path.includes('/.')
    ? path.slice(bagContentFolder.length + 1)
    : null;

/** Problems of `finish`: those of `parseArticle`, `image-file-missing`, `image-altered`. */
export const takeRecords = (bag: string): BaggedRecords => {
  const content = join(bag, bagContentFolder);
  const hashes = new Map<string, string>();
  const captures = new Map<string, NamedCapture>();
  const images: NamedImages = new Map();
  /** Records that are yet to be read by themselves: long ones, and those that no program of ours printed so. */
  const unread = new Set<string>();

  const addCaptures = (path: string, named: readonly CapturePlace[]): void => {
    for (const [i, { sha256, file, offset }] of named.entries()) {
      const key = `${file} ${String(offset)} ${sha256}`;
      if (captures.has(key)) continue;
      const place = async (): Promise<Place> => {
        const text = await readFile(join(content, path), 'utf8');
        return { file: join(content, path), ...splitFrontMatter(text).value?.placeOf(['captures', i]) };
      };
      captures.set(key, { sha256, file, offset, place });
    }
  };

  const take = (path: string, bytes: Uint8Array): void => {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    // What names a capture is ASCII; a picture's name may be more.
    const mayNameImage = file.includes(':::figure{') || file.includes(':::figure[');
    const named = printedNames(file.toString(mayNameImage ? 'utf8' : 'latin1'));
    if (named === null) return;
    addCaptures(path, named.captures);
    for (const src of named.images) if (!images.has(src)) images.set(src, path);
    unread.delete(path);
  };

  const readRest = async (): Promise<Problem[]> => {
    const faults: Problem[] = [];
    for (const path of unread) {
      const file = join(content, path);
      const { article, problems } = parseArticle(await readFile(file, 'utf8'));
      faults.push(
        ...problems.filter(({ severity }) => severity === 'error').map((one) => atPlace(one, { file })),
      );
      if (article === null) continue;
      addCaptures(path, article.captures);
      nameImages(images, article, path);
    }
    return faults;
  };

  const imageFault = (src: string, path: string): Problem | null => {
    const file = join(content, src);
    const [found, expected] = [hashes.get(src), hashInName(src)];
    if (found === undefined) return toProblem('image-file-missing', { src }, { file: join(content, path) });
    if (expected === null || found === expected) return null;
    return toProblem('image-altered', { file, found, expected }, { file });
  };

  return {
    hashes,
    reads: (bagged) => {
      const path = belowContent(bagged);
      if (path === null || !recordPath.test(path)) return null;
      unread.add(path);
      return (bytes) => {
        take(path, bytes);
      };
    },
    onFile: (bagged, sha256) => {
      const path = belowContent(bagged);
      if (path !== null) hashes.set(path, sha256);
    },
    finish: async () => {
      const faults = await readRest();
      const ofImages = [...images].flatMap(([src, path]) => imageFault(src, path) ?? []);
      return { captures: [...captures.values()], problems: [...faults, ...ofImages] };
    },
  };
};
