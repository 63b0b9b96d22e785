import type { Block, Figure } from './block.ts';

/** Letters, digits, single spaces, and signs of which Markdown makes something in few places, or nowhere. */
const plain = /^[\p{L}"“‘(][\p{L}\p{N},.;?()"“”‘’…–—%'/+=°•·«»−×$&:! -]*$/u;

/** Those places: what might be an address or a character reference, what is no single space, what follows a colon. */
const telling = /w\.[-.\w]| {2}| $|::|:\/|&[#a-z]/i;

const isPlain = (text: string): boolean => plain.test(text) && !telling.test(text);

/** A colon before a letter or digit could begin a directive. */
const escapeColons = (text: string): string =>
  text.includes(':') ? text.replace(/:(?=[\p{L}\p{N}])/gu, '\\:') : text;

/** A value that needs no escape between double quotes. */
const plainValue = /^[\p{L}\p{N},.;()…–—:/_ -]+$/u;

const attributesOf = ({ image }: Figure): string | null => {
  if (image === null) return '';
  const { src, alt, width, height } = image;
  const named = { ...(src !== null && { src }), alt, width, height };
  const parts: string[] = [];
  for (const [name, value] of Object.entries(named)) {
    if (value === undefined) continue;
    if (!plainValue.test(String(value))) return null;
    parts.push(`${name}="${String(value)}"`);
  }
  return `{${parts.join(' ')}}`;
};

const captionOf = ({ text, credit }: Figure): string | null => {
  if (!isPlain(text)) return null;
  if (credit === null) return escapeColons(text);
  const at = text.lastIndexOf(credit);
  const [before, after] = [text.slice(0, at), text.slice(at + credit.length)];
  // What stands right before the mark, and where lines begin, is for the grammar to judge.
  return /[ (]$/.test(before) && isPlain(credit) && !/^[:[{]/.test(after)
    ? `${escapeColons(before)}:credit[${escapeColons(credit)}]${escapeColons(after)}`
    : null;
};

/**
 * The Markdown of a block that means in it what it says, as the grammar would print it, without the line feed at its end; null
 * for any other block.
 */
export const plainMarkdown = (block: Block): string | null => {
  switch (block.type) {
    case 'paragraph':
      return isPlain(block.text) ? escapeColons(block.text) : null;
    case 'figure': {
      const attributes = attributesOf(block);
      const caption = captionOf(block);
      return attributes === null || caption === null ? null : `:::figure${attributes}\n${caption}\n:::`;
    }
    default:
      return null;
  }
};
