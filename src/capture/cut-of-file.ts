import { endsWithinLetter } from '../text/ends-within-letter.ts';

/** A tag, or a comment, that the text's end leaves open. */
const openTag = /<(?:\/?[a-z][^<>]*|!--(?:(?!-->)[^])*)$/i;

/** How much of a page's end is looked at for an open tag, in characters. */
const tagLength = 4096;

const endsWithinTag = (html: string): boolean =>
  /<(?:html|body)\b/i.test(html) && !/<\/html\s*>/i.test(html) && openTag.test(html.slice(-tagLength));

/** A page or a text as it was read from a file. */
export interface ReadFile {
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly charset: string;
  readonly isPage: boolean;
  /** Whether an MHTML file ends where its page should go on. */
  readonly isOpen: boolean;
}

/**
 * How a file shows that its end is missing, as a key of `src/i18n/<language>/reasons.ts`; null where it does not. Pages that
 * merely leave out `</html>` are whole.
 */
export const cutOfFile = ({ bytes, text, charset, isPage, isOpen }: ReadFile): string | null => {
  if (isOpen && !/<\/html\s*>/i.test(text)) return 'mhtml-cut';
  if (charset === 'utf-8' && endsWithinLetter(bytes)) return 'letter-cut';
  return isPage && endsWithinTag(text) ? 'tag-cut' : null;
};
