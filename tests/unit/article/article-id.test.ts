import { expect, test } from 'vitest';
import { isArticleId } from '../../../src/article/article-id.ts';

test.each([
  ['bao-x/2022/gia-gao', true],
  ['bao-x/undated/gia-gao', true],
  ['bao-x/22/gia-gao', false],
  ['../2022/gia-gao', false],
  ['bao-x/2022/../gia-gao', false],
  ['bao-x/2022/Gia-gao', false],
  ['bao-x/2022/gia gao', false],
  ['bao-x/2022/giá-gạo', false],
  ['bao-x/2022', false],
  [`bao-x/2022/${'a'.repeat(101)}`, false],
])('%s is an id: %s', (id, expected) => {
  expect(isArticleId(id)).toBe(expected);
});
