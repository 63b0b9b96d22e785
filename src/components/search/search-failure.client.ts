import { SearchUnavailable } from '../../search/search-unavailable.ts';
import type { FailureReason } from './search-notice.client.ts';

/** What a failed question is told as: why, and the file it is about. */
export const failureOf = (error: unknown): { reason: FailureReason; file: string | null } => {
  if (!navigator.onLine) return { reason: 'offline', file: null };
  if (!(error instanceof SearchUnavailable)) return { reason: 'code', file: null };
  return error.reason === 'offline'
    ? { reason: 'unanswered', file: null }
    : { reason: error.reason, file: error.file };
};

/** Whether the page could be had again, so that starting it anew loses nothing. */
export const isReachable = (): Promise<boolean> =>
  fetch(location.href, { method: 'HEAD', cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
