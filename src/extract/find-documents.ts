import { citedNumber } from '../article/cited-documents.ts';
import { isDate } from '../article/date.ts';
import type { DocumentRecord } from '../article/document-record.ts';
import { lawNames } from '../article/law-names-table.ts';
import {
  detailsAtStart,
  issuerOfNumber,
  kindBefore,
  kindOfNumber,
  withNewerTones,
  yearAt,
  yearOfNumber,
} from './document-words.ts';

/** How much of a text behind a name is read for its day and issuer, in characters. */
const maxDetails = 160;

/** What every text that names a document holds: most hold none of it, and need no closer look. */
const mayName =
  /[-/–]\s?[A-ZĐÐ]|[Ll]uật|LUẬT|háp lệnh|PHÁP LỆNH|Hiến pháp|Nghị (?:quyết|định)|Chỉ thị|Thông tư|Quyết định|Kết luận|Quy định|[Cc]ông văn/u;

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
/** Commas in a law’s name are often left out. */
const keyOfLaw = (name: string): string =>
  withNewerTones(name).toLowerCase().replaceAll(',', '').replace(/\s+/gu, ' ');

const byKey = new Map(lawNames.map((name) => [keyOfLaw(name), name]));
const names = lawNames
  .map((name) => withNewerTones(name).toLowerCase())
  .sort((a, b) => b.length - a.length)
  .map((name) => escaped(name).replaceAll(',', ',?'));
const law = new RegExp(
  `(?<!\\p{L})(Luật|LUẬT|Bộ [Ll]uật|BỘ LUẬT|Pháp lệnh|PHÁP LỆNH)\\s+(?i:(${names.join('|')}))(?!\\p{L})`,
  'gu',
);
const constitution =
  /(?<!\p{L})Hiến pháp(?:\s+(?:nước|Cộng hòa|Việt Nam)[^,.;:()]{0,60}?)?\s*(?:năm\s+|\()?(1946|1959|1980|1992|2013)(?!\d)/gu;
const ofCentralCommittee =
  /(?<!\p{L})Nghị quyết(?:\s+Hội nghị)?(?:\s+lần thứ\s+[\p{L}\d]+)?(?:\s+Ban Chấp hành)?\s+Trung ương(?:\s+Đảng)?(?:\s+lần thứ)?\s+(?:\d{1,2}|[IVX]+)?(?:\s*[-–,]\s*|\s*)\(?khóa\s+[IVX]+\)?/gu;
const short =
  /(?<!\p{L})(Nghị quyết|Nghị định|Chỉ thị|Thông tư|Quyết định|Kết luận|Quy định|[Cc]ông văn)\s+(số\s+)?((?<=số\s+)\d{1,4}|\d{2,4})(?:\/((?:19|20)\d{2}))?(?![\d\p{L}/%]|[.,]\d|\s?[-/–]\s?[\p{L}\d])/gu;

/** Kinds that are also what somebody does: their short form is taken with a sign alone. */
const isVerbToo = (kind: string): boolean => !['Nghị quyết', 'Nghị định', 'Chỉ thị'].includes(kind);

const abroad =
  /(?<!\p{L})(?:Mỹ|Hoa Kỳ|Trung Quốc|Nhật(?: Bản)?|Hàn Quốc|Triều Tiên|Nga|Anh|nước Pháp|nước Đức|Thái Lan|Singapore|Úc|Australia|Canada|Campuchia|nước Lào|Malaysia|Indonesia|Philippines|Ấn Độ|Đài Loan|H[oồ]ng K[oô]ng|Bắc Kinh|Washington|EU|châu Âu|Ukraine|Israel|Iran|Myanmar|Venezuela|Thổ Nhĩ Kỳ|Ai Cập|Brazil)(?!\p{L})/u;

const sentenceAround = (text: string, at: number): string => {
  const start = Math.max(text.lastIndexOf('. ', at), text.lastIndexOf('? ', at), 0);
  const end = text.indexOf('. ', at);
  return text.slice(start, end === -1 ? text.length : end);
};

/** The number that stands behind a law’s name: `số 24/2018/QH14`. */
const numberAtStart = (after: string): string | null => {
  const sign = /^\s*,?\s*(?:luật\s+)?số:?\s*/iu.exec(after);
  const found = sign === null ? null : citedNumber().exec(after);
  return found?.index === sign?.[0].length ? (found?.[0].replace(/\s+/gu, '') ?? null) : null;
};

const lowerKind: Readonly<Record<string, string>> = {
  luật: 'Luật',
  'bộ luật': 'Bộ luật',
  'pháp lệnh': 'Pháp lệnh',
};

const numbered = (text: string): DocumentRecord[] =>
  [...text.matchAll(citedNumber())].map((found) => {
    const number = found[0].replace(/\s+/gu, '');
    const before = kindBefore(text.slice(Math.max(0, found.index - 120), found.index));
    const after = detailsAtStart(text.slice(found.index + found[0].length).slice(0, maxDetails));
    const kind = before.kind ?? kindOfNumber(number);
    const date = after.date !== null && isDate(after.date) ? after.date : yearOfNumber(number);
    const issuer = before.issuer ?? after.issuer ?? issuerOfNumber(number);
    return { name: kind === null ? number : `${kind} ${number}`, kind, number, date, issuer };
  });

const shortened = (text: string): DocumentRecord[] =>
  [...text.matchAll(short)].flatMap(({ 0: whole, 1: word = '', 2: sign, 3: digits = '', 4: year, index }) => {
    const kind = word === 'công văn' ? 'Công văn' : word;
    const { date, issuer } = detailsAtStart(text.slice(index + whole.length).slice(0, maxDetails));
    if (isVerbToo(kind) && sign === undefined && year === undefined && date === null && issuer === null)
      return [];
    const number = year === undefined ? digits : `${digits}/${year}`;
    const day = date !== null && isDate(date) ? date : (year ?? null);
    return [{ name: `${kind} ${number}`, kind, number, date: day, issuer }];
  });

const ofLaws = (text: string): DocumentRecord[] =>
  [...text.matchAll(law)].flatMap(({ 0: whole, 1: word = '', 2: title = '', index }) => {
    if (abroad.test(sentenceAround(text, index))) return [];
    const kind = lowerKind[word.toLowerCase()] ?? word;
    const known = byKey.get(keyOfLaw(title)) ?? title;
    const after = text.slice(index + whole.length).slice(0, maxDetails);
    const number = numberAtStart(after);
    const date = yearAt(after) ?? (number === null ? null : yearOfNumber(number));
    return [
      {
        name: `${kind} ${known}`,
        kind,
        number,
        date,
        issuer: number === null ? null : issuerOfNumber(number),
      },
    ];
  });

const others = (text: string): DocumentRecord[] => [
  ...[...text.matchAll(constitution)].map(({ 1: year = '' }) => ({
    name: 'Hiến pháp',
    kind: 'Hiến pháp',
    number: null,
    date: year,
    issuer: null,
  })),
  ...[...text.matchAll(ofCentralCommittee)].map(([whole]) => ({
    name: whole.replace(/\s+/gu, ' ').replace(/^[^(]*\)$/u, (name) => name.slice(0, -1)),
    kind: 'Nghị quyết',
    number: null,
    date: null,
    issuer: null,
  })),
];

/** Two tellings of one document as one. */
const merge = (one: DocumentRecord, other: DocumentRecord): DocumentRecord => ({
  ...one,
  date:
    one.date === null || (other.date?.length ?? 0) > one.date.length ? (other.date ?? one.date) : one.date,
  issuer: one.issuer ?? other.issuer,
});

const keyOf = ({ name, number, date }: DocumentRecord): string => number ?? `${name} ${date ?? ''}`;

/** Whether another telling of the same document says more: its whole number, or its year. */
const isSaidBetter = (one: DocumentRecord, all: readonly DocumentRecord[]): boolean =>
  all.some((other) =>
    one.number === null
      ? one.date === null && other.date !== null && other.name === one.name
      : other.number !== one.number &&
        other.kind === one.kind &&
        (other.number?.startsWith(`${one.number}-`) === true ||
          other.number?.startsWith(`${one.number}/`) === true),
  );

/**
 * The official documents that texts name, in order of kind and appearance: those with a number (`Nghị quyết số
 * 35-NQ/TW ngày 22/10/2018 của Bộ Chính trị`), with a part of it (`Nghị quyết 35`), and laws by name, each once, with the
 * kind, day and issuer that the texts or the number give.
 */
export const findDocuments = (texts: readonly string[]): DocumentRecord[] => {
  const found = new Map<string, DocumentRecord>();
  for (const text of texts.filter((one) => mayName.test(one)).map(withNewerTones)) {
    for (const one of [...ofLaws(text), ...numbered(text), ...shortened(text), ...others(text)]) {
      const key = keyOf(one);
      const known = found.get(key);
      found.set(key, known === undefined ? one : merge(known, one));
    }
  }
  const all = [...found.values()];
  return all.filter((one) => !isSaidBetter(one, all));
};
