import { openArchive } from './open-archive.ts';
import { rehearsalFiles, rehearsalQueries } from './rehearsal-files.ts';

/** Rounds of the queries: after these, most of the code runs as fast as it will. */
const rounds = 4;

/** Whoever opened the index to ask at once has asked by then. */
const restMs = 100;

/** Resolves in a task of its own, after whatever waits already. */
const nextTask = (): Promise<void> =>
  new Promise((next) => {
    setTimeout(next);
  });

/**
 * Asks made-up questions of a made-up index, so that a browser has compiled the code of a search before the reader asks the
 * first one: it takes longer than the search itself. Nothing is fetched. Stops as soon as `isIdle` says no.
 */
export const rehearseSearch = async (isIdle: () => boolean): Promise<void> => {
  await new Promise((rested) => {
    setTimeout(rested, restMs);
  });
  if (!isIdle()) return;
  const files = rehearsalFiles();
  for (let round = 0; round < rounds; round += 1) {
    const archive = await openArchive(files);
    for (const query of rehearsalQueries) {
      await nextTask();
      if (!isIdle()) return;
      await archive.search({ query, facets: 'light' });
    }
  }
};
