import type { Snapshot, SnapshotHead } from '../../src/article/snapshot-record.ts';

type Said = Partial<Omit<SnapshotHead, 'changes'>> & { changes?: Partial<SnapshotHead['changes']> };

/** The head of a snapshot of a day, the first and without a change where nothing else is said. */
export const makeSnapshotHead = (date: string, { changes, ...more }: Said = {}): SnapshotHead => ({
  format: 1,
  date,
  software: { name: 'khobao', version: '1.2.3' },
  previous: null,
  counts: { articles: 7, withdrawn: 1, versions: 1, sources: 2, captures: 3 },
  changes: { added: [], changed: [], withdrawn: [], restored: [], removed: [], ...changes },
  ...more,
});

/** The same, whole. */
export const makeSnapshot = (date: string, said: Said = {}): Snapshot => ({
  ...makeSnapshotHead(date, said),
  articles: {},
  content: { 'archive.yml': 'a'.repeat(64) },
  release: { 'index.html': 'b'.repeat(64) },
});
