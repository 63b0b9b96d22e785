/** One peer's work in a process of its own: `run-peer.ts build|ask PEER FOLDER`; `bench/search.ts` starts it. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchQuery } from './bench-query.ts';
import { readArticles } from './corpus-articles.ts';
import type { PeerAnswer } from './peer.ts';
import { peers } from './peers.ts';

/** What a query took and gave; `transfer` for the queries whose bytes are counted. */
export type AskedQuery = PeerAnswer & {
  readonly transfer: { readonly startBytes: number; readonly queryBytes: number } | null;
};

/** Every so many queries, the bytes of one are counted in a session of its own; those of two syllables always. */
const queriesPerTransfer = 8;

const [task, name = '', folder = ''] = process.argv.slice(2);
const entry = peers[name];
if (entry === undefined || (task !== 'build' && task !== 'ask')) {
  throw new Error('usage: run-peer.ts build|ask PEER FOLDER');
}
const { peer, index = name } = entry;
const indexFolder = join(folder, index);
if (task === 'build') {
  mkdirSync(indexFolder, { recursive: true });
  const started = performance.now();
  await peer.build(readArticles(folder), indexFolder);
  console.log(JSON.stringify({ seconds: (performance.now() - started) / 1000 }));
} else {
  const queries = JSON.parse(readFileSync(join(folder, 'queries.json'), 'utf8')) as BenchQuery[];
  const { ask, transferOf } = await peer.open(indexFolder);
  const answers: AskedQuery[] = [];
  for (const [i, query] of queries.entries()) {
    const isCounted =
      transferOf !== undefined && (i % queriesPerTransfer === 0 || query.kind === 'two-syllables');
    const answer = await ask(query);
    answers.push({ ...answer, transfer: isCounted ? await transferOf(query) : null });
  }
  writeFileSync(join(folder, `${name}.answers.json`), JSON.stringify(answers));
}
