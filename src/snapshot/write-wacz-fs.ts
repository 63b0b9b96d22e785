import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'fflate';
import type { HeldRecord } from '../capture/warc-record.ts';
import type { WarcRecord } from '../capture/warc-records-fs.ts';
import { errorCodeOf } from '../problem/error-code.ts';
import { toProblem, type Problem } from '../problem/problem.ts';
import type { ArchiveForExport } from './archive-for-export.ts';
import { exportComment } from './export-comment.ts';
import { blocksOf, printIndexMeta, type IndexBlock } from './wacz-index.ts';
import { printDatapackage, printDigest, printPages } from './wacz-lists.ts';
import { placeKey, planWacz, type WaczPlan } from './wacz-plan.ts';
import { findWithheld, type WithheldRecords } from './withheld-records.ts';
import { openZip, type ZippedFile, type ZipWriter } from './zip-file-fs.ts';

/** What a WACZ needs of the other rooms. */
export interface WaczParts {
  readonly readRecords: (path: string) => AsyncIterable<WarcRecord>;
  readonly longestRepacked: number;
  readonly printIndexLine: (record: HeldRecord, filename: string) => string | null;
  readonly addressKey: (url: string | null) => string | null;
  readonly sortLines: (
    lines: AsyncIterable<string>,
  ) => Promise<{ readonly sorted: AsyncIterable<string>; readonly clean: () => Promise<void> }>;
}

/** A WARC that is longer may be more than 4 GiB when its records are packed anew. */
const maxSureBytes = 64 * 1024 * 1024;

const utf8 = new TextEncoder();

interface WaczWork extends WaczParts {
  readonly archive: ArchiveForExport;
  readonly plan: WaczPlan;
  readonly zip: ZipWriter;
  readonly files: ZippedFile[];
  readonly problems: Problem[];
  /** Where the captures of pages lie on replay, by their places. */
  readonly replayed: Map<string, { readonly url: string; readonly at: string }>;
}

const listWarcs = async (content: string): Promise<string[]> => {
  const names = await readdir(join(content, 'captures')).catch((error: unknown) => {
    if (errorCodeOf(error) !== 'ENOENT') throw error;
    return [];
  });
  return names.filter((name) => /^[^.].*\.warc(\.gz)?$/.test(name)).sort();
};

/** Nothing was withdrawn: no need to read every WARC twice. */
const nothingWithheld: WithheldRecords = { has: () => false, isSomethingLeft: true };

/** Copies the records of a WARC into the zip, and gives their lines of the index, record by record. */
async function* copyWarc(
  { archive, plan, zip, files, problems, replayed, ...parts }: WaczWork,
  name: string,
  found: Set<string>,
): AsyncGenerator<string, void, undefined> {
  const file = `captures/${name}`;
  const path = join(archive.content, file);
  const { places, hashes, addresses } = plan.withheld;
  const withheld =
    places.size + hashes.size + addresses.size === 0
      ? nothingWithheld
      : await findWithheld(file, parts.readRecords(path), plan, parts.addressKey);
  if (!withheld.isSomethingLeft) return;
  const filename = name.replace(/(\.gz)?$/, '.gz');
  const isLarge = (await stat(path)).size > maxSureBytes;
  const warc = await zip.begin(`archive/${filename}`, isLarge);
  let length = 0;
  for await (const known of parts.readRecords(path)) {
    archive.goOn();
    if (withheld.has(known)) continue;
    const { record, sha256 } = known;
    const member = known.open();
    if (member === null) {
      const values = { file: path, offset: record.offset, limit: parts.longestRepacked };
      problems.push(toProblem('export-record-left-out', values, { file: path }));
      continue;
    }
    const offset = length;
    for await (const chunk of member) {
      length += chunk.length;
      await warc.write(chunk);
    }
    const key = placeKey({ file, offset: record.offset });
    if (sha256 !== null && plan.live.get(key)?.sha256 === sha256) {
      found.add(key);
      const { targetUri, date } = record;
      if (targetUri !== null && date !== null) replayed.set(key, { url: targetUri, at: date });
    }
    const line = parts.printIndexLine({ ...record, offset, length: length - offset }, filename);
    if (line !== null) yield line;
  }
  files.push(await warc.end());
}

async function* copyWarcs(work: WaczWork): AsyncGenerator<string, void, undefined> {
  const found = new Set<string>();
  for (const name of await listWarcs(work.archive.content)) yield* copyWarc(work, name, found);
  for (const [key, { sha256, file, offset }] of work.plan.live) {
    if (found.has(key)) continue;
    const place = { file: join(work.archive.content, file) };
    work.problems.push(toProblem('capture-missing', { sha256, file: place.file, offset }, place));
  }
}

const addIndex = async ({ zip, files }: WaczWork, sorted: AsyncIterable<string>): Promise<void> => {
  const cdx = 'index.cdx.gz';
  const blocks: IndexBlock[] = [];
  async function* packed(): AsyncGenerator<Uint8Array, void, undefined> {
    let offset = 0;
    for await (const { first, text } of blocksOf(sorted)) {
      const bytes = gzipSync(utf8.encode(text), { mtime: 0 });
      blocks.push({ first, offset, length: bytes.length });
      offset += bytes.length;
      yield bytes;
    }
  }
  files.push(await zip.add(`indexes/${cdx}`, packed()));
  files.push(await zip.add('indexes/index.idx', [utf8.encode(printIndexMeta(cdx, blocks))]));
};

/**
 * Writes all captures of an archive as a WACZ 1.1.1: the WARCs record by record, without those of withdrawn articles, an index for
 * replay, and a page for each article. Errors of the disk are thrown. Problems: `capture-missing`,
 * `export-record-left-out`.
 *
 * @see https://specs.webrecorder.net/wacz/1.1.1/
 */
export const writeWacz = async (
  archive: ArchiveForExport,
  target: string,
  parts: WaczParts,
): Promise<Problem[]> => {
  const plan = await planWacz(archive.entries(), parts.addressKey);
  const zip = await openZip(target);
  const work: WaczWork = { ...parts, archive, plan, zip, files: [], problems: [], replayed: new Map() };
  const { files } = work;
  try {
    const { sorted, clean } = await parts.sortLines(copyWarcs(work));
    try {
      await addIndex(work, sorted);
    } finally {
      await clean();
    }
    const pages = printPages(plan.pages, work.replayed);
    files.push(await zip.add('pages/pages.jsonl', [utf8.encode(pages)]));
    const datapackage = utf8.encode(printDatapackage(archive, plan.newest, files));
    const { sha256 } = await zip.add('datapackage.json', [datapackage]);
    await zip.add('datapackage-digest.json', [utf8.encode(printDigest(sha256))]);
    await zip.finish(exportComment);
  } finally {
    await zip.close();
  }
  return work.problems;
};
