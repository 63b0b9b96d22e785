import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseYaml } from '../../../src/archive/parse-yaml.ts';
import { gazetteerSchema, noPlaces } from '../../../src/article/gazetteer.ts';
import { toPlaceNames } from '../../../src/extract/place-names.ts';
import { toDraft } from '../../../src/extract/to-draft.ts';
import { withPlaces } from '../../../src/extract/with-places.ts';

const { value } = parseYaml(readFileSync('src/article/places.yml', 'utf8'), gazetteerSchema);
const names = toPlaceNames(value ?? noPlaces);
const paragraph = (text: string) => ({ type: 'paragraph' as const, text });
const body = [paragraph('Hà Nội (TTXVN) - Bà con ở Sơn La vui mừng.'), paragraph('Chợ Vồm ở Hà Giang đông.')];

test.each([
  [
    'title and kicker',
    { title: 'Mùa măng Yên Bái', kicker: 'Chuyện ở Lào Cai', body: [] },
    ['Lào Cai', 'Yên Bái'],
  ],
  [
    'the dateline, where a lead is marked',
    { title: 'Mùa măng', lead: 'Ở Yên Bái.', body },
    ['Yên Bái', 'Hà Nội'],
  ],
  ['the first paragraph, where none is', { title: 'Mùa măng', body }, ['Hà Nội', 'Sơn La']],
  ['what the page’s own record says', { title: 'Mùa măng', places: ['Chợ Vồm'], body }, ['Chợ Vồm']],
])('places are those of %s', (_of, parts, places) => {
  expect(withPlaces(toDraft(parts), names).places).toEqual(places);
});
