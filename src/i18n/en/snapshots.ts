import type { SnapshotWords } from '../vi/snapshots.ts';

/** What the pages of snapshots say in English. Numbers and dates come already formatted. */
export const snapshots: SnapshotWords = {
  title: 'Snapshots',
  description:
    'A snapshot is the whole archive as it was published on one day, with the SHA-256 of every file. Whoever holds a copy can prove, with common tools and without asking anybody, that it is what the archive published.',
  none: 'The archive has not published a snapshot yet.',
  caption: 'The snapshots, newest first',
  columns: { date: 'Date', articles: 'Articles', withdrawn: 'Withdrawn', changes: 'Since the one before' },
  first: 'The first',
  unchanged: 'No change',
  count: {
    added: (n) => `${n} added`,
    changed: (n) => `${n} changed`,
    withdrawn: (n) => `${n} withdrawn`,
    restored: (n) => `${n} restored`,
    removed: (n) => `${n} removed`,
  },
  one: (date) => `Snapshot of ${date}`,
  oneDescription: (date) =>
    `The archive as it was published on ${date}: figures, changes since the snapshot before, and how to check it.`,
  current: 'The page you are reading belongs to this very snapshot.',
  all: 'See all snapshots',
  facts: 'Figures',
  date: 'Published on',
  software: 'Software',
  softwareVersion: (version) => `Kho Báo ${version}`,
  articles: 'Articles to read',
  withdrawn: 'Withdrawn articles',
  versions: 'Former versions',
  sources: 'Sources',
  captures: 'Captures',
  previous: 'Snapshot before',
  next: 'Snapshot after',
  noPrevious: 'none, this is the first',
  changes: 'Changes since the snapshot before',
  firstChanges: 'What the first snapshot holds',
  idsOnly: 'Where an article has been withdrawn or is gone, its id stands alone.',
  kinds: {
    added: (n) => `Added (${n})`,
    changed: (n) => `Changed (${n})`,
    withdrawn: (n) => `Withdrawn (${n})`,
    restored: (n) => `Restored (${n})`,
    removed: (n) => `Removed (${n})`,
  },
  more: (n) => `And ${n} more; the file snapshot.json lists all.`,
  proof: 'Check it yourself',
  checkHere:
    'Copy this whole release to your computer, open a command line in its folder and run the command below. It names every file that is missing or altered.',
  checkCopy:
    'If you have a copy of this snapshot, open a command line in its folder and run the command below. It names every file that is missing or altered.',
  checkMac: 'On macOS, write shasum -a 256 in place of sha256sum.',
  verify:
    'Kho Báo itself tells added files, too, and checks every article against the captures it was taken from:',
  verifyFolder: 'FOLDER',
  chain:
    'In snapshot.json stands the SHA-256 of the snapshot before. So whoever keeps the hash of one can prove that one and all before it. This command prints the hash of this snapshot:',
  chainKnown: 'It has to be:',
  laterWithdrawn: (file) =>
    `Of an article withdrawn after that day the release keeps a notice alone; ${file} tells which, why, and what files changed.`,
  fileText: {
    snapshot: 'figures, changes and the SHA-256 of every file',
    manifest: 'the list that the command above goes by',
  },
};
