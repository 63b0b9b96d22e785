import { openSearchFolder } from '../../src/search/open-search-fs.ts';
import { writeSearchIndex } from '../../src/search/write-index-fs.ts';
import { pageRequest, startRequest } from '../browser/page-request.ts';
import { queryKinds } from './bench-query.ts';
import type { Peer } from './peer.ts';

export const khobaoPeer: Peer = {
  note: 'The archive’s own index and code, as the search page runs them; bytes as the index counts them (`transfer`).',
  async build(articles, folder) {
    await writeSearchIndex(articles, folder);
  },
  async open(folder) {
    const session = await openSearchFolder(folder);
    await session.search(startRequest);
    return {
      async ask({ kind, text }) {
        const started = performance.now();
        const { results = [] } = await session.search(pageRequest(text));
        const ms = performance.now() - started;
        if (queryKinds[kind].judged === 'rank') return { ids: results.map(({ id }) => id), ms };
        const { ids = {} } = await session.search({ query: text, ids: true, tiers: 'all' });
        const { exact = [], folded = [], loose = [] } = ids;
        return { ids: [...exact, ...folded, ...loose], tiers: { exact, folded, loose }, ms };
      },
      async transferOf({ text }) {
        const fresh = await openSearchFolder(folder);
        const { transfer: start } = await fresh.search(startRequest);
        const { transfer } = await fresh.search(pageRequest(text));
        return { startBytes: start.bytes, queryBytes: transfer.bytes };
      },
    };
  },
};
