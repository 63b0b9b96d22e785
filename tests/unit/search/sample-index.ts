import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { openSearchFolder } from '../../../src/search/open-search-fs.ts';
import type { ArchiveSearch, SearchRequest } from '../../../src/search/search-answer.ts';
import type { Synonym } from '../../../src/search/index-files.ts';
import { writeSearchIndex } from '../../../src/search/write-index-fs.ts';
import { articles } from './sample-index-fs.ts';

/** The articles that readers may see. */
export const shown = articles.filter(({ withdrawn }) => withdrawn === null);

const sourceNames = new Map([
  ['bao-a', 'Báo Ấp'],
  ['bao-b', 'Báo Bản'],
]);

const synonyms: Synonym[] = [
  ['ĐU', 'Đảng ủy'],
  ['HTX', 'hợp tác xã'],
];

/** The sample articles in an index of a test file's own, and ways to ask it. */
export const useSampleIndex = () => {
  let folder = '';
  let opened: ArchiveSearch | null = null;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'khobao-search-'));
    await writeSearchIndex(articles, join(folder, 'site'), { sourceNames, synonyms });
    opened = await openSearchFolder(join(folder, 'site'));
  });
  afterAll(() => rm(folder, { recursive: true }));
  const search: ArchiveSearch['search'] = (request) =>
    opened === null ? Promise.reject(new Error('not open')) : opened.search(request);
  /** The last parts of the ids that are found. */
  const idsOf = async (query: string, more: Partial<SearchRequest> = {}): Promise<(string | undefined)[]> =>
    ((await search({ query, ...more })).results ?? []).map(({ id }) => id.split('/').at(-1));
  return { search, idsOf, inFolder: (name: string): string => join(folder, name) };
};
