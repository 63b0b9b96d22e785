import { z } from 'zod';
import { toProblem, type Problem } from '../problem/problem.ts';
import { snapshotPath, snapshotSchema, type Snapshot, type SnapshotHead } from './snapshot-record.ts';

/** A snapshot, or why there is none. Problem: `snapshot-invalid`. */
export interface ParsedSnapshot<Part> {
  readonly snapshot: Part | null;
  readonly problems: Problem[];
}

const list = z.custom<object>((value) => typeof value === 'object' && value !== null);

/** Hashes by the ten thousand are nearly all of a snapshot, and of the time that it takes to check one. */
const outlineSchema = snapshotSchema.extend({ articles: list, content: list, release: list });

const toFault = (part: string, reason: string): ParsedSnapshot<never> => ({
  snapshot: null,
  problems: [toProblem('snapshot-invalid', { part, reason })],
});

const partOf = ({ issues: [issue] }: z.ZodError): string => {
  const keys = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  return [...(issue?.path ?? []), ...keys].map(String).join('.');
};

/** Tells the first fault alone: a file that a machine wrote is whole, or is to be brought back. */
const parseAs = <Part extends SnapshotHead>(
  text: string,
  path: string,
  schema: z.ZodType<Part>,
): ParsedSnapshot<Part> => {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return toFault('JSON', 'not-json');
  }
  const { success, data: snapshot, error } = schema.safeParse(data);
  if (!success) return toFault(partOf(error) || 'JSON', 'not-form');
  if (path !== snapshotPath(snapshot.date)) return toFault('date', 'not-file-name');
  return { snapshot, problems: [] };
};

/** A snapshot's file, by its path below the content folder, which must agree with the day inside. */
export const parseSnapshot = (text: string, path: string): ParsedSnapshot<Snapshot> =>
  parseAs(text, path, snapshotSchema);

/** The same for whoever needs its head alone: what the file lists is not looked at. */
export const parseSnapshotHead = (text: string, path: string): ParsedSnapshot<SnapshotHead> =>
  parseAs(text, path, outlineSchema);
