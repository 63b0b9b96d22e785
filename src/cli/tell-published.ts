import type { SnapshotChanges, SnapshotHead } from '../article/snapshot-record.ts';
import { bagFolder, releaseFolder } from '../snapshot/publishing-folder-fs.ts';
import type { CommandContext } from './command.ts';
import { fill } from './fill.ts';
import type { Publication } from './publish-snapshot.ts';

const countsOf = (changes: SnapshotChanges): Record<keyof SnapshotChanges, number> => ({
  added: changes.added.length,
  changed: changes.changed.length,
  withdrawn: changes.withdrawn.length,
  restored: changes.restored.length,
  removed: changes.removed.length,
});

/** Tells that a snapshot is published, or was before. */
export const tellPublished = (
  status: 'published' | 'unchanged',
  { to, date }: Publication,
  { counts, changes, previous }: SnapshotHead,
  pruned: readonly string[],
  { json, words, print, printJson }: CommandContext,
): void => {
  const release = releaseFolder(to, date);
  const bag = bagFolder(to, date);
  if (json) {
    printJson({ status, date, release, bag, counts, changes: countsOf(changes), pruned });
    return;
  }
  print(fill(words.publish[status], { date, articles: counts.articles, release, bag }));
  if (status === 'published' && previous !== null) print(fill(words.publish.changes, countsOf(changes)));
  if (pruned.length > 0) print(fill(words.publish.pruned, { dates: pruned.join(', ') }));
};
