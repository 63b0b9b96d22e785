import { CborReader } from './cbor-reader.ts';

/*
 * Pagefind's own files, as its 1.6 writes them (its `index_metadata.rs` and `index_words.rs`): CBOR after a
 * signature. The build reads all that it gets from Pagefind with this code, and fails where it cannot.
 */
export const signature = 'pagefind_dcd';

/** Where a form of a term stands on one page: words of its content, ascending. */
export interface FormPage {
  readonly page: number;
  readonly words: readonly number[];
}

/** A term as it was written, and where it stands. */
export interface TermForm {
  readonly form: string;
  readonly pages: readonly FormPage[];
}

/** What Pagefind's table tells: ids of the pages in their order, and the chunks, each with the least key that belongs there. */
export interface PagefindTable {
  readonly version: string;
  readonly pages: readonly string[];
  readonly chunks: readonly { readonly from: string; readonly name: string }[];
}

/** What every spelling of a term has in common: the word that Pagefind files it under. */
export const termKey = (term: string): string => {
  const bare = term.normalize('NFD').replace(/(?![\u3099\u309A])\p{M}/gu, '');
  return /[\u3099\u309A]/.test(bare) ? bare.normalize('NFC') : bare;
};

/** By code points, as Pagefind sorts. */
export const compareKeys = (left: string, right: string): number => {
  const shorter = Math.min(left.length, right.length);
  let at = 0;
  while (at < shorter && left.charCodeAt(at) === right.charCodeAt(at)) at += 1;
  if (at === shorter) return left.length - right.length;
  // The second half of a pair differs: both first halves are alike, and the halves sort as what they stand for.
  const [a, b] = [left.codePointAt(at) ?? 0, right.codePointAt(at) ?? 0];
  return a - b;
};

const afterSignature = (bytes: Uint8Array): CborReader => {
  if (new TextDecoder().decode(bytes.subarray(0, signature.length)) !== signature) {
    throw new RangeError('no signature');
  }
  return new CborReader(bytes.subarray(signature.length));
};

const times = (count: number, read: () => void): void => {
  for (let i = 0; i < count; i += 1) read();
};

/** Reads where a form stands; pages and words are told as what they are more than the former. */
const readPages = (reader: CborReader, isWanted: boolean): FormPage[] => {
  const pages: FormPage[] = [];
  let page = 0;
  times(reader.list(), () => {
    const fields = reader.list();
    page += reader.number();
    const words: number[] = [];
    let word = 0;
    times(reader.list(), () => {
      const more = reader.number();
      // Less than nothing is a weight, after which words are counted anew.
      word = more < 0 ? 0 : word + more;
      if (isWanted && more >= 0) words.push(word);
    });
    // Words of titles and the like: a volume has none.
    times(fields - 2, () => {
      reader.skip();
    });
    if (isWanted) pages.push({ page, words });
  });
  return pages;
};

/** Goes through a chunk; `take` is given the keys in their order, and with `true` the key's forms are read for it. */
const readChunk = (
  bytes: Uint8Array,
  isWanted: (key: string) => boolean,
  take: (forms: readonly TermForm[]) => void,
): void => {
  const reader = afterSignature(bytes);
  reader.list();
  times(reader.list(), () => {
    const fields = reader.list();
    const key = reader.text();
    const wanted = isWanted(key);
    const forms: TermForm[] = [{ form: key, pages: readPages(reader, wanted) }];
    if (fields > 2) {
      times(reader.list(), () => {
        reader.list();
        forms.push({ form: reader.text(), pages: readPages(reader, wanted) });
      });
    }
    if (wanted) take(forms.filter(({ pages }) => pages.length > 0));
  });
  if (!reader.isAtEnd()) throw new RangeError('more than a chunk');
};

/** The forms in a chunk, unpacked, that Pagefind files under a key; none where it has none. Throws `RangeError` for what is no chunk. */
export const formsInChunk = (bytes: Uint8Array, key: string): readonly TermForm[] => {
  let found: readonly TermForm[] = [];
  readChunk(
    bytes,
    (one) => one === key,
    (forms) => {
      found = forms;
    },
  );
  return found;
};

/** All keys of a chunk, in its order. Throws `RangeError` for what is no chunk. */
export const keysInChunk = (bytes: Uint8Array): string[] => {
  const keys: string[] = [];
  readChunk(
    bytes,
    (key) => {
      keys.push(key);
      return false;
    },
    () => undefined,
  );
  return keys;
};

/** Reads Pagefind's table, unpacked; throws `RangeError` for what is none. */
export const readPagefindTable = (bytes: Uint8Array): PagefindTable => {
  const reader = afterSignature(bytes);
  reader.list();
  const version = reader.text();
  const pages: string[] = [];
  times(reader.list(), () => {
    const fields = reader.list();
    pages.push(reader.text());
    times(fields - 1, () => {
      reader.skip();
    });
  });
  const chunks: { from: string; name: string }[] = [];
  times(reader.list(), () => {
    reader.list();
    const from = reader.text();
    reader.skip();
    chunks.push({ from, name: reader.text() });
  });
  return { version, pages, chunks };
};

/** Which of the chunks, by their least keys in order, holds a key if any does; -1 where none can. */
export const chunkOf = (firsts: readonly string[], key: string): number => {
  let [low, high] = [0, firsts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareKeys(firsts[middle] ?? '', key) <= 0) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};
