import { access, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { publishedManifestPath } from '../article/release-withdrawal.ts';
import { hashMember } from '../capture/hash-member-fs.ts';
import { hashWarc } from '../capture/read-records-fs.ts';
import { printProblem } from '../problem/print-problem.ts';
import { toProblem, type Problem } from '../problem/problem.ts';
import { checkPair } from '../snapshot/check-day-fs.ts';
import { manifestName } from '../snapshot/manifest.ts';
import {
  bagFolder,
  listBags,
  listReleases,
  readInForce,
  releaseFolder,
} from '../snapshot/publishing-folder-fs.ts';
import { checkSignature, signatureEndings } from '../snapshot/sign-fs.ts';
import { verifyRelease } from '../snapshot/verify-release-fs.ts';
import { tagManifestName } from '../snapshot/write-bag-fs.ts';
import { defineCommand, exitCodes, type CommandContext, type ExitCode } from './command.ts';
import { fill } from './fill.ts';
import { verifyBaggedArchive } from './verify-bagged-archive.ts';

/** What is verified as one: a release or a bag. */
interface Verified {
  readonly kind: 'release' | 'bag';
  readonly folder: string;
  /** The day that the folder is named by in a publishing folder; else null. */
  readonly day: string | null;
}

/** What was read so far. */
interface Tally {
  files: number;
  bytes: number;
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** What a folder is, or what it holds; nothing where it is none of ours. */
const findVerified = async (folder: string): Promise<Verified[]> => {
  for (const name of ['bagit.txt', tagManifestName]) {
    if (await exists(join(folder, name))) return [{ kind: 'bag', folder, day: null }];
  }
  if (await exists(join(folder, manifestName))) return [{ kind: 'release', folder, day: null }];
  const releases = await listReleases(folder);
  const bags = await listBags(folder);
  return [
    ...releases.map((day) => ({ kind: 'release', folder: releaseFolder(folder, day), day }) as const),
    ...bags.map((day) => ({ kind: 'bag', folder: bagFolder(folder, day), day }) as const),
  ];
};

/** What the parts of a publishing folder say of each other: the link, and each release beside its bag. */
async function* verifyTogether(
  root: string,
  parts: readonly Verified[],
): AsyncGenerator<Problem, void, undefined> {
  const days = [...new Set(parts.flatMap(({ day }) => day ?? []))];
  if (days.length === 0) return;
  const inForce = await readInForce(root);
  if (inForce === null || !(await exists(releaseFolder(root, inForce)))) {
    const file = join(root, 'site');
    yield toProblem('manifest-file-missing', { file }, { file });
  }
  for (const day of days) {
    const problem = await checkPair(root, day);
    if (problem !== null) yield problem;
  }
}

async function* verifyOne(
  { kind, folder, day }: Verified,
  tally: Tally,
  { signal, showProgress, words }: CommandContext,
): AsyncGenerator<Problem, void, undefined> {
  const onFile = (bytes: number): void => {
    tally.files += 1;
    tally.bytes += bytes;
    if (tally.files % 500 === 0) {
      const megabytes = Math.round(tally.bytes / 1e6);
      showProgress(fill(words.verify.progress, { files: tally.files, megabytes }));
    }
  };
  if (kind === 'release') {
    yield* verifyRelease(folder, { hashWarc, hashMember }, { day, onFile, signal });
    return;
  }
  yield* verifyBaggedArchive(folder, day, { onFile, signal });
}

const isSigned = async (file: string): Promise<boolean> => {
  for (const ending of Object.values(signatureEndings)) if (await exists(file + ending)) return true;
  return false;
};

/** Where a release keeps its manifest as it was published, of which something gave way since. */
const findPublishedManifests = async (release: string): Promise<string[]> => {
  const days = await readdir(join(release, 'phat-hanh')).catch(() => []);
  const files = days.map((day) => join(release, publishedManifestPath(day)));
  const found: string[] = [];
  for (const file of files) if (await exists(file)) found.push(file);
  return found;
};

/** What is said of a signature: its fault, or whether it was looked at; null where there is none and none is asked for. */
const verifySignature = async (
  { kind, folder }: Verified,
  signers: string | null,
): Promise<Problem | 'signed' | 'unsigned' | null> => {
  let signed = join(folder, kind === 'bag' ? tagManifestName : manifestName);
  // What gave way since was signed as published.
  const [published] = kind === 'bag' ? [] : await findPublishedManifests(folder);
  if (published !== undefined && !(await isSigned(signed))) signed = published;
  if (signers !== null) return (await checkSignature(signed, signers)) ?? 'signed';
  return (await isSigned(signed)) ? 'unsigned' : null;
};

const verify = async (folder: string, signers: string | null, context: CommandContext): Promise<ExitCode> => {
  const { words, language, json, print, printJson, tell, tellProblem, showProgress } = context;
  let errors = 0;
  const tellFault = (problem: Problem): void => {
    errors += 1;
    showProgress(null);
    // The problems are this command's result, so a person finds them on stdout.
    if (json) tellProblem(problem);
    else print(`${printProblem(problem, language)}\n`);
  };
  const parts = await findVerified(folder);
  if (parts.length === 0) {
    tellFault(toProblem('verify-nothing', { folder }, { file: folder }));
    return exitCodes.faultsInContent;
  }
  for await (const problem of verifyTogether(folder, parts)) tellFault(problem);
  for (const part of parts) {
    const before = errors;
    const tally: Tally = { files: 0, bytes: 0 };
    if (!json) tell(fill(words.verify.working, { folder: part.folder }));
    for await (const problem of verifyOne(part, tally, context)) tellFault(problem);
    showProgress(null);
    const signature = await verifySignature(part, signers);
    if (signature !== null && typeof signature !== 'string') tellFault(signature);
    const found = errors - before;
    if (json) {
      printJson({ summary: true, kind: part.kind, folder: part.folder, ...tally, errors: found });
      continue;
    }
    print(
      fill(words.verify[found === 0 ? 'sound' : 'faulty'], {
        folder: part.folder,
        files: tally.files,
        errors: found,
      }),
    );
    if (typeof signature === 'string') print(fill(words.verify[signature], { folder: part.folder }));
  }
  if (!json && errors > 0 && parts.length > 1) {
    print(`\n${fill(words.verify.faultyInAll, { parts: parts.length, errors })}`);
  }
  return errors > 0 ? exitCodes.faultsInContent : exitCodes.done;
};

/** `khobao verify [DIR]` */
export const verifyCommand = defineCommand({
  name: 'verify',
  arguments: [{ form: '[DIR]', name: 'DIR' }],
  options: { signers: '--signers <FILE>' },
  schema: z.object({ signers: z.string().min(1).optional() }),
  run: ([folder = '.'], { signers = null }, context) => verify(folder, signers, context),
});
