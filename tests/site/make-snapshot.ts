import type { Snapshot } from '../../src/article/snapshot-record.ts';

/** A snapshot of a day, the first and without a change where nothing else is said. */
export const makeSnapshot = (
  date: string,
  { changes, ...more }: Partial<Omit<Snapshot, 'changes'>> & { changes?: Partial<Snapshot['changes']> } = {},
): Snapshot => ({
  format: 1,
  date,
  software: { name: 'khobao', version: '1.2.3' },
  previous: null,
  counts: { articles: 7, withdrawn: 1, versions: 1, sources: 2, captures: 3 },
  changes: { added: [], changed: [], withdrawn: [], restored: [], removed: [], ...changes },
  articles: {},
  content: { 'archive.yml': 'a'.repeat(64) },
  release: { 'index.html': 'b'.repeat(64) },
  ...more,
});
