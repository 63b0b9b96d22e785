import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normaliseText } from '../../../src/text/normalise-text.ts';

test.each([
  ['decomposed letters', 'Đà Nẵng'.normalize('NFD'), 'Đà Nẵng'],
  ['runs of spaces, a no-break space', ' một \u00a0 hai\t', 'một hai'],
  ['line breaks of every kind', 'một\r\nhai\rba\u2028bốn\u0085năm', 'một\nhai\nba\nbốn\nnăm'],
  ['control characters', 'm\u0000ộ\u0008t\u009d', 'một'],
  ['soft hyphen, zero-width space, direction marks', 'm\u00adộ\u200bt\u200e\u202e', 'một'],
  ['a lone surrogate', 'a\ud800b', 'a\ufffdb'],
  ['an emoji joined by ZWJ', '👩‍🌾', '👩‍🌾'],
])('%s', (_, text, expected) => {
  expect(normaliseText(text)).toBe(expected);
});

test('what is normal already stays, and is told from what is not', () => {
  const part = fc.oneof(
    fc.constantFrom('Chợ', ' ', '  ', 'phiên', '\n', 'e\u0302', '\u00a0', '“a”', '…', '\u00ad', 'ế'),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
      const text = parts.join('');
      const normal = normaliseText(text);
      // What is dropped makes no difference, but keeps the short way from being taken.
      expect(normaliseText(`${text}\u200b`)).toBe(normal);
      expect(normaliseText(normal)).toBe(normal);
    }),
  );
});
