import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/article/article.ts';
import { parseArticle } from '../../../src/article/parse-article.ts';
import { printArticle } from '../../../src/article/print-article.ts';
import { printedNames } from '../../../src/article/printed-names.ts';
import { articles } from './random-articles.ts';

const captures = fc.array(
  fc.record({
    sha256: fc.string({
      unit: fc.constantFrom(...Array.from({ length: 16 }, (_, i) => i.toString(16))),
      minLength: 64,
      maxLength: 64,
    }),
    capturedAt: fc.constant('2019-05-05T01:02:03Z'),
    capturedAtInferred: fc.boolean(),
    url: fc.constantFrom(null, 'https://bao-cho.example/?a=1#b', 'có: dấu', 'hai\ndòng', '---', ''),
    mediaType: fc.constant('text/html'),
    bytes: fc.nat(),
    file: fc.constantFrom('captures/x.warc', 'captures/a-b.1.warc.gz'),
    offset: fc.nat(),
  }),
  { minLength: 1, maxLength: 3 },
);

const namesOf = ({ captures, body }: Article) => ({
  captures: captures.map(({ sha256, file, offset }) => ({ sha256, file, offset })),
  images: body.flatMap((block) => (block.type === 'figure' ? (block.image?.src ?? []) : [])),
});

const capture = (digit: string, more = ''): string => `  - sha256: ${digit.repeat(64)}
    capturedAt: 2019-05-05T01:02:03Z
${more}    mediaType: text/html
    bytes: 12
    file: captures/x.warc.gz
    offset: 34
`;
const file = (captures: string, body = 'Chợ họp.\n', after = ''): string =>
  `---\nid: bao-cho/2019/cho\ntitle: Chợ\nsource: bao-cho\ncaptures:\n${captures}${after}---\n\n${body}`;

const place = (digit: string) => ({ sha256: digit.repeat(64), file: 'captures/x.warc.gz', offset: 34 });
const url = '    url: https://bao-cho.example/\n';

describe('printedNames', () => {
  test('tells what the whole reading tells, wherever it tells anything', () => {
    let told = 0;
    fc.assert(
      fc.property(articles, captures, (random, ofArticle) => {
        const article = { ...random, captures: ofArticle };
        const names = printedNames(printArticle(article));
        if (names === null) return;
        told += 1;
        expect(names).toEqual(namesOf(article));
      }),
      { numRuns: 500 },
    );
    expect(told).toBeGreaterThan(100);
  });

  test.each<[string, string, ReturnType<typeof printedNames>]>([
    ['one capture', file(capture('a')), { captures: [place('a')], images: [] }],
    ['two', file(capture('a', url) + capture('b')), { captures: [place('a'), place('b')], images: [] }],
    [
      'a figure with a picture, and one without',
      file(capture('a'), ':::figure{src="images/cho.jpg" alt="Chợ"}\n:::\n\n:::figure\nChợ.\n:::\n'),
      { captures: [place('a')], images: ['images/cho.jpg'] },
    ],
    [
      'a figure that was written otherwise',
      file(capture('a'), ":::figure{alt=x src='images/x.jpg'}\n:::\n"),
      null,
    ],
    ['a figure in a quotation', file(capture('a'), '> :::figure{src="images/x.jpg" alt}\n> :::\n'), null],
    ['fields behind the captures', file(capture('a'), '', 'language: en\n'), null],
    ['another order of fields', file(capture('a').replace(/( +file: .*\n)( +offset: .*\n)/, '$2$1')), null],
    ['a hash in quotes', file(capture('a').replace(/sha256: (.*)/, 'sha256: "$1"')), null],
    ['a key that stands twice', file(capture('a'), '', `captures:\n${capture('b')}`), null],
    ['captures behind the record', `---\ntitle: x\n--- \ncaptures:\n${capture('a')}---\n`, null],
    ['ends of lines of Windows', file(capture('a')).replaceAll('\n', '\r\n'), null],
    ['no captures', '---\nid: x\n---\n', null],
    ['no record', 'captures:\n', null],
    ['nothing', '', null],
  ])('of %s', (_, text, names) => {
    expect(printedNames(text)).toEqual(names);
    const { article } = parseArticle(text);
    if (names !== null) expect(article === null ? null : namesOf(article)).toEqual(names);
  });
});
