/**
 * How rare each letter with a mark is among all such letters of Vietnamese, in bits (one in 2^bits): measured on some
 * thousand news articles.
 */
const rows: readonly (readonly [number, string])[] = [
  [3, 'đ'],
  [4, 'àáư'],
  [5, 'ôếạốộêớảệủó'],
  [6, 'ềấâờậịểợãựầíìơứă'],
  [7, 'ởữụổọúỹừắồẽửặ'],
  [8, 'ũằỉùòỏýẫ'],
  [9, 'éẩễĩẳẻỗ'],
  [10, 'ỷỡỳõẹ'],
  [11, 'èẵ'],
  [12, 'ỵ'],
];

export const letterBits: ReadonlyMap<string, number> = new Map(
  rows.flatMap(([bits, letters]) => Array.from(letters, (letter) => [letter, bits] as const)),
);
