/**
 * Text into the old Vietnamese charsets, for tests: bytes letter by letter, from the published tables (libiconv's for TCVN
 * 5712 VN1, viscii_codec's for VISCII, Mozilla's for VPS, bamboo-core's for the ABC fonts and VNI), small letters then capitals.
 */
export const vietnameseLetters =
  'đâăêôơưáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ' +
  'ĐÂĂÊÔƠƯÁÀẢÃẠẤẦẨẪẬẮẰẲẴẶÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴ';

const abcLetters =
  'aea9a8aaabacadb8b5b6b7b9cac7c8c9cbbebbbcbdc6d0cccecfd1d5d2d3d4d6ddd7d8dcdee3dfe1e2e4e8e5e6e7e9edeaebeceef3eff1f2f4f8f5f6f7f9fdfafbfcfe';

const tables = {
  tcvn3: `${abcLetters}a7a2a1a3a4a5a6${abcLetters.slice(14)}`,
  'tcvn-5712': `${abcLetters}a7a2a1a3a4a5a68380818284c4c1c2c386c0afbabf858a8788898bdac5cdd98c908d8e8f919592939496ffdbe0f0979b98999a9c019d9e9f0211040506121613141517`,
  viscii:
    'f0e2e5eaf4bddfe1e0e4e3d5a4a5a6e7a7a1a2c6c7a3e9e8eba8a9aaabacadaeedecefeeb8f3f2f6f5f7afb0b1b2b5beb6b7defefaf9fcfbf8d1d7d8e6f1fdcfd6dbdc' +
    'd0c2c5cad4b4bfc1c0c4c38084858606878182020583c9c8cb88898a8b8c8d8ecdcc9bce98d3d299a09a8f90919293959697b394dad99c9d9ebabbbcffb9dd9f14191e',
  vps:
    'c7e2e6eaf4d6dce1e0e4e3e5c3c0c4c5c6a1a2a3a4a5e9e8c8ebcb898a8bcd8cedecccefcef3f2d5f586d3d2b087b6a7a9aaabaefaf9fbdbf8d9d8babbbf9aff9bcf9c' +
    'f1c288cad4f7d0c1808182028384851c038d8e8ff004c9d7defe059093949506b4b5b7b810b9bcbdbe1196979899129d9e9fa613daa8d1ac14adafb11d15ddb2fdb319',
} as const;

const vniLetters =
  'ñ aâ aê eâ oâ ô ö aù aø aû aõ aï aá aà aå aã aä aé aè aú aü aë eù eø eû eõ eï eá eà eå eã eä í ì æ ó ò ' +
  'où oø oû oõ oï oá oà oå oã oä ôù ôø ôû ôõ ôï uù uø uû uõ uï öù öø öû öõ öï yù yø yû yõ î';

const viqrSigns: Readonly<Record<string, string>> = {
  '\u0302': '^',
  '\u0306': '(',
  '\u031b': '+',
  '\u0301': "'",
  '\u0300': '`',
  '\u0309': '?',
  '\u0303': '~',
  '\u0323': '.',
};

const windows1258Signs: Readonly<Record<string, number>> = {
  '\u0300': 0xcc,
  '\u0309': 0xd2,
  '\u0303': 0xde,
  '\u0301': 0xec,
  '\u0323': 0xf2,
};
const windows1258Letters: Readonly<Record<string, number>> = {
  Đ: 0xd0,
  đ: 0xf0,
  Ă: 0xc3,
  ă: 0xe3,
  Ơ: 0xd5,
  ơ: 0xf5,
  Ư: 0xdd,
  ư: 0xfd,
};

const latin = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, i) => i));
const bytesOf = (text: string): number[] => Array.from(text, (letter) => Math.max(0, latin.indexOf(letter)));

const byTable = (hex: string): ((letter: string) => number[]) => {
  const bytes = new Map(
    Array.from(
      vietnameseLetters,
      (letter, i) => [letter, parseInt(hex.slice(2 * i, 2 * i + 2), 16)] as const,
    ),
  );
  return (letter) => {
    const byte = bytes.get(letter);
    return byte === undefined ? bytesOf(letter) : [byte];
  };
};

const small = vniLetters.split(' ');
const vni = new Map(
  [...small, ...small.map((letters) => letters.toUpperCase())].map(
    (letters, i) => [vietnameseLetters[i] ?? '', bytesOf(letters)] as const,
  ),
);

const toWindows1258 = (letter: string): number[] => {
  const [base = '', ...marks] = Array.from(letter.normalize('NFD'));
  const tone = marks.find((mark) => mark in windows1258Signs) ?? '';
  const toneless = (base + marks.filter((mark) => mark !== tone).join('')).normalize('NFC');
  return [windows1258Letters[toneless] ?? bytesOf(toneless)[0] ?? 0, windows1258Signs[tone] ?? []].flat();
};

const encoders: Readonly<Record<string, (letter: string) => number[]>> = {
  'windows-1258': toWindows1258,
  tcvn3: byTable(tables.tcvn3),
  'tcvn-5712': byTable(tables['tcvn-5712']),
  vni: (letter) => vni.get(letter) ?? bytesOf(letter),
  viscii: byTable(tables.viscii),
  vps: byTable(tables.vps),
};

export const byteEncodings: readonly string[] = Object.keys(encoders);

/** Bytes of a text in NFC; what a charset lacks becomes the byte 0. */
export const encodeLegacy = (charset: string, text: string): Uint8Array =>
  Uint8Array.from(Array.from(text).flatMap((letter) => encoders[charset]?.(letter) ?? []));

/** A text in VIQR; with `strict`, a backslash parts punctuation from the vowel before it, as the standard asks. */
export const encodeViqr = (text: string, { strict = true, horn = '+' } = {}): string => {
  const parted = strict ? text.replace(/(?<=\p{L})(?=[\^(+*'`?~.])|(?<=[dD])(?=[dD])/gu, '\\') : text;
  return parted
    .replace(/đ/g, 'dd')
    .replace(/Đ/g, 'DD')
    .normalize('NFD')
    .replace(/([\u0301\u0300\u0309\u0303\u0323])([\u0302\u0306\u031b])/g, '$2$1')
    .replace(/[\u0302\u0306\u031b\u0301\u0300\u0309\u0303\u0323]/g, (mark) =>
      mark === '\u031b' ? horn : (viqrSigns[mark] ?? mark),
    );
};
