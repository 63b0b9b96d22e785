/** What `khobao import --explain` says: fields, where they were found, and why text was left out. */
export interface ExplainWords {
  readonly fields: Readonly<
    Record<
      | 'title'
      | 'kicker'
      | 'lead'
      | 'publishedAt'
      | 'updatedAt'
      | 'authors'
      | 'organisation'
      | 'section'
      | 'url'
      | 'source'
      | 'body',
      string
    >
  >;
  readonly places: Readonly<
    Record<
      | 'json-ld'
      | 'meta'
      | 'microdata'
      | 'source-rule'
      | 'shown'
      | 'top-of-text'
      | 'foot-of-text'
      | 'running-text'
      | 'capture',
      string
    >
  >;
  /** Why an article is of its source. */
  readonly sources: Readonly<Record<'asked' | 'field' | 'host' | 'name' | 'address' | 'nothing', string>>;
  readonly figures: string;
  readonly blocks: string;
  readonly none: string;
  readonly cut: string;
  readonly nothingCut: string;
  readonly rules: Readonly<Record<string, string>>;
  readonly notWritten: string;
}
