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
