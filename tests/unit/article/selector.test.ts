import { describe, expect, test } from 'vitest';
import { parseSelector } from '../../../src/article/selector.ts';

describe('parseSelector', () => {
  test('reads tag, id, classes, attributes, descendants and alternatives', () => {
    expect(parseSelector('div.detail.main p[data-role="a b"], #tac-gia, [itemprop]')).toEqual([
      [
        { tag: 'div', id: null, classes: ['detail', 'main'], attributes: [] },
        { tag: 'p', id: null, classes: [], attributes: [{ name: 'data-role', value: 'a b' }] },
      ],
      [{ tag: null, id: 'tac-gia', classes: [], attributes: [] }],
      [{ tag: null, id: null, classes: [], attributes: [{ name: 'itemprop', value: null }] }],
    ]);
  });

  test.each([
    '',
    ' ',
    'div >',
    'p:first-child',
    'div > p',
    '.',
    '#',
    'a[',
    'a[href^=x]',
    ',p',
    'a '.repeat(11),
    'x'.repeat(301),
  ])('%j is none', (text) => {
    expect(parseSelector(text)).toBeNull();
  });
});
