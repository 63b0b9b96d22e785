/** What the words before a name say that it is. */
export type PlaceSign = 'province' | 'cities' | 'towns' | 'urban' | 'rural';

const signs: Readonly<Record<string, PlaceSign>> = {
  tỉnh: 'province',
  'tỉnh ủy': 'province',
  'thành phố': 'cities',
  tp: 'cities',
  't p': 'cities',
  'thành ủy': 'cities',
  'thị xã': 'towns',
  tx: 'towns',
  'thị ủy': 'towns',
  quận: 'urban',
  q: 'urban',
  'quận ủy': 'urban',
  huyện: 'rural',
  h: 'rural',
  'huyện ủy': 'rural',
  'huyện đảo': 'rural',
  'thành đoàn': 'cities',
  'tỉnh đoàn': 'province',
  'huyện đoàn': 'rural',
};

/** Words after which a name is that of a commune, a street, a river: never of a district or a province. */
const smaller =
  /(?:^|[^\p{L}])(?:(?<!thị )xã|phường|thị trấn|thôn|ấp|khu phố|tổ dân phố|giờ|xa lộ|đại lộ|cầu|sông|suối|núi|đèo|hẻm|ngõ)\s+$|(?:^|[^\p{L}])p\.\s*$/iu;

/** Words after which a name that is as often another's is that of a person, a street, a firm, a school. */
const others =
  /(?:^|[^\p{L}])(?:đường|phố|làng|ngã (?:ba|tư|năm|sáu|bảy)|giao lộ|hầm chui|kênh|đê|chùa|đình|công viên|khu đô thị|chung cư|sân|sân vận động|tàu|triều|bãi rác|chợ|hồ|đảo|ga|trường|trường học|tiểu học|mầm non|THCS|THPT|công ty|tập đoàn|ngân hàng|khách sạn|nhà hàng|nhà hát|rạp|ông|bà|anh|chị|em|cháu|bé|cô|chú|bác|cụ|thầy|sư|nghệ sĩ|ca sĩ|nhạc sĩ|họa sĩ|bác sĩ|luật sư|diễn viên|đạo diễn|người mẫu|nhà văn|nhà thơ|HLV|tiền đạo|tiền vệ|hậu vệ|thủ môn|cầu thủ|giải|nobel|tên|họ)\s+$/iu;

/** The communes or wards of a list: `ba xã Hồng Kỳ, Nam Sơn, …` */
const smallerList = /(?:^|[^\p{L}])(?:các|hai|ba|bốn|năm|\d+)\s+(?:xã|phường)\s[^.;:()]*(?:,|và)\s*$/iu;

/** Surnames: a name after one of them is a person's. */
const surnames = new Set(
  'nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đoàn trịnh mai cao lương lưu tạ tô thái trương đào vương quách phùng tăng thạch kim lâm hà'
    .normalize('NFC')
    .split(' '),
);

/** Offices and bodies that are written in capitals before the name of their place. */
const offices =
  /^(?:UBND|HĐND|MTTQ|UBMTTQ|TAND|VKSND|CA|LĐLĐ|BV|BVĐK|ĐH|CĐ|CSGT|PCCC|CLB|BĐBP|BCH|BHXH|GTVT|GD-ĐT|TTYT)$/u;

export const isSmaller = (before: string): boolean => smaller.test(before) || smallerList.test(before);
export const isOthers = (before: string): boolean => others.test(before);
export const isSurname = (word: string): boolean => surnames.has(word.normalize('NFC').toLowerCase());
export const isOffice = (word: string): boolean => offices.test(word);

const signBefore =
  /(?<sign>tỉnh(?:\s+(?:ủy|uỷ|đoàn))?|thành\s+(?:phố|ủy|uỷ|đoàn)|thị\s+(?:xã|ủy|uỷ)|quận(?:\s+(?:ủy|uỷ))?|huyện(?:\s+(?:ủy|uỷ|đoàn|đảo))?|t\.?p|tx|q|h)[\s.]*$/iu;

/** The sign that a text ends with, before a name. */
export const signAtEnd = (before: string): PlaceSign | null => {
  const match = signBefore.exec(before.slice(-16));
  const sign = match?.groups?.sign;
  if (match === null || sign === undefined) return null;
  const at = match.index + Math.max(0, before.length - 16);
  if (/[\p{L}\p{N}]$/u.test(before.slice(0, at))) return null;
  const words = sign
    .toLowerCase()
    .replace(/uỷ/u, 'ủy')
    .replace(/[.\s]+/gu, ' ');
  // A lone letter is a sign only with its point: `Q.1`, `H.Kỳ Sơn`.
  if (words.length === 1 && !/[.]\s*$/u.test(match[0])) return null;
  return signs[words] ?? null;
};
