import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { restoreInFile, withdrawInFile } from '../../../src/archive/withdrawal.ts';
import { articleSchema } from '../../../src/article/article.ts';
import { parseArticle } from '../../../src/article/parse-article.ts';
import { printArticle } from '../../../src/article/print-article.ts';

const withdrawal = { withdrawnAt: '2024-05-06T07:08:09+07:00', reason: 'Theo yêu cầu', by: 'Lan' };

const files: Record<string, string> = {
  'as the importer prints it': printArticle(
    articleSchema.parse({ id: 'a/2020/b', title: 'Chợ', source: 'a', places: ['Huế'], body: [] }),
  ),
  'with comments and its own order':
    '---\n# của thủ thư\nsource: a\nid:   "a/2020/b"\ntitle: Chợ # tạm\nplaces: [Huế, "Vinh"]\n\n# hết\n---\n\nBài.\n',
  'with Windows line ends': '\ufeff---\r\nid: a/2020/b\r\ntitle: Chợ\r\nsource: a\r\n---\r\n\r\nBài.\r\n',
  'set in by two spaces': '---\n  id: a/2020/b\n  title: Chợ\n  source: a\n---\nBài.',
  'ending in a block of text':
    '---\nid: a/2020/b\nsource: a\ntitle: Chợ\nlead: |+\n  Mở đầu.\n\n---\n\nBài.\n',
  'with the end of a document marked': '---\nid: a/2020/b\nsource: a\ntitle: Chợ\n...\n---\n\nBài.\n',
  'with words of YAML in its text': '---\nid: a/2020/b\nsource: a\ntitle: Chợ\n---\n\nwithdrawn: không\n',
};

describe('an article that is withdrawn and restored', () => {
  test.each(Object.entries(files))('%s: is the same file again', (_name, file) => {
    const withdrawn = withdrawInFile(file, withdrawal);
    expect(parseArticle(withdrawn).article).toEqual({
      ...parseArticle(file).article,
      withdrawn: withdrawal,
    });
    expect(restoreInFile(withdrawn)).toBe(file);
  });

  test('in braces says the same again', () => {
    const file = '---\n{id: a/2020/b, title: Chợ, source: a}\n---\n\nBài.\n';
    const restored = restoreInFile(withdrawInFile(file, withdrawal));
    expect(parseArticle(restored).article).toEqual(parseArticle(file).article);
  });

  test('whatever the reason, the name and the title', () => {
    const words = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .filter((text) => articleSchema.shape.title.safeParse(text).data === text);
    fc.assert(
      fc.property(words, words, fc.option(words), (title, reason, by) => {
        const article = articleSchema.parse({ id: 'a/2020/b', title, source: 'a', body: [] });
        const file = printArticle(article);
        const given = { ...withdrawal, reason, by };
        const withdrawn = withdrawInFile(file, given);
        expect(parseArticle(withdrawn).article?.withdrawn).toEqual(given);
        expect(restoreInFile(withdrawn)).toBe(file);
      }),
      { numRuns: 150 },
    );
  });
});
