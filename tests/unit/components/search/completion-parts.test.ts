import { expect, test } from 'vitest';
import { completionParts } from '../../../../src/components/search/completion-parts.ts';

test.each([
  ['ng', 'Nghệ An', ['Ng', 'hệ An']],
  ['bao ve nen', 'bảo vệ nền tảng', ['bảo vệ nền', ' tảng']],
  ['  BẢO  VÊ', 'bảo vệ nền tảng', ['bảo vệ', ' nền tảng']],
  ['bao ve ', 'bảo vệ nền tảng', ['bảo vệ ', 'nền tảng']],
  ['đa', 'Đảng ủy', ['Đả', 'ng ủy']],
  ['dang', 'Đảng ủy', ['Đảng', ' ủy']],
  ['ky niem', 'kỉ niệm', ['kỉ niệm', '']],
  ['hoà b', 'Hòa Bình', ['Hòa B', 'ình']],
  ['gạo nơi:ngh', 'gạo nơi:"Nghệ An"', ['gạo nơi:"Ngh', 'ệ An"']],
  ['gạo -"lũ', 'gạo -"lũ quét', ['gạo -"lũ', ' quét']],
])('%j goes on in %j as %j', (text, completion, [typed, added]) => {
  expect(completionParts(text, completion)).toEqual({ typed, added });
  expect(completionParts(text.normalize('NFD'), completion)).toEqual({ typed, added });
});

test.each([
  ['ngo', 'Nghệ An'],
  ['đang', 'dạng bài'],
  ['bả', 'báo chí'],
  ['bảo vệ nền tảng tư', 'bảo vệ nền tảng'],
])('%j does not go on in %j', (text, completion) => {
  expect(completionParts(text, completion)).toBeNull();
});
