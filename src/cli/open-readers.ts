import { fork, type ChildProcess } from 'node:child_process';
import type { Capture } from '../capture/capture.ts';
import { toProblem } from '../problem/problem.ts';
import type { CaptureReading, ReadingSetup } from './read-capture.ts';
import type { ReaderAnswer, ReaderOrder, ReadingTask } from './reader.ts';

/** Processes that read captures beside the import. */
export interface CaptureReaders {
  /**
   * What was read in a capture; null where no process could be started to read it. Rejects with an error of ours. A capture
   * that ends its reader, as it takes more memory than there is, is refused: `reading-too-costly`.
   */
  readonly read: (capture: Capture, isWrapped: boolean) => Promise<CaptureReading | null>;
  /** Ends the processes; what they have in hand is let go. */
  readonly close: () => void;
}

interface PendingTask extends ReadingTask {
  readonly settle: (reading: CaptureReading | null) => void;
  readonly fail: (error: unknown) => void;
}

interface Reader {
  process: ChildProcess;
  isReady: boolean;
  /** The first is the one that is being read. */
  readonly tasks: PendingTask[];
  /** Of all tasks. */
  bytes: number;
}

/** Enough for any page that is read, but for one that was made to take more. */
const maxReaderMegabytes = 384;

const tooCostly = ({ input }: Capture, megabytes: number): CaptureReading => ({
  read: { article: null, ofInput: [toProblem('reading-too-costly', { megabytes }, { file: input })] },
  markdown: '',
  record: null,
  taken: [],
});

const takeFirst = (reader: Reader): PendingTask | undefined => {
  const task = reader.tasks.shift();
  reader.bytes -= task?.capture.bytes.length ?? 0;
  return task;
};

const tell = (child: ChildProcess, order: ReaderOrder): void => {
  // Where it has ended, `exit` says so.
  child.send(order, () => undefined);
};

/**
 * Up to so many readers, each started when those before it are at work. One that a capture brought down is started again, and
 * reads on after it.
 * @param megabytes that each may take
 */
export const openReaders = (
  count: number,
  setup: ReadingSetup,
  megabytes = maxReaderMegabytes,
): CaptureReaders => {
  const readers: Reader[] = [];
  let isClosed = false;

  const startProcess = (): ChildProcess => {
    const child = fork(new URL('./reader.ts', import.meta.url), {
      // Small pieces of memory, and few pools of them: what is read is let go at once.
      execArgv: [
        `--max-old-space-size=${String(megabytes)}`,
        '--max-semi-space-size=4',
        '--heap-growing-percent=40',
      ],
      env: { ...process.env, MALLOC_ARENA_MAX: '1' },
      serialization: 'advanced',
      // What V8 prints when memory is out is told as a problem.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    tell(child, { setup });
    return child;
  };

  const listen = (reader: Reader): void => {
    const child = reader.process;
    child.on('message', (answer: ReaderAnswer) => {
      if ('ready' in answer) {
        reader.isReady = true;
        return;
      }
      const task = takeFirst(reader);
      if ('error' in answer) task?.fail(answer.error);
      else task?.settle(answer.reading);
    });
    const onEnd = (): void => {
      if (isClosed || reader.process !== child) return;
      const [first] = reader.tasks;
      if (!reader.isReady || first === undefined) {
        readers.splice(readers.indexOf(reader), 1);
        for (const { settle } of reader.tasks.splice(0)) settle(null);
        return;
      }
      takeFirst(reader);
      first.settle(tooCostly(first.capture, megabytes));
      reader.process = startProcess();
      reader.isReady = false;
      listen(reader);
      for (const { capture, isWrapped } of reader.tasks) tell(reader.process, { capture, isWrapped });
    };
    child.on('error', onEnd).on('exit', onEnd);
  };

  const startReader = (): Reader => {
    const reader: Reader = { process: startProcess(), isReady: false, tasks: [], bytes: 0 };
    readers.push(reader);
    listen(reader);
    return reader;
  };

  const leastBusy = (): Reader => {
    const idle = readers.find(({ tasks }) => tasks.length === 0);
    if (idle !== undefined) return idle;
    if (readers.length < count) return startReader();
    return readers.reduce((a, b) => (b.bytes < a.bytes ? b : a));
  };

  return {
    read: (capture, isWrapped) =>
      new Promise((settle, fail) => {
        const reader = leastBusy();
        reader.tasks.push({ capture, isWrapped, settle, fail });
        reader.bytes += capture.bytes.length;
        tell(reader.process, { capture, isWrapped });
      }),
    close: () => {
      isClosed = true;
      for (const reader of readers) reader.process.kill('SIGKILL');
    },
  };
};
