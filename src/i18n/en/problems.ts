import type { ProblemCode } from '../../problem/severities.ts';

/** Message and mending of every problem, in English. `{name}` stands for a value of the problem. */
export const problems: Record<ProblemCode, { message: string; hint: string }> = {
  'date-invalid': {
    message: '`{field}` is "{value}", which is not a day of the calendar.',
    hint: 'Write it as YYYY-MM-DD, for example 2009-02-28; 2009-02 if only the month is known, "2009" if only the year.',
  },
  'front-matter-missing': {
    message: 'The file has no record between two lines `---` at its start.',
    hint: 'Add the record; see docs/article-file.md, or import the article again with `khobao import`.',
  },
  'id-duplicate': {
    message: 'The id "{id}" is taken by {other}.',
    hint: 'One article, one id: keep one of the files, and rename the other together with its `id`.',
  },
  'id-invalid': {
    message: 'The id "{id}" is not of the form <source>/<year>/<slug>.',
    hint: 'Use small letters without marks, digits and hyphens, for example bao-x/2009/gia-gao or bao-x/undated/gia-gao.',
  },
  'id-path-mismatch': {
    message: 'The file says that its id is "{id}", which belongs at {expected}.',
    hint: 'Move the file there, or change its `id` to match the place where it lies.',
  },
  'record-field-invalid': {
    message: '`{field}` is {value}: {reason}.',
    hint: 'Mend the field; docs/article-file.md describes each field and what it may hold.',
  },
  'record-field-unknown': {
    message: 'The record has an unknown field `{field}`.',
    hint: 'Check its spelling; docs/article-file.md lists the fields. Leave out what is not used.',
  },
  'yaml-invalid': {
    message: 'The YAML could not be read: {reason}.',
    hint: 'Look at colons, quotation marks and the spaces at the start of lines; put text with a colon in quotes.',
  },
  'figure-attribute-unknown': {
    message: 'The figure has an unknown attribute `{value}`.',
    hint: 'A figure takes `src` and `alt`; its credit is marked in the caption, as :credit[NAME].',
  },
  'markdown-html': {
    message: 'The text holds raw HTML, which is never shown: {value}',
    hint: 'Write it as Markdown; docs/article-file.md shows the forms.',
  },
  'markdown-unsupported': {
    message: 'This passage has none of the forms that the archive reads, and was passed over: {value}',
    hint: 'Write it as a paragraph, cross-head, quotation, list, table or figure; see docs/article-file.md.',
  },
};
