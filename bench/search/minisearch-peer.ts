import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import { foldedWords, toFields } from './article-text.ts';
import { queryKinds } from './bench-query.ts';
import type { Peer } from './peer.ts';

const options = {
  fields: ['title', 'lead', 'text'],
  tokenize: foldedWords,
  processTerm: (term: string) => term,
};
const indexFile = 'index.json';

export const minisearchPeer: Peer = {
  note: 'Tokenizer and queries folded; title ×3, lead ×2; all words for sets, any word with `fuzzy: 0.2` for known articles (as its guide has it).',
  build(articles, folder) {
    const index = new MiniSearch(options);
    for (const article of articles) index.add({ id: article.id, ...toFields(article) });
    writeFileSync(join(folder, indexFile), JSON.stringify(index));
    return Promise.resolve();
  },
  open(folder) {
    const index = MiniSearch.loadJSON(readFileSync(join(folder, indexFile), 'utf8'), options);
    return Promise.resolve({
      ask({ kind, text }) {
        const isSet = queryKinds[kind].judged === 'set';
        const started = performance.now();
        const found = index.search(text, {
          boost: { title: 3, lead: 2 },
          ...(isSet ? { combineWith: 'AND' } : { combineWith: 'OR', fuzzy: 0.2 }),
        });
        return Promise.resolve({
          ms: performance.now() - started,
          ids: found.map(({ id }) => String(id)),
        });
      },
    });
  },
};
