import { describe, expect, test } from 'vitest';
import { exactKey } from '../../../src/text/syllable-keys.ts';
import { spellKey } from '../../../src/text/spell-syllable.ts';
import { readTelex, readTelexSyllable } from '../../../src/text/telex.ts';
import { readVni, readVniSyllable } from '../../../src/text/vni.ts';

describe('readTelexSyllable', () => {
  test.each([
    ['ddaf', 'đà'],
    ['nawngx', 'nẵng'],
    ['nangwx', 'nẵng'],
    ['naxngw', 'nẵng'],
    ['hooij', 'hội'],
    ['hoojio', null],
    ['nghij', 'nghị'],
    ['dangdf', 'đàng'],
    ['ddaays', 'đấy'],
    ['tieengs', 'tiếng'],
    ['tienges', 'tiếng'],
    ['vieejt', 'việt'],
    ['nguowif', 'người'],
    ['nguwowif', 'người'],
    ['nguoiwf', 'người'],
    ['nguyeenx', 'nguyễn'],
    ['nguyexen', 'nguyễn'],
    ['quoocs', 'quốc'],
    ['quys', 'quý'],
    ['quyeets', 'quyết'],
    ['gif', 'gì'],
    ['gias', 'giá'],
    ['gieengs', 'giếng'],
    ['thuowr', 'thuở'],
    ['huowng', 'hương'],
    ['uwowcs', 'ước'],
    ['wowcs', 'ước'],
    ['tw', 'tư'],
    ['nhw', 'như'],
    ['cuwus', 'cứu'],
    ['luuw', 'lưu'],
    ['muaf', 'mùa'],
    ['muwa', 'mưa'],
    ['muaw', 'mưa'],
    ['hoaf', 'hòa'],
    ['hoafn', 'hoàn'],
    ['hoawcj', 'hoặc'],
    ['khoer', 'khỏe'],
    ['khuya', null],
    ['khuyar', 'khuỷa'],
    ['oong', 'ông'],
    ['Ddaf', 'Đà'],
    ['DDAF', 'ĐÀ'],
    ['ngoaif', 'ngoài'],
    ['ddeenf', 'đền'],
    ['ddee', 'đê'],
    ['yeeu', 'yêu'],
    ['casch', 'cách'],
    ['cafch', null],
    ['bao', null],
    ['covid', null],
    ['facebook', null],
    ['messi', null],
    ['samsung', null],
    ['x', null],
    ['', null],
  ])('%s is %s', (typed, expected) => {
    expect(readTelexSyllable(typed)).toBe(expected);
  });
});

describe('readVniSyllable', () => {
  test.each([
    ['bao3', 'bảo'],
    ['ve65', 'vệ'],
    ['ve56', 'vệ'],
    ['d9a2', 'đà'],
    ['da92', 'đà'],
    ['nang84', 'nẵng'],
    ['na8ng4', 'nẵng'],
    ['nguoi72', 'người'],
    ['ngu7o7i2', 'người'],
    ['Vie65t', 'Việt'],
    ['QUO61C', 'QUỐC'],
    ['tieng61', 'tiếng'],
    ['thuo73', 'thuở'],
    ['u23', null],
    ['u19', null],
    ['g20', null],
    ['bao', null],
    ['22', null],
  ])('%s is %s', (typed, expected) => {
    expect(readVniSyllable(typed)).toBe(expected);
  });
});

describe('readTelex and readVni', () => {
  test.each([
    [readTelex, 'ddaf nawngx', 'đà nẵng'],
    [readTelex, 'hooij nghij 35-NQ/TW', 'hội nghị 35-NQ/TW'],
    [readTelex, '"ddaf nawngx" OR -hooij', '"đà nẵng" OR -hội'],
    [readTelex, 'nguon:x mucs:baor', 'nguon:x mucs:bảo'],
    [readTelex, 'chaau Aau: ‘quar bom’', 'châu Âu: ‘quả bom’'],
    [readTelex, 'bao ve nen tang', null],
    [readTelex, 'bảo vệ', null],
    [readVni, 'bao3 ve65 ne6n2 tang3 2018', 'bảo vệ nền tảng 2018'],
    [readVni, 'covid-19 nam 2018', null],
  ] as const)('%o: %s is %s', (read, typed, expected) => {
    expect(read(typed)).toBe(expected);
  });

  test('words to keep stay as they are', () => {
    expect(readTelex('ddi taxi', (word) => word === 'taxi')).toBe('đi taxi');
  });
});

describe('spellKey', () => {
  test.each([
    'hòa',
    'hoàn',
    'người',
    'cứu',
    'quý',
    'thúy',
    'giếng',
    'gì',
    'nguyễn',
    'khuỷu',
    'mía',
    'đảng',
    'ngoài',
    'mưa',
  ])('writes %s as it is written', (word) => {
    expect(spellKey(exactKey(word))).toBe(word);
  });
});
