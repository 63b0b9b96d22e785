import { describe, expect, test } from 'vitest';
import { toExcerpt, withMarks } from '../../../src/search/excerpt.ts';
import { markText } from '../../../src/search/mark-text.ts';
import { planQuery } from '../../../src/search/plan-query.ts';

describe('markText', () => {
  test.each([
    ['dang uy', 'Đảng uỷ xã, đang uỷ thác', '[[Đảng uỷ]] xã, [[đang uỷ]] thác'],
    ['Đảng ủy', 'Đảng uỷ xã, đang uỷ thác', '[[Đảng uỷ]] xã, đang uỷ thác'],
    ['dang', 'đảng, đang và dáng', '[[đảng]], [[đang]] và [[dáng]]'],
    ['bao ve nen tang', 'bảo vệ và nền tảng', '[[bảo vệ]] và [[nền tảng]]'],
    ['a b a', 'a b a b a', '[[a b a]] [[b a]]'],
    ['bao ve', 'báo chí, vẻ đẹp', 'báo chí, vẻ đẹp'],
    ['"lấy cái đẹp"', '“lấy cái đẹp, dẹp cái xấu”', '“[[lấy cái đẹp]], dẹp cái xấu”'],
    ['"lấy cái đẹp"', 'lấy cái xấu', 'lấy cái xấu'],
    ['22-10-2018', 'ngày 22/10/2018', 'ngày [[22/10/2018]]'],
    ['8,11', '8/11 và 8 11', '8/11 và 8 11'],
    ['35-NQ/TW', 'số 35-NQ/TW.', 'số [[35-NQ/TW]].'],
    ['gạo OR ngô -nếp nguồn:x', 'gạo, ngô, nếp x', '[[gạo]], [[ngô]], nếp x'],
    ['tiêu-đề:"giá gạo" tăng', 'Giá gạo tăng', '[[Giá gạo]] [[tăng]]'],
    ['', 'chữ', 'chữ'],
  ])('%s in “%s”', (query, text, marked) => {
    expect(withMarks(text, markText(query, text))).toBe(marked);
  });

  test('in a decomposed text marks whole letters', () => {
    const text = 'xã Kỳ Sơn'.normalize('NFD');
    expect(withMarks(text, markText('kỳ sơn', text))).toBe('xã [[Kỳ Sơn]]'.normalize('NFD'));
  });

  test('of an answer of the folded tier by folded keys, of the loose tier single words too', () => {
    expect(markText('Đảng ủy', 'đang uỷ thác', 'folded')).toHaveLength(1);
    expect(markText('bao ve', 'báo chí, vẻ đẹp', 'loose')).toHaveLength(2);
  });
});

describe('toExcerpt', () => {
  const excerpt = (query: string, ...texts: string[]) => toExcerpt(planQuery(query), texts, 'folded');

  test('shows where the matches stand densest', () => {
    expect(excerpt('cho phien', 'Một chợ phiên.', 'Chợ phiên này, chợ phiên kia.')).toBe(
      '[[Chợ phiên]] này, [[chợ phiên]] kia.',
    );
  });

  test('cuts a long block at words', () => {
    const shown = excerpt('cho phien', `${'từ '.repeat(60)}chợ phiên${' chữ'.repeat(60)}`);
    expect(shown).toMatch(/^…từ (?:từ )*\[\[chợ phiên\]\](?: chữ)+…$/);
    expect(shown.split(' ')).toHaveLength(40);
  });

  test('without a match begins with the first block; without a block is empty', () => {
    expect(excerpt('cho phien', 'Mở đầu.', 'Rồi hết.')).toBe('Mở đầu.');
    expect(excerpt('cho phien')).toBe('');
  });
});
