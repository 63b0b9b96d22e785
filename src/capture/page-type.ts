import { sniffForm } from './sniff-form.ts';
import { headBytes } from './limits.ts';

const kinds: Readonly<Record<string, 'text/html' | 'text/plain'>> = {
  'text/html': 'text/html',
  'application/xhtml+xml': 'text/html',
  'text/plain': 'text/plain',
};

/**
 * Whether a payload is a page or a text, and which: by what is declared of it, where that is believable, else by its own
 * first bytes. Null for pictures, styles, feeds and all that no article can be.
 */
export const pageTypeOf = (
  mediaType: string | null,
  content: Uint8Array,
  charset: string | null,
): 'text/html' | 'text/plain' | null => {
  const declared = mediaType === null ? undefined : kinds[mediaType];
  if (mediaType !== null && declared === undefined) return null;
  const form = sniffForm(
    content.subarray(0, headBytes),
    '',
    charset?.toLowerCase().startsWith('utf-16') === true,
  );
  if (form === 'binary' || form === 'empty') return null;
  if (form === 'html') return 'text/html';
  if (declared === undefined && form !== 'text') return null;
  return declared ?? 'text/plain';
};

/** Whether a declared type may be a page's at all; null stands for an undeclared one. */
export const mayBePage = (mediaType: string | null): boolean => mediaType === null || mediaType in kinds;
