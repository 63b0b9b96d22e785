import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { constants, gunzipSync } from 'node:zlib';
import { toProblem, type Problem } from '../problem/problem.ts';
import { toFileSource } from './file-source-fs.ts';
import { toVietnamInstant } from './instant.ts';
import { headBytes } from './limits.ts';
import { readCsv } from './read-csv-fs.ts';
import { readFeed } from './read-feed-fs.ts';
import { toItem, type KnownFile, type ReadItem, type ReadOptions } from './read-item-fs.ts';
import { readLines } from './read-lines-fs.ts';
import { readPage } from './read-page-fs.ts';
import { readWacz } from './read-wacz-fs.ts';
import { readWarc } from './read-warc-fs.ts';
import { resolveRevisits, type Revisits } from './resolve-revisits-fs.ts';
import { sniffForm, sniffGzip, type Form } from './sniff-form.ts';
import { toFileProblem, walkInputs, type FoundFile } from './walk-inputs-fs.ts';

export type { ReadItem, ReadOptions } from './read-item-fs.ts';

export const readHead = async (path: string): Promise<Uint8Array> => {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
};

/** The form of a file, and its head; of a gzip file, what its head unpacks to. */
export const formOf = (
  head: Uint8Array,
  { path, isNamed }: FoundFile,
  charset: string | undefined,
): { form: Form; head: Uint8Array } => {
  const name = basename(path);
  const isUtf16 = charset?.toLowerCase().startsWith('utf-16') === true;
  const form = sniffForm(head, name, isUtf16);
  if (form === 'sidecar' && isNamed && sniffForm(head, '') === 'binary') return { form: 'binary', head };
  if (form !== 'gzip') return { form, head };
  try {
    const inner = gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, headBytes);
    return { form: sniffGzip(inner, name), head: inner };
  } catch {
    return { form: /\.(jsonl|ndjson)\.gz$/i.test(name) ? 'jsonl-gzip' : 'gzip', head };
  }
};

async function* readKnownFile(
  known: KnownFile,
  options: ReadOptions,
  revisits: Revisits,
): AsyncGenerator<ReadItem, void, undefined> {
  const { file, form } = known;
  const place = { file: file.path };
  const refuse = (problem: Problem): ReadItem => toItem(file.path, 'refused', [problem]);
  switch (form) {
    case 'text':
    case 'html':
    case 'MHTML':
      yield await readPage(known, options);
      return;
    case 'jsonl':
    case 'jsonl-gzip':
      yield* readLines(known, options);
      return;
    case 'CSV':
    case 'CSV-gzip':
      yield* readCsv(known, options);
      return;
    case 'WARC':
      yield* readWarc(toFileSource(known), options, revisits);
      return;
    case 'WACZ':
      yield* readWacz(known, options, revisits);
      return;
    case 'XML':
    case 'XML-gzip':
      yield* readFeed(known, options);
      return;
    case 'empty':
      yield refuse(toProblem('file-empty', {}, place));
      return;
    case 'binary':
      yield refuse(toProblem('file-binary', {}, place));
      return;
    case 'sidecar':
    case 'json':
      yield file.isNamed
        ? refuse(
            toProblem('form-unsupported', { form: form === 'json' ? 'JSON' : basename(file.path) }, place),
          )
        : toItem(file.path, 'skipped');
      return;
    default:
      yield refuse(toProblem('form-unsupported', { form }, place));
  }
}

async function* readFound(
  file: FoundFile,
  options: ReadOptions,
  revisits: Revisits,
): AsyncGenerator<ReadItem, void, undefined> {
  if (file.problem !== null) {
    yield toItem(file.path, 'refused', [file.problem]);
    return;
  }
  if (file.isSidecar) {
    yield toItem(file.path, 'skipped');
    return;
  }
  try {
    const status = await stat(file.path);
    // Opening a pipe that nobody writes to would wait for ever.
    if (!status.isFile()) {
      const problem = toProblem('file-unreadable', { reason: 'not a regular file' }, { file: file.path });
      yield toItem(file.path, 'refused', [problem]);
      return;
    }
    const { form, head } = formOf(await readHead(file.path), file, options.charset);
    const known = { file, form, head, size: status.size, modifiedAt: toVietnamInstant(status.mtimeMs) };
    yield* readKnownFile(known, options, revisits);
  } catch (error) {
    yield toItem(file.path, 'refused', [toFileProblem(error, file.path)]);
  }
}

/**
 * The captures in files and folders, one after another in a stable order; those that only point to another record of a WARC come last. What a file holds is told by its content
 * before its name. No input is held whole but a single page; of a file of JSON Lines one line at a time. Whether a
 * line is an article is for `extract` to say.
 *
 * Problems: `file-missing`, `file-unreadable`, `folder-loop`, `file-empty`, `file-binary`, `file-too-large`,
 * `form-unsupported`, `charset-unknown`, `encoding-unknown`, `gzip-damaged`, `mhtml-page-missing`,
 * `csv-quotes-broken`, `xml-cut-short`, `list-of-addresses`.
 */
export async function* readCaptures(
  paths: readonly string[],
  options: ReadOptions = {},
): AsyncGenerator<ReadItem, void, undefined> {
  const revisits: Revisits = { sources: [], waiting: [] };
  for await (const file of walkInputs(paths, options.leftOut)) yield* readFound(file, options, revisits);
  if (revisits.waiting.length > 0) yield* resolveRevisits(revisits, options);
}
