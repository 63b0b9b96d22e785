import { describe, expect, test } from 'vitest';
import { parseByline } from '../../../src/extract/byline.ts';
import { findCredit } from '../../../src/extract/credit.ts';
import { findDateIn, parseDateline } from '../../../src/extract/dateline.ts';
import { furnitureOf } from '../../../src/extract/furniture.ts';

describe('datelines as pages print them', () => {
  test.each([
    ['Thứ Sáu, 24/02/2023, 10:25 (GMT+7)', '2023-02-24T10:25:00+07:00'],
    ['14:18, 28/02/2022', '2022-02-28T14:18:00+07:00'],
    ["Cập nhật lúc 7h45' ngày 3-8", null],
    ['22/10/2018 | 08:15 SA', '2018-10-22T08:15:00+07:00'],
    ['Ngày 3 tháng 8 năm 2023', '2023-08-03'],
    ['Xuất bản: 07:12 - 03/08/2017', '2017-08-03T07:12:00+07:00'],
    ['Đăng lúc: 07:12 - 03/08/2010 - Người đăng: Admin', '2010-08-03T07:12:00+07:00'],
    ['Thứ tư, 25-03-2009 | 23:12:00', '2009-03-25T23:12:00+07:00'],
    ['03 Th8, 2010', '2010-08-03'],
    ['03/08/2010 2:12:00 CH', '2010-08-03T14:12:00+07:00'],
  ])('%s → %s', (line, at) => {
    expect(parseDateline(line)?.at).toBe(at);
  });

  test('a date amid words is no dateline, but can be found', () => {
    const line = 'Đăng trong số 12, ra ngày 12/09/2017';
    expect(parseDateline(line)).toBeNull();
    expect(findDateIn(line)?.at).toBe('2017-09-12');
    expect(findDateIn('ra ngày 12/9')).toBeNull();
  });
});

describe('bylines as pages print them', () => {
  test.each([
    ['PV', ['PV'], null],
    ['TTXVN', [], 'TTXVN'],
    ['Theo Báo Lạc Giang', [], 'Báo Lạc Giang'],
    ['Thu Hà thực hiện', ['Thu Hà'], null],
    ['Thu Hà lược dịch', ['Thu Hà'], null],
    ['Thu Hà - Ảnh: Minh Châu', ['Thu Hà'], null],
    ['Thu Hà - Theo Báo Lao Động', ['Thu Hà'], 'Báo Lao Động'],
    ['Thu Hà/Bnews/vnanet.vn', ['Thu Hà'], 'Bnews/vnanet.vn'],
    ['Bài và ảnh: THU HÀ', ['THU HÀ'], null],
  ])('%s', (line, authors, organisation) => {
    expect(parseByline(line)).toEqual({ authors, organisation });
  });
});

test.each([
  ['Chợ nổi_Ảnh: TTXVN', 'TTXVN'],
  ['Chợ nổi - Ảnh Minh Châu', 'Minh Châu'],
  ['Chợ nổi - ẢNH: MINH CHÂU', 'MINH CHÂU'],
])('the credit in "%s"', (caption, credit) => {
  expect(findCredit(caption)).toBe(credit);
});

test.each([
  ['00:00 / 03:24', 'single'],
  ['Tặng sao cho tác giả', 'single'],
  ['Trình duyệt của bạn không hỗ trợ video.', 'single'],
  ['Giấy phép số 12/GP-BTTTT cấp ngày 03/04/2012', 'end'],
  ['Tổng Biên tập: Đỗ Văn Thắng', 'end'],
  ['Tin liên quan', 'box'],
  ['Tổng Biên tập của tờ báo đầu tiên ở Lạc Giang là một thầy giáo.', null],
])('"%s" is furniture: %s', (line, kind) => {
  expect(furnitureOf(line)).toBe(kind);
});
