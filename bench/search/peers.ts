import { flexsearchPeer } from './flexsearch-peer.ts';
import { khobaoPeer } from './khobao-peer.ts';
import { lunrPeer } from './lunr-peer.ts';
import { minisearchPeer } from './minisearch-peer.ts';
import { oramaPeer } from './orama-peer.ts';
import { pagefindPeer, pagefindQuotedPeer } from './pagefind-peer.ts';
import type { Peer } from './peer.ts';
import { sqlitePeer } from './sqlite-peer.ts';

/** What is measured, in the order told; `index` names the peer whose index is asked, where it is another's. */
export const peers: Readonly<
  Record<string, { readonly name: string; readonly peer: Peer; readonly index?: string }>
> = {
  khobao: { name: 'Kho Báo', peer: khobaoPeer },
  pagefind: { name: 'Pagefind', peer: pagefindPeer },
  'pagefind-quoted': { name: 'Pagefind, quoted', peer: pagefindQuotedPeer, index: 'pagefind' },
  minisearch: { name: 'MiniSearch', peer: minisearchPeer },
  flexsearch: { name: 'FlexSearch', peer: flexsearchPeer },
  lunr: { name: 'Lunr', peer: lunrPeer },
  orama: { name: 'Orama', peer: oramaPeer },
  sqlite: { name: 'SQLite FTS5', peer: sqlitePeer },
};
