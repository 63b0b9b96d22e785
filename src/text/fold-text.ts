/**
 * Vietnamese text without its marks: NFD, combining marks dropped, đ → d, lower case. ASCII for every Vietnamese
 * letter; letters of other scripts keep their shape.
 */
export const foldText = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
