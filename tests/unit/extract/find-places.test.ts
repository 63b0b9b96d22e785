import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../../src/archive/parse-yaml.ts';
import { gazetteerSchema } from '../../../src/article/gazetteer.ts';
import { findPlaces } from '../../../src/extract/find-places.ts';
import { toPlaceNames } from '../../../src/extract/place-names.ts';

const { value } = parseYaml(readFileSync('src/article/places.yml', 'utf8'), gazetteerSchema);
const names = toPlaceNames(value ?? { provinces: [], doubtful: [], abroad: [], notPlaces: [] });
const find = (text: string, date: string | null = '2014-05-06', source: string | null = null): string =>
  findPlaces({ texts: [text], date, source }, names).join('; ');

describe('provinces and cities', () => {
  test.each([
    ['Mưa lớn ở Hà Giang', 'Hà Giang'],
    ['HÀ NỘI MƯA LỚN NHIỀU NGÀY LIỀN', 'Hà Nội'],
    ['Chợ nổi ở TP.HCM, TPHCM và Sài Gòn', 'Thành phố Hồ Chí Minh'],
    ['UBND TP. Hồ Chí Minh họp', 'Thành phố Hồ Chí Minh'],
    ['Học tập tư tưởng Hồ Chí Minh', ''],
    ['Thanh Hoá và Đắc Lắc được mùa', 'Thanh Hóa; Đắk Lắk'],
    ['Thừa Thiên - Huế đón khách', 'Thừa Thiên Huế'],
    ['Quảng Nam - Đà Nẵng thông đường', 'Quảng Nam; Đà Nẵng'],
    ['Các tỉnh Sơn La, Hòa Bình và Thái Bình', 'Sơn La; Hòa Bình; Thái Bình'],
    ['Hòa Bình (TTXVN) - Sáng nay, bà con vui mừng', 'Hòa Bình'],
    ['Lúc 7 giờ Hà Nội, hai bên gặp nhau', ''],
    ['Cầu thủ Nguyễn Thái Bình nghỉ thi đấu', ''],
    ['Họa sĩ Hà Nam bày tranh', ''],
    ['Biển Thái Bình Dương nóng lên', ''],
    ['Người dân xã Thái Bình mất mùa', ''],
  ])('%s → %s', (text, places) => {
    expect(find(text)).toBe(places);
  });
});

describe('Hòa Bình the province, hoà bình the peace', () => {
  test.each([
    ['Tỉnh Hoà Bình làm đường mới', 'Hòa Bình'],
    ['Lũ quét ở Hoà Bình', 'Hòa Bình'],
    ['Hoà bình trở lại vùng biên', ''],
    ['Khát vọng hoà bình', ''],
    ['KHÁT VỌNG HÒA BÌNH CỦA NHÂN DÂN', ''],
    ['ĐƯỜNG MỚI Ở TỈNH HÒA BÌNH', 'Hòa Bình'],
    ['Vở kịch “Hòa Bình” ra mắt', ''],
    ['Giải Nobel Hòa Bình năm nay', ''],
    ['Chiến Tranh Và Hòa Bình Trên Màn Ảnh', ''],
  ])('%s → %s', (text, places) => {
    expect(find(text)).toBe(places);
  });
});

describe('districts', () => {
  test.each([
    ['Ngân Sơn làm đường mới', 'Ngân Sơn'],
    ['Huyện Kỳ Sơn, tỉnh Nghệ An', 'Kỳ Sơn (Nghệ An); Nghệ An'],
    ['Huyện Kỳ Sơn (Hòa Bình) họp', 'Kỳ Sơn (Hòa Bình); Hòa Bình'],
    ['Huyện Châu Thành mất mùa', ''],
    ['Bến Tre: huyện Châu Thành mất mùa', 'Bến Tre; Châu Thành (Bến Tre)'],
    ['TX. CAI LẬY GIỮ VỮNG AN NINH', 'Cai Lậy'],
    ['Huyện ủy Vĩnh Linh mở lớp', 'Vĩnh Linh'],
    ['Thị xã Phú Thọ mở chợ đêm', 'Thị xã Phú Thọ'],
    ['Thành phố Hà Giang mở chợ đêm', 'Thành phố Hà Giang'],
    ['Cháy ở quận 1 và Q.12, TP.HCM', 'Quận 1; Quận 12; Thành phố Hồ Chí Minh'],
    ['Chiến thắng Điện Biên Phủ', ''],
    ['Thành phố Điện Biên Phủ đón khách', 'Điện Biên Phủ'],
    ['Ca sĩ Đàm Vĩnh Hưng', ''],
    ['Học sinh ba xã Hồng Kỳ, Nam Sơn, Bắc Mê', ''],
    ['Vụ án ở huyện Ân Thi, tỉnh Hồ Bắc', ''],
    ['Thành phố Trùng Khánh của Trung Quốc', ''],
  ])('%s → %s', (text, places) => {
    expect(find(text)).toBe(places);
  });

  test('the name of the source tells which of two is meant', () => {
    expect(find('Huyện Kỳ Sơn mở chợ', '2014', 'Báo Nghệ An')).toBe('Kỳ Sơn (Nghệ An)');
  });
});

describe('a name means what it meant then', () => {
  test.each([
    ['2014-05-06', 'Quận Thủ Đức làm đường', 'Thủ Đức'],
    ['2019', 'Huế đón khách', 'Huế'],
    ['2026-02-03', 'Huế đón khách', 'Huế'],
    ['2026-02-03', 'Tỉnh Hà Giang cũ đón khách', 'Hà Giang'],
    [null, 'Hà Tây mở chợ', 'Hà Tây'],
  ])('%s: %s → %s', (date, text, places) => {
    expect(find(text, date)).toBe(places);
  });
});
