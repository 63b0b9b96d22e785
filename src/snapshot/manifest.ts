/** A file's path, with `/`, and the SHA-256 of its bytes. */
export interface HashedFile {
  readonly path: string;
  readonly sha256: string;
}

export const manifestName = 'manifest-sha256.txt';

const byPath = (a: HashedFile, b: HashedFile): number => (a.path < b.path ? -1 : 1);

const encodePath = (path: string): string => path.replace(/[%\r\n]/g, (letter) => encodeURIComponent(letter));

const decodePath = (path: string): string =>
  path.replace(/%(25|0d|0a)/gi, (encoded) => decodeURIComponent(encoded));

/**
 * A manifest as `sha256sum --check` reads it, sorted by path.
 * @see https://www.rfc-editor.org/rfc/rfc8493#section-2.1.3
 */
export const printManifest = (files: Iterable<HashedFile>): string =>
  [...files]
    .sort(byPath)
    .map(({ path, sha256 }) => `${sha256}  ${encodePath(path)}\n`)
    .join('');

/** Whether a path stays below the folder that it is told from, on any system. */
export const isSafePath = (path: string): boolean =>
  path !== '' &&
  !path.includes('\0') &&
  !/^(?:[/\\~]|[a-z]:)/i.test(path) &&
  path.split(/[/\\]/).every((part) => part !== '' && part !== '.' && part !== '..');

/** What a manifest tells: hashes by path, and the lines, counted from 1, that tell nothing or lead outside. */
export interface ParsedManifest {
  readonly files: Map<string, string>;
  readonly faults: number[];
}

/** Two letters part hash and path, as `sha256sum` has it; only where they don't, any blanks do, as BagIt allows. */
const lineForm = /^([0-9a-f]{64})(?: [ *]|[ \t]+(?=[^ \t]))(.+)$/is;

/** Reads a manifest of BagIt or of `sha256sum`; a path that stands twice is a fault, unless both lines say the same. */
export const parseManifest = (text: string): ParsedManifest => {
  const files = new Map<string, string>();
  const faults: number[] = [];
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  for (const [i, line] of lines.entries()) {
    if (line === '') continue;
    const [, hash, name] = lineForm.exec(line) ?? [];
    const path = decodePath(name ?? '').replace(/^\.\//, '');
    const sha256 = hash?.toLowerCase();
    const isTwice = files.has(path) && files.get(path) !== sha256;
    if (sha256 === undefined || !isSafePath(path) || isTwice) faults.push(i + 1);
    else files.set(path, sha256);
  }
  return { files, faults };
};
