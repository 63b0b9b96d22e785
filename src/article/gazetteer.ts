import { z } from 'zod';
import { normaliseLine } from '../text/normalise-text.ts';
import { isDate } from './date.ts';

const line = z.string().transform(normaliseLine).pipe(z.string().min(1));
const names = z.array(line).default([]);
const date = z
  .union([z.int().transform(String), z.string()])
  .pipe(z.string().refine(isDate))
  .nullable();

const districtSchema = z.union([
  line.transform((name) => ({ name, also: [], since: null, until: null })),
  z.strictObject({ name: line, also: names, since: date.default(null), until: date.default(null) }),
]);

/** What a district was called, by the rank that it had last. */
export const districtGroups = ['cities', 'towns', 'urban', 'rural'] as const;
export type DistrictGroup = (typeof districtGroups)[number];

const districts = z.array(districtSchema).default([]);

const provinceSchema = z.strictObject({
  name: line,
  /** `city`: a city of a province's rank. */
  kind: z.enum(['province', 'city']),
  also: names,
  /** The first day on which it stood, as far as known. */
  since: date.default(null),
  /** The first day on which it stood no longer; null for those of today. */
  until: date.default(null),
  /** The province or city that it went into. */
  now: line.nullable().default(null),
  cities: districts,
  towns: districts,
  urban: districts,
  rural: districts,
});

/**
 * `content/places.yml`: provinces and cities with their former districts, since when and until when they stood, and what
 * became of them. Problems, besides those of every schema: the reason `place-unknown`, where `now` names no
 * province of the file.
 */
export const gazetteerSchema = z
  .strictObject({
    provinces: z.array(provinceSchema),
    /** Names that are as often something else: the peace, a person. */
    doubtful: names,
    /** Names that places of China have as well: not taken where a text speaks of that country. */
    abroad: names,
    /** Longer names that hold a place's name and mean no place: `Thái Bình Dương`. */
    notPlaces: names,
  })
  .superRefine(({ provinces }, context) => {
    const known = new Set(provinces.map(({ name }) => name));
    for (const [i, { now }] of provinces.entries()) {
      if (now === null || known.has(now)) continue;
      const path = ['provinces', i, 'now'];
      context.addIssue({ code: 'custom', path, params: { reason: 'place-unknown' } });
    }
  });

export type Gazetteer = z.infer<typeof gazetteerSchema>;
export type Province = Gazetteer['provinces'][number];

export const noPlaces: Gazetteer = { provinces: [], doubtful: [], abroad: [], notPlaces: [] };

const rankWords: Record<DistrictGroup, string> = {
  cities: 'Thành phố',
  towns: 'Thị xã',
  urban: 'Quận',
  rural: 'Huyện',
};

type Span = Pick<Province, 'since' | 'until'>;

const overlap = (one: Span, other: Span): boolean =>
  (one.since ?? '') < (other.until ?? '9999') && (other.since ?? '') < (one.until ?? '9999');

/** A place of a gazetteer, by the name that records give it. */
export interface Place extends Span {
  /** With its rank or its province where the name alone could mean another: `Châu Thành (Long An)`. */
  readonly label: string;
  readonly province: string;
  readonly rank: Province['kind'] | DistrictGroup;
  /** Every spelling of its name. */
  readonly names: readonly string[];
}

/** All places of a gazetteer, provinces first. */
export const placesOf = ({ provinces }: Gazetteer): Place[] => {
  const districts = provinces.flatMap((province) =>
    districtGroups.flatMap((rank) =>
      province[rank].map(({ until, ...district }) => ({
        ...district,
        until: until ?? province.until,
        rank,
        province: province.name,
      })),
    ),
  );
  const homes = Map.groupBy(districts, ({ name }) => name);
  const isShared = (name: string): boolean =>
    new Set(homes.get(name)?.map(({ province }) => province)).size > 1;
  return [
    ...provinces.map(({ name, kind, also, since, until }) => ({
      label: name,
      province: name,
      rank: kind,
      names: [name, ...also],
      since,
      until,
    })),
    ...districts.map(({ name, also, rank, province, since, until }) => {
      const isProvinceToo = provinces.some((one) => one.name === name && overlap(one, { since, until }));
      const ranked = isProvinceToo ? `${rankWords[rank]} ${name}` : name;
      const label = isShared(name) ? `${ranked} (${province})` : ranked;
      return { label, province, rank, names: [name, ...also], since, until };
    }),
  ];
};

/** The province or city of today in which each place lies, by the names that records give them. */
export const presentProvinces = (gazetteer: Gazetteer): Map<string, string> => {
  const nowOf = new Map(gazetteer.provinces.map(({ name, now }) => [name, now]));
  const present = (province: string): string => {
    const seen = new Set([province]);
    let name = province;
    for (let now = nowOf.get(name) ?? null; now !== null && !seen.has(now); now = nowOf.get(name) ?? null) {
      seen.add(now);
      name = now;
    }
    return name;
  };
  return new Map(placesOf(gazetteer).map(({ label, province }) => [label, present(province)]));
};
