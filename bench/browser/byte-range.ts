/** What a `Range` header asks of a file: a part, the whole (no header, or one that is not read), or what the file doesn't have. */
export type AskedRange = { readonly start: number; readonly end: number } | 'whole' | 'unsatisfiable';

/** Reads a single range of bytes; `end` is the last byte's place. Several ranges are answered with the whole, as hosts may. */
export const parseByteRange = (header: string | undefined, size: number): AskedRange => {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  if (asked === null) return 'whole';
  const [, first = '', last = ''] = asked;
  if (first === '' && last === '') return 'whole';
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 };
  }
  const start = Number(first);
  if (last !== '' && Number(last) < start) return 'whole';
  if (start >= size) return 'unsatisfiable';
  return { start, end: last === '' ? size - 1 : Math.min(Number(last), size - 1) };
};
