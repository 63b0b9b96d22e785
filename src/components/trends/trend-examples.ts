/** A name of the archive, and how many articles print it. */
export interface PrintedName {
  readonly name: string;
  readonly count: number;
}

/** Lines of one example at most. */
const mostLines = 3;

/** Questions that find something in this archive: of each list its commonest names, side by side. */
export const toTrendExamples = (lists: readonly (readonly PrintedName[])[]): string[][] =>
  lists
    .map((names) =>
      names
        .filter(({ count }) => count > 0)
        .toSorted((a, b) => b.count - a.count)
        .slice(0, mostLines)
        .map(({ name }) => name),
    )
    .filter((names) => names.length > 0);
