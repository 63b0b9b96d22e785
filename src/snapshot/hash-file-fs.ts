import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';

/** Longer files are streamed; these are read at once, which for thousands of small ones is several times faster. */
const maxAtOnceBytes = 512 * 1024;

const chunkBytes = 1024 * 1024;

/** The SHA-256 of a file's bytes, in lower-case hexadecimal, and how many they are. An error of the disk is thrown. */
export const hashFile = async (path: string): Promise<{ sha256: string; bytes: number }> => {
  const { size } = await stat(path);
  const hash = createHash('sha256');
  if (size <= maxAtOnceBytes) {
    const bytes = readFileSync(path);
    return { sha256: hash.update(bytes).digest('hex'), bytes: bytes.length };
  }
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) {
    hash.update(chunk as Buffer);
    bytes += (chunk as Buffer).length;
  }
  return { sha256: hash.digest('hex'), bytes };
};
