import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scanWarc } from '../../../src/capture/scan-warc.ts';
import { readPieces } from '../../../src/capture/warc-pieces-fs.ts';
import { packed, recordOf } from './make-warc.ts';

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

/** What is found, as `offset+length` of records and `offset!` or `offset…` of places that are damaged, or cut off. */
const found = async (bytes: Uint8Array, size = 5000): Promise<string[]> => {
  const told: string[] = [];
  for await (const one of scanWarc(readPieces(inChunks(bytes, size)))) {
    const offset = String(one.offset);
    told.push(
      one.kind === 'record' ? `${offset}+${String(one.length)}` : `${offset}${one.isCut ? '…' : '!'}`,
    );
  }
  return told;
};

const [a, b, c] = ['a', 'b', 'c'].map((name) => recordOf({ url: `https://bao-cho.example/${name}` })) as [
  Buffer,
  Buffer,
  Buffer,
];
const n = a.length;
const m = gzipSync(a).length;
const [pa, pb, pc] = [gzipSync(a), gzipSync(b), gzipSync(c)];
const lying = (length: number | string): Buffer => recordOf({ length, url: 'https://bao-cho.example/b' });
const flipped = (bytes: Buffer, at: number): Buffer => {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0x55;
  return copy;
};
const sum = (...parts: readonly Buffer[]): number => Buffer.concat(parts).length;

describe('the records of a WARC', () => {
  test.each<[string, Buffer, string[]]>([
    ['plain', Buffer.concat([a, b, c]), [`0+${n}`, `${n}+${n}`, `${2 * n}+${n}`]],
    ['packed by record', Buffer.concat([pa, pb]), [`0+${m}`, `${m}+${pb.length}`]],
    ['packed as a whole', gzipSync(Buffer.concat([a, b])), [`0+${n}`, `${n}+${n}`]],
    ['empty', Buffer.alloc(0), []],
    [
      'with lines too many between',
      Buffer.concat([a, Buffer.from('\r\n\r\n'), b]),
      [`0+${n + 4}`, `${n + 4}+${n}`],
    ],
    ['without an end of the last one', a.subarray(0, n - 4), [`0+${n - 4}`]],
    ['filled up with zeros', Buffer.concat([a, Buffer.alloc(900)]), [`0+${n + 900}`]],
  ])('%s', async (_, bytes, expected) => {
    expect(await found(bytes)).toEqual(expected);
  });

  test.each<[string, Buffer, string[]]>([
    [
      'a length that is too short',
      Buffer.concat([a, lying(50), c]),
      [`0+${n}`, `${n}!`, `${sum(a, lying(50))}+${n}`],
    ],
    [
      'a length that swallows the next',
      Buffer.concat([a, lying(n * 2), c]),
      [`0+${n}`, `${n}!`, `${sum(a, lying(n * 2))}+${n}`],
    ],
    ['a length far behind the end', Buffer.concat([lying(9e14), c]), ['0!', `${lying(9e14).length}+${n}`]],
    ['a length that is none', Buffer.concat([lying('many'), c]), ['0!', `${lying('many').length}+${n}`]],
    [
      'no length',
      Buffer.concat([Buffer.from('WARC/1.0\r\nWARC-Type: response\r\n\r\n'), c]),
      ['0!', `33+${n}`],
    ],
    [
      'a head without an end',
      Buffer.concat([Buffer.from(`WARC/1.0\r\n${'a'.repeat(99_999)}\r\n`), c]),
      ['0!', `100011+${n}`],
    ],
    ['noise before', Buffer.concat([Buffer.from('tiếng ồn\n'), c]), ['0!', `13+${n}`]],
    ['noise alone', Buffer.from('không có gì ở đây\n'), ['0!']],
    ['an end within a record', Buffer.concat([a, b.subarray(0, n - 100)]), [`0+${n}`, `${n}…`]],
    [
      'lies in packed records',
      Buffer.concat([gzipSync(lying(9e9)), pc]),
      ['0!', `${gzipSync(lying(9e9)).length}+${pc.length}`],
    ],
    [
      'damage in packed records',
      Buffer.concat([pa, flipped(pb, 300), pc]),
      [`0+${m}`, `${m}!`, `${m + pb.length}+${pc.length}`],
    ],
    ['a wrong checksum', Buffer.concat([flipped(pa, m - 8), pc]), ['0!', `${m}+${pc.length}`]],
    ['a packed record that is cut off', Buffer.concat([pa, pb.subarray(0, 200)]), [`0+${m}`, `${m}…`]],
    [
      'noise between packed records',
      Buffer.concat([pa, Buffer.from('ồn'), pc]),
      [`0+${m}`, `${m}!`, `${m + 4}+${pc.length}`],
    ],
  ])('%s is told, and the rest is read', async (_, bytes, expected) => {
    expect(await found(bytes)).toEqual(expected);
    expect(await found(bytes, 7)).toEqual(expected);
  });

  test('a record that is longer than any page is passed over, its place and its length told', async () => {
    const long = recordOf({ body: Buffer.alloc(40 * 1024 * 1024, 'a') });
    expect(await found(Buffer.concat([long, c]), 1 << 20)).toEqual([
      `0+${long.length}`,
      `${long.length}+${n}`,
    ]);
  });

  test('a member that unpacks to a thousand times its size is damage', async () => {
    const bomb = gzipSync(recordOf({ body: Buffer.alloc(100 * 1024 * 1024) }));
    expect(await found(Buffer.concat([bomb, pc]), 1 << 16)).toEqual(['0!', `${bomb.length}+${pc.length}`]);
  });

  test('whatever is done to the bytes, reading ends, and whole records far from the damage are found', async () => {
    const plain = Buffer.concat([a, b, c]);
    const gzip = packed(a, b, c);
    await fc.assert(
      fc.asyncProperty(
        fc.boolean(),
        fc.nat(),
        fc.uint8Array({ maxLength: 40 }),
        fc.nat(60),
        async (isPacked, place, noise, cut) => {
          const whole = isPacked ? gzip : plain;
          const at = place % whole.length;
          const bytes = Buffer.concat([whole.subarray(0, at), noise, whole.subarray(at + cut)]);
          const told = await found(bytes, 1000);
          const first = isPacked ? m : n;
          if (at > first + 20) expect(told[0]).toBe(`0+${first}`);
          const last = bytes.length - (isPacked ? pc.length : n);
          if (at + cut < whole.length - (isPacked ? pc.length : n) - 20)
            expect(told.at(-1)).toBe(`${last}+${bytes.length - last}`);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('a reader that takes its time', () => {
  test('finds every record, and no more is read ahead than it may go back to', async () => {
    // What does not pack, so that there are many chunks behind each member.
    const records = Array.from({ length: 12 }, (_, index) =>
      gzipSync(recordOf({ url: `https://bao-cho.example/${index}`, body: randomBytes(700_000) })),
    );
    const small = [pa, pb, pc];
    const bytes = Buffer.concat([...small, ...records]);
    let given = 0;
    async function* chunks(): AsyncGenerator<Uint8Array, void, undefined> {
      // The first border lies near the end of the second member.
      const first = pa.length + pb.length - 60;
      given += 1;
      yield await Promise.resolve(bytes.subarray(0, first));
      for (let at = first; at < bytes.length; at += 256 * 1024, given += 1)
        yield await Promise.resolve(bytes.subarray(at, at + 256 * 1024));
    }
    const starts: number[] = [];
    for await (const piece of readPieces(chunks())) {
      if (piece.kind === 'damage' || piece.kind === 'cut') expect(piece).toBe('sound');
      if (piece.kind === 'start') starts.push(piece.offset);
      if (starts.length > 3) continue;
      for (let turn = 0; turn < 500; turn += 1) await new Promise((settle) => setImmediate(settle));
      expect(given).toBeLessThan(5);
    }
    const lengths = [...small, ...records].map(({ length }) => length);
    expect(starts).toEqual(
      lengths.map((_, index) => lengths.slice(0, index).reduce((sum, one) => sum + one, 0)),
    );
  });
});
