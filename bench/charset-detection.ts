/**
 * How often is the charset of an old text made out, and the text read back exactly?
 *
 *     node bench/charset-detection.ts --corpus FILE.jsonl.gz --articles 500
 *
 * Takes articles evenly from a corpus (JSON Lines, one article a line), writes each in every old charset, the whole article
 * and its title alone, and has them read without a word on their charset. `right` counts texts read back letter by letter;
 * where a charset has no capitals with tones (TCVN3 as the ABC fonts have it), letter by letter but for case.
 */
import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { createGunzip } from 'node:zlib';
import { decodeText } from '../src/text/decode-text.ts';
import { byteEncodings, encodeLegacy, encodeViqr } from '../tests/unit/text/legacy-encoders.ts';
import { toTable } from './search/markdown-table.ts';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    articles: { type: 'string', default: '500' },
    missed: { type: 'boolean', default: false },
  },
});
const wanted = Number(values.articles);
if (values.corpus === undefined || !Number.isInteger(wanted))
  throw new Error('usage: --corpus FILE.jsonl.gz --articles N [--missed]');

interface CorpusLine {
  readonly title: string;
  readonly lead?: string;
  readonly body: readonly string[];
}

const readLines = async (path: string): Promise<string[]> => {
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(path).pipe(createGunzip()) as AsyncIterable<Buffer>)
    chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8').split('\n').filter(Boolean);
};

/** What the charsets have: letters, windows-1252's quotes and dashes made ASCII, as all of these charsets lack some of them. */
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[–—]/g, '-')
    .replace(/…/g, '...')
    .replace(/[^\n -~ĂăĐđĨĩŨũƠơƯưẠ-ỹÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúý]/g, ' ');

const encoders: Readonly<Record<string, (text: string) => Uint8Array>> = {
  ...Object.fromEntries(
    byteEncodings.map((charset) => [charset, (text: string) => encodeLegacy(charset, text)] as const),
  ),
  'viqr, strict': (text) => new TextEncoder().encode(encodeViqr(text)),
  'viqr, lax': (text) => new TextEncoder().encode(encodeViqr(text, { strict: false })),
};
const namesOf: Readonly<Record<string, string>> = {
  'tcvn-5712': 'tcvn3',
  'viqr, strict': 'viqr',
  'viqr, lax': 'viqr',
};

const lines = await readLines(values.corpus);
const step = Math.max(1, Math.floor(lines.length / wanted));
const articles = Array.from({ length: wanted }, (_, i) => JSON.parse(lines[i * step] ?? '{}') as CorpusLine);

/** Where a reading first goes wrong, with what stands around it. */
const firstDifference = (text: string, read: string): string => {
  const at = Array.from(text).findIndex((letter, i) => letter !== read[i]);
  return [text, read].map((one) => JSON.stringify(one.slice(Math.max(0, at - 20), at + 20))).join(' → ');
};

const rows = Object.entries(encoders).map(([name, encode]) => {
  const cells = [
    (article: CorpusLine) => [article.title, article.lead ?? '', ...article.body].join('\n\n'),
    (article: CorpusLine) => article.title,
  ].map((textOf) => {
    let detected = 0;
    let right = 0;
    let likelihoods = 0;
    let unknown = 0;
    for (const article of articles) {
      const text = plain(textOf(article));
      const decoded = decodeText(encode(text));
      const isUnknown = 'fault' in decoded;
      const isDetected = !isUnknown && decoded.charset === (namesOf[name] ?? name);
      const shape = (one: string): string => (name === 'tcvn3' ? one.toLowerCase() : one);
      const isRight = !isUnknown && shape(decoded.text) === shape(text);
      if (isUnknown) unknown += 1;
      if (isDetected) detected += 1;
      if (isRight) right += 1;
      if (isDetected) likelihoods += decoded.likelihood ?? 0;
      if (values.missed && !isRight)
        console.error(name, isUnknown ? 'unknown' : firstDifference(text, decoded.text));
    }
    const perCent = (count: number): string => `${((100 * count) / articles.length).toFixed(1)} %`;
    const mean = detected === 0 ? '-' : (likelihoods / detected).toFixed(2);
    return [perCent(detected), perCent(unknown), perCent(right), mean];
  });
  return [name, ...cells.flat()];
});
console.log(
  toTable(
    [
      'charset',
      ...['article', 'title'].flatMap((of) => [`${of}: detected`, 'unknown', 'right', 'likelihood']),
    ],
    rows,
  ),
);
