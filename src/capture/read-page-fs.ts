import { readFile } from 'node:fs/promises';
import { toProblem } from '../problem/problem.ts';
import { decodeText } from '../text/decode-text.ts';
import type { Capture } from './capture.ts';
import { toVietnamInstant } from './instant.ts';
import { cutOfFile } from './cut-of-file.ts';
import { maxPageBytes } from './limits.ts';
import { openCapture } from './open-capture.ts';
import { parseMhtml } from './parse-mhtml.ts';
import { sha256Of, toItem, type KnownFile, type ReadItem, type ReadOptions } from './read-item-fs.ts';
import { readSavedPage, type SavedPage } from './saved-page.ts';

const mediaTypes = { html: 'text/html', MHTML: 'multipart/related' } as const;

/** An instant that a page could have been saved at; a clock that was not set tells nothing. */
const firstSavedMs = Date.UTC(1990, 0);
const endOfSaving = Date.UTC(2100, 0);

const isInstantOfSaving = (epochMs: number | null): epochMs is number =>
  epochMs !== null && epochMs >= firstSavedMs && epochMs < endOfSaving;

/**
 * A page or a text as the one capture that its file is. Of an MHTML file the capture is the whole file; that its page
 * can be read is seen to here.
 * Problems: `file-too-large`, `charset-unknown`, `encoding-unknown`, `file-empty`, `mhtml-page-missing`, `payload-cut`.
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
  const mhtml = form === 'MHTML' ? parseMhtml(bytes) : null;
  if (form === 'MHTML' && mhtml === null) {
    return toItem(file.path, 'refused', [toProblem('mhtml-page-missing', {}, place)], { sha256 });
  }
  const capture: Capture = {
    input: file.path,
    record: null,
    bytes,
    sha256,
    capturedAt: modifiedAt,
    capturedAtInferred: true,
    url: options.url ?? null,
    mediaType: form === 'html' || form === 'MHTML' ? mediaTypes[form] : 'text/plain',
    charset: options.charset ?? null,
  };
  const page = openCapture(capture);
  const decoded = decodeText(page.bytes, {
    charset: page.charset,
    isPage: page.mediaType === 'text/html',
  });
  if ('fault' in decoded) {
    const problem = toProblem(decoded.fault, { charset: decoded.charset ?? '' }, place);
    return toItem(file.path, 'refused', [problem], { sha256 });
  }
  if (decoded.text.trim() === '') {
    return toItem(file.path, 'refused', [toProblem('file-empty', {}, place)], { sha256 });
  }
  const saved: SavedPage =
    mhtml ?? (form === 'html' ? readSavedPage(decoded.text) : { url: null, savedMs: null });
  const isDated = isInstantOfSaving(saved.savedMs);
  const known: Capture = {
    ...capture,
    url: capture.url ?? saved.url,
    capturedAt: isDated ? toVietnamInstant(saved.savedMs) : modifiedAt,
    capturedAtInferred: !isDated,
  };
  const reason = cutOfFile({
    bytes: page.bytes,
    text: decoded.text,
    charset: decoded.charset,
    isPage: page.mediaType === 'text/html',
    isOpen: mhtml?.isOpen === true,
  });
  const problems = reason === null ? [] : [toProblem('payload-cut', { reason }, place)];
  const beside = form === 'html' && { beside: { page: file.path, folder: file.root } };
  return toItem(file.path, 'read', problems, { capture: known, sha256, ...beside });
};
