/** CDXJ indexes beside the WARCs of `captures/`, so that replay tools find each record, and `check` knows the whole file. */
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Problem } from '../problem/problem.ts';
import type { ContentStore } from './content-store-fs.ts';
import { errorCodeOf } from './error-code.ts';

/** The lines of a WARC's index, in the order of its records; reads all its bytes. */
export type IndexWarc = (chunks: AsyncIterable<Uint8Array>, filename: string) => AsyncIterable<string>;

/** So many lines are sorted in memory; of more, each such run waits in a file. */
const maxLinesHeld = 100_000;

const warcName = /\.warc(\.gz)?$/;

/** The index beside a WARC. */
export const cdxjPath = (warc: string): string => warc.replace(warcName, '.cdxj');

/** The WARCs of an archive and their indexes, by name. */
export const listCaptures = async (root: string): Promise<{ warcs: string[]; indexes: Set<string> }> => {
  const names = await readdir(join(root, 'captures')).catch((error: unknown) => {
    if (errorCodeOf(error) === null) throw error;
    return [];
  });
  const visible = names.filter((name) => !name.startsWith('.')).sort();
  return {
    warcs: visible.filter((name) => warcName.test(name)),
    indexes: new Set(visible.filter((name) => name.endsWith('.cdxj'))),
  };
};

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Lines of several sorted runs as one. */
async function* merge(runs: readonly AsyncIterator<string>[]): AsyncGenerator<string, void, undefined> {
  const heads: { line: string; run: AsyncIterator<string> }[] = [];
  for (const run of runs) {
    const step = await run.next();
    if (step.done !== true) heads.push({ line: step.value, run });
  }
  while (heads.length > 0) {
    const least = heads.reduce((a, b) => (b.line < a.line ? b : a));
    yield least.line;
    const step = await least.run.next();
    if (step.done === true) heads.splice(heads.indexOf(least), 1);
    else least.line = step.value;
  }
}

/** Sorts any number of lines, with the help of temporary files; `clean` removes them. */
export const sortLines = async (
  lines: AsyncIterable<string>,
  folder: string,
): Promise<{ sorted: AsyncIterable<string>; clean: () => Promise<void> }> => {
  const files: string[] = [];
  let held: string[] = [];
  for await (const line of lines) {
    held.push(line);
    if (held.length < maxLinesHeld) continue;
    const file = join(folder, `.khobao-${String(process.pid)}-${randomBytes(6).toString('hex')}.tmp`);
    files.push(file);
    const sorted = held.sort(byCodeUnit).map((one) => `${one}\n`);
    await pipeline(Readable.from(sorted), createWriteStream(file, { flags: 'wx' }));
    held = [];
  }
  const last = Readable.from(held.sort(byCodeUnit)) as AsyncIterable<string>;
  const runs: AsyncIterable<string>[] = files.map((file) =>
    createInterface({ input: createReadStream(file), crlfDelay: Infinity }),
  );
  return {
    sorted: merge([...runs, last].map((run) => run[Symbol.asyncIterator]())),
    clean: async () => {
      for (const file of files) await rm(file, { force: true });
    },
  };
};

async function* printIndex(
  meta: object,
  sorted: AsyncIterable<string>,
): AsyncGenerator<Uint8Array, void, undefined> {
  yield Buffer.from(`!meta 0 ${JSON.stringify(meta)}\n`);
  for await (const line of sorted) yield Buffer.from(`${line}\n`);
}

const indexOne = async (
  root: string,
  store: ContentStore,
  name: string,
  indexWarc: IndexWarc,
): Promise<Problem | null> => {
  const hash = createHash('sha256');
  let bytes = 0;
  const chunks = async function* (): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const chunk of createReadStream(join(root, 'captures', name), { highWaterMark: 256 * 1024 })) {
      hash.update(chunk as Buffer);
      bytes += (chunk as Buffer).length;
      yield chunk as Buffer;
    }
  };
  const { sorted, clean } = await sortLines(indexWarc(chunks(), name), join(root, 'captures'));
  try {
    const meta = { format: 'cdxj-1.0', filename: name, bytes, sha256: hash.digest('hex') };
    return (await store.writeStream('captures', printIndex(meta, sorted), () => cdxjPath(name))).problem;
  } finally {
    await clean();
  }
};

/** Puts an index beside every WARC of `captures/` that has none. What fails is told, and does not keep the others from it. */
export const indexCaptures = async (
  root: string,
  store: ContentStore,
  indexWarc: IndexWarc,
): Promise<Problem[]> => {
  const { warcs, indexes } = await listCaptures(root);
  const problems: Problem[] = [];
  for (const name of warcs) {
    if (indexes.has(cdxjPath(name))) continue;
    const problem = await indexOne(root, store, name, indexWarc);
    if (problem !== null) problems.push(problem);
  }
  return problems;
};
