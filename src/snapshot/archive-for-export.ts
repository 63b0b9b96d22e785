import type { Article } from '../article/article.ts';
import type { ArticleForExport } from '../article/exported-article.ts';
import type { Settings } from '../article/settings.ts';

/** An article of the archive; of one that was withdrawn, no more than what tells its captures from others. */
export type ExportEntry =
  | ({ readonly isWithdrawn: false } & ArticleForExport)
  | { readonly isWithdrawn: true; readonly article: Article; readonly former: readonly Article[] };

/** An archive as exports read it. */
export interface ArchiveForExport {
  readonly content: string;
  readonly settings: Settings;
  /** Where the archive is published, ending in `/`; null where nobody said. */
  readonly site: string | null;
  /** The version of this software. */
  readonly software: string;
  /** Throws when the person asks to stop. */
  readonly goOn: () => void;
  /** Every sound article once, in the order of their paths. Throws when the person asks to stop. */
  readonly entries: () => AsyncIterable<ExportEntry>;
}

/** The address of an article's page. */
export const pageOf = (site: string, id: string): string => new URL(`bai/${id}/`, site).href;
