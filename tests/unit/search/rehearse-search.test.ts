import { afterEach, describe, expect, test, vi } from 'vitest';
import { openArchive } from '../../../src/search/open-archive.ts';
import { rehearsalFiles, rehearsalQueries } from '../../../src/search/rehearsal-files.ts';
import { rehearseSearch } from '../../../src/search/rehearse-search.ts';

afterEach(() => {
  vi.useRealTimers();
});

describe('the made-up index', () => {
  test.each(rehearsalQueries)('answers %j with ten results, each with its matches marked', async (query) => {
    const archive = await openArchive(rehearsalFiles());
    const { results = [] } = await archive.search({ query, facets: 'light' });
    expect(results).toHaveLength(10);
    for (const { excerpt } of results) expect(excerpt).toContain('[[');
  });

  test('is asked in every way that a query goes: each tier, a phrase, and help', async () => {
    const archive = await openArchive(rehearsalFiles());
    const ways = new Set<string>();
    for (const query of rehearsalQueries) {
      const { tiers, help } = await archive.search({ query, facets: 'light' });
      for (const { kind, total } of tiers) if (total > 0) ways.add(kind);
      if (help !== null) ways.add('help');
    }
    expect([...ways].sort()).toEqual(['exact', 'folded', 'help', 'loose']);
  });
});

describe('a rehearsal', () => {
  test('goes through all its queries while nobody asks', async () => {
    vi.useFakeTimers();
    let looked = 0;
    const rehearsing = rehearseSearch(() => {
      looked += 1;
      return true;
    });
    await vi.runAllTimersAsync();
    await rehearsing;
    expect(looked).toBeGreaterThan(rehearsalQueries.length);
  });

  test('ends as soon as somebody does', async () => {
    vi.useFakeTimers();
    let looked = 0;
    const rehearsing = rehearseSearch(() => {
      looked += 1;
      return looked < 3;
    });
    await vi.runAllTimersAsync();
    await rehearsing;
    expect(looked).toBe(3);
  });
});
