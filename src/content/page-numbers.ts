/** The pages that a page of a list leads to by number: the first, the last and those around it; null where some are left out. */
export const shownPages = (number: number, total: number): (number | null)[] => {
  const wanted = [1, number - 1, number, number + 1, total];
  const shown = [...new Set(wanted)].filter((page) => page >= 1 && page <= total).sort((a, b) => a - b);
  return shown.flatMap((page, i) => {
    const before = shown[i - 1] ?? 0;
    const left = page - before - 1;
    return left === 0 ? [page] : left === 1 ? [page - 1, page] : [null, page];
  });
};
