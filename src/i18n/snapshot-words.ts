import { snapshots as english } from './en/snapshots.ts';
import type { Language } from './language.ts';
import { snapshots as vietnamese, type SnapshotWords } from './vi/snapshots.ts';

/** What the pages of snapshots say in a language. */
export const snapshotWords = (language: Language): SnapshotWords =>
  language === 'vi' ? vietnamese : english;
