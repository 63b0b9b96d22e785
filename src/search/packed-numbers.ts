/*
 * Lists of whole numbers as text that gzip packs well: a number is written in base 46, its last digit by a letter of one
 * alphabet, those before it by letters of another. All are printable ASCII, none is a quote or a backslash.
 */
const base = 46;
const alphabet = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i))
  .filter((sign) => sign !== '"' && sign !== '\\')
  .join('');

/** Whole numbers from 0 on, as one text; nothing for none. */
export const packNumbers = (numbers: readonly number[]): string => {
  let text = '';
  for (const number of numbers) {
    let digits = alphabet.charAt(number % base);
    for (let rest = Math.floor(number / base); rest > 0; rest = Math.floor(rest / base)) {
      digits = alphabet.charAt(base + (rest % base)) + digits;
    }
    text += digits;
  }
  return text;
};

/** What `packNumbers` packed. */
export const unpackNumbers = (text: string): number[] => {
  const numbers: number[] = [];
  let number = 0;
  for (let i = 0; i < text.length; i += 1) {
    const digit = alphabet.indexOf(text.charAt(i));
    number = number * base + (digit % base);
    if (digit >= base) continue;
    numbers.push(number);
    number = 0;
  }
  return numbers;
};
