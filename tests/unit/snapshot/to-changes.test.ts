import { describe, expect, test } from 'vitest';
import type { SnapshotArticle } from '../../../src/article/snapshot-record.ts';
import { toChanges } from '../../../src/snapshot/to-changes.ts';

const article = (sha256: string, withdrawn = false): SnapshotArticle => ({
  sha256: sha256.repeat(64),
  withdrawn,
  captures: [],
});

const none = { added: [], changed: [], withdrawn: [], restored: [], removed: [] };

describe('toChanges', () => {
  test.each([
    ['a new article', {}, { x: article('a') }, { added: ['x'] }],
    ['an article as it was', { x: article('a') }, { x: article('a') }, {}],
    ['another text', { x: article('a') }, { x: article('b') }, { changed: ['x'] }],
    ['a withdrawal', { x: article('a') }, { x: article('b', true) }, { withdrawn: ['x'] }],
    ['one withdrawn before, as it was', { x: article('a', true) }, { x: article('a', true) }, {}],
    ['one come and gone between two', {}, { x: article('a', true) }, { withdrawn: ['x'] }],
    ['a restoration', { x: article('a', true) }, { x: article('b') }, { restored: ['x'] }],
    [
      'another reason for a withdrawal',
      { x: article('a', true) },
      { x: article('b', true) },
      { changed: ['x'] },
    ],
    ['a file that is gone', { x: article('a') }, {}, { removed: ['x'] }],
  ])('tells %s', (_, former, now, changes) => {
    expect(toChanges(former, now)).toEqual({ ...none, ...changes });
  });

  test('lists ids in order, each once', () => {
    const former = { c: article('a'), e: article('a'), d: article('a') };
    const now = { b: article('a'), a: article('a'), c: article('b') };
    expect(toChanges(former, now)).toEqual({
      ...none,
      added: ['a', 'b'],
      changed: ['c'],
      removed: ['d', 'e'],
    });
  });
});
