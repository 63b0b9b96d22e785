import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readCaptures, type ReadItem } from '../../../src/capture/read-captures-fs.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

const read = async (text: string): Promise<ReadItem[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'khobao-test-'));
  folders.push(folder);
  await writeFile(join(folder, 'a.csv'), text);
  const items: ReadItem[] = [];
  for await (const item of readCaptures([join(folder, 'a.csv')])) items.push(item);
  return items;
};

const usable = 'Chợ,Chợ họp.\n';

describe('a table that goes on without end', () => {
  test('of rows that fit no column is left behind with its line: csv-rows-unusable', async () => {
    const items = await read(`title,body\n${usable}${'x\n'.repeat(40_000)}${usable}`);
    expect(items).toHaveLength(10_002);
    expect(items.at(-1)).toMatchObject({
      status: 'refused',
      record: 10_003,
      problems: [{ code: 'csv-rows-unusable', place: { line: 10_003 } }],
    });
  });

  test('of empty rows tells none of them, and goes on to the next article', async () => {
    const items = await read(`title,body\n${',\n'.repeat(50_000)}${usable}`);
    expect(items).toMatchObject([{ status: 'read', record: 50_002 }]);
  });

  test('is no table with a separator too many in each row, nor one with faults here and there', async () => {
    expect(await read(`title,body\n${'Chợ,Chợ họp.,,\n'.repeat(12_000)}`)).toHaveLength(12_000);
    const mixed = await read(`title,body\n${`${'x\n'.repeat(9_000)}${usable}`.repeat(3)}`);
    expect(mixed).toHaveLength(27_003);
  });
});
