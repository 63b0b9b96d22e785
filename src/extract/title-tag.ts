import type { Element } from 'domhandler';
import { plainOf } from './page-tree.ts';

/** What a page's title tag says. */
export const titleTagOf = (all: readonly Element[]): string => {
  const tag = all.find(({ name }) => name === 'title');
  const text = tag?.children.map((child) => ('data' in child ? child.data : '')).join('');
  return plainOf(text ?? '');
};
