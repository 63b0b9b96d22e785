/** What the cut of an archive into shards looks at. */
export interface DatedText {
  /** As published: `YYYY`, `YYYY-MM`, a day or an instant; null where unknown. */
  readonly publishedAt: string | null;
  /** UTF-16 units of the searched text. */
  readonly characters: number;
}

/**
 * The most text of a shard, in UTF-16 units. Pagefind takes some 80 bytes of memory for each while it writes a shard; a
 * reader fetches less for a query the fewer shards there are.
 */
export const maxShardCharacters = 48_000_000;

const monthOf = (date: string | null): string => date?.slice(0, 7) ?? '';

/** Articles whose months are equal, in runs. */
const byMonth = <T extends DatedText>(articles: readonly T[]): T[][] => {
  const months: T[][] = [];
  for (const article of articles) {
    const last = months.at(-1);
    if (last?.[0] !== undefined && monthOf(last[0].publishedAt) === monthOf(article.publishedAt))
      last.push(article);
    else months.push([article]);
  }
  return months;
};

/**
 * Cuts articles, the newest first and those without a date last, into shards by time, in the same order. A shard takes
 * whole months from the oldest on while its text stays within the limit, so that new articles change the newest shard
 * alone; a month that is too large by itself is cut where it must be.
 */
export const toShards = <T extends DatedText>(articles: readonly T[], maxCharacters: number): T[][] => {
  const shards: T[][] = [];
  let shard: T[] = [];
  let characters = 0;
  const close = (): void => {
    if (shard.length > 0) shards.push(shard.reverse());
    shard = [];
    characters = 0;
  };
  for (const month of byMonth(articles.toReversed())) {
    const size = month.reduce((sum, article) => sum + article.characters, 0);
    if (characters + size > maxCharacters) close();
    for (const article of month) {
      if (characters + article.characters > maxCharacters) close();
      shard.push(article);
      characters += article.characters;
    }
  }
  close();
  return shards.reverse();
};
