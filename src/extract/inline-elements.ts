/** Elements that stand in a line of text. */
export const inlineElements: ReadonlySet<string> = new Set([
  'a',
  'abbr',
  'acronym',
  'b',
  'bdi',
  'bdo',
  'big',
  'br',
  'cite',
  'code',
  'data',
  'del',
  'dfn',
  'em',
  'font',
  'i',
  'ins',
  'kbd',
  'label',
  'mark',
  'o:p',
  'q',
  's',
  'samp',
  'small',
  'span',
  'strike',
  'strong',
  'st1:place',
  'sub',
  'sup',
  'time',
  'tt',
  'u',
  'var',
  'wbr',
]);

/**
 * Whether a blank is wanting between two texts that an element's border parts, where the page's style sets them apart:
 * `Chia sẻ` `Bình luận`, `14:05` `Lưu`. Parts of one word (a large first letter, a cut of a word processor) are left together.
 */
export const isBlankWanting = (before: string, after: string): boolean =>
  /^\p{Lu}\p{Ll}/u.test(after) && /[\p{Ll}\d.!?)]/u.test(before.slice(-1));
