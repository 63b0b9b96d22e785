import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../src/text/decode-text.ts';
import { legacyCharsetOf } from '../../../src/text/legacy-charset.ts';
import { byteEncodings, encodeLegacy, encodeViqr, vietnameseLetters } from './legacy-encoders.ts';

const read = (bytes: Uint8Array, charset: string): string => {
  const decoded = decodeText(bytes, { charset });
  return 'fault' in decoded ? decoded.fault : decoded.text;
};

test.each([
  ['cp1258', 'windows-1258'],
  ['Windows-1258', 'windows-1258'],
  ['VISCII', 'viscii'],
  ['TCVN', 'tcvn3'],
  ['tcvn3', 'tcvn3'],
  ['ABC', 'tcvn3'],
  ['VNI', 'vni'],
  ['vni-win', 'vni'],
  ['VPS', 'vps'],
  ['viqr', 'viqr'],
  ['windows-1252', null],
])('%s is the charset %s', (name, charset) => {
  expect(legacyCharsetOf(name)).toBe(charset);
});

describe('every letter, small and capital, comes back', () => {
  test.each(byteEncodings.filter((charset) => charset !== 'tcvn3'))('from %s', (charset) => {
    expect(read(encodeLegacy(charset, vietnameseLetters), charset)).toBe(vietnameseLetters);
    expect(read(encodeLegacy(charset, Array.from(vietnameseLetters).join(' ')), charset)).toBe(
      Array.from(vietnameseLetters).join(' '),
    );
  });

  test('from TCVN3 as the ABC fonts have it, capitals with a tone as small letters', () => {
    const small = vietnameseLetters.slice(0, 67);
    expect(read(encodeLegacy('tcvn3', small), 'tcvn3')).toBe(small);
    expect(read(encodeLegacy('tcvn3', 'đ Đ Â Ă Ê Ô Ơ Ư'), 'tcvn3')).toBe('đ Đ Â Ă Ê Ô Ơ Ư');
  });

  test.each([{ horn: '+' }, { horn: '*' }])('from VIQR with the horn $horn', (options) => {
    const spaced = Array.from(vietnameseLetters).join(' ');
    expect(read(new TextEncoder().encode(`\\? ${encodeViqr(spaced, options)}`), 'viqr')).toBe(`? ${spaced}`);
  });
});

test.each([
  ['windows-1258', 'a tone behind its letter', [0x56, 0x69, 0xea, 0xf2, 0x74], 'Việt'],
  ['windows-1258', 'a letter that has its tone', [0x48, 0xe0], 'Hà'],
  ['viscii', 'a capital among the control characters', [0x06, 0x4e], 'ẪN'],
  ['vps', 'a capital among the control characters', [0x56, 0x49, 0x06, 0x54], 'VIỆT'],
  ['vni', 'a sign that has its own case', [0x41, 0xf9], 'Á'],
  ['vni', 'a capital sign', [0x41, 0xd9], 'Á'],
  ['vni', 'a sign behind a letter that stands alone', [0xf6, 0xef], 'ự'],
  ['vni', 'what is none of its signs', [0x6e, 0xf8], 'nø'],
  ['tcvn3', 'a tone behind its letter', [0xa9, 0xb0], 'ầ'],
  ['tcvn3', 'quotes, as the ABC fonts show them', [0x93, 0x48, 0xb5, 0x94], '“Hà”'],
  ['tcvn3', 'capitals of the standard', [0x48, 0x80, 0x20, 0x4e, 0x97, 0x49], 'HÀ NỘI'],
])('%s: %s', (charset, _, bytes, text) => {
  expect(read(Uint8Array.from(bytes), charset)).toBe(text);
});

describe('capitals of the ABC fonts', () => {
  test.each([
    ['ĐẢNG BỘ', 'ĐẢNG BỘ'],
    ['Ở đây HỘI NGHỊ bàn', 'ở đây HỘI NGHỊ bàn'],
    ['Bà Hà và bé Tú', 'Bà Hà và bé Tú'],
    ['Tin từ BOT: Bộ GTVT nói', 'Tin từ BOT: Bộ GTVT nói'],
    ['Tin: ĐẢNG VÀ CHÍNH PHỦ họp', 'Tin: ĐẢNG VÀ CHÍNH PHỦ họp'],
    ['HÀ NỘI (TTXVN)', 'HÀ NỘI (TTXVN)'],
  ])('%s is read as %s', (text, found) => {
    expect(read(encodeLegacy('tcvn3', text), 'tcvn3')).toBe(found);
  });

  test('a page says by its capital fonts what is a capital', () => {
    const html =
      '<p><font face=".VnTimeH"><b>chợ nổi&nbsp;Á</b> <font face=".VnTime">Bà</font></font> và<br>á';
    const decoded = decodeText(encodeLegacy('tcvn3', html), { charset: 'tcvn3', isPage: true });
    expect(decoded).toMatchObject({
      text: '<p><font face=".VnTimeH"><b>CHỢ NỔI&nbsp;Á</b> <font face=".VnTime">Bà</font></font> và<br>á',
    });
  });
});

const marked =
  'chợ nổi đông nghịt thuyền từ các huyện đổ về nông dân phấn khởi vì được mùa lúa hơn năm trước nhiều hộ đã hết nợ ngân hàng và xây nhà mới trường học sẽ mở cửa đầu tháng tám ủy xã biết những tuyến đường này vừa hoàn thành người rất kỹ sĩ quyết tâm giữ nghề truyền thống của quê hương'.split(
    ' ',
  );
const plain = 'sáng nay bà con vui cho trong khi giá cao ban trai hai ba nghe thuy 2009 (TTXVN) Kon'.split(
  ' ',
);

const sentences = fc
  .array(
    fc
      .array(fc.tuple(fc.constantFrom(...marked), fc.option(fc.constantFrom(...plain), { nil: '' })), {
        minLength: 10,
        maxLength: 25,
      })
      .map((found) => {
        const line = found.flat().filter(Boolean).join(' ');
        return `${line.charAt(0).toUpperCase()}${line.slice(1)}.`;
      }),
    { minLength: 1, maxLength: 5 },
  )
  .map((lines) => lines.join('\n'));

describe('Vietnamese is made out and read back exactly', () => {
  test.each(byteEncodings)('from %s', (charset) => {
    const shape = (text: string): string => (charset === 'tcvn3' ? text.toLowerCase() : text);
    fc.assert(
      fc.property(sentences, (text) => {
        const decoded = decodeText(encodeLegacy(charset, text));
        expect(decoded).toMatchObject({ charset: charset === 'tcvn-5712' ? 'tcvn3' : charset });
        expect('text' in decoded && shape(decoded.text)).toBe(shape(text));
      }),
      { numRuns: 100 },
    );
  });

  test('from VIQR', () => {
    fc.assert(
      fc.property(sentences, fc.constantFrom('+', '*'), (text, horn) => {
        const decoded = decodeText(new TextEncoder().encode(encodeViqr(text, { horn })));
        expect(decoded).toMatchObject({ charset: 'viqr', text });
      }),
      { numRuns: 100 },
    );
  });
});

test.each([
  [
    "Tha^`y na`o ddi ra. Anh ta la` ai? Bo^. Ngoa.i giao no'i sao?",
    'Thầy nào đi ra. Anh ta là ai? Bộ Ngoại giao nói sao?',
  ],
  ['Ha. Long dde.p la.. My~ cu~ng va^.y...', 'Hạ Long đẹp lạ. Mỹ cũng vậy...'],
  ['Thu+ ve^` toasoan@bao.vn, http://ba.o.vn/a.htm?e=o', 'Thư về toasoan@bao.vn, http://ba.o.vn/a.htm?e=o'],
  ["Co^ng an dde^\\' y\\'", "Công an đê' y'"],
])('VIQR %s', (viqr, text) => {
  expect(read(new TextEncoder().encode(viqr), 'viqr')).toBe(text);
});
