import { appendFile, cp, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkArchive } from '../../../src/archive/check-archive-fs.ts';
import { hashWarc } from '../../../src/capture/read-records-fs.ts';
import type { Outcome } from '../../../src/cli/to-outcome.ts';
import { marketPage, packed, recordOf, sha256 } from '../capture/make-warc.ts';
import { importInto } from './import-into.ts';

let folder = '';
const at = (name: string): string => join(folder, name);
const content = (): string => at('content');
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khobao-keep-'));
});
afterEach(() => rm(folder, { recursive: true }));

const records = [1, 2].map((n) =>
  recordOf({
    url: `https://bao-cho.example/2019/phien-${n}.html`,
    body: gzipSync(marketPage(n)),
    http: ['Content-Encoding: gzip'],
  }),
);
const warc = Buffer.concat([packed(...records), packed(recordOf({ contentType: 'image/png', body: 'x' }))]);
const kept = `cho-vom-${sha256(warc).slice(0, 16)}.warc.gz`;

const statuses = (outcomes: readonly Outcome[]): string[] => outcomes.map(({ status }) => status);
const importWarc = async (bytes: Uint8Array = warc): Promise<string[]> => {
  await writeFile(at('Chợ Vồm.warc.gz'), bytes);
  return statuses((await importInto(content(), [at('Chợ Vồm.warc.gz')])).outcomes);
};
const check = async (): Promise<string[]> => {
  const codes: string[] = [];
  const tell = ({ code }: { code: string }): void => void codes.push(code);
  await checkArchive(content(), { hashWarc, parseSynonyms: () => ({ problems: [] }), tell });
  return codes;
};

test('a WARC is kept byte for byte, with an index beside it, and its articles point into it', async () => {
  expect(await importWarc()).toEqual(['written', 'written', 'skipped']);
  expect((await readdir(join(content(), 'captures'))).sort()).toEqual([
    kept.replace('.warc.gz', '.cdxj'),
    kept,
  ]);
  expect((await readFile(join(content(), 'captures', kept))).equals(warc)).toBe(true);
  const index = await readFile(join(content(), 'captures', kept.replace('.warc.gz', '.cdxj')), 'utf8');
  const [meta, ...lines] = index.trim().split('\n');
  expect(meta).toContain(`"sha256":"${sha256(warc)}"`);
  expect(lines).toEqual(lines.toSorted());
  const line = lines.find((one) => one.startsWith('example,bao-cho)/2019/phien-2.html 20190505010203 '));
  const offset = packed(records[0] ?? Buffer.alloc(0)).length;
  const length = packed(records[1] ?? Buffer.alloc(0)).length;
  expect(line).toContain(`"length":"${length}","offset":"${offset}","filename":"${kept}"`);
  const [name = ''] = (await readdir(join(content(), 'articles'), { recursive: true })).filter((one) =>
    one.endsWith('2-o-vom.md'),
  );
  const article = await readFile(join(content(), 'articles', name), 'utf8');
  expect(article).toContain(`file: captures/${kept}`);
  expect(article).toContain(`offset: ${offset}`);
  expect(article).toContain(`sha256: ${sha256(gzipSync(marketPage(2)))}`);
  expect(await check()).toEqual([]);
});

test('the same WARC again is unchanged, and no byte of the archive is', async () => {
  await importWarc();
  const before = await stat(join(content(), 'captures', kept));
  expect(await importWarc()).toEqual(['unchanged', 'unchanged', 'skipped']);
  expect((await stat(join(content(), 'captures', kept))).mtimeMs).toBe(before.mtimeMs);
});

test('a WARC packed as a whole is kept and checked, too', async () => {
  expect(await importWarc(gzipSync(Buffer.concat(records)))).toEqual(['written', 'written']);
  expect(await check()).toEqual([]);
});

test('bytes that were changed later are told: capture-altered, warc-altered, capture-missing', async () => {
  await importWarc();
  const file = join(content(), 'captures', kept);
  await appendFile(file, packed(recordOf()));
  expect(await check()).toEqual(['warc-altered']);
  const altered = Buffer.from(warc);
  altered[300] = (altered[300] ?? 0) ^ 0x55;
  await writeFile(file, altered);
  expect(await check()).toEqual(['capture-altered']);
  await writeFile(file, warc.subarray(0, packed(...records).length - 20));
  expect(await check()).toEqual(['capture-missing']);
});

test('an archive works on another disk', async () => {
  await importWarc();
  await cp(content(), at('moved'), { recursive: true });
  await rm(content(), { recursive: true });
  await cp(at('moved'), content(), { recursive: true });
  expect(await check()).toEqual([]);
});

test('a run that was killed before the index was made is finished by the next', async () => {
  await importWarc();
  const index = join(content(), 'captures', kept.replace('.warc.gz', '.cdxj'));
  const whole = await readFile(index, 'utf8');
  await rm(index);
  expect(await importWarc()).toEqual(['unchanged', 'unchanged', 'skipped']);
  expect(await readFile(index, 'utf8')).toBe(whole);
});

test('a disk that takes no copy of a WARC ends the run, and nothing half-written stays', async () => {
  await writeFile(at('a.warc.gz'), warc);
  const full = Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write', errno: -28 });
  const { outcomes, failed } = await importInto(content(), [at('a.warc.gz')], () => Promise.reject(full));
  expect(failed).toBe(true);
  expect(outcomes[0]?.problems.map(({ code }) => code)).toContain('disk-full');
  expect(await readdir(join(content(), 'captures'))).toEqual([]);
});

test('what the archive wraps itself has an index beside it, too', async () => {
  await writeFile(at('a.html'), marketPage(7));
  await importInto(content(), [at('a.html')]);
  const names = await readdir(join(content(), 'captures'));
  expect(names.filter((name) => name.endsWith('.cdxj'))).toHaveLength(1);
  expect(await check()).toEqual([]);
});
