import type { Place } from '../article/gazetteer.ts';
import { toTokens, type Token } from '../text/tokens.ts';
import { isProvince, type PlaceName, type PlaceNames } from './place-names.ts';
import { isOffice, isOthers, isSmaller, isSurname, signAtEnd, type PlaceSign } from './place-signs.ts';

/** Where places are looked for. */
export interface PlaceTexts {
  /** Title, kicker, lead, dateline. */
  readonly texts: readonly string[];
  /** When the article came out, as far as known: a name means what it meant then. */
  readonly date: string | null;
  /** What its source is called: a province in it tells which of two districts is meant. */
  readonly source?: string | null;
}

interface Hit {
  readonly name: PlaceName;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly sign: PlaceSign | null;
  /** Whether its capitals say that it is a name, and its neighbours don't make it part of another. */
  readonly isClear: boolean;
}

const isCapital = (text: string, { start }: Token): boolean => /^\p{Lu}/u.test(text.slice(start, start + 2));

const isCapitalOrDigit = (text: string, { start }: Token): boolean =>
  /^[\p{Lu}\p{N}]/u.test(text.slice(start, start + 2));

const startsSentence = (before: string): boolean => /(?:^|[.!?:…"“”(–-])\s*$/u.test(before);

/** Whether most words of a text begin with capitals, so that these say nothing. */
const isAllCapitals = (text: string, tokens: readonly Token[]): boolean =>
  tokens.filter((token) => isCapital(text, token)).length * 4 >= tokens.length * 3 && tokens.length > 3;

const matches = (
  text: string,
  tokens: readonly Token[],
  at: number,
  { keys, capitals }: PlaceName,
): boolean =>
  keys.every((key, i) => {
    const token = tokens[at + i];
    if (token?.key !== key || (capitals[i] === true && !isCapital(text, token))) return false;
    const before = tokens[at + i - 1];
    return (
      i === 0 ||
      (before !== undefined && /^(?:\s+|\s?[-–]\s?|['’.])$/u.test(text.slice(before.end, token.start)))
    );
  });

const isLinked = (text: string, one: Token | undefined, other: Token | undefined): boolean =>
  /^[ \u00a0]+$/u.test(text.slice(one?.end ?? text.length, other?.start ?? 0));

/** Whether a name stands by itself: not within a longer name, in no quotation marks of its own. */
const standsAlone = (text: string, tokens: readonly Token[], at: number, length: number): boolean => {
  const [before, first, last, after] = [
    tokens[at - 1],
    tokens[at],
    tokens[at + length - 1],
    tokens[at + length],
  ];
  if (first === undefined || last === undefined) return false;
  if (after !== undefined && isLinked(text, last, after) && isCapitalOrDigit(text, after)) return false;
  if (/["“‘']$/u.test(text.slice(0, first.start)) && /^["”’']/u.test(text.slice(last.end))) return false;
  if (before === undefined || !isLinked(text, before, first) || !isCapital(text, before)) return true;
  const word = text.slice(before.start, before.end);
  return isOffice(word) || (startsSentence(text.slice(0, before.start)) && !isSurname(word));
};

const findHits = (text: string, names: PlaceNames): Hit[] => {
  const tokens = toTokens(text);
  let isShouted: boolean | null = null;
  const hits: Hit[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const name = names.get(tokens[at]?.key ?? '')?.find((one) => matches(text, tokens, at, one));
    const start = tokens[at]?.start ?? 0;
    const end = tokens[at + (name?.keys.length ?? 1) - 1]?.end ?? 0;
    if (name === undefined) continue;
    isShouted ??= isAllCapitals(text, tokens);
    const before = text.slice(Math.max(0, start - 60), start);
    const sign = signAtEnd(before);
    if (name.places.length > 0 && (sign !== null || !isSmaller(before))) {
      const isClear = !isShouted && !isOthers(before) && standsAlone(text, tokens, at, name.keys.length);
      hits.push({ name, text, start, end, sign, isClear });
    }
    at += name.keys.length - 1;
  }
  return hits;
};

const stoodOn = ({ since, until }: Place, date: string | null): boolean =>
  date === null ||
  ((since === null || date >= since.slice(0, date.length)) && (until === null || date < until));

/** What has been called so by the time it had its last rank: districts rise in rank, and never fall. */
const ranksOf: Record<Exclude<PlaceSign, 'province'>, readonly Place['rank'][]> = {
  cities: ['cities', 'towns', 'urban'],
  towns: ['towns', 'cities', 'urban'],
  urban: ['urban', 'cities'],
  rural: ['rural', 'towns', 'cities', 'urban'],
};

/** Whether a district is told to be in a province that is none of ours: `huyện …, tỉnh Hồ Bắc`. */
const isAbroad = ({ text, end }: Hit): boolean =>
  /^\s*[,(–-]\s*(?:thuộc\s+)?tỉnh\s+\p{Lu}/u.test(text.slice(end));

/** A country whose places, in Vietnamese, bear the names of some of ours. */
const neighbour = 'Trung Quốc';

/** Which of the places of a name are meant, going by its sign and the date. */
const placesMeant = ({ name, sign }: Hit, date: string | null): readonly Place[] => {
  const then = name.places.filter((place) => stoodOn(place, date));
  const places = then.length > 0 ? then : name.places;
  const provinces = places.filter(isProvince);
  const districts = places.filter((place) => !isProvince(place));
  if (sign === null) return provinces.length > 0 ? provinces : districts;
  if (sign === 'province') return provinces;
  const own = districts.filter(({ rank }) => rank === sign);
  const possible = districts.filter(({ rank }) => ranksOf[sign].includes(rank));
  const cities = sign === 'cities' ? provinces.filter(({ rank }) => rank === 'city') : [];
  if (cities.length > 0) return cities;
  return own.length > 0 ? own : possible;
};

const asOfProvince = /^[\s,(–-]*(?:(?:thuộc|của|ở)\s+)?(?:tỉnh|thành phố|tp\.?)?\s*$/iu;
const asInList = /^(?:\s*,\s*|\s+và\s+|\s*[-–]\s*)$/u;

const gapBetween = (one: Hit | undefined, other: Hit): string =>
  one?.text !== other.text ? '.' : one.text.slice(one.end, other.start);

const isDateline = ({ text, start, end }: Hit): boolean =>
  text.slice(0, start).trim() === '' &&
  /^\s*\((?:TTXVN|VOV|VNA|QĐND|NDO|CAND|VietnamPlus)\b/u.test(text.slice(end));

/** Whether a hit names a province. `before` is the hit before it, and whether that was a province. */
const namesProvince = (
  hit: Hit,
  before: Hit | undefined,
  isAfterProvince: boolean,
  date: string | null,
): boolean => {
  const province = placesMeant(hit, date).find(isProvince)?.province ?? null;
  if (province === null) return false;
  if (hit.sign !== null) return true;
  const gap = gapBetween(before, hit);
  if (isAfterProvince && asInList.test(gap)) return true;
  const districts = before?.name.places.filter((place) => !isProvince(place)) ?? [];
  if (districts.some((place) => place.province === province) && asOfProvince.test(gap)) return true;
  if (hit.name.needsRank) return false;
  return !hit.name.isDoubtful || hit.isClear || isDateline(hit);
};

const districtOf = (
  hit: Hit,
  beside: string | null,
  named: ReadonlySet<string>,
  date: string | null,
): Place | null => {
  const places = placesMeant(hit, date).filter((place) => !isProvince(place));
  const byProvince = places.filter(({ province }) => province === beside);
  const inNamed = places.filter(({ province }) => named.has(province));
  const isOne = (some: readonly Place[]): boolean => new Set(some.map(({ label }) => label)).size === 1;
  const meant = [byProvince, inNamed, places].find(isOne)?.[0] ?? null;
  if (meant === null || (beside === null && isAbroad(hit))) return null;
  if (hit.sign !== null) return meant;
  if (hit.name.needsRank) return null;
  if (byProvince.length > 0 && hit.isClear) return meant;
  return hit.isClear && !hit.name.isDoubtful ? meant : null;
};

/**
 * The places that an article's title, lead and dateline name, by the labels of the gazetteer, each once, in order of
 * appearance. A name that could be another's is taken only where its sign, its capitals or its province tell.
 */
export const findPlaces = ({ texts, date, source = null }: PlaceTexts, names: PlaceNames): string[] => {
  const day = date?.slice(0, 10) ?? null;
  const isOfNeighbour = texts.some((text) => text.normalize('NFC').includes(neighbour));
  const hits = texts
    .flatMap((text) => findHits(text, names))
    .filter(({ name }) => !(isOfNeighbour && name.isAbroadToo));
  const isNamed: boolean[] = [];
  for (const [i, hit] of hits.entries())
    isNamed.push(namesProvince(hit, hits[i - 1], isNamed[i - 1] === true, day));
  const provinceOf = (i: number): string | null => {
    const hit = hits[i];
    return hit !== undefined && isNamed[i] === true
      ? (placesMeant(hit, day).find(isProvince)?.province ?? null)
      : null;
  };
  const home =
    source === null ? [] : findHits(source, names).flatMap(({ name }) => name.places.filter(isProvince));
  const named = new Set([...hits.keys()].map(provinceOf).filter((name) => name !== null));
  if (named.size === 0) for (const { province } of home) named.add(province);
  const labels = hits.map((hit, i) => {
    if (isNamed[i] === true) return placesMeant(hit, day).find(isProvince)?.label ?? null;
    const next = hits[i + 1];
    const isBeside = next !== undefined && asOfProvince.test(gapBetween(hit, next));
    return districtOf(hit, isBeside ? provinceOf(i + 1) : null, named, day)?.label ?? null;
  });
  return [...new Set(labels.filter((label) => label !== null))];
};
