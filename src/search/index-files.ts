import type { ListedField } from './article-fields.ts';
import type { TextPack } from './result-record.ts';

/** The version of the index's own files; a reader of another version refuses them. */
export const indexVersion = 2;

/** The folder below the site's base, and in it the entry, the one file whose name never changes. */
export const indexFolder = 'search/';
export const entryName = 'index.json';
/** Pagefind's own part, below the index's folder. */
export const pagefindFolder = 'pagefind/';
export const libraryName = `${pagefindFolder}pagefind.js`;

/** Articles in one volume (a page, to Pagefind), in one pack of result records, in one pack of ids. */
export const articlesPerVolume = 64;
export const articlesPerPack = 24;
export const articlesPerIdPack = 1024;

/**
 * Postings in one chunk of Pagefind's. More of them and fewer articles in a pack, or the other way round: search adds
 * less than one file for ten articles, and of those the sizes where a query fetches least.
 */
export const postingsPerChunk = 30_000;

export interface IndexEntry {
  readonly version: typeof indexVersion;
  readonly articles: number;
  readonly table: string;
  readonly readings: string;
  readonly fields: string;
  readonly lexicon: string;
  readonly completions: string;
  /** Pagefind's files that every search needs, below the index's folder; none where there is no article. */
  readonly start: readonly string[];
  /** Bytes of Pagefind's library, which the browser fetches by itself. */
  readonly libraryBytes: number;
}

/** What is known of every article before a result is fetched: one value an article in each list, newest article first. */
export interface ArticleTable {
  readonly sources: readonly string[];
  /** Names of the sources; a source without a known name is called by its id. */
  readonly sourceNames: readonly string[];
  readonly source: readonly number[];
  /** Days before the article before it, the first counted from 2200-01-01; undated articles come last and have none. */
  readonly days: readonly number[];
  /** Precision of each dated article's date: y, m or d. */
  readonly precisions: string;
  readonly slots: readonly number[];
  readonly titleEnds: readonly number[];
  readonly leadSlots: readonly number[];
  readonly synonyms: readonly Synonym[];
  /** Pagefind's ids of the volumes. */
  readonly volumes: readonly string[];
  /** Files of the packs. */
  readonly packs: readonly string[];
  readonly idPacks: readonly string[];
}

/** An abbreviation and what it stands for. */
export type Synonym = readonly [short: string, long: string];

/** Folded keys with more than one exact key in the archive: those, the commonest first. */
export type Readings = Readonly<Record<string, readonly string[]>>;

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
  readonly pack: TextPack;
  readonly ids: readonly string[];
}
