/** The WARCs of another archive: read whole, held against what its articles say of them, and copied byte for byte. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { CaptureRecord } from '../article/capture-record.ts';
import { errorCodeOf } from '../problem/error-code.ts';
import { toProblem, type Problem } from '../problem/problem.ts';
import { toSlug } from '../text/slug.ts';
import { indexedHash, type HashWarc } from './check-captures-fs.ts';
import type { ContentStore } from './content-store-fs.ts';
import { listCaptures } from './index-captures-fs.ts';
import { capturesIn, readOtherText } from './other-file-fs.ts';
import { walkFolder } from './walk-folder-fs.ts';

/** The captures that the articles of an archive name: by file and offset, the hashes that stand there. */
type Named = Map<string, Map<number, Set<string>>>;

/** What became of a WARC: where it lies here, and what is to be told of it. */
export interface MergedWarc {
  /** Below the other archive. */
  readonly path: string;
  /** Below this one; null where it could not be taken. */
  readonly here: string | null;
  readonly problems: readonly Problem[];
  /** Whether the problem is one of writing: nothing more should be tried. */
  readonly failed: boolean;
}

/** Of captures that don't lie where an article says: why. */
export type FaultyCaptures = Map<string, Problem>;

export const captureKey = ({ sha256, file, offset }: Pick<CaptureRecord, 'sha256' | 'file' | 'offset'>) =>
  `${file} ${String(offset)} ${sha256}`;

const chunkBytes = 256 * 1024;
const warcName = /^[\w.-]+\.warc(\.gz)?$/;

/** Reads all captures that articles and former versions name. */
export const surveyCaptures = async (other: string, signal: AbortSignal): Promise<Named> => {
  const named: Named = new Map();
  for (const folder of ['articles', 'versions']) {
    for await (const { path, problem } of walkFolder(other, folder, '.md')) {
      if (signal.aborted) return named;
      const read = problem === null ? await readOtherText(other, path) : null;
      for (const { file, offset, sha256 } of capturesIn(read?.text ?? '')) {
        const ofFile = named.get(file) ?? new Map<number, Set<string>>();
        named.set(file, ofFile);
        ofFile.set(offset, (ofFile.get(offset) ?? new Set()).add(sha256));
      }
    }
  }
  return named;
};

/** What a whole WARC holds at the offsets that are named, and its own SHA-256. */
const readWhole = async (
  file: string,
  offsets: ReadonlyMap<number, unknown>,
  hashWarc: HashWarc,
): Promise<{ sha256: string; found: Map<number, string | null> }> => {
  const hash = createHash('sha256');
  const chunks = async function* (): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const chunk of createReadStream(file, { highWaterMark: chunkBytes })) {
      hash.update(chunk as Buffer);
      yield chunk as Buffer;
    }
  };
  const found = new Map<number, string | null>();
  for await (const { offset, sha256 } of hashWarc(chunks(), (at) => offsets.has(at))) {
    if ((found.get(offset) ?? null) === null) found.set(offset, sha256);
  }
  return { sha256: hash.digest('hex'), found };
};

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** A name that no file of this archive has: its own, else one with the beginning of its hash. */
const freeName = async (content: string, name: string, sha256: string): Promise<string> => {
  const [, stem = name, ending = '.warc'] = /^(.*?)(\.warc(?:\.gz)?)$/i.exec(name) ?? [];
  const slug = toSlug(stem);
  const names = [name, `${slug}-${sha256.slice(0, 16)}${ending}`, `${slug}-${sha256}${ending}`];
  for (const one of names) {
    if (warcName.test(one) && !(await isThere(join(content, 'captures', one)))) return one;
  }
  throw new Error(`no name is free for a WARC: ${name}`);
};

/** The WARCs that this archive has, by their SHA-256; each has an index that tells it. */
const knownWarcs = async (content: string): Promise<Map<string, string>> => {
  const known = new Map<string, string>();
  for (const name of (await listCaptures(content)).warcs) {
    const sha256 = await indexedHash(content, `captures/${name}`);
    if (sha256 !== null && !known.has(sha256)) known.set(sha256, `captures/${name}`);
  }
  return known;
};

/** Why captures that were looked for in a WARC are not where they should be. */
const compare = (
  shown: string,
  file: string,
  wanted: ReadonlyMap<number, ReadonlySet<string>>,
  found: ReadonlyMap<number, string | null>,
): FaultyCaptures => {
  const faulty: FaultyCaptures = new Map();
  for (const [offset, hashes] of wanted) {
    for (const sha256 of hashes) {
      const there = found.get(offset);
      if (there === sha256) continue;
      const problem =
        there === undefined || there === null
          ? toProblem('capture-missing', { sha256, file: shown, offset })
          : toProblem('capture-altered', { file: shown, offset, found: there, expected: sha256 });
      faulty.set(captureKey({ sha256, file, offset }), problem);
    }
  }
  return faulty;
};

/**
 * Takes the WARCs of another archive in, each told of as it is done; `faulty` is filled with the captures that don't lie
 * where its articles say. One whose bytes are here already is not written again. Without a store nothing is written.
 *
 * Problems: `warc-altered`, `path-outside`, `file-unreadable`, `capture-missing`, `capture-altered`.
 */
export async function* mergeWarcs(
  other: string,
  content: string,
  store: ContentStore | null,
  named: Named,
  faulty: FaultyCaptures,
  hashWarc: HashWarc,
): AsyncGenerator<MergedWarc, void, undefined> {
  const known = await knownWarcs(content);
  const met = new Set<string>();
  const note = (path: string, found: ReadonlyMap<number, string | null>): void => {
    const wanted = named.get(path) ?? new Map<number, Set<string>>();
    for (const [key, problem] of compare(join(other, path), path, wanted, found)) faulty.set(key, problem);
  };
  for await (const { path, problem } of walkFolder(other, 'captures', '')) {
    const name = basename(path);
    if (problem !== null) {
      yield { path, here: null, problems: [problem], failed: false };
      continue;
    }
    if (path !== `captures/${name}` || !/\.warc(\.gz)?$/i.test(name)) continue;
    const file = join(other, path);
    met.add(path);
    try {
      const { sha256, found } = await readWhole(file, named.get(path) ?? new Map(), hashWarc);
      note(path, found);
      const indexed = await indexedHash(other, path);
      const told =
        indexed === null || indexed === sha256
          ? []
          : [toProblem('warc-altered', { file, found: sha256, expected: indexed }, { file })];
      let here = known.get(sha256) ?? null;
      if (here === null) {
        const free = await freeName(content, name, sha256);
        here = `captures/${free}`;
        const chunks = createReadStream(file, { highWaterMark: chunkBytes });
        const put = await store?.writeStream('captures', chunks, () => free);
        if (put !== undefined && put.problem !== null) {
          yield { path, here: null, problems: [...told, put.problem], failed: true };
          return;
        }
        known.set(sha256, here);
      }
      yield { path, here, problems: told, failed: false };
    } catch (error) {
      const reason = errorCodeOf(error);
      if (reason === null) throw error;
      met.delete(path);
      yield {
        path,
        here: null,
        problems: [toProblem('file-unreadable', { reason }, { file })],
        failed: false,
      };
    }
  }
  for (const path of named.keys()) if (!met.has(path)) note(path, new Map());
}
