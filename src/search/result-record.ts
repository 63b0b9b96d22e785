import type { SearchedBlock } from './searched-blocks.ts';

/** What is shown of an article in results. */
export interface ResultRecord {
  readonly id: string;
  readonly title: string;
  readonly titleSupplied: boolean;
  readonly publishedAt: string | null;
  readonly publishedAtInferred: boolean;
  /** How many of the texts are kicker and lead. */
  readonly leads: number;
  /** The texts of the searched blocks but the title, in order. */
  readonly texts: readonly string[];
}

/** The searched blocks of a record; kicker and lead are both called `lead`. */
export const blocksOf = ({ title, leads, texts }: ResultRecord): SearchedBlock[] => [
  { kind: 'title', text: title },
  ...texts.map((text, i) => ({ kind: i < leads ? ('lead' as const) : ('text' as const), text })),
];
