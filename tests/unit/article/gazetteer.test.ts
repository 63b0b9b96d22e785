import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../../src/archive/parse-yaml.ts';
import { districtGroups, gazetteerSchema, presentProvinces } from '../../../src/article/gazetteer.ts';

const text = readFileSync('src/article/places.yml', 'utf8');
const { value, problems } = parseYaml(text, gazetteerSchema);
const provinces = value?.provinces ?? [];
const stoodOn = (day: string) =>
  provinces.filter(({ since, until }) => (since ?? '') <= day && (until ?? '9999') > day);

describe('the gazetteer that the program ships', () => {
  test('is sound', () => {
    expect(problems).toEqual([]);
  });

  test('has 63 provinces and cities before 1 July 2025, and 34 since', () => {
    expect(stoodOn('2025-06-30')).toHaveLength(63);
    expect(stoodOn('2025-07-01')).toHaveLength(34);
    expect(stoodOn('2008-07-31')).toHaveLength(64);
  });

  test('has the cities of a province’s rank', () => {
    const cities = (day: string) => stoodOn(day).filter(({ kind }) => kind === 'city');
    expect(cities('2024-12-31').map(({ name }) => name)).toEqual([
      'Hà Nội',
      'Hải Phòng',
      'Đà Nẵng',
      'Thành phố Hồ Chí Minh',
      'Cần Thơ',
    ]);
    expect(cities('2025-07-01')).toHaveLength(6);
  });

  test('tells which went into which', () => {
    const from = (now: string) =>
      provinces.filter((province) => province.now === now && province.until === '2025-07-01');
    const merged = new Map(
      stoodOn('2025-07-01').map(({ name }) => [name, from(name).map((province) => province.name)]),
    );
    expect([...merged].filter(([, names]) => names.length === 0)).toHaveLength(11);
    expect([...merged].filter(([, names]) => names.length > 0)).toHaveLength(23);
    expect(merged.get('Thành phố Hồ Chí Minh')).toEqual(['Bình Dương', 'Bà Rịa - Vũng Tàu']);
    expect(merged.get('Phú Thọ')).toEqual(['Hòa Bình', 'Vĩnh Phúc']);
    expect(merged.get('Lâm Đồng')).toEqual(['Bình Thuận', 'Đắk Nông']);
  });

  test.each([
    ['Hà Nội', 30],
    ['Hà Giang', 11],
    ['Thanh Hóa', 27],
    ['Nghệ An', 21],
    ['Quảng Nam', 18],
    ['Gia Lai', 17],
    ['Thành phố Hồ Chí Minh', 22],
    ['Long An', 15],
    ['Cà Mau', 9],
    ['Hà Nam', 6],
  ])('%s had %i districts', (name, count) => {
    const province = provinces.find((one) => one.name === name);
    const districts = districtGroups.flatMap((group) => province?.[group] ?? []);
    expect(districts.filter(({ until }) => until === null)).toHaveLength(count);
  });

  test('has 705 districts, those that went earlier apart, and none twice', () => {
    const districts = provinces.flatMap((province) =>
      districtGroups.flatMap((group) =>
        province[group].map((district) => ({
          ...district,
          key: `${province.name} ${group} ${district.name}`,
        })),
      ),
    );
    const ofHueSince2025 = 2;
    expect(districts.filter(({ until }) => until === null)).toHaveLength(705 + ofHueSince2025);
    expect(new Set(districts.map(({ key }) => key)).size).toBe(districts.length);
  });

  test.each([
    ['Hà Giang', 'Tuyên Quang'],
    ['Tuyên Quang', 'Tuyên Quang'],
    ['Hà Tây', 'Hà Nội'],
    ['Thừa Thiên Huế', 'Huế'],
    ['Ngân Sơn', 'Thái Nguyên'],
    ['Thành phố Hà Giang', 'Tuyên Quang'],
    ['Châu Thành (Long An)', 'Tây Ninh'],
    ['Châu Thành', null],
    ['Chợ Vồm', null],
  ])('%s is in %s today', (name, province) => {
    expect(value === null ? null : (presentProvinces(value).get(name) ?? null)).toBe(province);
  });
});

test.each([
  ['provinces:\n  - name: Hà Giang\n    kind: tỉnh\n', 3, 'unknown-value'],
  ['provinces:\n  - name: Hà Giang\n    kind: province\n    until: 2025-13-01\n', 4, 'not-form'],
  ['provinces:\n  - name: Hà Giang\n    kind: province\n    now: Tuyên Quan\n', 4, 'place-unknown'],
])('%j is told on its line', (file, line, reason) => {
  const [problem] = parseYaml(file, gazetteerSchema).problems;
  expect(problem?.place.line).toBe(line);
  expect(problem?.values.reason).toBe(reason);
});
