import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

/** So much is gathered before it is written. */
const gatheredBytes = 1024 * 1024;

/**
 * Writes a file that is not there yet, piece by piece, and sees it onto the disk. Comes back with its length and SHA-256. An error of
 * the disk is thrown.
 */
export const writeText = async (
  path: string,
  texts: AsyncIterable<string> | Iterable<string>,
): Promise<{ bytes: number; sha256: string }> => {
  const hash = createHash('sha256');
  const file = await open(path, 'wx');
  let bytes = 0;
  let gathered: Uint8Array[] = [];
  let waiting = 0;
  const flush = async (): Promise<void> => {
    const whole = Buffer.concat(gathered);
    gathered = [];
    waiting = 0;
    hash.update(whole);
    bytes += whole.length;
    await file.writeFile(whole);
  };
  try {
    for await (const text of texts) {
      const piece = Buffer.from(text, 'utf8');
      gathered.push(piece);
      waiting += piece.length;
      if (waiting >= gatheredBytes) await flush();
    }
    await flush();
    await file.sync();
  } finally {
    await file.close();
  }
  return { bytes, sha256: hash.digest('hex') };
};
