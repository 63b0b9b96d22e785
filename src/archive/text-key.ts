import type { Article } from '../article/article.ts';
import { markdownWithoutPictures } from '../article/without-pictures.ts';

type Heading = Pick<Article, 'title' | 'titleSupplied' | 'kicker' | 'lead'>;

/**
 * What two readings of the same text have in common: a hash of kicker, title, lead and the text's Markdown. A supplied
 * title is no part of the text, nor is a picture that the importer put there.
 */
export const textKey = async (
  { title, titleSupplied, kicker, lead }: Heading,
  markdown: string,
): Promise<string> => {
  const text = markdownWithoutPictures(`${markdown.replace(/\r\n?/g, '\n').trim()}\n`).trim();
  const whole = JSON.stringify([kicker, titleSupplied ? null : title, lead, text]);
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(whole));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
};
