import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { foldedWords, toFields } from './article-text.ts';
import { queryKinds } from './bench-query.ts';
import type { Peer } from './peer.ts';

const file = 'index.db';
const shown = 10;

const toMatch = (words: readonly string[], joiner: string): string =>
  words.map((word) => `"${word}"`).join(joiner);

export const sqlitePeer: Peer = {
  note: 'FTS5 without content over text folded beforehand; title ×3, lead ×2 in `bm25`; a phrase for sets and first for known articles, then any word.',
  build(articles, folder) {
    const database = new DatabaseSync(join(folder, file));
    database.exec(
      `CREATE TABLE ids(id TEXT); CREATE VIRTUAL TABLE texts USING fts5(title, lead, text, content='', tokenize='unicode61'); BEGIN`,
    );
    const putId = database.prepare('INSERT INTO ids VALUES (?)');
    const putText = database.prepare('INSERT INTO texts(rowid, title, lead, text) VALUES (?, ?, ?, ?)');
    for (const article of articles) {
      const { lastInsertRowid } = putId.run(article.id);
      const fields = toFields(article);
      // A word that is in no text stands between blocks, so that no phrase runs across two.
      const [title, lead, text] = [fields.title, fields.lead, fields.text].map((field) =>
        field
          .split('\n')
          .map((block) => foldedWords(block).join(' '))
          .join(' \ue000 '),
      );
      putText.run(lastInsertRowid, title ?? '', lead ?? '', text ?? '');
    }
    database.exec(`COMMIT; INSERT INTO texts(texts) VALUES ('optimize'); VACUUM`);
    database.close();
    return Promise.resolve();
  },
  open(folder) {
    const database = new DatabaseSync(join(folder, file), { readOnly: true });
    const ranked = database.prepare(
      'SELECT id FROM texts JOIN ids ON ids.rowid = texts.rowid WHERE texts MATCH ? ORDER BY bm25(texts, 3, 2, 1) LIMIT ?',
    );
    const ask = (match: string, limit: number): string[] =>
      ranked.all(match, limit).map(({ id }) => String(id));
    return Promise.resolve({
      ask({ kind, text }) {
        const words = foldedWords(text);
        const started = performance.now();
        let ids = ask(toMatch(words, ' + '), shown);
        if (queryKinds[kind].judged === 'rank' && ids.length < shown) {
          ids = [...new Set([...ids, ...ask(toMatch(words, ' OR '), shown)])];
        }
        const ms = performance.now() - started;
        if (queryKinds[kind].judged === 'set') ids = ask(toMatch(words, ' + '), -1);
        return Promise.resolve({ ms, ids });
      },
    });
  },
};
