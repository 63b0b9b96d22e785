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
    hint: 'Mend the field; docs/article-file.md (articles) and docs/settings.md (archive.yml, sources/, synonyms.yml) describe each.',
  },
  'record-field-unknown': {
    message: 'There is an unknown field `{field}`.',
    hint: 'Check its spelling; docs/article-file.md (articles) and docs/settings.md (archive.yml, sources/, synonyms.yml) list the fields. Leave out what is not used.',
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
  'mhtml-page-missing': {
    message: 'The MHTML file holds no page: none of its parts is HTML.',
    hint: 'Open it in the browser that saved it, and save the page again as “Web page, complete” or “single file”.',
  },
  'not-an-article': {
    message: 'No article was found in it.',
    hint: 'Home pages, lists, searches and error pages can not be imported; if it is an article after all, write its headline on the first line of a .txt file, its text below.',
  },
  'text-cut': {
    message:
      'Lines of the text were taken for the page’s own and left out of the article: {count}, the first "{text}".',
    hint: 'If one of them belongs to the article, put it back into the article’s file; the capture keeps the whole text.',
  },
  'text-for-machines': {
    message:
      'The page shows no text of its own; it was taken from what the page says for machines (`articleBody`).',
    hint: 'Compare it with the page as a browser shows it: captions, cross-heads and line breaks may be missing.',
  },
  'title-supplied': {
    message: 'The article has no headline; one was supplied from its first sentence: "{title}".',
    hint: 'You may change `title`; keep `titleSupplied: true`, so that the site shows it in [square brackets].',
  },
  'archive-locked': {
    message: 'Another run is writing to this archive (process {process}).',
    hint: 'Wait until it is done. If none is running, remove the file {file}.',
  },
  'article-missing': {
    message: 'There is no article with the id "{id}".',
    hint: 'Look the id up with `khobao search`, or in the folder articles/ of the content folder.',
  },
  'build-failed': {
    message: 'The site could not be built: {reason}',
    hint: 'Mend the errors told above, if any; `--verbose` shows all that the build said. The former site stays as it was.',
  },
  'capture-altered': {
    message:
      'The capture in {file} at byte {offset} is not the one that was kept: its SHA-256 is {found}, the record says {expected}.',
    hint: 'Put the file {file} back from a copy or a former snapshot. Never edit a file in captures/.',
  },
  'capture-missing': {
    message: 'The capture {sha256} is not where the record says, in {file} at byte {offset}.',
    hint: 'Put the file {file} back from a copy, or import the same input again.',
  },
  'content-missing': {
    message: 'There is no content folder at {folder}.',
    hint: 'Give the right folder with `--content`, or make a new one with `khobao init`.',
  },
  'content-not-empty': {
    message: 'The folder {folder} is not empty.',
    hint: 'Name a new or an empty folder; nothing was changed in this one.',
  },
  'disk-full': {
    message: 'The disk is full: {file} was not written.',
    hint: 'Make room on the disk, then run the same command again: what stands is left as it is.',
  },
  'hand-edit-kept': {
    message: 'The new version keeps the fields that were corrected by hand in the former one: {fields}.',
    hint: 'Compare them with the new capture, and edit them if it is to have its way. The former version is in versions/.',
  },
  'id-suffixed': {
    message: 'Another article has the same title; the id "{former}" became "{id}".',
    hint: 'Nothing needs to be done. Ids change only as long as they are in no snapshot.',
  },
  'option-unused': {
    message: 'The archive has this capture, in {file}, so {option} does nothing.',
    hint: 'Edit that file; or delete it, and import again with {option}.',
  },
  'out-not-site': {
    message: 'The folder {folder} holds something other than a site of Kho Báo, and was not touched.',
    hint: 'Give `--out` a new or an empty folder, or one that `khobao build` has made.',
  },
  'path-outside': {
    message: '{file} leads outside the content folder, and was left alone.',
    hint: 'Put the files themselves into the content folder in place of the link.',
  },
  'port-taken': {
    message: 'Port {port} is taken by another program.',
    hint: 'Choose another with `--port`, or `--port 0` for any that is free.',
  },
  'site-missing': {
    message: 'There is no built site in {folder}.',
    hint: 'Build it first: `khobao build`.',
  },
  'source-id-invalid': {
    message: 'The file name "{name}" is no id of a source.',
    hint: 'Rename the file: small letters without marks, digits and hyphens, for example bao-x.yml.',
  },
  'source-missing': {
    message: 'The source "{source}" has no file {expected}.',
    hint: 'Add that file (at least a line `name: …`), or mend `source` in the record.',
  },
  'source-new': {
    message: 'The source "{source}" is new; its file is {file}.',
    hint: 'Open that file and write the full name of the newspaper or portal. Where you know the source, import with `--source ID`.',
  },
  'version-misplaced': {
    message: '{file} is no former version of an article that the archive holds.',
    hint: 'Versions lie at versions/<id>/<number>.md, numbered from 1. Move the file, or remove it.',
  },
  'write-failed': {
    message: '{file} could not be written: {reason}.',
    hint: 'See to the permissions of the folder and to the disk, then run the same command again.',
  },
  'page-too-deep': {
    message: 'The page nests its HTML elements too deeply to be read.',
    hint: 'Save it again with another browser, or copy the text into a .txt file and import that.',
  },
};
