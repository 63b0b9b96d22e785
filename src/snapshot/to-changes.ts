import type { SnapshotArticle, SnapshotChanges } from '../article/snapshot-record.ts';

type Articles = Readonly<Record<string, SnapshotArticle>>;

const changeOf = (
  former: SnapshotArticle | undefined,
  now: SnapshotArticle,
): keyof SnapshotChanges | null => {
  // An article that came and went between two snapshots has never been seen: it is withdrawn all the same.
  if (former === undefined) return now.withdrawn ? 'withdrawn' : 'added';
  if (former.withdrawn !== now.withdrawn) return now.withdrawn ? 'withdrawn' : 'restored';
  return former.sha256 === now.sha256 ? null : 'changed';
};

/** What became of the articles since the snapshot before; with none before, all of them are new. */
export const toChanges = (former: Articles, now: Articles): SnapshotChanges => {
  const changes: SnapshotChanges = { added: [], changed: [], withdrawn: [], restored: [], removed: [] };
  for (const id of Object.keys(now).sort()) {
    const article = now[id];
    const change = article === undefined ? null : changeOf(former[id], article);
    if (change !== null) changes[change].push(id);
  }
  changes.removed.push(
    ...Object.keys(former)
      .filter((id) => now[id] === undefined)
      .sort(),
  );
  return changes;
};
