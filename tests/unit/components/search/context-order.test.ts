import { describe, expect, test } from 'vitest';
import { orderLines } from '../../../../src/components/search/context-order.ts';

const line = (left: string, right: string) => ({ left, match: 'chợ', right });

describe('lines of words in context', () => {
  test.each([
    [
      'by the word before the match, in the order of Vietnamese letters and tones',
      ['họp ', 'hop ', 'hóp ', 'hóc ', 'đi ', 'dì ', 'ăn ', 'an '],
      ['an ', 'ăn ', 'dì ', 'đi ', 'hóc ', 'hop ', 'hóp ', 'họp '],
    ],
    [
      'by the word before that one',
      ['xuống họp ', 'người họp ', 'họp '],
      ['họp ', 'người họp ', 'xuống họp '],
    ],
    [
      'whatever the case, the signs and the place of a tone',
      ['(HOÀ, ', '“hòa ', 'Hoa '],
      ['Hoa ', '(HOÀ, ', '“hòa '],
    ],
    [
      'syllable by syllable, the shorter first',
      ['an ninh ', 'ba ', 'an ba ', 'a ba '],
      ['ba ', 'a ba ', 'an ba ', 'an ninh '],
    ],
  ])('on the left: %s', (_, given, expected) => {
    expect(
      orderLines(
        given.map((left) => line(left, '')),
        'left',
      ).map(({ left }) => left),
    ).toEqual(expected);
  });

  test('on the right by the word after the match, then by the left, then as they were', () => {
    const lines = [
      line('b ', ' phiên xa'),
      line('a ', ' phiên xa'),
      line('c ', ' phiên'),
      line('a ', ' phiên xa'),
    ];
    expect(orderLines(lines, 'right')).toEqual([lines[2], lines[1], lines[3], lines[0]]);
    expect(orderLines(lines, 'right')[1]).toBe(lines[1]);
  });

  test('as the results are', () => {
    const lines = [line('b ', ''), line('a ', '')];
    expect(orderLines(lines, 'result')).toEqual(lines);
  });
});
