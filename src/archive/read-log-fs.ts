import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { listRuns, logFolder, runActs } from './run-log-fs.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** A file that a run was about to change: its hash before and after, null where it is not there. */
const changeSchema = z.object({
  file: z
    .string()
    .regex(/^[\w.-]+(\/[\w.-]+)*$/)
    .refine((path) => !path.split('/').includes('..') && !path.startsWith(`${logFolder}/`)),
  before: sha256.nullable(),
  after: sha256.nullable(),
  /** The archive that it was merged from. */
  from: z.string().optional(),
  /** What the file held, gzipped, in base64. */
  former: z.string().optional(),
});

export type FileChange = z.infer<typeof changeSchema>;

const headSchema = z.looseObject({
  act: z.enum(runActs),
  at: z.string(),
  by: z.string().nullable(),
});

const endSchema = z.looseObject({ end: z.literal(true) });

/** A run of the log by its first line. */
export interface LoggedRun {
  /** The name of its file, without the ending. */
  readonly run: string;
  readonly head: z.infer<typeof headSchema>;
}

/** The lines of a run's file; one that a killed run left half-written is passed over. */
async function* readLines(root: string, run: string): AsyncGenerator<unknown, void, undefined> {
  const stream = createReadStream(join(root, logFolder, `${run}.jsonl`), 'utf8');
  try {
    for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) {
      try {
        yield JSON.parse(line) as unknown;
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
      }
    }
  } finally {
    stream.destroy();
  }
}

/** The runs of an archive, the first one first. Files that are no run's are passed over. */
export const readRuns = async (root: string): Promise<LoggedRun[]> => {
  const runs: LoggedRun[] = [];
  for (const name of await listRuns(root)) {
    const run = name.replace(/\.jsonl$/, '');
    for await (const line of readLines(root, run)) {
      const head = headSchema.safeParse(line);
      if (head.success) runs.push({ run, head: head.data });
      break;
    }
  }
  return runs;
};

/** The changes of a run in the order in which they were made. */
export async function* readChanges(root: string, run: string): AsyncGenerator<FileChange, void, undefined> {
  for await (const line of readLines(root, run)) {
    const change = changeSchema.safeParse(line);
    if (change.success) yield change.data;
  }
}

/** Whether a run came to its end; one that was killed did not. */
export const hasEnded = async (root: string, run: string): Promise<boolean> => {
  let ended = false;
  for await (const line of readLines(root, run)) ended = endSchema.safeParse(line).success;
  return ended;
};

/** What a file held before a change; null where it was not there, or its bytes were not kept. */
export const formerBytes = ({ former }: FileChange): Buffer | null =>
  former === undefined ? null : gunzipSync(Buffer.from(former, 'base64'));
