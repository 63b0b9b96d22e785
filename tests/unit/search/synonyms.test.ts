import { describe, expect, test } from 'vitest';
import { expandQuery } from '../../../src/search/expand-plan.ts';
import type { Synonym } from '../../../src/search/index-files.ts';
import { parseSynonyms } from '../../../src/search/parse-synonyms.ts';

describe('parseSynonyms', () => {
  test.each([
    [
      'UBND: Ủy ban nhân dân\nTP.HCM: Thành phố Hồ Chí Minh\n',
      [
        ['UBND', 'Ủy ban nhân dân'],
        ['TP.HCM', 'Thành phố Hồ Chí Minh'],
      ],
    ],
    [
      'PV:\n  - phóng viên\n  - "phỏng  vấn"\n',
      [
        ['PV', 'phóng viên'],
        ['PV', 'phỏng vấn'],
      ],
    ],
    ['# trống\n', []],
    ['', []],
  ])('reads %j', (file, synonyms) => {
    expect(parseSynonyms(file)).toEqual({ synonyms, problems: [] });
  });

  test.each([
    ['UBND: "mở\n', 'yaml-invalid', 2],
    ['UBND: Ủy ban\nPV: 3\n', 'record-field-invalid', 2],
    ['UBND: "nguồn: x"\n', 'record-field-invalid', 1],
    ['UBND: …\n', 'record-field-invalid', 1],
    ['- UBND\n', 'record-field-invalid', 1],
  ])('tells what is wrong with %j: %s', (file, code, line) => {
    const { problems } = parseSynonyms(file);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code, place: { line } });
  });
});

describe('expandQuery', () => {
  const synonyms: Synonym[] = [
    ['UBND', 'Ủy ban nhân dân'],
    ['HĐND', 'Hội đồng nhân dân'],
    ['TP.HCM', 'Thành phố Hồ Chí Minh'],
  ];
  test.each([
    ['UBND xã', ['Ủy ban nhân dân xã']],
    ['ubnd', ['Ủy ban nhân dân']],
    ['uy ban nhan dan', ['UBND']],
    ['uỷ ban nhân dân xã', ['UBND xã']],
    ['ủy bạn nhân dân', []],
    ['hdnd', ['Hội đồng nhân dân']],
    ['hdnd tỉnh', []],
    [
      'HĐND, UBND',
      ['Hội đồng nhân dân, UBND', 'HĐND, Ủy ban nhân dân', 'Hội đồng nhân dân, Ủy ban nhân dân'],
    ],
    ['tphcm', []],
    ['TP HCM', ['Thành phố Hồ Chí Minh']],
    ['41/QĐ-UBND', []],
    ['"UBND" xã', []],
    ['-UBND xã', []],
    ['xã', []],
  ])('%s may mean %j', (query, expected) => {
    expect(expandQuery(query, synonyms).map((expansion) => expansion.query)).toEqual(expected);
  });

  test('keeps what was put in whole, and the keys that the query is compared by', () => {
    const [{ plan } = { plan: null }] = expandQuery('ubnd xa', synonyms);
    const [clause] = plan?.clauses ?? [];
    const bounds = clause?.kind === 'run' ? clause.run.tokens.map(({ bound }) => bound) : [];
    expect(bounds).toEqual([true, true, true, false, false]);
    expect(plan?.marked).toBe(false);
  });
});
