/**
 * Makes the captures of the sample archive: for each article the bytes of a page as they would have been obtained, in
 * `content/captures/`, and their places in the articles' records. Run by hand after an article of `content/` was changed:
 * `node tests/sample/make-captures.ts`. A second run changes no byte.
 */
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { versionPath } from '../../src/article/article-id.ts';
import type { Article } from '../../src/article/article.ts';
import type { CaptureRecord } from '../../src/article/capture-record.ts';
import { parseArticle } from '../../src/article/parse-article.ts';
import { printRecord } from '../../src/article/print-article.ts';
import { sourceSchema } from '../../src/article/source-record.ts';
import { printWarcRecord } from '../../src/capture/write-warc.ts';
import { printPage } from './print-page.ts';

const content = 'content';

/** Pages saved together: a day's work of the library, from eight in the morning on. */
interface Batch {
  readonly file: string;
  readonly day: string;
}

const typescripts: Batch = { file: 'captures/chep-tay.warc.gz', day: '2019-03-11' };
const mails: Batch = { file: 'captures/que-lac.warc.gz', day: '2006-10-09' };
const webBatches: readonly (Batch & { lastYear: string })[] = [
  { file: 'captures/luu-web-2010.warc.gz', day: '2010-05-17', lastYear: '2009' },
  { file: 'captures/luu-web-2016.warc.gz', day: '2016-08-03', lastYear: '2016' },
  { file: 'captures/luu-web-2021.warc.gz', day: '2021-11-25', lastYear: '2021' },
  { file: 'captures/luu-web-2025.warc.gz', day: '2025-07-02', lastYear: '2999' },
];

/** Articles that a person typed in from a cutting: nothing was captured. */
const withoutCapture = new Set([
  'bao-lac-giang/1999/doi-bong-ben-may-gianh-quyen-len-hang',
  'nguyet-san-song-lac/undated/huong-com-dau-mua',
]);

/** Pages that were served in decomposed Unicode. */
const decomposed = new Set([
  'bao-lac-giang/2005/do-ngang-mom-cat-ao-phao-nam-trong-bao',
  'nguyet-san-song-lac/2006/dam-cuoi-di-bang-thuyen',
  'thuan-khe/2017/dang-uy-xa-thuy-khe-hop-ban-viec-lam-san-phoi-chung',
]);

/** Articles obtained on days of their own, the same text twice or, with a former version, each text once. */
const instants: Readonly<Record<string, readonly string[]>> = {
  'bao-lac-giang/2025/cau-mom-cat-hop-long': ['2025-04-12T14:02:51+07:00', '2025-07-02T08:40:13+07:00'],
  'bao-lac-giang/2024/lich-cat-dien-luan-phien-tuan-dau-thang-6-moi-xa-khong-qua-4-gio-mot-ngay': [
    '2024-06-06T09:37:20+07:00',
  ],
};
const formerInstant = '2024-06-03T21:14:10+07:00';

const sha256Of = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

const batchOf = ({ source, url, titleSupplied, publishedAt }: Article): Batch => {
  if (source === 'que-lac') return mails;
  if (url === null && !titleSupplied) return typescripts;
  const year = publishedAt?.slice(0, 4) ?? '2016';
  const batch = webBatches.find(({ lastYear }) => year <= lastYear);
  if (batch === undefined) throw new Error(`no batch for ${year}`);
  return batch;
};

/** An instant within the batch's day that depends on the article alone, so that another article moves no instant. */
const instantIn = ({ day }: Batch, id: string): string => {
  const seconds = Number.parseInt(sha256Of(id).slice(0, 6), 16) % 28_800;
  const two = (count: number): string => String(Math.floor(count)).padStart(2, '0');
  return `${day}T${two(8 + seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}+07:00`;
};

const readArticleFile = (path: string): { article: Article; file: string } => {
  const file = readFileSync(path, 'utf8');
  const { article, problems } = parseArticle(file);
  if (article === null || problems.length > 0) throw new Error(`${path}: ${JSON.stringify(problems)}`);
  return { article, file };
};

const siteNameOf = (source: string): string =>
  sourceSchema.parse(parse(readFileSync(join(content, 'sources', `${source}.yml`), 'utf8'))).name;

/** Each WARC as it grows: its members, and the bytes so far. */
const warcs = new Map<string, { members: Uint8Array[]; length: number }>();

const capture = async (article: Article, capturedAt: string, file: string): Promise<CaptureRecord> => {
  const views = Number.parseInt(sha256Of(`${article.id} ${capturedAt}`).slice(0, 3), 16);
  const { text, mediaType } = printPage(article, siteNameOf(article.source), views);
  const bytes = new TextEncoder().encode(decomposed.has(article.id) ? text.normalize('NFD') : text);
  const sha256 = sha256Of(bytes);
  const { url } = article;
  const member = await printWarcRecord({
    input: article.id,
    record: null,
    bytes,
    sha256,
    capturedAt,
    capturedAtInferred: false,
    url,
    mediaType,
    charset: null,
  });
  const warc = warcs.get(file) ?? { members: [], length: 0 };
  warcs.set(file, { members: [...warc.members, member], length: warc.length + member.length });
  return {
    sha256,
    capturedAt,
    capturedAtInferred: false,
    url,
    mediaType,
    bytes: bytes.length,
    file,
    offset: warc.length,
  };
};

/** Captures the article of a file at each instant and prints its record anew, after the captures of its former version. */
const captureAll = async (
  path: string,
  instantsOf: (article: Article, batch: Batch) => readonly string[],
  former: readonly CaptureRecord[] = [],
): Promise<CaptureRecord[]> => {
  const { article, file } = readArticleFile(path);
  const batch = batchOf(article);
  const captures = [...former];
  if (!withoutCapture.has(article.id)) {
    for (const instant of instantsOf(article, batch)) {
      captures.push(await capture(article, instant, batch.file));
    }
  }
  const text = file.slice(file.indexOf('\n---\n') + 5);
  writeFileSync(path, `---\n${printRecord({ ...article, captures })}---\n${text}`);
  return captures;
};

rmSync(join(content, 'captures'), { recursive: true, force: true });
mkdirSync(join(content, 'captures'));
const paths = globSync(join(content, 'articles/**/*.md')).sort();
for (const path of paths) {
  const { id } = readArticleFile(path).article;
  const formerPath = join(content, versionPath(id, 1));
  const former = existsSync(formerPath) ? await captureAll(formerPath, () => [formerInstant]) : [];
  await captureAll(path, (_article, batch) => instants[id] ?? [instantIn(batch, id)], former);
}
for (const [file, { members }] of warcs) writeFileSync(join(content, file), Buffer.concat(members));
process.stdout.write(`${String(paths.length)} articles, ${String(warcs.size)} files of captures\n`);
