import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync, gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { readMembers } from '../../../src/capture/record-members-fs.ts';
import { hashWarc } from '../../../src/capture/read-records-fs.ts';
import { releasedCapturePath } from '../../../src/article/snapshot-record.ts';
import { checkReleasedCaptures } from '../../../src/snapshot/check-released-captures-fs.ts';
import { writeCaptures } from '../../../src/snapshot/write-captures-fs.ts';
import { hashFiles, makeFolder, removeFolder } from '../../cli/run-khobao.ts';
import { marketPage, recordOf, sha256 } from '../capture/make-warc.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map(removeFolder)));

const records = [1, 2, 3].map((n) =>
  recordOf({ url: `https://bao-cho.example/${String(n)}`, body: marketPage(n) }),
);
const hashes = [1, 2, 3].map((n) => sha256(marketPage(n)));

const offsetsOf = (parts: readonly Uint8Array[]): number[] =>
  parts.map((_, i) => parts.slice(0, i).reduce((sum, { length }) => sum + length, 0));

const members = records.map((record) => gzipSync(record));
const forms = {
  'by-record.warc.gz': { bytes: Buffer.concat(members), offsets: offsetsOf(members) },
  'plain.warc': { bytes: Buffer.concat(records), offsets: offsetsOf(records) },
  'whole.warc.gz': { bytes: gzipSync(Buffer.concat(records)), offsets: offsetsOf(records) },
};

const newContent = async (name: keyof typeof forms): Promise<{ content: string; release: string }> => {
  const folder = await makeFolder({ [`content/captures/${name}`]: forms[name].bytes });
  folders.push(folder);
  return { content: join(folder, 'content'), release: join(folder, 'release') };
};

const captureIn = (name: keyof typeof forms, i: number) => ({
  sha256: hashes[i] ?? '',
  file: `captures/${name}`,
  offset: forms[name].offsets[i] ?? -1,
});

const faultsIn = async (release: string, expected: readonly string[]): Promise<string[]> => {
  const found: string[] = [];
  for await (const { code } of checkReleasedCaptures(release, expected, hashWarc)) found.push(code);
  return found;
};

const names = Object.keys(forms) as (keyof typeof forms)[];

describe('writeCaptures', () => {
  test.each(names)('gives captures of %s as WARCs of one record each, and no others', async (name) => {
    const { content, release } = await newContent(name);
    const captures = [captureIn(name, 2), captureIn(name, 0)];
    expect(await writeCaptures(content, captures, release, readMembers)).toEqual([]);
    const made = [hashes[0] ?? '', hashes[2] ?? ''];
    expect(Object.keys(await hashFiles(release))).toEqual(made.map(releasedCapturePath).sort());
    expect(await faultsIn(release, made)).toEqual([]);
    for (const [i, one] of [0, 2].entries()) {
      const bytes = await readFile(join(release, releasedCapturePath(made[i] ?? '')));
      expect(gunzipSync(bytes).equals(records[one] ?? Buffer.alloc(0))).toBe(true);
    }
  });

  test('gives a record that is packed by itself as it lies, and packs others alike each time', async () => {
    const [member] = members;
    const released: Buffer[] = [];
    for (const name of [...names, ...names]) {
      const { content, release } = await newContent(name);
      await writeCaptures(content, [captureIn(name, 0)], release, readMembers);
      released.push(await readFile(join(release, releasedCapturePath(hashes[0] ?? ''))));
    }
    expect(released[0]?.equals(member ?? Buffer.alloc(0))).toBe(true);
    expect(released.slice(0, 3).map(String)).toEqual(released.slice(3).map(String));
    expect(released[1]).toEqual(released[2]);
  });

  test.each(names)('tells captures that do not lie in %s where they should', async (name) => {
    const { content, release } = await newContent(name);
    const astray = { ...captureIn(name, 1), offset: 7 };
    const captures = [captureIn(name, 0), astray];
    expect(await writeCaptures(content, captures, release, readMembers)).toEqual([astray]);
  });

  test('gives one record for two captures of the same bytes', async () => {
    const { content, release } = await newContent('plain.warc');
    const captures = [captureIn('plain.warc', 1), captureIn('plain.warc', 1)];
    expect(await writeCaptures(content, captures, release, readMembers)).toEqual([]);
    expect(Object.keys(await hashFiles(release))).toHaveLength(1);
  });
});

describe('checkReleasedCaptures', () => {
  test('tells captures that were altered, exchanged, emptied or removed', async () => {
    const { content, release } = await newContent('by-record.warc.gz');
    const captures = [0, 1, 2].map((i) => captureIn('by-record.warc.gz', i));
    await writeCaptures(content, captures, release, readMembers);
    const pathOf = (i: number): string => join(release, releasedCapturePath(hashes[i] ?? ''));
    await writeFile(pathOf(0), await readFile(pathOf(1)));
    await writeFile(pathOf(1), '');
    expect(await faultsIn(release, [...hashes, 'f'.repeat(64)])).toEqual([
      'capture-altered',
      'capture-altered',
      'capture-missing',
    ]);
  });
});
