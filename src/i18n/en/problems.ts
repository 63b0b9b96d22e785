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
  'charset-unknown': {
    message: 'There is no charset named "{charset}".',
    hint: 'Use a name such as utf-8, utf-16le or windows-1258; without `--charset` the bytes speak for themselves.',
  },
  'date-unknown': {
    message: 'The article does not say when it was published; the date stays unknown.',
    hint: 'If you know it from elsewhere, write it as `publishedAt` with `publishedAtInferred: true`.',
  },
  'encoding-unknown': {
    message: 'The charset of the file is not known: its bytes are not UTF-8 and it declares none.',
    hint: 'Import it again with `--charset NAME`, for example `--charset windows-1258`.',
  },
  'file-binary': {
    message: 'The file holds binary data, not text.',
    hint: 'See whether it has the wrong name; text, HTML and JSON Lines can be imported.',
  },
  'file-empty': {
    message: 'The file is empty.',
    hint: 'Save the capture again and import it, or leave the file out.',
  },
  'file-missing': {
    message: 'There is no such file or folder.',
    hint: 'See whether the path is right; put it in quotes if it has spaces.',
  },
  'file-too-large': {
    message: 'The file or line has {size} bytes, more than the {limit} bytes that one article may have.',
    hint: 'Split it into articles; many articles in one file go in as JSON Lines, one a line.',
  },
  'file-unreadable': {
    message: 'The file could not be read: {reason}.',
    hint: 'See to its permissions and its disk; devices, pipes and sockets can not be imported.',
  },
  'folder-loop': {
    message: 'This link leads back to a folder that holds it, so it was not followed.',
    hint: 'Remove the link, or point it out of the folder that is imported.',
  },
  'form-unsupported': {
    message: 'Files of the form {form} can not be imported yet.',
    hint: 'Turn it into text, HTML or JSON Lines first.',
  },
  'gzip-damaged': {
    message: 'The gzip file is damaged or cut short after line {line}.',
    hint: 'The lines before were read; get the file again and import it for the rest.',
  },
  'json-field-invalid': {
    message: 'The field `{field}` of the JSON line is missing or not of its kind.',
    hint: 'Each line needs `title`, a string, and `body`, a list of paragraphs (strings); other fields may be left out.',
  },
  'json-invalid': {
    message: 'The line is not a JSON object.',
    hint: 'Every line of a JSON Lines file must be one whole object, such as {"title": "…", "body": ["…"]}.',
  },
  'not-an-article': {
    message: 'No article was found in this page.',
    hint: 'Home pages, lists, searches and error pages can not be imported; if it is an article after all, copy its text into a .txt file.',
  },
  'title-supplied': {
    message: 'The article has no headline; one was supplied from its first sentence: "{title}".',
    hint: 'You may change `title`; keep `titleSupplied: true`, so that the site shows it in [square brackets].',
  },
};
