import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recordSchema, type ArticleRecord } from '../../../src/article/article.ts';
import { compareVersions, type DiffParagraph, type VersionDiff } from '../../../src/content/version-diff.ts';

const version = (markdown: string, record: Partial<ArticleRecord> = {}) => ({
  record: recordSchema.parse({ id: 'bao-x/2022/a', source: 'bao-x', title: 'Chợ', ...record }),
  markdown,
});

const compare = (
  [before, former]: [string, Partial<ArticleRecord>?],
  [after, later]: [string, Partial<ArticleRecord>?],
): VersionDiff =>
  compareVersions(version(before, former), version(after, later), (date) => date ?? 'không rõ ngày');

/** `[-bỏ-]`, `{+thêm+}`, `(2)` for two unchanged paragraphs. */
const toMarks = (paragraphs: readonly DiffParagraph[]): string =>
  paragraphs
    .map((paragraph) =>
      paragraph.kind === 'unchanged'
        ? `(${String(paragraph.count)})`
        : paragraph.pieces
            .map(({ kind, text }) =>
              kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `[-${text}-]`,
            )
            .join(''),
    )
    .join(' | ');

const textMarks = (before: string, after: string): string =>
  toMarks(compare([before], [after]).parts.find(({ part }) => part === 'text')?.paragraphs ?? []);

test.each([
  ['nothing', 'Một.\n\nHai.', 'Một.\n\nHai.', ''],
  ['a number', 'Con số lúc đầu là 15.', 'Con số lúc đầu là 14.', 'Con số lúc đầu là [-15-]{+14+}.'],
  ['a tone mark alone', 'Kỹ sư', 'Kĩ sư', '[-Kỹ-]{+Kĩ+} sư'],
  ['words beside one another, told as one', 'Ông An nói', 'Bà Bình nói', '[-Ông An-]{+Bà Bình+} nói'],
  ['a new sentence', 'Một.', 'Một. Hai.', 'Một.{+ Hai.+}'],
  ['a paragraph more, the others counted', 'A\n\nB\n\nC', 'A\n\nB\n\nX y\n\nC', '(2) | {+X y+} | (1)'],
  ['a paragraph less', 'A\n\nB\n\nC', 'A\n\nC', '(1) | [-B-] | (1)'],
  ['a paragraph cut in two, which is no change of words', 'A b. C d.', 'A b.\n\nC d.', ''],
  ['emphasis, which is no word', '**Một** hai', 'Một hai', ''],
  [
    'a cell of a table',
    '| a | b |\n| - | - |\n| 1 | 2 |',
    '| a | b |\n| - | - |\n| 1 | 3 |',
    '(1) | 1 · [-2-]{+3+}',
  ],
  ['an item of a list', '- Một\n- Hai', '- Một\n- Ba', '(1) | [-Hai-]{+Ba+}'],
  [
    'a caption',
    ':::figure\nChợ. Ảnh: :credit[AN]\n:::',
    ':::figure\nChợ. Ảnh: :credit[BÌNH]\n:::',
    'Chợ. Ảnh: [-AN-]{+BÌNH+}',
  ],
])('between versions: %s', (_, before, after, marks) => {
  expect(textMarks(before, after)).toBe(marks);
});

describe('beside the text', () => {
  test('headline, lead, date and byline are compared by themselves, in the order of the page', () => {
    const { parts, added, removed } = compare(
      ['Bài.', { title: 'Chợ cũ', publishedAt: '2022-01-01', authors: ['An'] }],
      ['Bài.', { title: 'Chợ mới', publishedAt: '2022-01-02', authors: ['An', 'Bình'], lead: 'Lời dẫn.' }],
    );
    expect(parts.map(({ part, paragraphs }) => `${part}: ${toMarks(paragraphs)}`)).toEqual([
      'title: Chợ [-cũ-]{+mới+}',
      'date: 2022-01-[-01-]{+02+}',
      'byline: An{+, Bình+}',
      'lead: {+Lời dẫn.+}',
    ]);
    expect([added, removed]).toEqual([5, 2]);
  });
});

test('a text that is another one altogether is not compared word by word', () => {
  const words = (letter: string): string =>
    Array.from({ length: 4000 }, (_, i) => `${letter}${String(i)}`).join(' ');
  const diff = compare([words('a'), { title: 'Cũ' }], [words('b'), { title: 'Mới' }]);
  expect(diff.isRewritten).toBe(true);
  expect(diff.parts.map(({ part }) => part)).toEqual(['title']);
});

test('what both versions have and what one has make the two texts again', () => {
  const words = fc.array(fc.constantFrom('một', 'hai', 'ba', 'bốn', ',', '.'), {
    minLength: 1,
    maxLength: 12,
  });
  const text = fc.array(words, { minLength: 1, maxLength: 6 });
  const paragraphsOf = (paragraphs: readonly string[][]): string[] =>
    paragraphs.map((own) => `x ${own.join(' ')}`);
  fc.assert(
    fc.property(text, text, (one, other) => {
      const [before, after] = [paragraphsOf(one), paragraphsOf(other)];
      const { parts } = compare([before.join('\n\n')], [after.join('\n\n')]);
      const pieces = parts
        .flatMap(({ paragraphs }) => paragraphs)
        .flatMap((paragraph) => (paragraph.kind === 'changed' ? paragraph.pieces : []));
      const unchanged = parts
        .flatMap(({ paragraphs }) => paragraphs)
        .reduce((sum, paragraph) => sum + (paragraph.kind === 'unchanged' ? paragraph.count : 0), 0);
      if (before.join('|') === after.join('|')) {
        expect(parts).toEqual([]);
        return;
      }
      const letters = (kind: 'added' | 'removed'): string =>
        pieces
          .filter((piece) => piece.kind === 'same' || piece.kind === kind)
          .map((piece) => piece.text)
          .join('')
          .replace(/\s/g, '');
      const isPartOf = (part: string, whole: readonly string[]): boolean =>
        part.length <= whole.join('').replace(/\s/g, '').length;
      expect(isPartOf(letters('added'), after) && isPartOf(letters('removed'), before)).toBe(true);
      if (unchanged === 0) {
        expect(letters('added')).toBe(after.join('').replace(/\s/g, ''));
        expect(letters('removed')).toBe(before.join('').replace(/\s/g, ''));
      }
    }),
    { numRuns: 200 },
  );
});
