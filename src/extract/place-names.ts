import { placesOf, type Gazetteer, type Place } from '../article/gazetteer.ts';
import { toTokens } from '../text/tokens.ts';

/** One spelling of a name. */
export interface PlaceName {
  /** The exact keys of its words. */
  readonly keys: readonly string[];
  /** Which of its words begin with a capital. */
  readonly capitals: readonly boolean[];
  readonly isDoubtful: boolean;
  /** Whether a place of another country is called so as well. */
  readonly isAbroadToo: boolean;
  /** Whether its rank has to stand before it: `quận 1`, `TP HCM`. */
  readonly needsRank: boolean;
  /** None for what is no place. */
  readonly places: readonly Place[];
}

/** Names by the key of their first word, the longest first. */
export type PlaceNames = ReadonlyMap<string, readonly PlaceName[]>;

const rankBefore = /^(?:thành phố|tp|quận)[\s.]+/iu;
export const isProvince = ({ rank }: Place): boolean => rank === 'province' || rank === 'city';

/** The names of a gazetteer, made ready to be looked up in texts. */
export const toPlaceNames = (gazetteer: Gazetteer): PlaceNames => {
  const found = new Map<string, PlaceName & { places: Place[] }>();
  const doubtful = new Set(gazetteer.doubtful);
  const abroad = new Set(gazetteer.abroad);
  const add = (spelling: string): Place[] => {
    const bare = spelling.replace(rankBefore, '');
    const tokens = toTokens(bare);
    const keys = tokens.map(({ key }) => key);
    const id = keys.join(' ');
    const known = found.get(id);
    if (known !== undefined) return known.places;
    const name = {
      keys,
      capitals: tokens.map(({ start }) => /^\p{Lu}/u.test(bare.slice(start))),
      isDoubtful: doubtful.has(spelling),
      isAbroadToo: abroad.has(spelling),
      needsRank: bare !== spelling,
      places: [],
    };
    found.set(id, name);
    return name.places;
  };
  for (const place of placesOf(gazetteer)) for (const spelling of place.names) add(spelling).push(place);
  gazetteer.notPlaces.forEach(add);
  const names = Map.groupBy(found.values(), ({ keys }) => keys[0] ?? '');
  for (const own of names.values()) own.sort((a, b) => b.keys.length - a.keys.length);
  return names;
};
