import { openSearch } from './open-search.ts';
import type { ArchiveSearch } from './search-answer.ts';
import { sendError, type NumberedCall, type SearchCall, type SearchReply } from './search-call.ts';

/** Runs in a worker of the page's: opens the index there, and answers what `open-search-apart.ts` asks. */
const say = (reply: SearchReply): void => {
  postMessage(reply);
};

let archive: ArchiveSearch | null = null;

const answer = async (call: SearchCall): Promise<unknown> => {
  if (call.ask === 'open') {
    archive = await openSearch({
      base: call.base,
      onProgress: (bytes, ofBytes) => {
        say({ bytes, ofBytes });
      },
    });
    return archive.years();
  }
  if (archive === null) throw new Error('the index is not open');
  return call.ask === 'search' ? archive.search(call.request) : archive.complete(call.prefix, call.limit);
};

addEventListener('message', ({ data }: MessageEvent<NumberedCall>) => {
  const { number, call } = data;
  answer(call).then(
    (value) => {
      say({ number, value });
    },
    (error: unknown) => {
      say({ number, error: sendError(error) });
    },
  );
});
