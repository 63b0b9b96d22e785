import { createHash } from 'node:crypto';
import { z } from 'zod';
import { toProblem, type Place, type Problem } from '../problem/problem.ts';
import { maxPageBytes } from './limits.ts';
import { joinBytes } from './raw-bytes.ts';
import { splitLines } from './split-lines.ts';
import type { HeldRecord } from './warc-record.ts';
import { readPieces } from './warc-pieces-fs.ts';
import { readZipEntry, type ZipEntry } from './zip-directory-fs.ts';

/** The files of a WACZ by their paths. */
export interface WaczFiles {
  readonly path: string;
  readonly entries: ReadonlyMap<string, ZipEntry>;
}

const packageSchema = z.object({
  resources: z.array(z.object({ path: z.string(), hash: z.string().regex(/^[\w-]+:[0-9a-f]+$/i) })),
});
const digestSchema = z.object({ hash: z.string().regex(/^[\w-]+:[0-9a-f]+$/i) });

/** Lines of an index or a list of pages that are looked at. */
const maxListLines = 1_000_000;
const maxListLineBytes = 1024 * 1024;

const algorithms = new Set(['sha256', 'sha512', 'sha1', 'md5']);

const readWhole = async ({ path, entries }: WaczFiles, name: string): Promise<Uint8Array | null> => {
  const entry = entries.get(name);
  if (entry === undefined || entry.bytes > maxPageBytes) return null;
  const parts: Uint8Array[] = [];
  for await (const chunk of readZipEntry(path, entry)) parts.push(chunk);
  return joinBytes(parts);
};

const parseAs = <Value>(schema: z.ZodType<Value>, bytes: Uint8Array | null): Value | null => {
  try {
    return schema.parse(JSON.parse(new TextDecoder().decode(bytes ?? new Uint8Array())));
  } catch {
    return null;
  }
};

const checkHash = async (
  { path, entries }: WaczFiles,
  name: string,
  expected: string,
  place: Place,
): Promise<Problem | null> => {
  const entry = entries.get(name);
  if (entry === undefined) return toProblem('wacz-file-missing', { path: name }, place);
  const algorithm = expected.slice(0, expected.indexOf(':')).toLowerCase().replace('-', '');
  if (!algorithms.has(algorithm))
    return toProblem('wacz-datapackage-invalid', { advice: 'warcs-read' }, place);
  const hash = createHash(algorithm);
  for await (const chunk of readZipEntry(path, entry)) hash.update(chunk);
  const found = `${algorithm}:${hash.digest('hex')}`;
  return found.slice(found.indexOf(':')) === expected.slice(expected.indexOf(':')).toLowerCase()
    ? null
    : toProblem('wacz-hash-wrong', { path: name, found, expected }, place);
};

/**
 * Whether the files of a WACZ are what its `datapackage.json` says. Problems: `wacz-datapackage-invalid`,
 * `wacz-file-missing`, `wacz-hash-wrong`.
 */
export const checkHashes = async (files: WaczFiles, place: Place): Promise<Problem[]> => {
  const description = parseAs(packageSchema, await readWhole(files, 'datapackage.json'));
  if (description === null) return [toProblem('wacz-datapackage-invalid', { advice: 'warcs-read' }, place)];
  const digest = parseAs(digestSchema, await readWhole(files, 'datapackage-digest.json'));
  const problems: (Problem | null)[] = [];
  if (digest !== null) problems.push(await checkHash(files, 'datapackage.json', digest.hash, place));
  for (const { path, hash } of description.resources)
    problems.push(await checkHash(files, path, hash, place));
  return problems.filter((problem) => problem !== null);
};

/** What the index and the list of pages of a WACZ promise; what was met is taken off. */
export interface Promised {
  /** Of each WARC's name: the addresses, by offset. */
  readonly records: Map<string, Map<number, string>>;
  readonly pages: Set<string>;
}

async function* unpackedBytes(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const piece of readPieces(chunks)) if (piece.kind === 'bytes') yield piece.bytes;
}

async function* jsonIn(
  { path, entries }: WaczFiles,
  names: RegExp,
): AsyncGenerator<unknown, void, undefined> {
  let count = 0;
  for (const [name, entry] of entries) {
    if (!names.test(name)) continue;
    for await (const { bytes } of splitLines(unpackedBytes(readZipEntry(path, entry)), maxListLineBytes)) {
      count += 1;
      if (count > maxListLines) return;
      const line = new TextDecoder().decode(bytes ?? new Uint8Array());
      if (line.startsWith('!')) continue;
      try {
        yield JSON.parse(line.slice(Math.max(0, line.indexOf('{'))));
      } catch {
        // An index in another form is no fault: records are read without it.
      }
    }
  }
}

const indexLine = z.object({
  url: z.string().default(''),
  filename: z.string(),
  offset: z.coerce.number().int().nonnegative(),
});
const pageLine = z.object({ url: z.string() });

const withoutFragment = (url: string): string => url.replace(/#.*$/, '');

/** Reads what a WACZ says that it holds. */
export const readPromised = async (files: WaczFiles): Promise<Promised> => {
  const promised: Promised = { records: new Map(), pages: new Set() };
  for await (const line of jsonIn(files, /^indexes\/.*\.cdxj?(\.gz)?$/i)) {
    const { data } = indexLine.safeParse(line);
    if (data === undefined) continue;
    const ofFile = promised.records.get(data.filename) ?? new Map<number, string>();
    promised.records.set(data.filename, ofFile.set(data.offset, data.url));
  }
  for await (const line of jsonIn(files, /^pages\/.*\.jsonl$/i)) {
    const { data } = pageLine.safeParse(line);
    if (data !== undefined) promised.pages.add(withoutFragment(data.url));
  }
  return promised;
};

/** Takes a record off the list of what is promised. `name`: its WARC's, without folders. */
export const meetRecord = ({ records, pages }: Promised, name: string, record: HeldRecord): void => {
  records.get(name)?.delete(record.offset);
  pages.delete(withoutFragment(record.targetUri ?? ''));
};

/** What was promised and not met. Problems: `wacz-index-wrong`, `wacz-page-missing`. */
export const checkPromised = ({ records, pages }: Promised, place: Place): Problem[] => {
  const lines = [...records.values()].flatMap((ofFile) => [...ofFile.values()]);
  const [line] = lines;
  const [page] = pages;
  return [
    ...(line === undefined ? [] : [toProblem('wacz-index-wrong', { count: lines.length, url: line }, place)]),
    ...(page === undefined ? [] : [toProblem('wacz-page-missing', { count: pages.size, url: page }, place)]),
  ];
};
