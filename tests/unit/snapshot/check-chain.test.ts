import { createHash } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkChain } from '../../../src/snapshot/check-chain-fs.ts';
import { addFiles, makeFolder, removeFolder } from '../../cli/run-khobao.ts';
import { makeSnapshot } from '../../site/make-snapshot.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map(removeFolder)));

const days = ['2026-01-01', '2026-02-01', '2026-03-01'];

/** An archive with three snapshots, each naming the one before. */
const newChain = async (): Promise<string> => {
  const content = await makeFolder();
  folders.push(content);
  let previous: { date: string; sha256: string } | null = null;
  for (const date of days) {
    const text: string = JSON.stringify(makeSnapshot(date, { previous }));
    await addFiles(content, { [`snapshots/${date}.json`]: text });
    previous = { date, sha256: createHash('sha256').update(text).digest('hex') };
  }
  return content;
};

const faultsIn = async (content: string): Promise<string[]> => {
  const found: string[] = [];
  for await (const { code, place } of checkChain(content)) {
    found.push(`${code} ${String(place.file).slice(content.length + 11)}`);
  }
  return found;
};

describe('checkChain', () => {
  test.each<[string, (content: string) => Promise<unknown>, string[]]>([
    ['nothing of a chain that is whole', () => Promise.resolve(), []],
    ['nothing of an archive without snapshots', (c) => rm(join(c, 'snapshots'), { recursive: true }), []],
    [
      'a snapshot that was altered, by the one after',
      (c) => addFiles(c, { 'snapshots/2026-02-01.json': JSON.stringify(makeSnapshot('2026-02-01')) }),
      ['snapshot-chain-broken 2026-02-01.json', 'snapshot-chain-broken 2026-03-01.json'],
    ],
    [
      'a snapshot that was removed',
      (c) => rm(join(c, 'snapshots/2026-02-01.json')),
      ['snapshot-chain-broken 2026-03-01.json'],
    ],
    [
      'the first that was removed',
      (c) => rm(join(c, 'snapshots/2026-01-01.json')),
      ['snapshot-chain-broken 2026-02-01.json'],
    ],
    [
      'a snapshot that was put between',
      (c) => addFiles(c, { 'snapshots/2026-02-15.json': JSON.stringify(makeSnapshot('2026-02-15')) }),
      ['snapshot-chain-broken 2026-02-15.json', 'snapshot-chain-broken 2026-03-01.json'],
    ],
    [
      'a snapshot that can not be read',
      (c) => writeFile(join(c, 'snapshots/2026-02-01.json'), '{'),
      ['snapshot-invalid 2026-02-01.json', 'snapshot-chain-broken 2026-03-01.json'],
    ],
  ])('tells %s', async (_, damage, faults) => {
    const content = await newChain();
    await damage(content);
    expect(await faultsIn(content)).toEqual(faults);
  });
});
