import { access, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { checkArchive } from '../archive/check-archive-fs.ts';
import { hashWarc } from '../capture/read-records-fs.ts';
import { printProblem } from '../problem/print-problem.ts';
import { toProblem, type Problem } from '../problem/problem.ts';
import { parseSynonyms } from '../search/parse-synonyms.ts';
import { checkChain } from '../snapshot/check-chain-fs.ts';
import { manifestName } from '../snapshot/manifest.ts';
import {
  bagFolder,
  listBags,
  listReleases,
  readInForce,
  releaseFolder,
} from '../snapshot/publishing-folder-fs.ts';
import { checkSignature, signatureEndings } from '../snapshot/sign-fs.ts';
import { verifyBag } from '../snapshot/verify-bag-fs.ts';
import { verifyRelease } from '../snapshot/verify-release-fs.ts';
import { bagContentFolder, tagManifestName } from '../snapshot/write-bag-fs.ts';
import { defineCommand, exitCodes, type CommandContext, type ExitCode } from './command.ts';
import { fill } from './fill.ts';

/** What is verified as one: a release or a bag. */
interface Verified {
  readonly kind: 'release' | 'bag';
  readonly folder: string;
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
  if (await exists(join(folder, 'bagit.txt'))) return [{ kind: 'bag', folder }];
  if (await exists(join(folder, manifestName))) return [{ kind: 'release', folder }];
  const releases = await listReleases(folder);
  const bags = await listBags(folder);
  return [
    ...releases.map((date) => ({ kind: 'release', folder: releaseFolder(folder, date) }) as const),
    ...bags.map((date) => ({ kind: 'bag', folder: bagFolder(folder, date) }) as const),
  ];
};

/** What the link of a publishing folder has to lead to. */
const linkProblem = async (folder: string): Promise<Problem | null> => {
  const releases = await listReleases(folder);
  if (releases.length === 0 || (await exists(join(folder, manifestName)))) return null;
  const inForce = await readInForce(folder);
  if (inForce !== null && releases.includes(inForce)) return null;
  const file = join(folder, 'site');
  return toProblem('manifest-file-missing', { file }, { file });
};

/** The archive in a bag: its records, each of their captures byte for byte, and the chain of snapshots. */
async function* verifyContent(bag: string): AsyncGenerator<Problem, void, undefined> {
  const content = join(bag, bagContentFolder);
  const isFolder = (await stat(content).catch(() => null))?.isDirectory() === true;
  if (!isFolder) return;
  const found: Problem[] = [];
  await checkArchive(content, { hashWarc, parseSynonyms, tell: (problem) => found.push(problem) });
  yield* found.filter(({ severity }) => severity === 'error');
  yield* checkChain(content);
}

async function* verifyOne(
  { kind, folder }: Verified,
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
    yield* verifyRelease(folder, hashWarc, { onFile, signal });
    return;
  }
  let isSound = true;
  for await (const problem of verifyBag(folder, { onFile, signal })) {
    isSound = false;
    yield problem;
  }
  if (isSound) yield* verifyContent(folder);
}

/** What is said of a signature: its fault, or whether it was looked at; null where there is none and none is asked for. */
const verifySignature = async (
  { kind, folder }: Verified,
  signers: string | null,
): Promise<Problem | 'signed' | 'unsigned' | null> => {
  const signed = join(folder, kind === 'bag' ? tagManifestName : manifestName);
  if (signers !== null) return (await checkSignature(signed, signers)) ?? 'signed';
  for (const ending of Object.values(signatureEndings)) if (await exists(signed + ending)) return 'unsigned';
  return null;
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
  const dangling = await linkProblem(folder);
  if (dangling !== null) tellFault(dangling);
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
