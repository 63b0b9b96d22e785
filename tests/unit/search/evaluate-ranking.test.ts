import { describe, expect, test } from 'vitest';
import { evaluatePlan } from '../../../src/search/evaluate-plan.ts';
import { planQuery } from '../../../src/search/plan-query.ts';
import type { SearchedBlock } from '../../../src/search/searched-blocks.ts';
import { asText, memoryPostings } from './memory-postings.ts';

describe('ranking', () => {
  const rank = async (query: string, archive: readonly (readonly SearchedBlock[])[]) =>
    (await evaluatePlan(planQuery(query), memoryPostings(archive))).flatMap(({ answers }) =>
      answers.map(({ article }) => article),
    );
  const title = (text: string): SearchedBlock => ({ kind: 'title', text });
  const lead = (text: string): SearchedBlock => ({ kind: 'lead', text });
  const text = (words: string): SearchedBlock => ({ kind: 'text', text: words });

  test('an unbroken run goes before one with a cut bond, wherever it stands', async () => {
    expect(
      await rank('chợ phiên vùng cao', [
        [title('Chợ phiên ở vùng cao')],
        [title('A'), text('chợ phiên vùng cao')],
      ]),
    ).toEqual([1, 0]);
  });

  test('a run in the title goes before one in the lead, that before one in the text', async () => {
    expect(
      await rank('lũ quét', [
        [title('A'), text('lũ quét lũ quét lũ quét')],
        [title('B'), lead('lũ quét')],
        [title('Lũ quét')],
      ]),
    ).toEqual([2, 1, 0]);
  });

  test('all words of the query in the lead go before some in the title and the rest in the text', async () => {
    expect(
      await rank('mật ong bến đò', [
        [title('Mật ong rừng'), text('Về bến đò cũ')],
        [title('B'), lead('Bến đò, mật ong')],
      ]),
    ).toEqual([1, 0]);
  });

  test('a word that stands nowhere costs a look-up or two, not one for every word', async () => {
    const source = memoryPostings([['một hai ba bốn năm sáu'], ['một hai']].map(asText));
    const asked: string[] = [];
    const tiers = await evaluatePlan(planQuery('một hai doocs ba bốn năm'), {
      ...source,
      wordPlaces: (word, by) => {
        asked.push(word.folded);
        return source.wordPlaces(word, by);
      },
    });
    expect(tiers.flatMap(({ answers }) => answers)).toEqual([]);
    expect(asked.at(-1)).toBe('doocs');
  });

  test('few articles are read instead of looking up what is common', async () => {
    const archive = [['hiếm a của', 'và'], ['hiếm b'], ['của và'], ['và của']].map(asText);
    const source = memoryPostings(archive);
    const asked: string[] = [];
    const tiers = await evaluatePlan(planQuery('của hiếm và'), {
      ...source,
      articlesWith: ({ folded }) => Promise.resolve(folded === 'hiem' ? 2 : 3),
      readings: (folded) => Promise.resolve([folded, 'another']),
      wordPlaces: (word, by) => {
        asked.push(word.folded);
        return source.wordPlaces(word, by);
      },
    });
    expect(tiers.at(-1)).toMatchObject({ kind: 'loose', answers: [{ article: 0 }] });
    expect(asked).not.toContain('cua');
  });

  test('for an unmarked query the commoner reading goes first: "đảng" is in more articles than "đăng"', async () => {
    expect(
      await rank('dang', [
        [title('A'), text('đăng')],
        [title('B'), text('đảng')],
        [title('C'), text('đảng')],
      ]),
    ).toEqual([1, 2, 0]);
  });

  test('of several readings in one article its commonest counts', async () => {
    expect(
      await rank('dang', [
        [title('A'), text('đăng')],
        [title('B'), text('đảng')],
        [title('C'), text('đảng')],
        [title('D'), text('đăng đảng')],
      ]),
    ).toEqual([1, 2, 3, 0]);
  });

  test('words that stand nearer to each other go first', async () => {
    const far = text(`chợ phiên ${'và '.repeat(30)}cầu treo`);
    expect(
      await rank('chợ phiên cầu treo', [
        [title('A'), far],
        [title('B'), text('chợ phiên, và cầu treo')],
      ]),
    ).toEqual([1, 0]);
  });

  test('a run that is said more often goes first', async () => {
    expect(
      await rank('bưởi hồng', [
        [title('A'), text('bưởi hồng')],
        [title('B'), text('bưởi hồng, bưởi hồng')],
      ]),
    ).toEqual([1, 0]);
  });

  test('at equal score the later date, which is the lower number', async () => {
    expect(await rank('bưởi hồng', [[title('Bưởi hồng')], [title('Bưởi hồng')]])).toEqual([0, 1]);
  });
});
