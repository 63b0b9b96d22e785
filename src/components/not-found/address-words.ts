/** Parts of addresses that say where something lies, not what it is. */
const places =
  /^(?:bai|nguon|nam|van-ban|noi|muc|tac-gia|tim|phat-hanh|da-rut|xu-huong|index|trang-\d+|phien-ban-\d+)$/;

/** Endings of other sites' pages, and the numbers that those know their articles by. */
const ending = /\.(?:s?html?|php|aspx?|jsp|amp)$/i;
const isNumber = (word: string): boolean => /^[a-z]{0,4}\d{5,}$/i.test(word);

const decode = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/**
 * The words of an address that leads nowhere, for a search: of its last part that has any. Empty where none has.
 * `/kho/bai/bao-x/2014/gia-gao-tang/` below `/kho/` → `gia gao tang`.
 */
export const addressWords = (pathname: string, base: string): string => {
  const below = pathname.startsWith(base) ? pathname.slice(base.length) : pathname;
  const parts = below
    .replace(/^\/?en\//, '')
    .split('/')
    .map((part) => decode(part).replace(ending, ''))
    .filter((part) => !places.test(part))
    .map((part) =>
      part
        .split(/[^\p{L}\p{M}\p{N}]+/u)
        .filter((word) => word !== '' && !isNumber(word))
        .join(' '),
    );
  return parts.findLast((part) => /\p{L}/u.test(part)) ?? '';
};
