import { describe, expect, test } from 'vitest';
import { completeQuery, toCompletions } from '../../../src/search/complete-query.ts';
import { byFirstLetter, toCompletionList } from '../../../src/search/completion-list.ts';
import { toIndexed } from '../../../src/search/indexed-article.ts';
import { articles } from './sample-index-fs.ts';

const list = ['Nghệ An', 'bảo vệ nền tảng', 'báo vẽ', 'ngân hàng', '35-NQ/TW', 'lũ quét', 'bảo hiểm'];

const completionsOf = (letter: string) =>
  Promise.resolve(toCompletions(new Map(byFirstLetter(list)).get(letter) ?? []));

describe('completeQuery', () => {
  test.each([
    ['ng', ['Nghệ An', 'ngân hàng']],
    ['nghe', ['Nghệ An']],
    ['bao ve nen', ['bảo vệ nền tảng']],
    ['bao ve ', ['bảo vệ nền tảng']],
    ['bả', ['bảo vệ nền tảng', 'bảo hiểm']],
    ['bảo v', ['bảo vệ nền tảng']],
    ['BẢO VÊ', ['bảo vệ nền tảng']],
    ['bảo vé', []],
    ['giá gạo ng', ['giá gạo Nghệ An', 'giá gạo ngân hàng']],
    ['nơi:ng', ['nơi:"Nghệ An"', 'nơi:"ngân hàng"']],
    ['gạo -"lũ', ['gạo -"lũ quét']],
    ['văn-bản:35', ['văn-bản:"35-NQ/TW"']],
    ['lũ quét', []],
    ['lu quet', ['lũ quét']],
    ['xyz', []],
    ['', []],
    ['…', []],
  ])('%j may become %j', async (prefix, expected) => {
    expect(await completeQuery(prefix, completionsOf, 8)).toEqual(expected);
    expect(await completeQuery(prefix.normalize('NFD'), completionsOf, 1)).toEqual(expected.slice(0, 1));
  });
});

describe('toCompletionList', () => {
  const of = (titles: readonly string[]) => {
    const [sample] = articles;
    if (sample === undefined) throw new Error('no sample');
    const bare = { ...sample, places: [], citedDocuments: [] };
    return toCompletionList(titles.map((title) => toIndexed({ ...bare, title }).summary));
  };

  test('has runs of titles, places and documents, the most frequent first', () => {
    const found = toCompletionList(
      articles.filter(({ withdrawn }) => withdrawn === null).map((article) => toIndexed(article).summary),
    );
    expect(found[0]).toBe('Hòa Bình');
    expect(found).toContain('Hà Nội');
    expect(found).toContain('35-NQ/TW');
    expect(found).toContain('Lũ quét ở thượng nguồn');
    expect(found).not.toContain('Lũ quét');
  });

  test('a run that always goes on in one way is offered whole; a title’s first word is no name for it', () => {
    expect(of(['Bảo vệ nền tảng', 'Về bảo vệ nền tảng', 'Báo vẽ'])).toEqual([
      'bảo vệ nền tảng',
      'nền tảng',
      'vệ nền tảng',
      'Báo vẽ',
      'Về bảo vệ nền tảng',
    ]);
  });

  test('of a larger archive has what several articles have', () => {
    const titles = Array.from(
      { length: 300 },
      (_, i) => `Tin số ${i} về ${i % 2 === 0 ? 'lũ quét' : 'giá gạo'}`,
    );
    expect(of(titles)).toEqual(['Tin số', 'giá gạo', 'lũ quét', 'về giá gạo', 'về lũ quét']);
  });
});
