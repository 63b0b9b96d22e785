import { expect, test } from 'vitest';
import { findDocuments } from '../../../src/extract/find-documents.ts';

const told = (...texts: string[]): string[] =>
  findDocuments(texts).map(({ name, kind, number, date, issuer }) =>
    [name, kind, number, date, issuer].map((part) => part ?? '–').join(' | '),
  );

test.each([
  [
    'Nghị quyết số 35-NQ/TW ngày 22/10/2018 của Bộ Chính trị khóa XII',
    'Nghị quyết 35-NQ/TW | Nghị quyết | 35-NQ/TW | 2018-10-22 | Bộ Chính trị',
  ],
  [
    'Quy định số 37-QĐ/TW ngày 25 tháng 10 năm 2021 của Ban Chấp hành Trung ương Đảng về',
    'Quy định 37-QĐ/TW | Quy định | 37-QĐ/TW | 2021-10-25 | Ban Chấp hành Trung ương Đảng',
  ],
  [
    'Quyết định số 749/QĐ-TTg ngày 3/6/2020 của Thủ tướng',
    'Quyết định 749/QĐ-TTg | Quyết định | 749/QĐ-TTg | 2020-06-03 | Thủ tướng',
  ],
  ['theo 41/2014/QĐ-UBND', 'Quyết định 41/2014/QĐ-UBND | Quyết định | 41/2014/QĐ-UBND | 2014 | –'],
  ['Nghị định 15/2020/NĐ-CP', 'Nghị định 15/2020/NĐ-CP | Nghị định | 15/2020/NĐ-CP | 2020 | Chính phủ'],
  ['Chỉ thị 16/CT-TTg', 'Chỉ thị 16/CT-TTg | Chỉ thị | 16/CT-TTg | – | Thủ tướng Chính phủ'],
  [
    'Chỉ thị số 19-CT/TU của Ban Thường vụ Tỉnh ủy Nghệ An.',
    'Chỉ thị 19-CT/TU | Chỉ thị | 19-CT/TU | – | Ban Thường vụ Tỉnh ủy Nghệ An',
  ],
  [
    'Thông tư liên tịch số 07/2013/TTLT-BTP-BNV',
    'Thông tư liên tịch 07/2013/TTLT-BTP-BNV | Thông tư liên tịch | 07/2013/TTLT-BTP-BNV | 2013 | –',
  ],
  [
    'Công điện số 1063/CĐ-TTg ngày 31/7/2021',
    'Công điện 1063/CĐ-TTg | Công điện | 1063/CĐ-TTg | 2021-07-31 | Thủ tướng Chính phủ',
  ],
  [
    'công văn số 345/UBND-NN ngày 10/5/2009 của UBND tỉnh Hà Giang',
    'Công văn 345/UBND-NN | Công văn | 345/UBND-NN | 2009-05-10 | UBND tỉnh Hà Giang',
  ],
  ['Công văn 1234/BGDĐT-GDTrH', 'Công văn 1234/BGDĐT-GDTrH | Công văn | 1234/BGDĐT-GDTrH | – | –'],
  [
    'Công văn hoả tốc số 512/TTg-KTN',
    'Công văn 512/TTg-KTN | Công văn | 512/TTg-KTN | – | Thủ tướng Chính phủ',
  ],
  [
    'công văn của UBND tỉnh Hà Giang số: 88/UBND-VX về',
    'Công văn 88/UBND-VX | Công văn | 88/UBND-VX | – | UBND tỉnh Hà Giang',
  ],
  ['Công văn số 2048/BHXH', 'Công văn 2048/BHXH | Công văn | 2048/BHXH | – | –'],
  ['theo công văn số 345 ngày 10/5/2009', 'Công văn 345 | Công văn | 345 | 2009-05-10 | –'],
  ['Kết luận số 76-KL/TW', 'Kết luận 76-KL/TW | Kết luận | 76-KL/TW | – | –'],
  [
    'Quyết định của Chủ tịch UBND tỉnh Hà Giang số 12/QĐ-UBND',
    'Quyết định 12/QĐ-UBND | Quyết định | 12/QĐ-UBND | – | Chủ tịch UBND tỉnh Hà Giang',
  ],
  ['Nghị định 174 năm 2013 của Chính phủ', 'Nghị định 174 | Nghị định | 174 | 2013 | Chính phủ'],
  ['Nghị quyết 35 của Bộ Chính trị khóa XII', 'Nghị quyết 35 | Nghị quyết | 35 | – | Bộ Chính trị'],
  ['Nghị định 100/2019 có hiệu lực', 'Nghị định 100/2019 | Nghị định | 100/2019 | 2019 | –'],
  ['Nghị quyết Trung ương 4 (khóa XII) về', 'Nghị quyết Trung ương 4 (khóa XII) | Nghị quyết | – | – | –'],
  ['Luật An ninh mạng có hiệu lực', 'Luật An ninh mạng | Luật | – | – | –'],
  ['Luật Đất đai 2013', 'Luật Đất đai | Luật | – | 2013 | –'],
  ['Bộ luật Hình sự năm 2015 (sửa đổi 2017)', 'Bộ luật Hình sự | Bộ luật | – | 2015 | –'],
  [
    'Luật Xử lý vi phạm hành chính số 15/2012/QH13',
    'Luật Xử lý vi phạm hành chính | Luật | 15/2012/QH13 | 2012 | Quốc hội',
  ],
  ['Luật phòng chống tham nhũng', 'Luật Phòng, chống tham nhũng | Luật | – | – | –'],
  ['Luật Di sản văn hoá', 'Luật Di sản văn hóa | Luật | – | – | –'],
  ['Hiến pháp năm 2013', 'Hiến pháp | Hiến pháp | – | 2013 | –'],
])('%s → %s', (text, document) => {
  expect(told(text)).toEqual([document]);
});

test.each([
  'Luật sư của ông nói vậy',
  'Toà quyết định 12 người được về',
  'Quyết định 12 tuyến xe mới',
  'Nghị quyết 35% số phiếu',
  'gửi công văn 12 lần, mỗi công văn 3/4 trang',
  'nhận công văn của xã, xe 345/UBND-NN',
  'xử lý công văn 24/7 ở Sở',
  'trả lời công văn 30-Sở Y tế',
  'Quốc hội Mỹ thông qua Luật Quốc phòng',
  'xe 29A-123, mở 24/7, ngày 3/8/2022',
  'Quyết định đúng luật',
])('%s names none', (text) => {
  expect(told(text)).toEqual([]);
});

test('a document is told once, with what all the texts say of it', () => {
  expect(
    told(
      'Nghị quyết 35 đi vào đời sống',
      'Nghị quyết số 35-NQ/TW của Bộ Chính trị và Luật Đất đai',
      'Nghị quyết số 35-NQ/TW ngày 22/10/2018; Luật Đất đai năm 2013',
    ),
  ).toEqual([
    'Nghị quyết 35-NQ/TW | Nghị quyết | 35-NQ/TW | 2018-10-22 | Bộ Chính trị',
    'Luật Đất đai | Luật | – | 2013 | –',
  ]);
});
