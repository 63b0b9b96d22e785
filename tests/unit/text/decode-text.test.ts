import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../src/text/decode-text.ts';
import { transportCharset } from '../../../src/text/transport-charset.ts';
import { encodeLegacy, encodeViqr } from './legacy-encoders.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const page = (head: string, body: Uint8Array): Uint8Array => Uint8Array.of(...utf8(head), ...body);

const sentence = 'Sáng nay, chợ nổi Cái Răng đông nghịt ghe thuyền từ các huyện đổ về.';

test.each([
  ['UTF-8 without a word', utf8('Chợ'), {}, 'Chợ', 'utf-8'],
  [
    'a byte-order mark outweighs a named charset',
    utf8('\ufeffChợ'),
    { charset: 'iso-8859-1' },
    'Chợ',
    'utf-8',
  ],
  ['UTF-16 by its mark', Uint8Array.of(0xff, 0xfe, 0x43, 0, 0xe3, 0x1e), {}, 'Cợ', 'utf-16le'],
  ['a named charset', Uint8Array.of(0x43, 0xf4), { charset: 'windows-1258' }, 'Cô', 'windows-1258'],
  ['a charset named in capitals', encodeLegacy('tcvn3', sentence), { charset: 'ABC' }, sentence, 'tcvn3'],
  ['VIQR that is named', utf8('Cho+.'), { charset: 'viqr' }, 'Chợ', 'viqr'],
  [
    'a page that declares its charset',
    page('<meta charset="windows-1258">', Uint8Array.of(0xf4)),
    { isPage: true },
    '<meta charset="windows-1258">ô',
    'windows-1258',
  ],
  [
    'a page that declares an old charset',
    page('<meta charset="x-viet-tcvn5712">', Uint8Array.of(0xae, 0xb6, 0x6e, 0x67)),
    { isPage: true },
    '<meta charset="x-viet-tcvn5712">đảng',
    'tcvn3',
  ],
  [
    'valid UTF-8 that declares something else',
    utf8('<meta charset=iso-8859-1>Chợ'),
    { isPage: true },
    '<meta charset=iso-8859-1>Chợ',
    'utf-8',
  ],
  [
    'text without marks, as it is',
    utf8('Cho noi Cai Rang dong nghit.'),
    {},
    'Cho noi Cai Rang dong nghit.',
    'utf-8',
  ],
])('%s', (_, bytes, options, text, charset) => {
  expect(decodeText(bytes, options)).toEqual({ text, charset, damaged: 0, likelihood: null });
});

test.each([
  ['no UTF-8 and no word on what else', Uint8Array.of(0x43, 0xf4), {}, 'encoding-unknown'],
  ['a charset that nobody knows', utf8('Chợ'), { charset: 'tcvn4' }, 'charset-unknown'],
])('%s: %s', (_, bytes, options, fault) => {
  expect(decodeText(bytes, options)).toMatchObject({ fault });
});

test.each([
  ['viscii', 'viscii'],
  ['Shift_JIS', 'Shift_JIS'],
  ['ISO-8859-1', null],
  ['UTF-8', null],
  ['x-none', null],
  [null, null],
])('a server that says %s is believed: %s', (stated, charset) => {
  expect(transportCharset(stated)).toBe(charset);
});

test('a page may be a little damaged, and says how much', () => {
  const bytes = Uint8Array.of(...utf8(`<meta charset=utf-8>${'chợ phiên '.repeat(100)}`), 0xe1);
  expect(decodeText(bytes, { isPage: true })).toMatchObject({ charset: 'utf-8', damaged: 1 });
  const cut = Uint8Array.of(...utf8('chợ phiên '.repeat(100)), 0xe1);
  expect(decodeText(cut)).toMatchObject({ charset: 'utf-8', damaged: 1 });
});

describe('what a page declares and its bytes speak against', () => {
  test.each([
    ['tcvn3', 'windows-1252'],
    ['vni', 'iso-8859-1'],
    ['viscii', 'x-user-defined'],
    ['vps', 'iso-8859-1'],
    ['tcvn3', 'windows-1258'],
    ['vni', 'utf-8'],
    ['tcvn3', 'x-no-such-charset'],
  ])('%s in a page that declares %s', (charset, declared) => {
    const head = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${declared}"></head><p>`;
    const decoded = decodeText(page(head, encodeLegacy(charset, sentence)), { isPage: true });
    expect(decoded).toMatchObject({ charset, text: head + sentence });
    expect('likelihood' in decoded && decoded.likelihood).toBeGreaterThan(0.8);
  });

  test('a French page stays what it declares', () => {
    const text =
      '<meta charset="iso-8859-1"><p>Le marché flottant, très animé dès l’aube, où déjà arrivaient à la fête les élèves.';
    expect(decodeText(encodeLegacy('windows-1258', text.replace('’', "'")), { isPage: true })).toMatchObject({
      charset: 'windows-1252',
      likelihood: null,
    });
  });
});

describe('Unicode that means something else', () => {
  const latin = (charset: string, text = sentence): string =>
    new TextDecoder('windows-1252').decode(encodeLegacy(charset, text));
  const asReferences = (text: string): string =>
    text.replace(/[\u00a1-\u00ff]/g, (letter) => `&#${letter.charCodeAt(0)};`);

  test.each(['tcvn3', 'vni', 'vps'])('the letters of a %s font, saved as UTF-8', (charset) => {
    expect(decodeText(utf8(latin(charset)))).toMatchObject({ charset, text: sentence });
  });

  test.each(['tcvn3', 'vni'])('the letters of a %s font as character references', (charset) => {
    const decoded = decodeText(utf8(`<p>${asReferences(latin(charset))}&nbsp;&copy; 2003`), { isPage: true });
    expect(decoded).toMatchObject({ charset, text: `<p>${sentence}&nbsp;&copy; 2003` });
  });

  test('references that are Unicode stay what they are', () => {
    const text = `<p>${Array.from(sentence, (letter) => (letter > '~' ? `&#${letter.codePointAt(0) ?? 0};` : letter)).join('')}`;
    expect(decodeText(utf8(text), { isPage: true })).toMatchObject({ charset: 'utf-8', text });
  });

  test('VIQR is told from a text in ASCII', () => {
    expect(decodeText(utf8(encodeViqr(sentence)))).toMatchObject({ charset: 'viqr', text: sentence });
    const html = `<a href="a.htm?e.x=(1)" title="${encodeViqr('Chợ nổi')}">${encodeViqr(sentence)}</a>`;
    expect(decodeText(utf8(html), { isPage: true })).toMatchObject({
      charset: 'viqr',
      text: `<a href="a.htm?e.x=(1)" title="Chợ nổi">${sentence}</a>`,
    });
    expect(
      decodeText(utf8(`{"title":"${encodeViqr(sentence, { strict: false })}"}`), { isData: true }),
    ).toMatchObject({
      charset: 'utf-8',
    });
  });
});

describe('what is not Vietnamese is not made so', () => {
  test.each([
    [
      'English',
      "What? The market isn't open (or so they say); \"don't go\", I'm told. We'll see, won't we? Yes, at 5 a.m.",
    ],
    ['English about numbers', 'If a^2 + b^2 = c^2, then (a+b)^2 > c^2; is a? Let e^x be so.'],
    [
      'code',
      'const a = (b) => { if (e.o === u.i) return `${a}+${e}`; }; do { i++; } while (a[i] ^ o(e) && !u~);',
    ],
    ['a shell script', 'for i in a b; do echo "$i" | sed -e \'s/a.*/`o`/\' -e "s/(u+)/e?/"; done'],
    ['Markdown', 'Use `a` or `e.g.` **io** (see `go(a)`), ~~do~~ *to*.'],
    ['French', 'Le marché était déjà ouvert à l’aube; où étaient les élèves ? Là-bas, très près de la fête.'],
    ['Portuguese', 'O mercado não está aberto às seis; é só amanhã, às três, que há pão e café.'],
    ['Spanish', 'El mercado ya está abierto; sí, así es más fácil. ¿Qué día será él aquí, mamá?'],
    ['Italian', 'Il mercato è già aperto; più tardi, però, sarà là la città, perché è così e non si può.'],
    ['German', 'Der Markt öffnet früh; für schöne Äpfel müßte man größere Körbe dafür hätten.'],
    ['Vietnamese without its own letters', 'Cà phê và bánh mì có giá hai xu.'],
    ['two words', 'Cà phê'],
    ['a sign that recurs', '· one\n· two\n· three\n'.repeat(20)],
    ['names of letters', 'U+1EA0 U+1EF9 U+0110 '.repeat(20)],
    ['nothing', ''],
  ])('%s', (_, text) => {
    expect(decodeText(utf8(text))).toEqual({ text, charset: 'utf-8', damaged: 0, likelihood: null });
    expect(decodeText(utf8(text), { isPage: true })).toMatchObject({ text, charset: 'utf-8' });
  });

  test.each([
    ['French', 'Le marché était déjà ouvert à l aube; où étaient les élèves ? Là-bas, très près de la fête.'],
    ['German', 'Der Markt öffnet früh; für schöne Äpfel müßte man größere Körbe dafür hätten.'],
    ['Spanish', 'El mercado ya está abierto; sí, así es más fácil. ¿Qué día será él aquí, mamá?'],
  ])('%s in windows-1252, which says nothing of it', (_, text) => {
    const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    expect(decodeText(bytes)).toMatchObject({ fault: 'encoding-unknown' });
  });
});

test('any bytes at all are read, or are a fault', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2000 }), fc.boolean(), (bytes, isPage) => {
      const decoded = decodeText(bytes, { isPage });
      expect('fault' in decoded || typeof decoded.text === 'string').toBe(true);
    }),
    { numRuns: 100 },
  );
});

test('a page made to be slow is read in time', () => {
  const bytes = encodeLegacy(
    'tcvn3',
    '<script '.repeat(100_000) + '<!--'.repeat(100_000) + '&#250;<a '.repeat(100_000),
  );
  expect(decodeText(bytes, { isPage: true })).toBeDefined();
  expect(decodeText(bytes, { isPage: true, charset: 'tcvn3' })).toBeDefined();
  expect(decodeText(bytes, { isPage: true, charset: 'viqr' })).toBeDefined();
});
