import fc from 'fast-check';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pairTerm, wordTerm } from '../../../src/search/index-terms.ts';
import {
  chunkOf,
  compareKeys,
  formsInChunk,
  keysInChunk,
  readPagefindTable,
  termKey,
  type TermForm,
} from '../../../src/search/pagefind-files.ts';
import { writeVolumes, type WrittenVolumes } from '../../../src/search/write-volumes-fs.ts';

const filler = '.';
const contents = [
  [wordTerm('đảng'.normalize('NFC')), filler, wordTerm('dang'), wordTerm('đàng')].join(' '),
  [filler, pairTerm('đảng', 'viên', ''), wordTerm('dang'), filler, filler, wordTerm('dang')].join(' '),
];

let folder = '';
let written: WrittenVolumes;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khobao-pagefind-'));
  written = await writeVolumes(contents, folder);
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const lookUp = (term: string): readonly TermForm[] => {
  const key = termKey(term);
  const firsts = written.chunks.map(({ from }) => from);
  const chunk = written.chunks[chunkOf(firsts, key)];
  return chunk === undefined ? [] : formsInChunk(gunzipSync(chunk.bytes), key);
};

describe('what Pagefind wrote', () => {
  test('tells of a term each form apart, its pages, and the words of their contents', () => {
    const forms = lookUp(wordTerm('dang')).map(({ form, pages }) => ({
      form,
      pages: pages.map(({ page, words }) => ({ volume: written.volumes[page], words })),
    }));
    expect(new Map(forms.map(({ form, pages }) => [form, pages]))).toEqual(
      new Map([
        [
          wordTerm('dang'),
          [
            { volume: 0, words: [2] },
            { volume: 1, words: [2, 5] },
          ],
        ],
        [wordTerm('đảng'), [{ volume: 0, words: [0] }]],
        [wordTerm('đàng'), [{ volume: 0, words: [3] }]],
      ]),
    );
  });

  test('files every form of a pair under one key, and has nothing for what stands nowhere', () => {
    expect(lookUp(pairTerm('dang', 'vien', '')).map(({ form }) => form)).toEqual([
      pairTerm('đảng', 'viên', ''),
    ]);
    expect(lookUp(wordTerm('khong'))).toEqual([]);
    expect(lookUp(wordTerm('a'))).toEqual([]);
  });

  test('is refused with a RangeError where it is cut short, or is something else', () => {
    const bytes = gunzipSync(written.chunks[0]?.bytes ?? new Uint8Array());
    expect(keysInChunk(bytes).length).toBeGreaterThan(0);
    for (let length = 0; length < bytes.length; length += 1) {
      expect(() => keysInChunk(bytes.subarray(0, length))).toThrow(RangeError);
    }
    const signature = new TextEncoder().encode('pagefind_dcd');
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
        for (const read of [keysInChunk, readPagefindTable]) {
          try {
            read(Uint8Array.from([...signature, ...noise]));
          } catch (error) {
            expect(['RangeError', 'TypeError']).toContain(error instanceof Error ? error.name : '');
          }
        }
      }),
    );
  });
});

describe('chunkOf', () => {
  test('gives the last chunk that begins no later, by code points', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }), { minLength: 1 }),
        fc.string({ unit: 'grapheme', maxLength: 4 }),
        (firsts, key) => {
          const bytes = (text: string): Buffer => Buffer.from(text);
          const sorted = firsts.sort((a, b) => Buffer.compare(bytes(a), bytes(b)));
          expect(sorted.toSorted(compareKeys)).toEqual(sorted);
          const expected = sorted.findLastIndex((first) => Buffer.compare(bytes(first), bytes(key)) <= 0);
          expect(chunkOf(sorted, key)).toBe(expected);
        },
      ),
    );
  });
});
