/** A WARC that was named for an import, or lies in a WACZ that was. */
export interface WarcSource {
  /** As the command line names it; in a WACZ: its path, and the WARC's in it. */
  readonly input: string;
  /** Its bytes, from the first on. */
  readonly open: () => AsyncIterable<Uint8Array>;
  /** A part of them; missing where they come only one after another, as out of a packed file. */
  readonly openAt?: (offset: number, length: number) => AsyncIterable<Uint8Array>;
  /** An instant, from the file system. */
  readonly modifiedAt: string;
}

/** Where a capture lies in a WARC that somebody made: the archive keeps that WARC as it is. */
export interface HeldCapture {
  readonly source: WarcSource;
  readonly offset: number;
  /** The WARC whose `revisit` record led here, if it is another. */
  readonly revisitIn: WarcSource | null;
}
