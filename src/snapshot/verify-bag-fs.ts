import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCodeOf } from '../problem/error-code.ts';
import { toProblem, type Problem } from '../problem/problem.ts';
import { checkAgainst, type FolderCheck } from './check-against-fs.ts';
import { manifestName } from './manifest.ts';
import { readPayloadOxum } from './print-bag.ts';
import { readManifest } from './read-manifest-fs.ts';
import { tagManifestName } from './write-bag-fs.ts';

const readText = (path: string): Promise<string | null> =>
  readFile(path, 'utf8').catch((error: unknown) => {
    if (errorCodeOf(error) === null) throw error;
    return null;
  });

const isDeclaration = (text: string): boolean =>
  /^\ufeff?BagIt-Version: \d+\.\d+\s+Tag-File-Character-Encoding: \S+\s*$/.test(text);

/** Whether `Payload-Oxum` tells what the manifest's files are; only looked at where all of them are sound. */
const oxumProblem = (
  folder: string,
  bagInfo: string | null,
  bytes: number,
  files: number,
): Problem | null => {
  const told = bagInfo === null ? null : readPayloadOxum(bagInfo);
  if (told === null || (told.bytes === bytes && told.files === files)) return null;
  const file = join(folder, 'bag-info.txt');
  const values = {
    told: `${String(told.bytes)}.${String(told.files)}`,
    found: `${String(bytes)}.${String(files)}`,
  };
  return toProblem('bag-oxum-wrong', values, { file });
};

/**
 * Every fault of a bag: of its declaration, its manifests, its payload and its tags. Other programs' bags are read as well,
 * as long as they have a SHA-256 manifest.
 *
 * Problems: `bag-invalid`, `bag-oxum-wrong`, and those of `readManifest` and `checkAgainst`.
 */
export async function* verifyBag(
  folder: string,
  { onFile, reads, signal }: Pick<FolderCheck, 'onFile' | 'reads' | 'signal'> = {},
): AsyncGenerator<Problem, void, undefined> {
  const declaration = await readText(join(folder, 'bagit.txt'));
  if (declaration === null || !isDeclaration(declaration)) {
    const file = join(folder, 'bagit.txt');
    yield toProblem('bag-invalid', { file }, { file });
    return;
  }
  const { manifest, problems } = await readManifest(join(folder, manifestName));
  yield* problems;
  if (manifest === null) return;
  const tagManifest = await readManifest(join(folder, tagManifestName));
  // A bag may be without one.
  if (tagManifest.manifest !== null) yield* tagManifest.problems;
  const tags = tagManifest.manifest ?? new Map<string, string>();
  let bytes = 0;
  let isSound = true;
  const check = checkAgainst(folder, {
    manifest: new Map([...[...tags].filter(([path]) => !path.startsWith('data/')), ...manifest]),
    // Tag files that no tag manifest names are allowed, the payload must be told whole.
    isBeside: (path) => !path.startsWith('data/'),
    onFile: (length, path, sha256) => {
      bytes += length;
      onFile?.(length, path, sha256);
    },
    ...(reads !== undefined && { reads }),
    ...(signal !== undefined && { signal }),
  });
  for await (const problem of check) {
    isSound = false;
    yield problem;
  }
  if (!isSound) return;
  const ofTags = [...tags.keys()].filter((path) => !path.startsWith('data/') && !manifest.has(path));
  const tagBytes = await Promise.all(ofTags.map((path) => stat(join(folder, path))));
  const payloadBytes = bytes - tagBytes.reduce((sum, { size }) => sum + size, 0);
  const oxum = oxumProblem(folder, await readText(join(folder, 'bag-info.txt')), payloadBytes, manifest.size);
  if (oxum !== null) yield oxum;
}
