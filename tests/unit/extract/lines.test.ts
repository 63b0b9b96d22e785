import { describe, expect, test } from 'vitest';
import { findCitedDocuments } from '../../../src/article/cited-documents.ts';
import { parseByline } from '../../../src/extract/byline.ts';
import { findCredit } from '../../../src/extract/credit.ts';
import { parseDateline } from '../../../src/extract/dateline.ts';
import { findEventDate } from '../../../src/extract/event-date.ts';
import { furnitureOf } from '../../../src/extract/furniture.ts';
import { parseMachineDate } from '../../../src/extract/machine-date.ts';

describe('datelines', () => {
  test.each([
    ['14:18, 28/02/2022', '2022-02-28T14:18:00+07:00'],
    ['Thứ Sáu, 24/02/2023, 10:25 (GMT+7)', '2023-02-24T10:25:00+07:00'],
    ['22/10/2018 | 08:15 SA', '2018-10-22T08:15:00+07:00'],
    ['22/10/2018 | 02:15 CH', '2018-10-22T14:15:00+07:00'],
    ['07-03-2026 - 09:40 AM', '2026-03-07T09:40:00+07:00'],
    ['Thứ bảy, 7/3/2026, 00:05 (GMT+7)', '2026-03-07T00:05:00+07:00'],
    ['Ngày 3 tháng 8 năm 2023', '2023-08-03'],
    ['Cập nhật lúc 7h45’ ngày 3-8-2009', '2009-08-03T07:45:00+07:00'],
    ["Cập nhật lúc 7h45' ngày 3-8", null],
    ['Ngày đăng: 05/01/1999', '1999-01-05'],
    ['28 Tháng Tám, 2023', '2023-08-28'],
    ['Tháng 8/2023', '2023-08'],
    ['31/02/2009', null],
    ['Thứ Ba, 12/09/2017 | 08:30 GMT+7', '2017-09-12T08:30:00+07:00'],
    ['(BBT) - 12/9/2017', '2017-09-12'],
    ['Ngày đăng: 12-09-2017 08:30:15', '2017-09-12T08:30:15+07:00'],
    ['Được đăng: Thứ ba, 12 Tháng 9 2017 08:30', '2017-09-12T08:30:00+07:00'],
    ['Thứ 3, ngày 12 tháng 9 năm 2017 - 8:30', '2017-09-12T08:30:00+07:00'],
    ['Thứ ba - 12/09/2017 08:30 123 0', '2017-09-12T08:30:00+07:00'],
    ['Lê An - Trần Bình - 12/09/2017 08:30', '2017-09-12T08:30:00+07:00'],
    ['Tiền Thử, ngày 12 tháng 9 năm 2017', '2017-09-12'],
    ['12.09.2017', '2017-09-12'],
  ])('%s → %s', (line, at) => {
    expect(parseDateline(line)?.at).toBe(at);
  });

  test.each([
    'Chợ phiên đông trở lại',
    'Từ ngày 3/8/2023 bà con xã Nà Hồng được vay vốn làm nhà',
    '35-NQ/TW',
    'Bảng giá nông sản ngày 12-9',
    'Thời tiết hôm nay 12/9/2017',
  ])('%s is none', (line) => {
    expect(parseDateline(line)).toBeNull();
  });
});

test.each([
  ['2026-03-07T08:07:18+07:00', '2026-03-07T08:07:18+07:00'],
  ['2026-03-07T01:07:18Z', '2026-03-07T08:07:18+07:00'],
  ['2026-03-07T09:40:00', '2026-03-07T09:40:00+07:00'],
  ['2026-03-07', '2026-03-07'],
  ['2017-09-12T01:30:00+00:00', '2017-09-12T08:30:00+07:00'],
  ['Tue, 12 Sep 2017 08:30:00 +0700', '2017-09-12T08:30:00+07:00'],
  ['2009-02-31', null],
  ['hôm qua', null],
])('a machine’s date %s → %s', (value, at) => {
  expect(parseMachineDate(value).at).toBe(at);
});

test.each([
  ['Văn Lạ', ['Văn Lạ'], null],
  ['HÀ NAM - HUY THÁI', ['HÀ NAM', 'HUY THÁI'], null],
  ['PV', ['PV'], null],
  ['Nhóm PV.', ['Nhóm PV'], null],
  ['Hà Thu (tổng hợp)', ['Hà Thu'], null],
  ['Bài và ảnh: Trần Nam', ['Trần Nam'], null],
  ['Theo Hồ Hương', ['Hồ Hương'], null],
  ['Theo TTXVN', [], 'TTXVN'],
  ['(Theo VnExpress)', [], 'VnExpress'],
  ['Theo Lê An (Báo Thử)', ['Lê An'], 'Báo Thử'],
  ['Lê An (TTXVN/Vietnam+)', ['Lê An'], 'TTXVN/Vietnam+'],
  ['(TTXVN/Vietnam+)', [], 'TTXVN/Vietnam+'],
  ['Nguồn tin: Báo Thử', [], 'Báo Thử'],
  ['Tác giả bài viết: Lê An', ['Lê An'], null],
  ['Viết bởi Lê An', ['Lê An'], null],
  ['Lê An - lean@bao.example', ['Lê An'], null],
  ['PGS, TS LÊ AN', ['PGS, TS LÊ AN'], null],
])('the byline %s → %j, %s', (line, authors, organisation) => {
  expect(parseByline(line)).toEqual({ authors, organisation });
});

test.each([
  'Bà con mừng lắm.',
  'Giữ nếp quê',
  'Chợ họp lúc 6 giờ',
  'I. MỤC ĐÍCH, YÊU CẦU',
  'Người đăng: admin',
  'Trả lời trên báo Thử',
])('%s is no byline', (line) => {
  expect(parseByline(line)).toBeNull();
});

test.each([
  ['Chợ phiên. Ảnh: AN NHIÊN', 'AN NHIÊN'],
  ['Chợ phiên. Ảnh: Mùa Xuân.', 'Mùa Xuân'],
  ['Chợ phiên (Ảnh: Văn A)', 'Văn A'],
  ['Chợ phiên. Ảnh Reuters', 'Reuters'],
  ['Ảnh minh hoạ.', null],
  ['Chợ phiên đông người.', null],
])('the credit of %s → %s', (caption, credit) => {
  expect(findCredit(caption)).toBe(credit);
});

test.each([
  ['Ngày 26/12/2022, xã tổng kết mùa măng.', '2022-12-26'],
  ['Ngày 3/8, xã tổ chức đua thuyền.', '--08-03'],
  ['Sáng ngày 3 tháng 8 năm 2023, xã họp.', '2023-08-03'],
  ['Sáng 3/8, xã họp.', '--08-03'],
  ['Ngày 31/2, xã họp.', null],
  ['Xã vừa ban hành quyết định ngày 3/8/2022.', null],
  ['1/3 số hộ đã có nước.', null],
])('the event of %s → %s', (text, date) => {
  expect(findEventDate(text)).toBe(date);
});

test.each([
  ['Nghị quyết số 35-NQ/TW và Quy định 37-QĐ/TW; Nghị quyết 35-NQ/TW', ['35-NQ/TW', '37-QĐ/TW']],
  [
    '41/2014/QĐ-UBND, 19-CT/TU, 12/2021/NĐ-CP, 24/2018/QH14',
    ['41/2014/QĐ-UBND', '19-CT/TU', '12/2021/NĐ-CP', '24/2018/QH14'],
  ],
  ['số 1374/QĐ-TTg ngày 22/10/2018', ['1374/QĐ-TTg']],
  ['xe 29A-123, mở 24/7, Su-30MK, ngày 3/8/2022', []],
])('documents cited in %s → %j', (text, numbers) => {
  expect(findCitedDocuments([text])).toEqual(numbers);
});

test.each([
  ['Ý kiến bạn đọc', 'end'],
  ['Tin cùng chuyên mục', 'end'],
  ['Bài viết liên quan', 'box'],
  ['Banner Ban tuyên giáo', 'single'],
  ['Trang chủ > Kinh tế > Nông nghiệp', 'breadcrumb'],
  ['.', 'single'],
  ['Chợ phiên đông trở lại', null],
  ['Trở về bến cũ chiều nay', null],
  ['Trở lại Thời sự', 'end'],
  ['[Trở về]', 'end'],
  ['Facebook Twitter Zalo In bài viết Gửi email', 'single'],
  ['12 345 678', null],
  ['Xem với cỡ chữ: A- A A+', 'single'],
  ['5 / 5 ( 1 bình chọn )', 'single'],
  ['Đang truy cập: 12', 'single'],
  ['Theo dõi sát mực nước', null],
])('%s is furniture: %s', (line, kind) => {
  expect(furnitureOf(line)).toBe(kind);
});
