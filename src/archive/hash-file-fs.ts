import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { errorCodeOf } from '../problem/error-code.ts';

/** The SHA-256 of a file, in lower-case hexadecimal; null where it can't be read. */
export const hashFile = async (file: string): Promise<string | null> => {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
    return hash.digest('hex');
  } catch (error) {
    if (errorCodeOf(error) === null) throw error;
    return null;
  }
};
