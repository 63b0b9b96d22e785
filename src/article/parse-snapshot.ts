import type { z } from 'zod';
import { toProblem, type Problem } from '../problem/problem.ts';
import { snapshotPath, snapshotSchema, type Snapshot } from './snapshot-record.ts';

const faultOf = (part: string, reason: string): { snapshot: null; problems: Problem[] } => ({
  snapshot: null,
  problems: [toProblem('snapshot-invalid', { part, reason })],
});

/** The first fault alone: a file that a machine wrote is whole, or is to be brought back. */
const toFault = ({ issues: [issue] }: z.ZodError): { snapshot: null; problems: Problem[] } => {
  const keys = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const part = [...(issue?.path ?? []), ...keys].map(String).join('.');
  return faultOf(part === '' ? 'JSON' : part, 'not-form');
};

/** A snapshot's file, by its path below the content folder, which must agree with the day inside. Problem: `snapshot-invalid`. */
export const parseSnapshot = (
  text: string,
  path: string,
): { snapshot: Snapshot | null; problems: Problem[] } => {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return faultOf('JSON', 'not-json');
  }
  const { success, data: snapshot, error } = snapshotSchema.safeParse(data);
  if (!success) return toFault(error);
  if (path !== snapshotPath(snapshot.date)) return faultOf('date', 'not-file-name');
  return { snapshot, problems: [] };
};
