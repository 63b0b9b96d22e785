import { blocksOf, type ResultRecord } from './result-record.ts';
import { articleStep, leadStep, titleStep, toArticleSlots } from './article-slots.ts';
import {
  entryName,
  indexVersion,
  shardFiles,
  type ArticleTable,
  type IndexEntry,
  type Readings,
  type ShardParts,
} from './index-files.ts';
import type { IndexFiles } from './index-reader.ts';
import { joinTerms, spellWord, wordTermOf } from './index-terms.ts';
import { packNumbers } from './packed-numbers.ts';
import { signature, termKey } from './pagefind-files.ts';
import { SearchUnavailable } from './search-unavailable.ts';
import { packLengths, padPart } from './shelf.ts';

/*
 * A small index that was never built: some articles of a made-up text, in the form in which `build` lays out an archive's,
 * but that nothing is compressed.
 */
const articleCount = 12;
const text =
  'Thư viện tỉnh mở lại phòng đọc từ thứ hai, sau hai tháng sửa chữa. Bạn đọc mượn được sách báo cũ, bản đồ, ảnh và ' +
  'văn bản in từ năm 1945 đến nay; người ở xa gửi yêu cầu qua thư. Theo ban quản lý, mỗi ngày có hơn một trăm lượt ' +
  'người đến tra cứu, phần lớn là sinh viên, nhà báo và thầy cô giáo. Những tờ báo đã ố vàng được chụp lại từng trang ' +
  'để ai cũng đọc được mà không làm hỏng bản gốc. Công việc này cần thêm nhiều người và còn kéo dài trong nhiều năm.';
const textWords = text.split(' ');

/** Queries that find something in these articles: by marks and without, as a phrase, scattered, and only with help. */
export const rehearsalQueries = [
  'phòng đọc',
  'ban do',
  '"thư viện tỉnh"',
  'tra cuu sinh vien',
  'anh nguoi sach',
  'nguwowif ddeens',
];

const toRecord = (nth: number): ResultRecord => ({
  id: `a/${nth}`,
  title: textWords.slice(nth, nth + 9).join(' '),
  titleSupplied: false,
  publishedAt: '2001-02-03',
  publishedAtInferred: false,
  leads: 1,
  texts: [textWords.slice(2 * nth).join(' '), textWords.slice(0, 5 * nth + 9).join(' '), text],
});

const utf8 = new TextEncoder();

/** CBOR (RFC 8949) of what Pagefind's files are made of. */
const head = (kind: number, n: number): number[] => {
  if (n < 24) return [kind * 32 + n];
  return n < 256 ? [kind * 32 + 24, n] : [kind * 32 + 25, n >> 8, n % 256];
};
const number = (n: number): number[] => head(0, n);
const string = (value: string): number[] => {
  const bytes = utf8.encode(value);
  return [...head(3, bytes.length), ...bytes];
};
const list = (items: readonly (readonly number[])[]): number[] => [...head(4, items.length), ...items.flat()];

/** Where a form stands in the only volume. */
const pages = (places: readonly number[]): number[] => {
  if (places.length === 0) return list([]);
  return list([list([number(0), list(places.map((place, i) => number(place - (places[i - 1] ?? 0))))])]);
};

/** A block of deflate (RFC 1951) that holds its bytes as they are. */
const stored = (bytes: Uint8Array, isLast: boolean): Uint8Array => {
  const { length } = bytes;
  const block = new Uint8Array(length + 5);
  block.set([isLast ? 1 : 0, length % 256, length >> 8, ~length & 255, (~length >> 8) & 255]);
  block.set(bytes, 5);
  return block;
};

const join = (parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
};

/** All terms of the articles as one chunk of Pagefind's, laid out as `volume-contents.ts` does. */
const toChunk = (articles: readonly ReturnType<typeof toArticleSlots>[]): Uint8Array => {
  const terms = new Map<string, number[]>();
  const add = (term: string, place: number): void => {
    const places = terms.get(term) ?? [];
    terms.set(term, places);
    places.push(place);
  };
  let from = 0;
  for (const { slots } of articles) {
    const seen = new Set<string>();
    for (const [slot, token] of slots.entries()) {
      const next = slots[slot + 1] ?? null;
      if (token === null) continue;
      const spelled = spellWord(token.key);
      if (next !== null) add(joinTerms(spelled, token.joint, spellWord(next.key)), from + slot);
      if (!seen.has(token.key)) add(wordTermOf(spelled, 'text'), from + slots.length + slot);
      seen.add(token.key);
    }
    from += 2 * slots.length;
  }
  const keys = Map.groupBy(terms, ([term]) => termKey(term));
  const entries = [...keys].map(([key, forms]) =>
    list([
      string(key),
      pages(terms.get(key) ?? []),
      list(forms.flatMap(([form, places]) => (form === key ? [] : [list([string(form), pages(places)])]))),
    ]),
  );
  return join([utf8.encode(signature), Uint8Array.from(list([list(entries)]))]);
};

/** The files of that index. */
export const rehearsalFiles = (): IndexFiles => {
  const records = Array.from({ length: articleCount }, (_, nth) => toRecord(nth));
  const slots = records.map((record) => toArticleSlots(blocksOf(record)));
  const chunk = padPart(toChunk(slots));
  const dictionary = utf8.encode(text);
  const texts = records.map((record) => padPart(stored(utf8.encode(JSON.stringify(record)), true)));
  const folder = 'a/';
  const parts: ShardParts = {
    bundles: [{ volumes: packNumbers([0]), firsts: [''] }],
    common: [],
    chunkLengths: packLengths([chunk]),
    chunkShelfBytes: chunk.length,
    textLengths: packLengths(texts),
    textShelfBytes: texts.reduce((sum, { length }) => sum + length, 0),
    dictionaryBytes: dictionary.length,
    dictionaryPackedBytes: dictionary.length + 5,
  };
  const table: ArticleTable = {
    sources: ['a'],
    sourceNames: ['a'],
    source: packNumbers(records.map(() => 0)),
    days: packNumbers(records.map(() => 1)),
    precisions: 'd'.repeat(articleCount),
    titleSlots: packNumbers(slots.map(({ titleEnd }) => titleEnd / titleStep)),
    leadSlots: packNumbers(slots.map(({ titleEnd, leadEnd }) => (leadEnd - titleEnd) / leadStep)),
    slots: packNumbers(slots.map(({ slots: own }) => own.length / articleStep)),
    synonyms: [],
    idPacks: [],
  };
  const readings: Readings = { keys: {}, counts: '' };
  const entry: IndexEntry = {
    version: indexVersion,
    articles: articleCount,
    table: 'table',
    readings: 'readings',
    fields: 'fields',
    lexicon: 'lexicon',
    completions: {},
    startBytes: 0,
    shards: [{ folder, articles: articleCount }],
  };
  const lexicon = [...new Set(slots.flatMap(({ slots: own }) => own.flatMap((token) => token?.key ?? [])))];
  const json = (content: unknown): Uint8Array => utf8.encode(JSON.stringify(content));
  const files = new Map<string, Uint8Array>([
    [entryName, json(entry)],
    [entry.table, json(table)],
    [entry.readings, json(readings)],
    [entry.lexicon, json(lexicon)],
    [folder + shardFiles.parts, json(parts)],
    [folder + shardFiles.dictionary, stored(dictionary, false)],
    [folder + shardFiles.chunks(0), chunk],
    [folder + shardFiles.texts(0), join(texts)],
  ]);
  const read = (path: string): Promise<Uint8Array<ArrayBuffer>> => {
    const file = files.get(path);
    return file === undefined
      ? Promise.reject(new SearchUnavailable('missing', path))
      : Promise.resolve(new Uint8Array(file));
  };
  return {
    read,
    readRange: async (path, { from, to }) => ({ bytes: (await read(path)).slice(from, to), isWhole: false }),
  };
};
