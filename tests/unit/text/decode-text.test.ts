import { expect, test } from 'vitest';
import { decodeText } from '../../../src/text/decode-text.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each([
  ['UTF-8', utf8('Chợ'), {}, 'Chợ', 'utf-8'],
  ['UTF-8 with its mark', utf8('\ufeffChợ'), {}, 'Chợ', 'utf-8'],
  ['UTF-16 with its mark', Uint8Array.of(0xff, 0xfe, 0x43, 0, 0xe3, 0x1e), {}, 'Cợ', 'utf-16le'],
  ['a named charset', Uint8Array.of(0x43, 0xf4), { charset: 'windows-1258' }, 'Cô', 'windows-1258'],
  [
    'a page that declares its charset',
    Uint8Array.of(...utf8('<meta charset="windows-1258">'), 0xf4),
    { isPage: true },
    '<meta charset="windows-1258">ô',
    'windows-1258',
  ],
  [
    'valid UTF-8 whose page declares another',
    utf8('<meta charset=iso-8859-1>Chợ'),
    { isPage: true },
    '<meta charset=iso-8859-1>Chợ',
    'utf-8',
  ],
])('%s', (_, bytes, options, text, charset) => {
  expect(decodeText(bytes, options)).toEqual({ text, charset, damaged: 0 });
});

test.each([
  ['no UTF-8 and no word on what else', Uint8Array.of(0x43, 0xf4), {}, 'encoding-unknown'],
  ['a charset that nobody knows', utf8('Chợ'), { charset: 'tcvn3' }, 'charset-unknown'],
])('%s', (_, bytes, options, fault) => {
  expect(decodeText(bytes, options)).toMatchObject({ fault });
});

test('a page in UTF-8 with one broken character is read all the same', () => {
  const bytes = Uint8Array.of(...utf8(`<meta charset=utf-8>${'chợ phiên '.repeat(100)}`), 0xe1);
  expect(decodeText(bytes, { isPage: true })).toMatchObject({ charset: 'utf-8', damaged: 1 });
});
