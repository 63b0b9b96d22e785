import { toSlug } from '../text/slug.ts';

/** FNV-1a, 32 bits, as eight hexadecimal digits: tells names apart, keeps no secret. */
const hash = (text: string): string => {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value.toString(16).padStart(8, '0');
};

/** A page of a list would have such a name. */
const isReserved = (slug: string): boolean => /^trang-\d+$/.test(slug);

/**
 * A slug for each key, from its text. Those that would share one, or would be taken for a page of a list, get a suffix
 * from their key's hash, whatever the order.
 */
export const distinctSlugs = (
  names: readonly { readonly key: string; readonly text: string }[],
): Map<string, string> => {
  const counts = new Map<string, number>();
  for (const { text } of names) counts.set(toSlug(text), (counts.get(toSlug(text)) ?? 0) + 1);
  return new Map(
    names.map(({ key, text }) => {
      const slug = toSlug(text);
      const alone = counts.get(slug) === 1 && !isReserved(slug);
      return [key, alone ? slug : `${slug}-${hash(key)}`];
    }),
  );
};
