import { toProblem, type Problem } from '../problem/problem.ts';

/** `text-missing` of an entry: it tells the title and the address as far as there are any. */
export const toTextMissing = (title: string, url: string | null): Problem =>
  toProblem('text-missing', {
    title,
    url: url ?? '',
    reason:
      title === '' ? (url === null ? 'entry-bare' : 'entry-at') : url === null ? 'entry-named' : 'entry',
    advice: url === null ? 'fill-text' : 'save-page',
  });
