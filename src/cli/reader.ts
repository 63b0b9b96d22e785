/** A process that reads captures apart from the import that it is a part of: see `open-readers.ts`. */
import type { Capture } from '../capture/capture.ts';
import { readCapture, type CaptureReading, type ReadingSetup } from './read-capture.ts';

/** A capture for a reader to read. */
export interface ReadingTask {
  readonly capture: Capture;
  readonly isWrapped: boolean;
}

/** What a reader is told: first the setup, then tasks. */
export type ReaderOrder = { readonly setup: ReadingSetup } | ReadingTask;

/** What a reader tells: once that it is ready, then the answers in the order of the tasks. */
export type ReaderAnswer =
  { readonly ready: true } | { readonly reading: CaptureReading } | { readonly error: unknown };

const tell = (answer: ReaderAnswer): void => {
  process.send?.(answer);
};

const read = async ({ capture, isWrapped }: ReadingTask, setup: ReadingSetup): Promise<void> => {
  try {
    tell({ reading: await readCapture(capture, isWrapped, setup) });
  } catch (error) {
    tell({ error });
  }
};

let setup: ReadingSetup | null = null;
let last = Promise.resolve();
process.on('message', (order: ReaderOrder) => {
  if ('setup' in order) {
    setup = order.setup;
    tell({ ready: true });
    return;
  }
  last = last.then(() => (setup === null ? undefined : read(order, setup)));
});

// Ctrl-C reaches all processes of a terminal; the import says when it is over, and where it was killed, the channel closes.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
process.on('disconnect', () => process.exit());
