import type { SnapshotChanges } from '../article/snapshot-record.ts';
import { listSnapshots, readSnapshot } from './read-snapshot-fs.ts';

/** What became of an article in a snapshot. */
export interface SnapshotChange {
  readonly id: string;
  readonly date: string;
  readonly change: 'created' | 'updated' | 'deleted';
}

const kinds: Readonly<Record<keyof SnapshotChanges, SnapshotChange['change']>> = {
  added: 'created',
  changed: 'updated',
  withdrawn: 'deleted',
  restored: 'created',
  removed: 'deleted',
};

/** What the snapshots tell of changes. */
export interface ArchiveChanges {
  /** The days of the first and the last snapshot; null where there is none. */
  readonly from: string | null;
  readonly until: string | null;
  /** Since the first, in the order of time. */
  readonly changes: readonly SnapshotChange[];
  /** The day of the last snapshot in which an article is new or another. */
  readonly lastOf: ReadonlyMap<string, string>;
}

/** Reads the changes from snapshot to snapshot; one that can't be read is passed over: `verify` tells of it. */
export const readChanges = async (content: string): Promise<ArchiveChanges> => {
  const changes: SnapshotChange[] = [];
  const lastOf = new Map<string, string>();
  const dates = await listSnapshots(content);
  for (const [i, date] of dates.entries()) {
    const { snapshot } = await readSnapshot(content, date);
    if (snapshot === null) continue;
    for (const [kind, change] of Object.entries(kinds)) {
      for (const id of snapshot.changes[kind as keyof SnapshotChanges]) {
        if (i > 0) changes.push({ id, date, change });
        lastOf.set(id, date);
      }
    }
  }
  return { from: dates[0] ?? null, until: dates.at(-1) ?? null, changes, lastOf };
};
