import { userInfo } from 'node:os';
import { refuseToRead } from '../archive/archive-folder-fs.ts';
import { openContentStore, type ContentStore } from '../archive/content-store-fs.ts';
import { errorCodeOf } from '../archive/error-code.ts';
import { lockArchive } from '../archive/lock-fs.ts';
import { openRunLog, type RunAct, type RunLog } from '../archive/run-log-fs.ts';
import { sweepTemporary } from '../archive/sweep-temporary-fs.ts';
import { toVietnamInstant } from '../capture/instant.ts';
import { exitCodes, type CommandContext, type ExitCode } from './command.ts';

/** What a change to the archive is made with. */
export interface ArchiveChange {
  readonly store: ContentStore;
  readonly log: RunLog;
  readonly at: string;
  readonly by: string | null;
}

/** What the log has to say of a change besides who and when. */
export interface ChangeHead {
  readonly act: RunAct;
  /** The name that the person gave; null for that of the system's user. */
  readonly by: string | null;
  readonly [more: string]: unknown;
}

/** The name of the system's user; null where there is none. */
const systemUser = (): string | null => {
  try {
    return userInfo().username || null;
  } catch (error) {
    if (errorCodeOf(error) === null) throw error;
    return null;
  }
};

/** Whether there is an archive to read in a folder; else tells `content-missing` or `content-not-archive`. */
export const hasContent = async (content: string, { tellProblem }: CommandContext): Promise<boolean> => {
  const problem = await refuseToRead(content);
  if (problem !== null) tellProblem(problem);
  return problem === null;
};

/** Lets a command write to the archive: alone, in the log, and with what a killed run left cleared away. */
export const changeArchive = async (
  content: string,
  { act, by: asked, ...more }: ChangeHead,
  { tellProblem }: CommandContext,
  change: (archive: ArchiveChange) => Promise<ExitCode>,
): Promise<ExitCode> => {
  const lock = await lockArchive(content);
  if (lock.problem !== null) {
    tellProblem(lock.problem);
    return exitCodes.faultsInContent;
  }
  try {
    await sweepTemporary(content);
    const at = toVietnamInstant(Date.now());
    const by = asked ?? systemUser();
    const log = openRunLog(content, { act, at, by, ...more });
    const store = await openContentStore(content, undefined, log.onChange);
    return await change({ store, log, at, by });
  } finally {
    await lock.release();
  }
};
