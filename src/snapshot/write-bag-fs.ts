/** A bag of BagIt 1.0 (RFC 8493): a folder that carries its own proof, whole, for safekeeping. */
import { constants } from 'node:fs';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { hashFile } from './hash-file-fs.ts';
import { listFiles, type SkipsName } from './list-files-fs.ts';
import { manifestName, printManifest, type HashedFile } from './manifest.ts';
import { bagDeclaration, printBagInfo, type BagInfo } from './print-bag.ts';

export const tagManifestName = 'tagmanifest-sha256.txt';

/** The folder of a bag that holds the archive's content folder. */
export const bagContentFolder = 'data/content';

/** What goes into a bag. */
export interface BagParts {
  /** The content folder, copied whole but for what `skips` names. */
  readonly content: string;
  readonly skips: SkipsName;
  /** Whether a file stays out, by its path below the content folder. */
  readonly leavesOut?: (path: string) => boolean;
  /** Files that are not in the content folder yet, by their path below it; they stand before what lies there. */
  readonly added: ReadonlyMap<string, string>;
  readonly info: Omit<BagInfo, 'payloadBytes' | 'payloadFiles'>;
  readonly onFile?: (bytes: number) => void;
}

const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The payload, file by file as it is copied: hashed where it has come to lie, so that a failing disk is found out. */
async function* copyPayload(
  folder: string,
  { content, skips, leavesOut = () => false, added, onFile }: BagParts,
): AsyncGenerator<HashedFile & { bytes: number }, void, undefined> {
  const there = (await listFiles(content, skips))
    .filter(({ path, isFile }) => isFile && !leavesOut(path))
    .map(({ path }) => path);
  for (const path of [...new Set([...there, ...added.keys()])].sort()) {
    const target = join(folder, bagContentFolder, path);
    await mkdir(dirname(target), { recursive: true });
    const text = added.get(path);
    // Where the file system can, the copy shares its blocks until one of the two is written.
    if (text === undefined) await copyFile(join(content, path), target, constants.COPYFILE_FICLONE);
    else await writeFile(target, text);
    const hashed = await hashFile(target);
    onFile?.(hashed.bytes);
    yield { path: `${bagContentFolder}/${path}`, ...hashed };
  }
}

/**
 * Writes a bag into a folder that is not there yet; comes back with the text of its tag manifest, which proves all of it, and
 * with the payload's hashes. An error of the disk is thrown.
 */
export const writeBag = async (
  folder: string,
  parts: BagParts,
): Promise<{ tagManifest: string; payload: readonly HashedFile[] }> => {
  await mkdir(folder, { recursive: true });
  const payload: HashedFile[] = [];
  let payloadBytes = 0;
  for await (const { path, sha256, bytes } of copyPayload(folder, parts)) {
    payload.push({ path, sha256 });
    payloadBytes += bytes;
  }
  const tags: Readonly<Record<string, string>> = {
    'bagit.txt': bagDeclaration,
    'bag-info.txt': printBagInfo({ ...parts.info, payloadBytes, payloadFiles: payload.length }),
    [manifestName]: printManifest(payload),
  };
  for (const [name, text] of Object.entries(tags)) await writeFile(join(folder, name), text);
  const tagManifest = printManifest(
    Object.entries(tags).map(([path, text]) => ({ path, sha256: sha256Of(text) })),
  );
  await writeFile(join(folder, tagManifestName), tagManifest);
  return { tagManifest, payload };
};
