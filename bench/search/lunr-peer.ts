import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { toFields } from './article-text.ts';
import { queryKinds } from './bench-query.ts';
import type { Peer } from './peer.ts';

interface Builder {
  readonly searchPipeline: { readonly reset: () => void; readonly add: (filter: unknown) => void };
  readonly use: (plugin: unknown) => void;
  readonly ref: (name: string) => void;
  readonly field: (name: string, options?: { readonly boost: number }) => void;
  readonly add: (document: object) => void;
}
interface Query {
  readonly term: (terms: unknown, options: object) => void;
}
interface Index {
  readonly query: (write: (query: Query) => void) => { readonly ref: string }[];
}
interface Lunr {
  (configure: (this: Builder) => void): Index;
  readonly vi: { readonly trimmer: unknown; readonly stopWordFilter: unknown };
  readonly Pipeline: { readonly registerFunction: (filter: unknown, name: string) => void };
  readonly tokenizer: (text: string) => unknown;
  readonly Query: { readonly presence: { readonly REQUIRED: number; readonly OPTIONAL: number } };
  readonly Index: { readonly load: (serialized: unknown) => Index };
}

const indexFile = 'index.json';

// Neither package tells its types, and the language packs change the library that they are given.
const loadLunr = (): Lunr => {
  const require = createRequire(import.meta.url);
  const lunr = require('lunr') as Lunr;
  for (const pack of ['lunr.stemmer.support.js', 'lunr.vi.js']) {
    (require(`lunr-languages/${pack}`) as (library: Lunr) => void)(lunr);
  }
  lunr.Pipeline.registerFunction(lunr.vi.stopWordFilter, 'stopWordFilter-vi');
  return lunr;
};

export const lunrPeer: Peer = {
  note: 'Its Vietnamese pack, whose trimmer is put on queries in place of the English stemmer that it leaves there; queries in NFC; title ×3, lead ×2; all words for sets, any word for known articles.',
  build(articles, folder) {
    const lunr = loadLunr();
    const index = lunr(function () {
      this.use(lunr.vi);
      // The pack leaves the English stemmer here.
      this.searchPipeline.reset();
      this.searchPipeline.add(lunr.vi.trimmer);
      this.ref('id');
      this.field('title', { boost: 3 });
      this.field('lead', { boost: 2 });
      this.field('text');
      for (const article of articles) this.add({ id: article.id, ...toFields(article) });
    });
    writeFileSync(join(folder, indexFile), JSON.stringify(index));
    return Promise.resolve();
  },
  open(folder) {
    const lunr = loadLunr();
    const { REQUIRED, OPTIONAL } = lunr.Query.presence;
    const index = lunr.Index.load(JSON.parse(readFileSync(join(folder, indexFile), 'utf8')));
    return Promise.resolve({
      ask({ kind, text }) {
        const presence = queryKinds[kind].judged === 'set' ? REQUIRED : OPTIONAL;
        const started = performance.now();
        const found = index.query((query) => {
          query.term(lunr.tokenizer(text.replaceAll('"', '').normalize('NFC')), { presence });
        });
        return Promise.resolve({ ms: performance.now() - started, ids: found.map(({ ref }) => ref) });
      },
    });
  },
};
