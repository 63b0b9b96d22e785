import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { count, create, insert, load, save, search, type RawData } from '@orama/orama';
import { foldedWords, toFields } from './article-text.ts';
import { queryKinds } from './bench-query.ts';
import type { Peer } from './peer.ts';

const shown = 10;
const indexFile = 'index.json';

const createIndex = () =>
  create({
    schema: { title: 'string', lead: 'string', text: 'string' },
    components: {
      tokenizer: { language: 'custom', normalizationCache: new Map(), tokenize: foldedWords },
    },
  });

export const oramaPeer: Peer = {
  note: 'Texts and tokenizer folded; title ×3, lead ×2, and a field of all; `threshold: 0` (all words) and `exact` in the field of all for sets, `threshold: 1` (any word) for known articles. It keeps the texts in its index.',
  async build(articles, folder) {
    const index = createIndex();
    for (const article of articles) {
      const { title, lead, text } = toFields(article);
      const folded = (field: string): string => foldedWords(field).join(' ');
      const whole = [title, lead, text].map(folded).join(' ');
      await insert(index, { id: article.id, title: folded(title), lead: folded(lead), text: whole });
    }
    writeFileSync(join(folder, indexFile), JSON.stringify(save(index)));
  },
  open(folder) {
    const index = createIndex();
    load(index, JSON.parse(readFileSync(join(folder, indexFile), 'utf8')) as RawData);
    return Promise.resolve({
      async ask({ kind, text }) {
        const isSet = queryKinds[kind].judged === 'set';
        const term = foldedWords(text).join(' ');
        const started = performance.now();
        const found = await search(index, {
          term,
          ...(isSet
            ? { threshold: 0, exact: true, properties: ['text'] as const, limit: count(index) }
            : { threshold: 1, boost: { title: 3, lead: 2 }, limit: shown }),
        });
        const ms = performance.now() - started;
        return { ms, ids: found.hits.map(({ id }) => id) };
      },
    });
  },
};
