import { describe, expect, test } from 'vitest';
import { gatherArticles, type GatheredRecord } from '../../../src/snapshot/content-snapshot.ts';

const capture = (letter: string, offset = 0): GatheredRecord['captures'][number] => ({
  sha256: letter.repeat(64),
  file: `captures/${letter}.warc.gz`,
  offset,
  url: null,
  capturedAtInferred: false,
  mediaType: 'text/html',
  bytes: 7,
  capturedAt: '2026-01-02T03:04:05+07:00',
});

const record = (id: string, letters: string, isWithdrawn = false): GatheredRecord => ({
  id,
  withdrawn: isWithdrawn ? { withdrawnAt: '2026-01-02T03:04:05+07:00', reason: 'Nhầm tên.', by: null } : null,
  captures: Array.from(letters, (letter) => capture(letter)),
});

const withdrawn = (id: string, letters: string): GatheredRecord => record(id, letters, true);

describe('gatherArticles', () => {
  test('counts articles, former versions and captures, and lists the captures of both', () => {
    const articles = [record('bao-x/2020/a', 'c'), record('bao-x/2020/b', 'd')];
    const versions = [record('bao-x/2020/a', 'a'), record('bao-x/2020/a', 'ac')];
    const hashes = new Map([['articles/bao-x/2020/a.md', 'e'.repeat(64)]]);
    const gathered = gatherArticles(articles, versions, hashes);
    expect(gathered.counts).toEqual({ articles: 2, withdrawn: 0, versions: 2, captures: 3 });
    expect(gathered.articles['bao-x/2020/a']).toEqual({
      sha256: 'e'.repeat(64),
      withdrawn: false,
      captures: ['a'.repeat(64), 'c'.repeat(64)],
    });
    expect([...gathered.captures.keys()].sort()).toEqual(['a', 'c', 'd'].map((one) => one.repeat(64)));
  });

  test('gives no capture, and no version, of a withdrawn article', () => {
    const gathered = gatherArticles(
      [withdrawn('bao-x/2020/a', 'a')],
      [record('bao-x/2020/a', 'b')],
      new Map(),
    );
    expect(gathered.counts).toEqual({ articles: 0, withdrawn: 1, versions: 0, captures: 0 });
    expect(gathered.captures.size).toBe(0);
    expect(gathered.articles['bao-x/2020/a']?.captures).toHaveLength(2);
  });

  test('gives a capture of a withdrawn article that another article rests on as well', () => {
    const articles = [withdrawn('bao-x/2020/a', 'ab'), record('bao-x/2020/b', 'b')];
    const gathered = gatherArticles(articles, [], new Map());
    expect([...gathered.captures.keys()]).toEqual(['b'.repeat(64)]);
  });

  test('leaves out the versions of an article that is not there', () => {
    const gathered = gatherArticles([], [record('bao-x/2020/a', 'a')], new Map());
    expect(gathered.counts).toEqual({ articles: 0, withdrawn: 0, versions: 0, captures: 0 });
  });
});
