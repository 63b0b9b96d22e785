import { describe, expect, test } from 'vitest';
import { openSearchFolder } from '../../../src/search/open-search-fs.ts';
import { useSampleIndex } from './sample-index.ts';

const { search, idsOf, inFolder } = useSampleIndex();

describe('what a request may ask besides', () => {
  test('only among the answers to another query', async () => {
    expect(await idsOf('hoà bình', { within: ['lũ quét'] })).toEqual(['lu-quet']);
    expect(await idsOf('gạo', { within: ['chợ phiên', 'uỷ thác'] })).toEqual(['gia-gao']);
    expect(await idsOf('chợ phiên', { within: ['"không có đâu"'] })).toEqual([]);
    expect((await idsOf('', { within: ['chợ phiên'] })).sort()).toEqual(['cho-phien', 'gia-gao']);
  });

  test('only the articles that have the whole query by its own marks', async () => {
    expect((await search({ query: 'chợ phiên vắng', tiers: 'whole' })).tiers).toEqual([
      { kind: 'exact', total: 1 },
    ]);
    expect((await search({ query: 'cho phien', tiers: 'whole', limit: 0 })).facets?.year).toEqual({
      2009: 1,
      2010: 1,
    });
    expect((await search({ query: 'chợ họp vắng', tiers: 'whole' })).total).toBe(0);
  });

  test('what a catalogue says of each, and the words around each match', async () => {
    const { results = [] } = await search({ query: 'chợ phiên', details: true, context: true });
    expect(results.map(({ details, context }) => ({ details, context }))).toEqual([
      {
        details: {
          section: ['Đời sống'],
          place: ['Hòa Bình', 'Hà Nội'],
          document: ['35-NQ/TW'],
          author: ['An Nhiên', 'Vũ Hà'],
        },
        context: [{ left: '', match: 'Chợ phiên', right: ' vùng cao họp sớm' }],
      },
      {
        details: {
          section: ['Thị trường'],
          place: ['Hòa Bình'],
          document: ['41/2014/QĐ-UBND'],
          author: [],
        },
        context: [
          {
            left: 'Gạo tẻ thường lên giá; ',
            match: 'chợ phiên',
            right: ' vắng người. Bà con đang uỷ thác cho hợp tác xã.',
          },
        ],
      },
    ]);
  });

  test('all articles by year, withdrawn ones aside', async () => {
    const { years } = await openSearchFolder(inFolder('site'));
    expect(years()).toEqual({ 1998: 1, 2009: 1, 2010: 1, undated: 1 });
  });
});
