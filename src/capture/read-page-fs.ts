import { readFile } from 'node:fs/promises';
import { toProblem } from '../problem/problem.ts';
import { decodeText } from '../text/decode-text.ts';
import type { Capture } from './capture.ts';
import { maxPageBytes } from './limits.ts';
import { sha256Of, toItem, type KnownFile, type ReadItem, type ReadOptions } from './read-item-fs.ts';

/**
 * A page or a text as the one capture that its file is.
 * Problems: `file-too-large`, `charset-unknown`, `encoding-unknown`, `file-empty`.
 */
export const readPage = async (
  { file, form, size, modifiedAt }: KnownFile,
  options: ReadOptions,
): Promise<ReadItem> => {
  const place = { file: file.path };
  if (size > maxPageBytes) {
    return toItem(file.path, 'refused', [toProblem('file-too-large', { size, limit: maxPageBytes }, place)]);
  }
  const bytes = new Uint8Array(await readFile(file.path));
  const sha256 = sha256Of(bytes);
  const decoded = decodeText(bytes, { charset: options.charset ?? null, isPage: form === 'html' });
  if ('fault' in decoded) {
    const problem = toProblem(decoded.fault, { charset: decoded.charset ?? '' }, place);
    return toItem(file.path, 'refused', [problem], { sha256 });
  }
  if (decoded.text.trim() === '') {
    return toItem(file.path, 'refused', [toProblem('file-empty', {}, place)], { sha256 });
  }
  const capture: Capture = {
    input: file.path,
    record: null,
    bytes,
    sha256,
    capturedAt: modifiedAt,
    capturedAtInferred: true,
    url: options.url ?? null,
    mediaType: form === 'html' ? 'text/html' : 'text/plain',
    charset: options.charset ?? null,
  };
  return toItem(file.path, 'read', [], { capture, sha256 });
};
