import { entryName } from './index-files.ts';
import type { ArchiveSearch } from './search-answer.ts';
import { SearchUnavailable } from './search-unavailable.ts';

/** Whether another publication may have taken the place of the one that was opened: its entry names other files. */
const mayBeReplaced = (error: unknown): boolean =>
  error instanceof SearchUnavailable &&
  (error.reason === 'missing' || error.reason === 'damaged') &&
  error.file !== entryName;

/** An index that is opened anew, once for each question that finds a file of it gone or changed, before that counts as failed. */
export const openRenewed = async (open: () => Promise<ArchiveSearch>): Promise<ArchiveSearch> => {
  const retried = <T>(ask: () => Promise<T>, renew: () => Promise<void>): Promise<T> =>
    ask().catch(async (error: unknown) => {
      if (!mayBeReplaced(error)) throw error;
      await renew();
      return ask();
    });
  let archive = await retried(open, () => Promise.resolve());
  let renewing: Promise<void> | null = null;
  const reopen = async (): Promise<void> => {
    try {
      archive = await open();
    } finally {
      renewing = null;
    }
  };
  const renew = (): Promise<void> => (renewing ??= reopen());
  return {
    search: (request) => retried(() => archive.search(request), renew),
    complete: (prefix, limit) => retried(() => archive.complete(prefix, limit), renew),
    years: () => archive.years(),
  };
};
