import { openSearch } from './open-search.ts';
import { rehearseSearch } from './rehearse-search.ts';
import type { ArchiveSearch } from './search-answer.ts';
import { sendError, type NumberedCall, type SearchCall, type SearchReply } from './search-call.ts';

/** Runs in a worker of the page's: opens the index there, and answers what `open-search-apart.ts` asks. */
const say = (reply: SearchReply): void => {
  postMessage(reply);
};

/** How much has come is told no oftener: it is only to be seen, and each time the page stops for it. */
const progressEveryMs = 100;

let progress: { readonly bytes: number; readonly ofBytes: number | null } | null = null;
const tellProgress = (bytes: number, ofBytes: number | null): void => {
  if (progress === null) {
    setTimeout(() => {
      if (progress !== null) say(progress);
      progress = null;
    }, progressEveryMs);
  }
  progress = { bytes, ofBytes };
};

let archive: ArchiveSearch | null = null;
let calls = 0;

const answer = async (call: SearchCall): Promise<unknown> => {
  if (call.ask === 'open') {
    archive = await openSearch({ base: call.base, onProgress: tellProgress });
    const before = calls;
    rehearseSearch(() => calls === before).catch(() => undefined);
    return archive.years();
  }
  if (archive === null) throw new Error('the index is not open');
  return call.ask === 'search' ? archive.search(call.request) : archive.complete(call.prefix, call.limit);
};

addEventListener('message', ({ data }: MessageEvent<NumberedCall>) => {
  const { number, call } = data;
  calls += 1;
  answer(call).then(
    (value) => {
      say({ number, value });
    },
    (error: unknown) => {
      say({ number, error: sendError(error) });
    },
  );
});
