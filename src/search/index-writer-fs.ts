import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { constants, gzipSync } from 'node:zlib';
import type { IndexFileContent } from './index-files.ts';

/** Writes the files of one index below a folder, and counts them. */
export interface IndexWriter {
  readonly folder: string;
  readonly written: { files: number; bytes: number };
  readonly bytesOf: (name: string) => number;
  /** Gives the name back. */
  readonly write: (name: string, content: Uint8Array | string) => Promise<string>;
  /** Writes gzipped JSON, without a name of its own under one that its content gives. */
  readonly pack: <K extends keyof IndexFileContent>(
    kind: K,
    content: IndexFileContent[K],
    name?: string,
  ) => Promise<string>;
}

/** Letters and digits that tell contents apart. */
export const shortHash = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 10);

export const createIndexWriter = (folder: string): IndexWriter => {
  const written = { files: 0, bytes: 0 };
  const sizes = new Map<string, number>();
  const write: IndexWriter['write'] = async (name, content) => {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
    written.files += 1;
    written.bytes += Buffer.byteLength(content);
    sizes.set(name, Buffer.byteLength(content));
    return name;
  };
  return {
    folder,
    written,
    bytesOf: (name) => sizes.get(name) ?? 0,
    write,
    pack(kind, content, name) {
      const json = JSON.stringify(content);
      return write(
        name ?? `${kind}/${shortHash(json)}.pack`,
        gzipSync(json, { level: constants.Z_BEST_COMPRESSION }),
      );
    },
  };
};
