import { open, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCodeOf } from '../problem/error-code.ts';
import { exportedColumns } from '../article/exported-row.ts';
import { exportForm, exportMark } from '../article/exported-article.ts';
import { harvestFileName } from './harvest-files.ts';
import { exportComment } from './export-comment.ts';

const headBytes = 4096;

/** How exports that are one file begin; a WACZ says in its last bytes what it is. */
const beginnings: readonly string[] = [
  `{"${exportMark}":${String(exportForm)},`,
  `\ufeff${exportedColumns.join(',')}\r\n`,
  `<?xml version="1.0" encoding="UTF-8"?>\n<!-- ${exportComment} -->\n`,
];

const isExportFile = async (path: string, size: number): Promise<boolean> => {
  if (size === 0) return true;
  const file = await open(path, 'r');
  const readAt = async (start: number): Promise<string> => {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, start);
    return buffer.toString('utf8', 0, bytesRead);
  };
  try {
    const head = await readAt(0);
    if (head.startsWith('PK')) return (await readAt(Math.max(0, size - headBytes))).endsWith(exportComment);
    return beginnings.some((beginning) => head.startsWith(beginning));
  } finally {
    await file.close();
  }
};

const bagNames = new Set([
  'bagit.txt',
  'bag-info.txt',
  'data',
  'manifest-sha256.txt',
  'tagmanifest-sha256.txt',
]);

/** The bag of a snapshot says so, and is never replaced. */
const isExportBag = async (path: string): Promise<boolean> =>
  (await readFile(join(path, 'bag-info.txt'), 'utf8')).includes(`(${exportComment})\n`);

const isExportFolder = async (path: string): Promise<boolean> => {
  const names = await readdir(path);
  if (names.every((name) => harvestFileName.test(name))) return true;
  const isBag = names.includes('bag-info.txt') && names.every((name) => bagNames.has(name));
  return isBag && (await isExportBag(path));
};

/** Whether an export may take the place of what lies at a path: nothing does, or something empty, or a former export. */
export const isReplaceableExport = async (path: string): Promise<boolean> => {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return await isExportFolder(path);
    return found.isFile() && (await isExportFile(path, found.size));
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return true;
    throw error;
  }
};
