/** A stretch of text, marked or not. */
export interface MarkedPart {
  readonly text: string;
  readonly marked: boolean;
}

/** Parts a text at its marks, `[[` and `]]`. A mark that is never closed is text. */
export const toMarkedParts = (text: string): MarkedPart[] =>
  text
    .split(/\[\[([\s\S]*?)\]\]/)
    .map((part, index) => ({ text: part, marked: index % 2 === 1 }))
    .filter((part) => part.text !== '');

/**
 * Parts a marked text that is known without its marks, too. One that has `[[` of its own comes back whole and unmarked:
 * it is shown word for word, whatever becomes of the marks.
 */
export const toKnownParts = (marked: string, text: string): MarkedPart[] => {
  const parts = toMarkedParts(marked);
  return parts.map((part) => part.text).join('') === text ? parts : [{ text, marked: false }];
};
