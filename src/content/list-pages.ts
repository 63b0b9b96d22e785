/** No page lists more than this. */
export const listPageSize = 100;

/** One page of a list; pages count from 1. */
export interface ListPage<T> {
  readonly items: readonly T[];
  readonly number: number;
  readonly total: number;
}

/** A list in pages; an empty list has one empty page. */
export const toListPages = <T>(items: readonly T[]): ListPage<T>[] => {
  const total = Math.max(1, Math.ceil(items.length / listPageSize));
  return Array.from({ length: total }, (_, i) => ({
    items: items.slice(i * listPageSize, (i + 1) * listPageSize),
    number: i + 1,
    total,
  }));
};

/** The last part of the address of a list's page: nothing for the first, then `trang-2`. */
export const listPageParam = (number: number): string | undefined =>
  number === 1 ? undefined : `trang-${number}`;

/** Where a page of a list lies, from where the list lies: `/nam/2014/` → `/nam/2014/trang-2/`. */
export const listPagePath = (path: string, number: number): string =>
  number === 1 ? path : `${path}trang-${number}/`;
