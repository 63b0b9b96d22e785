import { daySpan } from '../../article/date.ts';
import { isFilterDate } from './search-address.ts';

const written = /^(?:(?:(\d{1,2})\s*[-./]\s*)?(\d{1,2})\s*[-./]\s*)?(\d{4})$/;

/**
 * A date as a person types it, as the address has it: `2014`, `2014-05`, `5/2014`, `31/5/2014`, `31-05-2014`. Empty stays
 * empty; null where it is no date.
 */
export const readTypedDate = (typed: string): string | null => {
  const text = typed.trim();
  if (text === '' || isFilterDate(text)) return text;
  const match = written.exec(text);
  if (match === null) return null;
  const [, day, month, year = ''] = match;
  const date = [year, month?.padStart(2, '0'), day?.padStart(2, '0')]
    .filter((one) => one !== undefined)
    .join('-');
  return isFilterDate(date) ? date : null;
};

/** A range with its ends in order of time. */
export const inOrderOfTime = (from: string, to: string): { from: string; to: string } =>
  from !== '' && to !== '' && daySpan(from).first > daySpan(to).last ? { from: to, to: from } : { from, to };
