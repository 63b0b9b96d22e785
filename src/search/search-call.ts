import type { SearchRequest } from './search-answer.ts';
import { SearchUnavailable, type UnavailableReason } from './search-unavailable.ts';

/** What a page asks of the worker that searches for it; `open` comes first. */
export type SearchCall =
  | { readonly ask: 'open'; readonly base: string }
  | { readonly ask: 'search'; readonly request: SearchRequest }
  | { readonly ask: 'complete'; readonly prefix: string; readonly limit: number | undefined };

/** A call with the number that its reply bears. */
export interface NumberedCall {
  readonly number: number;
  readonly call: SearchCall;
}

/** An error as it goes from one thread to another: with the index's reason where it is one. */
export interface SentError {
  readonly message: string;
  readonly unavailable: { readonly reason: UnavailableReason; readonly file: string } | null;
}

/** What the worker says: how much of the index has come, what a call gave, or why it failed. */
export type SearchReply =
  | { readonly bytes: number; readonly ofBytes: number | null }
  | { readonly number: number; readonly value: unknown }
  | { readonly number: number; readonly error: SentError };

export const sendError = (error: unknown): SentError => ({
  message: error instanceof Error ? error.message : String(error),
  unavailable: error instanceof SearchUnavailable ? { reason: error.reason, file: error.file } : null,
});

export const receiveError = ({ message, unavailable }: SentError): Error =>
  unavailable === null ? new Error(message) : new SearchUnavailable(unavailable.reason, unavailable.file);
