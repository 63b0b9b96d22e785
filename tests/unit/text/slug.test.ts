import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText } from '../../../src/text/fold-text.ts';
import { maxSlugLength, toSlug } from '../../../src/text/slug.ts';

describe('toSlug', () => {
  test.each([
    ['Đường về Đà Nẵng', 'duong-ve-da-nang'],
    ['"Phòng ngừa từ sớm, từ xa"', 'phong-ngua-tu-som-tu-xa'],
    ['Thực hiện 35-NQ/TW', 'thuc-hien-35-nq-tw'],
    ['   ', 'bai'],
    ['新聞', 'bai'],
    ['index', 'bai-index'],
    ['Huyện uỷ'.normalize('NFD'), 'huyen-uy'],
    ['chợ '.repeat(30), Array(20).fill('cho').join('-')],
  ])('%s → %s', (text, expected) => {
    expect(toSlug(text)).toBe(expected);
  });

  test('is never empty, never long, always plain', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const slug = toSlug(text);
        expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(slug.length).toBeLessThanOrEqual(maxSlugLength);
      }),
    );
  });
});

describe('foldText', () => {
  const letters =
    'aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ ';
  test('is idempotent, and ASCII on Vietnamese letters in either case and form', () => {
    const text = fc.string({
      unit: fc.constantFrom(...Array.from(letters + letters.toUpperCase())),
      maxLength: 40,
    });
    fc.assert(
      fc.property(text, fc.constantFrom('NFC', 'NFD'), (value, form) => {
        const folded = foldText(value.normalize(form));
        expect(folded).toMatch(/^[a-z ]*$/);
        expect(foldText(folded)).toBe(folded);
      }),
    );
  });
});
