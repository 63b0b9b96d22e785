import { isPage } from './keep-pages.ts';
import type { KeptResponses } from './keep-responses.ts';
import { coveringAddress, parseRange, rangeAddress, rangeResponse } from './kept-range.ts';

/** Parts of the index that are kept at most. */
const mostParts = 4000;

/** The one file of the index whose name never changes. */
const entryName = 'index.json';

/** Parts of the index that searches used. */
export interface SearchKeeping {
  /** Takes what the network gave for a request. */
  readonly take: (request: Request, response: Response) => Promise<void>;
  /** What is kept for a request; null where that isn't, or not all of it. */
  readonly find: (request: Request) => Promise<Response | null>;
}

/** Keeps parts of the index in the folder at `root`. */
export const keepSearch = (root: string, kept: KeptResponses): SearchKeeping => {
  /** After a new publication: what the new entry doesn't name is asked for no more, and may hold what was withdrawn. */
  const dropUnnamed = async (entry: string): Promise<void> => {
    for (const address of await kept.addresses('search')) {
      const path = address.slice(root.length).replace(/\?.*$/, '');
      const name = /^shard\/[^/]+/.exec(path)?.[0] ?? path;
      if (path !== entryName && !entry.includes(name)) await kept.drop('search', address);
    }
  };
  return {
    async take({ url, headers }, response) {
      const range = parseRange(headers.get('range'));
      if (response.status === 206 && range !== null) {
        const bytes = await response.arrayBuffer();
        if (bytes.byteLength !== range.last + 1 - range.first) return;
        await kept.put('search', rangeAddress(url, range), new Response(bytes));
      } else if (response.status === 200) {
        if (isPage(response)) return;
        if (url === root + entryName) await dropUnnamed(await response.clone().text());
        await kept.put('search', url, response);
      }
      await kept.trim('search', mostParts, (address) => !address.includes('?'));
    },
    async find({ url, headers }) {
      const range = parseRange(headers.get('range'));
      if (range === null) return kept.find('search', url);
      const exact = { address: rangeAddress(url, range), from: range.first };
      const found = (await kept.find('search', exact.address))
        ? exact
        : coveringAddress(await kept.addresses('search'), url, range);
      const response = found === null ? null : await kept.find('search', found.address);
      return found === null || response === null
        ? null
        : rangeResponse(await response.arrayBuffer(), found.from, range);
    },
  };
};
