import { isEventDate } from '../article/date.ts';

/** What may stand before the date in a first sentence: an agency or a place, and the hour of the day. */
const opening =
  /^(?:\([^)]{2,40}\)\s*[-–—:.]*\s*|[\p{Lu}][\p{L}. ]{1,30}\s[-–—]\s|[\p{Lu}][\p{L}. ]{1,30}\([^)]{2,30}\)\s*[-–—:]\s*)?(?:vào|mới đây,?|khoảng|lúc|hồi|trong)?\s*(?:(?:khoảng\s*)?\d{1,2}\s?(?:h|g|giờ|:)\s?(?:\d{2}\s?(?:phút|['’])?)?,?\s*)?(?:(?:rạng\s)?sáng|trưa|chiều|tối|đêm|khuya|cả ngày)?(?:\s(?:sớm|nay|qua|hôm nay))?,?\s*(?:hôm\s(?:nay|qua))?,?\s*(?:thứ\s\p{L}+,?\s*|chủ nhật,?\s*)?\(?(?:ngày\s*)?/iu;

const slashed =
  /^(\d{1,2})\s?[/.-]\s?(\d{1,2})(?:\s?[/.-]\s?(\d{4}))?(?![\d/]|\s*(?:%|triệu|tỷ|đồng|điểm|km))/u;
const worded = /^(\d{1,2})\s+tháng\s+(\d{1,2})(?:\s+năm\s+(\d{4}))?(?!\d)/iu;

/**
 * The day that a text gives for what it reports, at the very beginning of its first sentence; `--08-03` without its
 * year. Null where it begins otherwise, or the day is none of the calendar.
 */
export const findEventDate = (text: string): string | null => {
  const start = opening.exec(text)?.[0] ?? '';
  const after = text.slice(start.length);
  const match = worded.exec(after) ?? slashed.exec(after);
  if (match === null) return null;
  // "3/8" alone could be a fraction or a score: a word of time must stand before it, or a comma after it.
  if (!/\S/.test(start) && !/^[,)]/.test(after.slice(match[0].length))) return null;
  const [, day = '', month = '', year] = match;
  const monthAndDay = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = year === undefined ? `--${monthAndDay}` : `${year}-${monthAndDay}`;
  return isEventDate(date) ? date : null;
};
