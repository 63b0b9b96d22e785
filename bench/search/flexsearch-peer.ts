import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Index } from 'flexsearch';
import { foldedWords, toFields } from './article-text.ts';
import { queryKinds } from './bench-query.ts';
import type { Peer } from './peer.ts';

const all = 1_000_000;
const shown = 10;
const idsFile = 'ids.json';

const createIndex = (): Index => new Index({ tokenize: 'strict', encode: foldedWords, resolution: 9 });

export const flexsearchPeer: Peer = {
  note: 'Encoder folded, `tokenize: strict`, title before lead before text (earlier words rank higher); `suggest` for known articles.',
  build(articles, folder) {
    const index = createIndex();
    const ids: string[] = [];
    for (const article of articles) {
      const { title, lead, text } = toFields(article);
      index.add(ids.length, [title, lead, text].join('\n'));
      ids.push(article.id);
    }
    writeFileSync(join(folder, idsFile), JSON.stringify(ids));
    index.export((key, data) => {
      writeFileSync(join(folder, `${key}.part`), data);
    });
    return Promise.resolve();
  },
  open(folder) {
    const index = createIndex();
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.part'))) {
      index.import(name.replace(/\.part$/, ''), readFileSync(join(folder, name), 'utf8'));
    }
    const ids = JSON.parse(readFileSync(join(folder, idsFile), 'utf8')) as string[];
    return Promise.resolve({
      ask({ kind, text }) {
        const isSet = queryKinds[kind].judged === 'set';
        const started = performance.now();
        const found = index.search(text, { limit: isSet ? all : shown, suggest: !isSet });
        const ms = performance.now() - started;
        return Promise.resolve({ ms, ids: found.map((id) => ids[Number(id)] ?? '') });
      },
    });
  },
};
