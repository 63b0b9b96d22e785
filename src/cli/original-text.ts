import { Parser } from 'htmlparser2';
import { openCapture } from '../capture/open-capture.ts';
import type { Capture } from '../capture/capture.ts';
import { decodeText } from '../text/decode-text.ts';

/** As much of an original as a report shows, in UTF-16 units. */
const maxShown = 20_000;

const unseen = new Set(['script', 'style', 'noscript', 'template', 'svg', 'head']);
const inline = new Set([
  'a',
  'abbr',
  'b',
  'cite',
  'code',
  'em',
  'font',
  'i',
  'mark',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'u',
]);

/** The text that a page shows, a line for each block. */
const textOfPage = (page: string): string => {
  const parts: string[] = [];
  let hidden = 0;
  const parser = new Parser({
    onopentag(name) {
      if (unseen.has(name)) hidden += 1;
      if (!inline.has(name)) parts.push('\n');
    },
    onclosetag(name) {
      if (unseen.has(name)) hidden -= 1;
      if (!inline.has(name)) parts.push('\n');
    },
    ontext(text) {
      if (hidden === 0) parts.push(text);
    },
  });
  parser.end(page);
  return parts
    .join('')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
};

/** What a capture says, before anything was made of it: for a librarian to hold beside the article. Null where it can't be read as text. */
export const originalText = (capture: Capture): { readonly text: string; readonly isCut: boolean } | null => {
  const opened = openCapture(capture);
  const isPage = opened.mediaType === 'text/html';
  const decoded = decodeText(opened.bytes, { charset: opened.charset, isPage });
  if ('fault' in decoded) return null;
  const text = isPage ? textOfPage(decoded.text) : decoded.text.trim();
  return { text: text.slice(0, maxShown), isCut: text.length > maxShown };
};
