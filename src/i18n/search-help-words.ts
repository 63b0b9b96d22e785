/** How to search, in one language: what stands folded below the search box. */
export interface SearchHelpWords {
  readonly summary: string;
  readonly topics: Readonly<Record<HelpTopic, HelpTopicWords>>;
  readonly fields: Readonly<Record<HelpField, HelpFieldWords>>;
  /** What is done with signs that can't be read. */
  readonly unread: string;
  readonly keys: string;
}

/** In the order in which they are told. */
export const helpTopics = [
  'marks',
  'words',
  'phrase',
  'minus',
  'or',
  'fields',
  'numbers',
  'hand',
  'abbreviations',
] as const;
export type HelpTopic = (typeof helpTopics)[number];

export const helpFields = [
  'source',
  'author',
  'section',
  'place',
  'document',
  'title',
  'from',
  'to',
  'year',
] as const;
export type HelpField = (typeof helpFields)[number];

export interface HelpTopicWords {
  readonly heading: string;
  readonly text: string;
  readonly examples: readonly HelpExample[];
}

/** A query as it is typed, and what it finds. */
export interface HelpExample {
  readonly query: string;
  readonly finds: string;
}

/** A field's names, colon included, this language's first. */
export interface HelpFieldWords extends HelpExample {
  readonly names: readonly string[];
}
