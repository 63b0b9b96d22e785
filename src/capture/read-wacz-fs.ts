import { hasError, toProblem, type Problem } from '../problem/problem.ts';
import type { WarcSource } from './held-capture.ts';
import { toItem, type KnownFile, type ReadItem, type ReadOptions } from './read-item-fs.ts';
import { readWarc } from './read-warc-fs.ts';
import type { Revisits } from './resolve-revisits-fs.ts';
import { checkHashes, checkPromised, meetRecord, readPromised, type WaczFiles } from './wacz-lists-fs.ts';
import { readZipDirectory, readZipEntry, type ZipEntry } from './zip-directory-fs.ts';

/** An entry may unpack to so many times its size, and some megabytes more: text never gets there, a bomb always. */
const maxRatio = 200;
const freeBytes = 64 * 1024 * 1024;

const isUnsafe = (name: string): boolean =>
  /^(?:\/|[a-z]:)|[\\\0]/i.test(name) || name.split('/').includes('..');

const isBomb = ({ bytes, packedBytes, isDeflated }: ZipEntry): boolean =>
  isDeflated && bytes > packedBytes * maxRatio + freeBytes;

/** What keeps a whole WACZ from being read, or null. */
const refusalOf = (entries: readonly ZipEntry[]): Problem | null => {
  const unsafe = entries.find(({ name }) => isUnsafe(name));
  if (unsafe !== undefined) return toProblem('wacz-path-unsafe', { path: unsafe.name });
  const bomb = entries.find(isBomb);
  if (bomb === undefined) return null;
  return toProblem('unpacked-too-large', {
    path: bomb.name,
    limit: bomb.packedBytes * maxRatio + freeBytes,
  });
};

const isWarc = ({ name }: ZipEntry): boolean => /^archive\/.*\.warc(\.gz)?$/i.test(name);

const toSource = (path: string, entry: ZipEntry, modifiedAt: string): WarcSource => ({
  input: `${path}/${entry.name}`,
  open: () => readZipEntry(path, entry),
  ...(!entry.isDeflated && {
    openAt: (offset, length) => readZipEntry(path, entry, { offset, length }),
  }),
  modifiedAt,
});

/** The WARCs of a WACZ; none where it is not to be read. */
export const listWaczWarcs = async ({ file: { path }, modifiedAt }: KnownFile): Promise<WarcSource[]> => {
  const list = await readZipDirectory(path);
  if (typeof list === 'string' || refusalOf(list) !== null) return [];
  return list.filter(isWarc).map((entry) => toSource(path, entry, modifiedAt));
};

/**
 * The captures in the WARCs of a WACZ. Its hashes, its index and its list of pages are compared with what is in it; a
 * wrong one is told, and reading goes on.
 *
 * Problems: `wacz-damaged`, `wacz-path-unsafe`, `unpacked-too-large`, `wacz-datapackage-invalid`, `wacz-file-missing`,
 * `wacz-hash-wrong`, `wacz-index-wrong`, `wacz-page-missing`, and those of `readWarc`.
 *
 * @see https://specs.webrecorder.net/wacz/1.1.1/
 */
export async function* readWacz(
  { file: { path }, modifiedAt }: KnownFile,
  options: ReadOptions,
  revisits: Revisits,
): AsyncGenerator<ReadItem, void, undefined> {
  const place = { file: path };
  const list = await readZipDirectory(path);
  if (typeof list === 'string') {
    yield toItem(path, 'refused', [toProblem('wacz-damaged', { reason: list }, place)]);
    return;
  }
  const refusal = refusalOf(list);
  if (refusal !== null) {
    yield toItem(path, 'refused', [{ ...refusal, place }]);
    return;
  }
  const files: WaczFiles = { path, entries: new Map(list.map((entry) => [entry.name, entry])) };
  const warcs = list.filter(isWarc);
  const problems = await checkHashes(files, place);
  if (warcs.length === 0) {
    const found = problems.map((problem) =>
      problem.code === 'wacz-datapackage-invalid'
        ? { ...problem, values: { ...problem.values, advice: 'warcs-none' } }
        : problem,
    );
    const why = hasError(found) ? found : [...found, toProblem('file-empty', {}, place)];
    yield toItem(path, 'refused', why);
    return;
  }
  if (problems.length > 0) yield toItem(path, 'skipped', problems);
  const promised = await readPromised(files);
  for (const entry of warcs) {
    const source = toSource(path, entry, modifiedAt);
    const name = entry.name.replace(/^.*\//, '');
    yield* readWarc(source, options, revisits, (record) => {
      meetRecord(promised, name, record);
    });
  }
  const left = checkPromised(promised, place);
  if (left.length > 0) yield toItem(path, 'skipped', left);
}
