import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packNumbers, unpackNumbers } from '../../../src/search/packed-numbers.ts';
import {
  layOnShelves,
  packLengths,
  padPart,
  shelfSize,
  unpackLengths,
  unpadPart,
} from '../../../src/search/shelf.ts';

const sizes = fc.array(fc.nat({ max: 5000 }), { maxLength: 200 });

describe('layOnShelves', () => {
  test('lays parts one after another, each shelf within its bytes unless a single part is larger', () => {
    expect(layOnShelves([40, 50, 20, 200, 5], 100)).toEqual([
      { shelf: 0, from: 0, to: 40 },
      { shelf: 0, from: 40, to: 90 },
      { shelf: 1, from: 0, to: 20 },
      { shelf: 2, from: 0, to: 200 },
      { shelf: 3, from: 0, to: 5 },
    ]);
    expect(layOnShelves([], 100)).toEqual([]);
  });

  test('never takes more shelves than were allowed, nor smaller ones than need be', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 40 }), (parts, most) => {
        const bytes = shelfSize(parts, 64, most);
        const places = layOnShelves(parts, bytes);
        expect(new Set(places.map(({ shelf }) => shelf)).size).toBeLessThanOrEqual(most);
        expect(bytes).toBeGreaterThanOrEqual(64);
        expect(places.map(({ from, to }) => to - from)).toEqual(parts);
      }),
    );
  });
});

describe('padPart', () => {
  test('gives every part back, and tells of what is none', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 })), (parts) => {
        const padded = parts.map(padPart);
        expect(padded.map((part) => Array.from(unpadPart(part) ?? []))).toEqual(
          parts.map((part) => Array.from(part)),
        );
        expect(unpackLengths(packLengths(padded))).toEqual(padded.map(({ length }) => length));
      }),
    );
    expect(unpadPart(new Uint8Array())).toBeNull();
    expect(unpadPart(new Uint8Array(63))).toBeNull();
    expect(unpadPart(new Uint8Array(64).fill(255))).toBeNull();
  });
});

describe('packNumbers', () => {
  test('gives every list back', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat({ max: 100 }), fc.nat())), (numbers) => {
        const text = packNumbers(numbers);
        expect(unpackNumbers(text)).toEqual(numbers);
        expect(JSON.stringify(text)).toBe(`"${text}"`);
      }),
    );
  });
});
