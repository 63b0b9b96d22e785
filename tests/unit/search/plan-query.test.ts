import { describe, expect, test } from 'vitest';
import { maxQueryTokens, planQuery } from '../../../src/search/plan-query.ts';

const shape = (query: string) =>
  planQuery(query).runs.map(({ tokens, quoted }) => {
    const words = tokens.map(({ folded }) => folded).join(' ');
    return quoted ? `"${words}"` : words;
  });

describe('planQuery', () => {
  test.each([
    ['Đảng ủy', ['dang uy']],
    ['"lấy cái đẹp"', ['"lay cai dep"']],
    ['hội nghị “lấy cái đẹp” xã', ['hoi nghi', '"lay cai dep"', 'xa']],
    ['"một" "hai"', ['"mot"', '"hai"']],
    ['một "hai', ['mot hai']],
    ['"một" hai "ba', ['"mot"', 'hai ba']],
    ['một "" hai', ['mot hai']],
    ['"', []],
    ['…', []],
    ['', []],
    ['một -hai OR ba', ['mot hai or ba']],
    ['\ud800', []],
    ['\u202eđảng\u202c viên', ['dang vien']],
    ['<script>', ['script']],
    ['(a+)+$', ['a']],
  ])('%j asks for %j', (query, runs) => {
    expect(shape(query)).toEqual(runs);
  });

  test.each([
    ['dang uy', false],
    ['ky son', false],
    ['đang', true],
    ['dang ủy', true],
    ['Kỳ Sơn'.normalize('NFD'), true],
    ['35-NQ/TW', false],
    ['2018', false],
  ])('%s: marked is %s', (query, marked) => {
    expect(planQuery(query).marked).toBe(marked);
  });

  test('reads so many words of a query of 10,000 characters, and no more', () => {
    expect(planQuery('đảng '.repeat(2000)).runs[0]?.tokens).toHaveLength(maxQueryTokens);
  });
});
