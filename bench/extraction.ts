// How much of the test pages is read right: `node bench/extraction.ts [--trafilatura PYTHON]`, a Python that has trafilatura.
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { extractPage } from '../src/extract/extract-page.ts';
import {
  compareFields,
  readNewspapers,
  type ExpectedPage,
} from '../tests/unit/extract/newspapers/read-newspaper.ts';

const { values } = parseArgs({ options: { trafilatura: { type: 'string' }, pages: { type: 'string' } } });
const pages = readNewspapers(values.pages);

/** What a reader of pages makes of one. */
interface Reading {
  readonly title: string | null;
  readonly date: string | null;
  readonly paragraphs: readonly string[];
}

const ours = (html: string): Reading => {
  const { draft } = extractPage(html);
  const paragraphs = (draft?.body ?? []).flatMap((block) => {
    if (block.type === 'list') return block.items;
    return 'text' in block && block.type !== 'figure' ? [block.text] : [];
  });
  return { title: draft?.title ?? null, date: draft?.publishedAt ?? null, paragraphs };
};

const script = `
import json, sys, trafilatura
for line in sys.stdin:
    html = json.loads(line)
    got = trafilatura.bare_extraction(html, with_metadata=True, include_comments=False, include_tables=True)
    got = got.as_dict() if hasattr(got, 'as_dict') else (got or {})
    print(json.dumps({'title': got.get('title'), 'date': got.get('date'), 'paragraphs': (got.get('text') or '').split('\\n')}))
`;

const theirs = (python: string): Reading[] =>
  execFileSync(python, ['-c', script], {
    input: pages.map(({ html }) => JSON.stringify(html)).join('\n'),
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'ignore'],
    maxBuffer: 1 << 28,
  })
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Reading);

const flat = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();
const starts = ({ body }: ExpectedPage): string[] => body.map((text) => flat(text.replace(/^[#>*|] /, '')));
const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;

const tell = (name: string, readings: readonly Reading[]): void => {
  const sum = { titles: 0, days: 0, found: 0, wanted: 0, told: 0, right: 0 };
  for (const [i, { page }] of pages.entries()) {
    const reading = readings[i];
    if (reading === undefined) continue;
    const paragraphs = reading.paragraphs.map((text) => flat(text).replace(/^[-–] /, '')).filter(Boolean);
    const wanted = starts(page).map((start) => start.replace(/^[-–] /, ''));
    sum.titles += flat(reading.title ?? '') === page.title ? 1 : 0;
    sum.days += reading.date?.slice(0, 10) === page.publishedAt?.slice(0, 10) ? 1 : 0;
    sum.wanted += wanted.length;
    sum.found += wanted.filter((start) => paragraphs.some((text) => text.startsWith(start))).length;
    sum.told += paragraphs.length;
    sum.right += paragraphs.filter((text) => wanted.some((start) => text.startsWith(start))).length;
  }
  const count = pages.length;
  const cells = [
    name,
    percent(sum.titles, count),
    percent(sum.days, count),
    percent(sum.right, sum.told),
    percent(sum.found, sum.wanted),
  ];
  console.log(`| ${cells.join(' | ')} |`);
};

const fields = pages.flatMap(({ html, page }) => Object.values(compareFields(html, page)));
const right = fields.filter(([expected, found]) => JSON.stringify(expected) === JSON.stringify(found)).length;
console.log(`${String(pages.length)} pages, fields right: ${percent(right, fields.length)}`);
const rounds = 3;
const start = process.cpuUsage();
for (let round = 0; round < rounds; round += 1) for (const { html } of pages) extractPage(html);
const { user, system } = process.cpuUsage(start);
const ms = (user + system) / 1000 / rounds / pages.length;
const kilobytes = pages.reduce((total, { html }) => total + html.length, 0) / pages.length / 1000;
console.log(`${ms.toFixed(2)} ms of a processor a page of ${kilobytes.toFixed(1)} kB\n`);
console.log(
  '| reader | title | day | precision of paragraphs | recall of paragraphs |\n|---|---|---|---|---|',
);
tell(
  'Kho Báo',
  pages.map(({ html }) => ours(html)),
);
if (values.trafilatura !== undefined) tell('trafilatura', theirs(values.trafilatura));
