/** What is shown of an article in results. */
export interface ResultRecord {
  readonly id: string;
  readonly title: string;
  readonly titleSupplied: boolean;
  readonly publishedAt: string | null;
  readonly publishedAtInferred: boolean;
  /** The texts of the searched blocks but the title, in order. */
  readonly texts: readonly string[];
}
