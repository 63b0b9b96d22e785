import { expect, test } from 'vitest';
import { highestReciprocalRank } from '../../../bench/search/measures.ts';
import type { NaiveAnswer } from '../../../bench/search/naive-scan.ts';

const answer: NaiveAnswer = {
  tiers: { exact: ['a'], folded: ['b', 'c', 'd'], loose: ['e', 'f'] },
  cuts: new Map([
    ['a', 2],
    ['b', 1],
    ['c', 2],
    ['d', 2],
  ]),
  marked: true,
};
const asked = (target: string) => ({ kind: 'lead-marked', text: target, target }) as const;

test('what is ahead by tier or by fewer cut bonds stays ahead, whatever the ranking', () => {
  const rankOf = (target: string) => highestReciprocalRank([asked(target)], [answer], 'lead-marked');
  expect(rankOf('a')).toBe(1);
  expect(rankOf('b')).toBe(1 / 2);
  expect(rankOf('d')).toBe(1 / 3);
  expect(rankOf('f')).toBe(1 / 5);
  expect(rankOf('not found')).toBe(0);
  expect(highestReciprocalRank([asked('a'), asked('d')], [answer, answer], 'lead-marked')).toBe(2 / 3);
  expect(highestReciprocalRank([asked('a')], [null], 'lead-marked')).toBeNull();
});
