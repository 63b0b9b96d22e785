import { legacyCharsetOf } from './legacy-charset.ts';

/**
 * The charset that a transport names (HTTP, MIME), where it is worth something: servers say windows-1252 and its like of
 * everything, and UTF-8 is told by the bytes themselves. Null where the bytes should speak.
 */
export const transportCharset = (charset: string | null): string | null => {
  if (charset === null || legacyCharsetOf(charset) !== null) return charset;
  try {
    const { encoding } = new TextDecoder(charset);
    return encoding === 'windows-1252' || encoding === 'utf-8' ? null : charset;
  } catch {
    return null;
  }
};
