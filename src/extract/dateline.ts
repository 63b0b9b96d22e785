import { isDate } from '../article/date.ts';
import { normaliseLine } from '../text/normalise-text.ts';
import { isLabelledByline, parseByline } from './byline.ts';
import { furnitureOf } from './furniture.ts';
import { isSectionName } from './section-name.ts';

/** What a line says of when the article came out. */
export interface Dateline {
  /** With the precision that the line gives; null where it gives no year, or no day of the calendar. */
  readonly at: string | null;
  readonly kind: 'published' | 'updated';
  /** The date as printed, where it is no day of the calendar (31/02/2009). */
  readonly invalid: string | null;
  /** What stands in the line beside the date (a name, a place), or an empty string. */
  readonly rest: string;
}

interface DateFound {
  readonly year: string | null;
  readonly month: string;
  readonly day: string | null;
  readonly printed: string;
}

const monthWords = [
  'một',
  'hai',
  'ba',
  'tư',
  'năm',
  'sáu',
  'bảy',
  'tám',
  'chín',
  'mười',
  'mười một',
  'mười hai',
];
const monthName = '\\d{1,2}|mười một|mười hai|mười|một|hai|ba|tư|năm|sáu|bảy|tám|chín';

const englishMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const englishMonth =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)';

/** A year of two digits is of the last century from 70 on. */
const fullYear = (year: string | undefined): string | null => {
  if (year === undefined) return null;
  if (year.length === 4) return year;
  return Number(year) < 70 ? `20${year}` : `19${year}`;
};

const monthNumber = (month: string): string => {
  const word = month.toLowerCase();
  const at = Math.max(monthWords.indexOf(word), englishMonths.indexOf(word.slice(0, 3)));
  return at === -1 ? month : String(at + 1);
};

/** Dates as Vietnamese pages print them; each gives day, month and year by name. Tried in order. */
const datePatterns: readonly RegExp[] = [
  /(?<!\d)(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?!\d)/u,
  /(?<![\d:])(?<day>\d{1,2})\s?[/.\-–]\s?(?<month>\d{1,2})\s?[/.\-–]\s?(?<year>\d{4}|\d{2})(?!\d|[/.]\d)/u,
  new RegExp(
    `(?<!\\d)(?<day>\\d{1,2})\\s*(?:tháng|thg|th)\\s*(?<month>${monthName})\\s*[,.]?\\s*(?:năm\\s*)?(?<year>\\d{4})(?!\\d)`,
    'iu',
  ),
  new RegExp(`tháng\\s*(?<month>${monthName})\\s+(?<day>\\d{1,2}),\\s*(?<year>\\d{4})(?!\\d)`, 'iu'),
  new RegExp(
    `(?<!\\d)(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s+(?<month>${englishMonth})\\.?,?\\s+(?<year>\\d{4})(?!\\d)`,
    'iu',
  ),
  new RegExp(
    `(?<!\\p{L})(?<month>${englishMonth})\\.?\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})(?!\\d)`,
    'iu',
  ),
  /tháng\s*(?<month>\d{1,2})\s*(?:[/-]|năm)\s*(?<year>\d{4})(?!\d)/iu,
  /(?<=ngày\s)(?<day>\d{1,2})\s?[/.\-–]\s?(?<month>\d{1,2})(?![\d/])/iu,
];

const timePattern =
  /(?<![\d/.-])(?<hour>\d{1,2})\s?(?::|h|g|giờ)\s?(?<minute>\d{2})(?:\s?['’′]|\s?phút|:(?<second>\d{2})(?:\.\d+)?)?(?!\d)\s*(?<half>SA|CH|AM|PM|sáng|trưa|chiều|tối)?(?!\p{L})/iu;

const zonePattern =
  /\(?\s*(?<!\p{L})(?:GMT|UTC)\s*(?:(?<sign>[+-])\s*(?<hours>\d{1,2})(?::?(?<minutes>\d{2}))?)?\s*\)?(?![\p{L}\d])/iu;

const weekday =
  /(?<!\p{L})(?:thứ\s*(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s*nhật|CN|T[2-7]|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)(?!\p{L})/giu;

const labels =
  /(?<!\p{L})(?:(?:lần )?cập nhật(?: (?:lúc|ngày|lần cuối|cuối(?: cùng)?|mới nhất))?|ngày (?:đăng|cập nhật|xuất bản|phát hành|tạo|viết|gửi|giờ)|(?:(?:được )?đăng|xuất bản|phát hành|gửi|tạo|viết|sửa(?: đổi)?|chỉnh sửa)(?: (?:lúc|ngày|vào|hồi|bởi))*|(?:ngày )?(?:xuất bản|đăng tải)|thời gian(?: đăng)?|posted(?: on)?|published(?: on)?|(?:last )?(?:updated|modified)(?: on)?|date|lúc|ngày|hồi|vào|giờ|việt nam)(?!\p{L})\s*:?/giu;

const isUpdate = /^\W*(?:lần\s+)?(?:ngày\s+)?(?:cập nhật|sửa đổi|chỉnh sửa|(?:last\s+)?updated)/iu;

const findDate = (text: string): DateFound | null => {
  for (const pattern of datePatterns) {
    const match = pattern.exec(text);
    const { year, month, day } = match?.groups ?? {};
    if (match === null || month === undefined) continue;
    return {
      year: fullYear(year),
      month: monthNumber(month).padStart(2, '0'),
      day: day?.padStart(2, '0') ?? null,
      printed: match[0],
    };
  }
  return null;
};

const clockOf = (groups: Record<string, string | undefined>): string => {
  const half = groups.half?.toLowerCase() ?? '';
  const isAfternoon = ['ch', 'pm', 'chiều', 'tối'].includes(half);
  let hour = Number(groups.hour);
  if (isAfternoon && hour < 12) hour += 12;
  if (['sa', 'am', 'sáng'].includes(half) && hour === 12) hour = 0;
  return `${String(hour).padStart(2, '0')}:${groups.minute ?? '00'}:${groups.second ?? '00'}`;
};

const zoneOf = (text: string): string => {
  const groups = zonePattern.exec(text)?.groups;
  if (groups === undefined) return '+07:00';
  return `${groups.sign ?? '+'}${(groups.hours ?? '0').padStart(2, '0')}:${groups.minutes ?? '00'}`;
};

/** Who put the page up, at the line's end; no byline where it is but an administrator. */
const posted =
  /(?:người đăng(?: bài viết| tin| bài)?|(?:đăng |viết )?bởi|by)\s*:?\s+(?<name>[\p{L}\d_. ]{2,40})$/iu;

/** `Tiền Thử, ngày 12 tháng 9 năm 2017`: a place, no name. */
const isPlaced = /^[\p{L}. ]+,\s*ngày\s/iu;

/** The words beside a date are no headline (`Giá gạo ngày 12/9/2017`): a name, a section, a button, or parted by a bar. */
const isBeside = (piece: string, text: string): boolean => {
  if (piece.split(' ').length > 6) return false;
  if (isLabelledByline(piece)) return true;
  if (isSectionName(piece) || furnitureOf(piece) !== null || parseByline(piece) !== null) return true;
  const at = text.indexOf(piece);
  return /[|•·]\s*$/u.test(text.slice(0, at)) || /^[^\p{L}\d]*[|•·]/u.test(text.slice(at + piece.length));
};

/**
 * The dateline that a line is, in any of the forms that Vietnamese pages print; null where the line is none. A name
 * or a few words may stand beside the date, parted from it by a bar, a dash or a comma. Times without a zone are
 * Vietnam's.
 */
export const parseDateline = (line: string): Dateline | null => {
  if (!/\p{N}/u.test(line)) return null;
  const text = normaliseLine(line);
  if (text.length > 120) return null;
  const date = findDate(text);
  if (date === null) return null;
  let rest = text.replace(date.printed, ' | ');
  const zone = zoneOf(rest);
  rest = rest.replace(zonePattern, ' | ');
  const time = timePattern.exec(rest);
  if (time !== null) rest = rest.replace(time[0], ' | ');
  const poster = posted.exec(rest)?.groups?.name;
  rest = rest.replace(posted, ` | ${poster !== undefined && parseByline(poster) !== null ? poster : ''}`);
  rest = rest.replace(weekday, ' | ').replace(labels, ' | ');
  const pieces = rest
    .split(/\s*[|•·]\s*|\s+[-–—]\s+|\s*[,;]\s*(?=\||$)/u)
    .map((piece) => piece.replace(/^[\s,;:.()[\]"'–—/-]+|[\s,;:()[\]"'–—/-]+$/gu, ''))
    .map((piece) => (/\([^)]*$/.test(piece) ? `${piece})` : piece))
    // Bare numbers behind the hour count views and comments.
    .filter((piece) => /[\p{L}\d]/u.test(piece) && (time === null || !/^[\d.,\s]+$/.test(piece)));
  if (!pieces.every((piece) => isBeside(piece, text))) return null;
  const kind = isUpdate.test(text) ? 'updated' : 'published';
  const found = { kind, rest: isPlaced.test(text) ? '' : pieces.join(' - '), invalid: null } as const;
  if (date.year === null) return pieces.length > 0 && time === null ? null : { ...found, at: null };
  const day = [date.year, date.month, ...(date.day === null ? [] : [date.day])].join('-');
  if (!isDate(day)) return { ...found, at: null, invalid: date.printed };
  const instant = time === null || date.day === null ? null : `${day}T${clockOf(time.groups ?? {})}${zone}`;
  return { ...found, at: instant !== null && isDate(instant) ? instant : day };
};

/** The first date in a text, with its hour, whatever words stand beside them; null where there is none with a year. */
export const findDateIn = (text: string): Dateline | null => {
  const line = normaliseLine(text);
  const date = findDate(line);
  if (date === null) return null;
  const { year, month, day, printed } = date;
  if (year === null || day === null) return null;
  const rest = line.replace(printed, ' | ');
  const time = timePattern.exec(rest.replace(zonePattern, ' | '))?.groups;
  const clock = time === undefined ? '' : ` ${clockOf(time)} GMT${zoneOf(rest)}`;
  return parseDateline(`${day}/${month}/${year}${clock}`);
};

/** The datelines of a line that may hold several, parted by dashes or bars; none where something else stands beside them. */
export const parseDatelines = (line: string): Dateline[] => {
  const whole = parseDateline(line);
  if (whole !== null) return [whole];
  const parts = line.split(/\s+[-–|•]\s+|\s*[|•;]\s*|\s+(?=(?:lần )?(?:cập nhật|sửa đổi|chỉnh sửa))/iu);
  const read = parts.map((part) => ({ part, dateline: parseDateline(part) }));
  const dated = read.flatMap(({ dateline }) => dateline ?? []);
  const isWhole = read.every(({ part, dateline }) => dateline !== null || furnitureOf(part) !== null);
  return isWhole && dated.some(({ at }) => at !== null) ? dated : [];
};
