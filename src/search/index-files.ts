import type { ListedField } from './article-fields.ts';

/**
 * The version of the index's own files, and of the terms that articles' words become; a reader of another version refuses
 * them, and no shard of another is taken over.
 */
export const indexVersion = 4;

/** The folder below the site's base, and in it the entry, the one file whose name never changes. */
export const indexFolder = 'search/';
export const entryName = 'index.json';
/** Below the index's folder, one folder a shard, named by what it was made from. */
export const shardFolder = 'shard/';

/** What lies in a shard's folder; shelves are numbered from 0. */
export const shardFiles = {
  parts: 'parts.pack',
  dictionary: 'dictionary.pack',
  chunks: (shelf: number): string => `chunks-${shelf}.pack`,
  texts: (shelf: number): string => `texts-${shelf}.pack`,
  /** What the next build checks before it takes the shard over; no reader asks for it. */
  manifest: 'shard.json',
} as const;

/** Articles in one volume (a page, to Pagefind), and in one pack of ids. */
export const articlesPerVolume = 1024;
export const articlesPerIdPack = 1024;

/** Postings in one chunk of Pagefind's: smaller chunks are fewer bytes for a query, and more at the start. */
export const postingsPerChunk = 3000;

export interface IndexEntry {
  readonly version: typeof indexVersion;
  readonly articles: number;
  readonly table: string;
  readonly readings: string;
  readonly fields: string;
  readonly lexicon: string;
  /** What may complete a query, by the first letter of its folded key. */
  readonly completions: Readonly<Record<string, string>>;
  /** Bytes of all files that any search needs, this entry aside. */
  readonly startBytes: number;
  /** By time, the newest first. */
  readonly shards: readonly { readonly folder: string; readonly articles: number }[];
}

/** What is known of every article before a result is fetched, the newest article first. Packed lists have one number an article. */
export interface ArticleTable {
  readonly sources: readonly string[];
  /** Names of the sources; a source without a known name is called by its id. */
  readonly sourceNames: readonly string[];
  readonly source: string;
  /** Days before the article before it, the first counted from 2200-01-01; undated articles come last and have none. */
  readonly days: string;
  /** Precision of each dated article's date: y, m or d. */
  readonly precisions: string;
  /** Slots of the title, of kicker and lead, and of the whole article, in steps of `article-slots.ts`. */
  readonly titleSlots: string;
  readonly leadSlots: string;
  readonly slots: string;
  readonly synonyms: readonly Synonym[];
  readonly idPacks: readonly string[];
}

/** What Pagefind made of a part of a shard's terms, `bundleOf` tells which. */
export interface ShardBundle {
  /** By Pagefind's number of a page, the volume that it is; packed. */
  readonly volumes: string;
  /** The least key that belongs in each chunk, in order. */
  readonly firsts: readonly string[];
}

/** Where a shard's parts lie: Pagefind's chunks, and the record of each article. Lengths are as `shelf.ts` packs them. */
export interface ShardParts {
  readonly bundles: readonly ShardBundle[];
  /** Exact keys of the words of which only the zone is told, not the place. */
  readonly common: readonly string[];
  /** The chunks of all bundles, one bundle after another. */
  readonly chunkLengths: string;
  readonly chunkShelfBytes: number;
  readonly textLengths: string;
  readonly textShelfBytes: number;
  /** Bytes of the text that each record's compression goes on from, and of its compressed form. */
  readonly dictionaryBytes: number;
  readonly dictionaryPackedBytes: number;
}

/** An abbreviation and what it stands for. */
export type Synonym = readonly [short: string, long: string];

/** Folded keys with more than one exact key in the archive. */
export interface Readings {
  /** The exact keys of each, the commonest first; sorted by the folded key. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
  /** About how many articles have each exact key, in the same order: packed, in classes of `reading-counts.ts`. */
  readonly counts: string;
}

/** Exact keys of the archive's words, the commonest first; words of digits and very rare ones aside. */
export type WordList = readonly string[];

/** Words in the list at most: all syllables, and names enough. */
export const maxListedWords = 12_000;

/** A field's values, the commonest first, and by article the numbers of those it has. */
export interface FieldColumn {
  readonly names: readonly string[];
  readonly of: readonly (readonly number[])[];
}

/** What only fields and facets need of each article. */
export type ArticleFields = Readonly<Record<ListedField, FieldColumn>>;

/** What each kind of file holds. */
export interface IndexFileContent {
  readonly table: ArticleTable;
  readonly readings: Readings;
  readonly fields: ArticleFields;
  readonly lexicon: WordList;
  /** What may complete a query, the most frequent first. */
  readonly completions: readonly string[];
  readonly ids: readonly string[];
  readonly parts: ShardParts;
}
