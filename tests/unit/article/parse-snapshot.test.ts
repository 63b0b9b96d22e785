import { describe, expect, test } from 'vitest';
import { parseSnapshot, parseSnapshotHead } from '../../../src/article/parse-snapshot.ts';
import { makeSnapshot } from '../../site/make-snapshot.ts';

const snapshot = makeSnapshot('2026-10-01', { changes: { added: ['bao-x/2022/cho-phien'] } });
const parse = (value: unknown, path = 'snapshots/2026-10-01.json') =>
  parseSnapshot(typeof value === 'string' ? value : JSON.stringify(value), path);

describe('parseSnapshot', () => {
  test('reads what publish writes', () => {
    expect(parse(snapshot)).toEqual({ snapshot, problems: [] });
  });

  test.each([
    ['a file that was cut', JSON.stringify(snapshot).slice(0, -2), 'JSON', 'not-json'],
    ['no object', '[]', 'JSON', 'not-form'],
    ['a part that is missing', { ...snapshot, release: undefined }, 'release', 'not-form'],
    ['a part that is unknown', { ...snapshot, extra: 1 }, 'extra', 'not-form'],
    ['a day that there never was', { ...snapshot, date: '2026-02-30' }, 'date', 'not-form'],
    [
      'an id that is none',
      makeSnapshot('2026-10-01', { changes: { added: ['../x'] } }),
      'changes.added.0',
      'not-form',
    ],
    [
      'a hash that is none',
      { ...snapshot, content: { 'archive.yml': 'x' } },
      'content.archive.yml',
      'not-form',
    ],
    ['another day than the name', { ...snapshot, date: '2026-10-02' }, 'date', 'not-file-name'],
  ])('refuses %s', (_, value, part, reason) => {
    const { snapshot: read, problems } = parse(value);
    expect(read).toBeNull();
    expect(problems.map(({ code, values }) => ({ code, values }))).toEqual([
      { code: 'snapshot-invalid', values: { part, reason } },
    ]);
  });

  test.each([
    ['a file that was cut', JSON.stringify(snapshot).slice(0, -2), 'JSON'],
    ['a list that is missing', { ...snapshot, release: undefined }, 'release'],
    ['an id that is none', makeSnapshot('2026-10-01', { changes: { added: ['../x'] } }), 'changes.added.0'],
  ])('refuses %s where its head is asked for', (_, value, part) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    const { snapshot: read, problems } = parseSnapshotHead(text, 'snapshots/2026-10-01.json');
    expect(read).toBeNull();
    expect(problems.map(({ values }) => values.part)).toEqual([part]);
  });

  test('reads a head without a look at the lists', () => {
    const text = JSON.stringify({ ...snapshot, content: { 'archive.yml': 'x' } });
    expect(parseSnapshotHead(text, 'snapshots/2026-10-01.json').snapshot?.date).toBe('2026-10-01');
  });

  test('refuses a file in a folder below', () => {
    expect(parse(snapshot, 'snapshots/cu/2026-10-01.json').problems).toHaveLength(1);
  });
});
