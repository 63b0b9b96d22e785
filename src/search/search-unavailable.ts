/**
 * Why the index cannot be asked: `offline` no answer came at all; `missing` the host has no such file (or answered with
 * a page of its own); `refused` it is
 * overloaded or out of order; `damaged` the file is cut short or is none of ours; `version` it was written by another version.
 */
export type UnavailableReason = 'offline' | 'missing' | 'refused' | 'damaged' | 'version';

/** Thrown (as a rejection) by `openSearch` and `ArchiveSearch.search` when a file of the index can't be had or read. */
export class SearchUnavailable extends Error {
  readonly reason: UnavailableReason;
  /** The file, as a path below the index's folder. */
  readonly file: string;

  constructor(reason: UnavailableReason, file: string, options?: ErrorOptions) {
    super(`search index: ${file}: ${reason}`, options);
    this.name = 'SearchUnavailable';
    this.reason = reason;
    this.file = file;
  }
}
