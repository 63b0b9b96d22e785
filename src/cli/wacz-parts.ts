import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalAddress, isHomeAddress } from '../archive/canonical-address.ts';
import { sortLines } from '../archive/index-captures-fs.ts';
import { printCdxjLine } from '../capture/print-cdxj.ts';
import { longestRepacked, readWarcRecords } from '../capture/warc-records-fs.ts';
import type { WaczParts } from '../snapshot/write-wacz-fs.ts';

/** What a WACZ is written with. */
export const waczParts: WaczParts = {
  readRecords: readWarcRecords,
  longestRepacked,
  printIndexLine: printCdxjLine,
  addressKey: (url) => {
    const key = canonicalAddress(url);
    return key === null || isHomeAddress(key) ? null : key;
  },
  sortLines: async (lines) => {
    const folder = await mkdtemp(join(tmpdir(), 'khobao-'));
    const clean = () => rm(folder, { recursive: true, force: true });
    try {
      const { sorted } = await sortLines(lines, folder);
      return { sorted, clean };
    } catch (error) {
      await clean();
      throw error;
    }
  },
};
