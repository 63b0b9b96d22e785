/** Kinds of official documents, as they stand before a number; the longer first. */
const kinds = [
  'Nghị quyết liên tịch',
  'Nghị quyết',
  'Thông tư liên tịch',
  'Thông tư liên bộ',
  'Thông tư',
  'Quyết định',
  'Nghị định',
  'Chỉ thị',
  'Kết luận',
  'Quy định',
  'Quy chế',
  'Công điện',
  'Công văn',
  'Thông báo',
  'Thông tri',
  'Kế hoạch',
  'Hướng dẫn',
  'Chương trình hành động',
  'Chương trình',
  'Tờ trình',
  'Báo cáo',
  'Pháp lệnh',
  'Sắc lệnh',
  'Lệnh',
  'Bộ luật',
  'Luật',
  'Đề án',
];

/** What the letters of a number say of the document's kind, where they say but one thing. */
const kindsOfLetters: readonly (readonly [RegExp, string])[] = [
  [/\/TTLT(?!\p{L})/u, 'Thông tư liên tịch'],
  [/[-/]NQ(?!\p{L})/u, 'Nghị quyết'],
  [/[-/][NÑ][ĐÐ]-/u, 'Nghị định'],
  [/[-/]Q[ĐÐ](?!\p{L}|\/TW)/u, 'Quyết định'],
  [/[-/]CT[-/]/u, 'Chỉ thị'],
  [/[-/]TT-/u, 'Thông tư'],
  [/[-/]KL(?!\p{L})/u, 'Kết luận'],
];

const issuersOfLetters: readonly (readonly [RegExp, string])[] = [
  [/-TTg$|^\d+[a-z]?\/TTg-/u, 'Thủ tướng Chính phủ'],
  [/[NÑ][ĐÐ]-CP$/u, 'Chính phủ'],
  [/UBTVQH\d*$/u, 'Ủy ban Thường vụ Quốc hội'],
  [/\/QH\d+$/u, 'Quốc hội'],
];

const ministries =
  'Công an|Quốc phòng|Ngoại giao|Nội vụ|Tư pháp|Tài chính|Kế hoạch và Đầu tư|Công Thương|Công thương|Nông nghiệp và Phát triển nông thôn|Nông nghiệp và Môi trường|Giao thông [Vv]ận tải|Xây dựng|Tài nguyên và Môi trường|Thông tin và Truyền thông|Lao động\\s?[-,–]\\s?Thương binh và Xã hội|Văn hóa, Thể thao và Du lịch|Khoa học và Công nghệ|Giáo dục và Đào tạo|Y tế|GD-ĐT|GD&ĐT|GTVT|TN-MT|TN&MT|NN&PTNT|NN-PTNT|KH-ĐT|KH&ĐT|KH-CN|KH&CN|TT-TT|TT&TT|VH-TT-DL|VHTT&DL|LĐ-TB-XH|LĐTB&XH';

const named = '(?:\\s+\\p{Lu}[\\p{L}.]*){0,4}';
const issuer = [
  'Thủ tướng(?:\\s+Chính phủ)?',
  'Chính phủ',
  'Bộ Chính trị',
  'Ban Bí thư(?:\\s+Trung ương(?:\\s+Đảng)?)?',
  'Ban (?:Chấp hành|chấp hành) Trung ương(?:\\s+Đảng)?',
  'Trung ương Đảng',
  'Quốc hội',
  'Ủy ban (?:Thường|thường) vụ Quốc hội',
  'Chủ tịch nước',
  `(?:Bộ trưởng\\s+)?Bộ\\s+(?:${ministries})`,
  `(?:Ban (?:Thường|thường) vụ\\s+|Ban (?:Chấp|chấp) hành\\s+)?(?:Tỉnh|Thành|Huyện|Thị|Quận)\\s?ủy${named}`,
  `(?:Chủ tịch\\s+)?(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân)(?:\\s+(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)|\\s+TP\\.?)?${named}`,
  '(?:Hội đồng Thẩm phán\\s+)?Tòa án nhân dân [Tt]ối cao',
  'Viện (?:Kiểm|kiểm) sát nhân dân [Tt]ối cao',
  'Ngân hàng Nhà nước(?:\\s+Việt Nam)?',
  '(?:Hội đồng Bảo an|Đại hội đồng)(?:\\s+(?:Liên [Hh](?:ợp|iệp) [Qq]uốc|LHQ))?',
  'Liên [Hh](?:ợp|iệp) [Qq]uốc',
  'LHQ',
].join('|');

const kindAtEnd = new RegExp(
  `(?<!\\p{L})((?i:${kinds.join('|')}))(?:\\s+(?:hỏa tốc|khẩn))?(?:\\s+của\\s+(${issuer}))?\\s*,?\\s*(?:[Ss]ố)?\\s*:?\\s*$`,
  'u',
);
const issuerAtStart = new RegExp(`^\\s*[,)]?\\s*(?:của|do)\\s+(${issuer})(?![\\p{L}])`, 'u');
const dayAtStart =
  /^\s*[,(]?\s*(?:(?:ban hành|ký|được ký)\s+)?ngày\s*(\d{1,2})(?:\s?[/.-]\s?|\s+tháng\s+)(\d{1,2})(?:\s?[/.-]\s?|\s+năm\s+)(\d{4})(?!\d)/u;
const yearAtStart = /^\s*(?:\((?:sửa đổi|năm)[\s,]*)?(?:năm\s+)?((?:19|20)\d{2})(?![\d/-])/u;
const yearInWords = /^\s*,?\s*năm\s+((?:19|20)\d{2})(?![\d/-])/u;

/** What stands behind a document's name. */
export interface Details {
  readonly date: string | null;
  readonly issuer: string | null;
}

/** The text with tones where the newer spelling has them (`hoá`, `uỷ` → `hóa`, `ủy`), of the same length. */
export const withNewerTones = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/o[àáảãạ](?!\p{L})/gu, (pair) => newer[pair] ?? pair)
    .replace(/(?<![qQ])u[ỳýỷỹỵ](?!\p{L})/gu, (pair) => newer[pair] ?? pair)
    .replace(/U[ỲÝỶỸỴ](?!\p{L})|U[ỳýỷỹỵ](?!\p{L})/gu, (pair) => newer[pair] ?? pair);

const newer: Readonly<Record<string, string>> = {
  oà: 'òa',
  oá: 'óa',
  oả: 'ỏa',
  oã: 'õa',
  oạ: 'ọa',
  uỳ: 'ùy',
  uý: 'úy',
  uỷ: 'ủy',
  uỹ: 'ũy',
  uỵ: 'ụy',
  Uỷ: 'Ủy',
  UỶ: 'ỦY',
};

const dayOf = (day: string, month: string, year: string): string =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

/** Day and issuer behind a document's name, in either order, each as far as it stands there. */
export const detailsAtStart = (after: string): Details => {
  let rest = after;
  let date: string | null = null;
  let from: string | null = null;
  for (let i = 0; i < 2; i += 1) {
    const day: RegExpExecArray | null = date === null ? dayAtStart.exec(rest) : null;
    const year: RegExpExecArray | null = date === null && day === null ? yearInWords.exec(rest) : null;
    const office: RegExpExecArray | null =
      from === null && day === null && year === null ? issuerAtStart.exec(rest) : null;
    const [, d = '', m = '', y = ''] = day ?? [];
    if (day !== null) date = dayOf(d, m, y);
    else if (year !== null) date = year[1] ?? null;
    else if (office?.[1] !== undefined) from = office[1].replace(/\s+/gu, ' ').replace(/[.\s]+$/u, '');
    rest = rest.slice((day ?? year ?? office)?.[0].length ?? 0);
  }
  return { date, issuer: from };
};

export const yearAt = (after: string): string | null => yearAtStart.exec(after)?.[1] ?? null;

/** The kind, and the issuer, that stand before a number. */
export const kindBefore = (before: string): { kind: string | null; issuer: string | null } => {
  const match = kindAtEnd.exec(before.slice(-120));
  const kind = kinds.find((one) => one.toLowerCase() === match?.[1]?.toLowerCase().replace(/\s+/gu, ' '));
  return { kind: kind ?? null, issuer: match?.[2] ?? null };
};

const firstOf = (rules: readonly (readonly [RegExp, string])[], number: string): string | null =>
  rules.find(([letters]) => letters.test(number))?.[1] ?? null;

export const kindOfNumber = (number: string): string | null => firstOf(kindsOfLetters, number);
export const issuerOfNumber = (number: string): string | null => firstOf(issuersOfLetters, number);

/** The year that a number holds: `41/2014/QĐ-UBND`. */
export const yearOfNumber = (number: string): string | null =>
  /\/((?:19|20)\d{2})[-/]/u.exec(number)?.[1] ?? null;
