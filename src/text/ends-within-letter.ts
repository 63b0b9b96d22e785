/** The bytes that a letter of UTF-8 has, by its first one. */
const lengthBy = (first: number): number => {
  if (first >= 0xf0 && first <= 0xf4) return 4;
  if (first >= 0xe0 && first < 0xf0) return 3;
  return first >= 0xc2 && first < 0xe0 ? 2 : 1;
};

/** Whether UTF-8 ends in the middle of a letter, as files do that were cut. */
export const endsWithinLetter = (bytes: Uint8Array): boolean => {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) !== 0x80) return lengthBy(byte) > back;
  }
  return false;
};
