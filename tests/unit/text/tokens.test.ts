import { describe, expect, test } from 'vitest';
import { foldedKey, exactKey } from '../../../src/text/syllable-keys.ts';
import { toTokens } from '../../../src/text/tokens.ts';

describe('exactKey', () => {
  test.each([
    ['hoà', 'hòa'],
    ['thuỷ', 'thủy'],
    ['khoẻ', 'khỏe'],
    ['cuả', 'của'],
    ['uỷ', 'ủy'],
    ['quyền', 'QUYỀN'],
    ['kỹ', 'kĩ'],
    ['lý', 'lí'],
    ['tỷ', 'tỉ'],
    ['quý', 'quí'],
    ['Mỹ', 'mĩ'],
    ['hy', 'hi'],
    ['giếng', 'GIẾNG'],
    ['già', 'gìa'],
    ['đảng', 'ĐẢNG'.normalize('NFD')],
    ['ĐƯỜNG', 'đường'.normalize('NFD')],
  ])('%s and %s are one word', (a, b) => {
    expect(exactKey(a)).toBe(exactKey(b));
  });

  test.each([
    ['đảng', 'đang'],
    ['đảng', 'dảng'],
    ['thy', 'thi'],
    ['khy', 'khi'],
    ['tuy', 'tui'],
    ['ý', 'í'],
    ['quy', 'quay'],
    ['ma', 'mạ'],
    ['cân', 'căn'],
    ['tư', 'tu'],
    ['résumé', 'resume'],
  ])('%s and %s are two', (a, b) => {
    expect(exactKey(a)).not.toBe(exactKey(b));
  });
});

describe('foldedKey', () => {
  test.each([
    ['Đảng', 'dang'],
    ['quý', 'qui'],
    ['Nguyễn', 'nguyen'],
    ['35', '35'],
    ['résumé', 'resume'],
  ])('%s → %s', (word, folded) => {
    expect(foldedKey(exactKey(word))).toBe(folded);
  });
});

describe('toTokens', () => {
  const joints = (text: string) =>
    toTokens(text)
      .slice(0, -1)
      .map(({ bound, joint }) => (joint === '' ? (bound ? 'bound' : 'space') : joint));

  test.each([
    ['35-NQ/TW', ['bound', 'bound']],
    ['TP.HCM', ['bound']],
    ['cán bộ,đảng viên', ['space', 'bound', 'space']],
    ['8 11', ['space']],
    ['8, 11', ['space']],
    ['8,11', [',']],
    ['8/11', ['date']],
    ['22/10/2018', ['date', 'date']],
    ['22-10-2018', ['date', 'date']],
    ['22.10.2018', ['date', 'date']],
    ['2018-10-22', ['date', 'date']],
    ['10/2018', ['date']],
    ['18–22/10/2018', ['-', 'date', 'date']],
    ['15.600', ['.']],
    ['40/45', ['/']],
    ['41/2014/QĐ', ['/', 'bound']],
    ['7h30', []],
  ])('joints of %s: %j', (text, expected) => {
    expect(joints(text)).toEqual(expected);
  });

  test.each(['NFC', 'NFD'])('offsets are of the text as given, in %s', (form) => {
    const text = '“Kỳ Sơn”: Đảng uỷ xã'.normalize(form);
    const cut = toTokens(text).map(({ start, end }) => text.slice(start, end));
    expect(cut).toEqual(['Kỳ', 'Sơn', 'Đảng', 'uỷ', 'xã'].map((word) => word.normalize(form)));
  });

  test.each([
    ['', []],
    ['…, – !', []],
    ['\ud800đảng\udfff viên', ['đảng', 'viên']],
    ['<script>alert(1)</script>', ['script', 'alert', '1', 'script']],
  ])('words of %j', (text, words) => {
    expect(toTokens(text).map(({ start, end }) => text.slice(start, end))).toEqual(words);
  });
});
