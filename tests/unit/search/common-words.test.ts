import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { archivePostings } from '../../../src/search/archive-postings.ts';
import { openReader, type IndexFiles } from '../../../src/search/index-reader.ts';
import { openShards } from '../../../src/search/open-shards.ts';
import { articleOf, toPlace, type PostingsSource, type Word } from '../../../src/search/postings.ts';
import { openTable } from '../../../src/search/table-reader.ts';
import { writeSearchIndex } from '../../../src/search/write-index-fs.ts';
import { articles } from './sample-index-fs.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khobao-common-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const filesIn = (below: string): IndexFiles => ({
  read: async (path) => new Uint8Array(await readFile(join(below, path))),
  async readRange(path, { from, to }) {
    const file = await open(join(below, path));
    const { bytesRead, buffer } = await file.read(new Uint8Array(to - from), 0, to - from, from);
    await file.close();
    return { bytes: buffer.subarray(0, bytesRead), isWhole: false };
  },
});

const openPostings = async (out: string): Promise<PostingsSource> => {
  const reader = await openReader(filesIn(join(out, 'search')));
  const table = openTable(await reader.load('table', reader.entry.table));
  return archivePostings(reader, table)(await openShards(reader));
};

/** Each exact key of an article, and the first slot it has there. */
const firstWords = async (source: PostingsSource, article: number): Promise<[Word, number][]> => {
  const first = new Map<string, [Word, number]>();
  for (const [slot, word] of (await source.slotsOf(article)).entries()) {
    if (word !== null && !first.has(word.key)) first.set(word.key, [word, slot]);
  }
  return [...first.values()];
};

test.each([
  ['all', 1],
  ['some', 3],
  ['no', 1000],
])('a word’s place is the same looked up and read, where %s words are common', async (name, commonFrom) => {
  const out = join(folder, name);
  await writeSearchIndex(articles, out, { commonFrom, bundleCharacters: 500 });
  const source = await openPostings(out);
  let differing = 0;
  for (let article = 0; article < source.articles; article += 1) {
    for (const [word, slot] of await firstWords(source, article)) {
      const places = (await source.wordPlaces(word, 'exact')).filter((place) => articleOf(place) === article);
      const read = source.placeOf(article, slot, word);
      expect(places).toEqual([read]);
      expect(source.zoneOf(read)).toBe(source.zoneOf(toPlace(article, slot)));
      if (read !== toPlace(article, slot)) differing += 1;
    }
  }
  expect(differing > 0).toBe(commonFrom < 1000);
});
