/**
 * The letters of a document's number that tell its kind (Nghị quyết, Quyết định, Nghị định, Chỉ thị, Thông tư …), as
 * Vietnamese offices write them after the number. Longer ones stand first.
 */
const kinds =
  'UBTVQH\\d*|TTLT|BCTĐ|HĐBT|QPPL|KHLT|NQLT|CTr|CTHĐ|CTPH|ĐNTC|TTr|TTg|QyĐ|QyC|HĐND|QCPH|QC|QH\\d*|NQ|QĐ|QÐ|NĐ|NÐ|CT|TT|CV|KL|HD|TB|KH|BC|ĐA|PA|PL|SL|LCT|L|CP|GM|CĐ|BB|HĐ|QT|VB|SY|PTr|LĐ';

const part = '[\\p{Lu}][\\p{Lu}\\d]*\\p{Ll}{0,2}\\d*';

/** Letters of a công văn's number name its office and department, not its kind: the words before it must tell. */
const letterWords =
  '(?<=(?:[Cc]ông [Vv]ăn|CÔNG VĂN)(?:\\s+(?:h(?:ỏa|oả) tốc|khẩn))?\\s+(?:(?:của\\s+[^.,;:()\\d]{2,60}?\\s+)?(?:[Ss]ố|SỐ)\\s*:?\\s*)?\\d{1,6}[a-zA-Z]?(?:\\s?/\\s?(?:19|20)\\d{2})?\\s?[-/–]\\s?)';
const officeLetters =
  '\\p{Lu}\\p{Ll}{0,2}\\p{Lu}[\\p{L}\\d&]{0,10}(?:\\s?[-/–]\\s?\\p{Lu}[\\p{L}\\d&]{0,11})*';

const pattern = new RegExp(
  `(?<![\\p{L}\\d/.,-])\\d{1,6}[a-zA-Z]?(?:\\s?/\\s?(?:19|20)\\d{2})?\\s?[-/–]\\s?(?:(?:${kinds})(?![\\p{L}\\d])(?:\\s?[-/–]\\s?${part})*|(?<=/\\s?(?:19|20)\\d{2}\\s?[-/–]\\s?)${part}(?:[-/–]${part})+|${letterWords}${officeLetters})(?![\\p{L}\\d])`,
  'gu',
);

/** What every text with a number has: most texts have none of it, and need no closer look. */
const mayCite = /\d[a-zA-Z]?\s?[-/–]/;

/** What a document’s number looks like: a new expression, global. */
export const citedNumber = (): RegExp => new RegExp(pattern);

/**
 * The numbers of official documents that texts name, as printed (spaces within aside), each once, in order of
 * appearance: `35-NQ/TW`, `41/2014/QĐ-UBND`, `1374/QĐ-TTg`.
 */
export const findCitedDocuments = (texts: readonly string[]): string[] => [
  ...new Set(
    texts
      .filter((text) => mayCite.test(text))
      .flatMap((text) =>
        Array.from(text.normalize('NFC').matchAll(pattern), ([found]) => found.replace(/\s+/g, '')),
      ),
  ),
];
