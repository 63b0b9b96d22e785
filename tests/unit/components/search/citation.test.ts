import { describe, expect, test } from 'vitest';
import { toCitation, toCitationList } from '../../../../src/components/search/citation.ts';
import type { SearchResult } from '../../../../src/search/search-answer.ts';
import { sampleResult, sampleSetting } from './result-samples.ts';

const address = 'https://kho.example/luu-tru/bai/bao-song/2014/cho-phien/';
const withAuthors = (...author: string[]): Partial<SearchResult> => ({
  details: { section: [], place: [], document: [], author },
});

describe('a citation', () => {
  test.each<[string, Partial<SearchResult>, string]>([
    ['a usual article', {}, `Vũ Hà, “Chợ phiên”, Báo Sông, 1/3/2014, ${address}`],
    [
      'several authors',
      withAuthors('Vũ Hà', 'Trần An'),
      `Vũ Hà, Trần An, “Chợ phiên”, Báo Sông, 1/3/2014, ${address}`,
    ],
    ['no author', withAuthors(), `“Chợ phiên”, Báo Sông, 1/3/2014, ${address}`],
    [
      'a supplied title',
      { titleSupplied: true, ...withAuthors() },
      `[Chợ phiên], Báo Sông, 1/3/2014, ${address}`,
    ],
    ['a month', { publishedAt: '2014-03' }, `Vũ Hà, “Chợ phiên”, Báo Sông, tháng 3 năm 2014, ${address}`],
    [
      'an instant, by its day in its own zone',
      { publishedAt: '2014-03-01T00:30+07:00' },
      `Vũ Hà, “Chợ phiên”, Báo Sông, 1/3/2014, ${address}`,
    ],
    [
      'an inferred date',
      { publishedAt: '2014', publishedAtInferred: true },
      `Vũ Hà, “Chợ phiên”, Báo Sông, [2014], ${address}`,
    ],
    ['no date', { publishedAt: null }, `Vũ Hà, “Chợ phiên”, Báo Sông, [không rõ ngày], ${address}`],
    ['a source without a name', { source: 'bao-la' }, `Vũ Hà, “Chợ phiên”, bao-la, 1/3/2014, ${address}`],
    [
      'a title with quotes, in its own words',
      { title: 'Giá "gạo" “tăng”', ...withAuthors() },
      `“Giá "gạo" “tăng””, Báo Sông, 1/3/2014, ${address}`,
    ],
    [
      'a title on several lines',
      { title: 'Chợ\r\nphiên\u2028vùng\tcao\u0000', ...withAuthors() },
      `“Chợ phiên vùng cao”, Báo Sông, 1/3/2014, ${address}`,
    ],
    [
      'a title that turns the text around, which it keeps to itself',
      { title: 'Chợ \u202egnuos', ...withAuthors() },
      `“\u2068Chợ \u202egnuos\u2069”, Báo Sông, 1/3/2014, ${address}`,
    ],
    [
      'a title in Arabic',
      { title: 'سوق', ...withAuthors() },
      `“\u2068سوق\u2069”, Báo Sông, 1/3/2014, ${address}`,
    ],
  ])('of %s', (_, own, expected) => {
    expect(toCitation(sampleResult(own), sampleSetting)).toBe(expected);
  });

  test('writes dates as English does on the English page', () => {
    const setting = { ...sampleSetting, language: 'en', undated: 'date unknown' };
    expect(toCitation(sampleResult(), setting)).toContain('Báo Sông, 1 Mar 2014, https:');
  });

  test('is one line of the list, in the results’ order', () => {
    const results = [sampleResult({ title: 'Một\nhai' }), sampleResult({ title: 'Ba' })];
    const lines = toCitationList(results, sampleSetting).split('\n');
    expect(lines.map((line) => line.slice(0, 17))).toEqual(['Vũ Hà, “Một hai”,', 'Vũ Hà, “Ba”, Báo ', '']);
    expect(toCitationList([], sampleSetting)).toBe('');
  });
});
