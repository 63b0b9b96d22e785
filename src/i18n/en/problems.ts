import type { ProblemCode } from '../../problem/severities.ts';

/** Message and mending of every problem, in English. `{name}` stands for a value of the problem. */
export const problems: Record<ProblemCode, { message: string; hint: string }> = {
  'date-invalid': {
    message: '`{field}`{of} is "{value}", {reason}.',
    hint: '{advice}',
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
    hint: 'Mend the field; docs/article-file.md (articles), docs/settings.md (archive.yml, sources/, synonyms.yml) and docs/import-forms.md (field maps) describe each.',
  },
  'record-field-unknown': {
    message: 'There is an unknown field `{field}`.',
    hint: 'Check its spelling; docs/article-file.md (articles), docs/settings.md (archive.yml, sources/, synonyms.yml) and docs/import-forms.md (field maps) list the fields. Leave out what is not used.',
  },
  'yaml-invalid': {
    message: 'The YAML could not be read: {reason}.',
    hint: 'Look at colons, quotation marks and the spaces at the start of lines; put text with a colon in quotes.',
  },
  'export-empty': {
    message: 'There is no article in {folder} that readers see, so there is nothing to export.',
    hint: 'An OAI-PMH repository has at least one record. Import articles first.',
  },
  'export-record-left-out': {
    message:
      'The record at {offset} of {file} could not be taken along: it is longer than {limit} bytes, in a WARC that is packed as a whole.',
    hint: 'No article rests on it. To have it in the export, pack the WARC record by record with another tool and import that.',
  },
  'export-setting-missing': {
    message:
      'The archive does not say its {field}, which every OAI-PMH repository must tell; {used} stands in its place.',
    hint: 'Write `{field}` in archive.yml and export again, before the file is given to anyone.',
  },
  'export-target-foreign': {
    message: '{path} is there, and is no former export.',
    hint: 'Name another path with --to, or move away what is there.',
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
  'charset-guessed': {
    message:
      'Nothing that can be relied on tells the charset; the text was read as {charset}, which is right with a likelihood of {percent} %.',
    hint: 'Look the article over; if its letters are wrong, take the import back (`khobao undo`) and import again with `--charset NAME`. See docs/encodings.md.',
  },
  'charset-unknown': {
    message: 'There is no charset named "{charset}".',
    hint: 'Use a name such as utf-8, windows-1258, tcvn3, vni, viscii, vps or viqr; without `--charset` the bytes speak for themselves.',
  },
  'date-unknown': {
    message: 'The article does not say when it was published; the date stays unknown.',
    hint: 'If you know it from elsewhere, write it as `publishedAt` with `publishedAtInferred: true`.',
  },
  'encoding-unknown': {
    message:
      'The charset of the file is not known: its bytes are not UTF-8, it declares none, and no old charset makes Vietnamese of them.',
    hint: 'Import it again with `--charset NAME`, for example `--charset tcvn3`; docs/encodings.md has the names.',
  },
  'file-binary': {
    message: 'The file holds binary data, not text.',
    hint: 'See whether the file has the wrong name. Text, HTML, MHTML, WARC, WACZ, JSON Lines, CSV, RSS, Atom and WordPress exports can be imported.',
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
  'columns-unknown': {
    message: 'No column of the table is known to hold the {field} of an article. Its columns: {columns}.',
    hint: 'Write a field map that names the column (docs/import-forms.md shows one), and import with `--fields FILE`.',
  },
  'csv-quotes-broken': {
    message: 'The quotation marks of this row don’t close, or text stands behind a closing one.',
    hint: 'Double each quotation mark inside a quoted field (""), or export the table again. The other rows were read.',
  },
  'csv-row-uneven': {
    message: 'The row has {found} fields, but the table has {expected} columns.',
    hint: 'Look for a separator or a line break in a field without quotation marks; mend the row, or export the table again.',
  },
  'text-missing': {
    message: 'There is no text of an article here, only an entry{reason}.',
    hint: '{advice}',
  },
  'list-of-addresses': {
    message: 'This is a list of {count} addresses, the first {first}, without the articles themselves.',
    hint: 'Have the pages saved by a crawler, which takes this file as its list of addresses, and import the WARC or WACZ that it makes.',
  },
  'xml-cut-short': {
    message: 'The XML ends in the middle of the entry that begins in line {line}.',
    hint: 'The entries before were read; get the file again and import it for the rest.',
  },
  'not-an-article': {
    message: 'There is no article {reason}.',
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
  'article-not-withdrawn': {
    message: 'The article "{id}" is not withdrawn, so there is nothing to restore.',
    hint: 'Check the id; the page /da-rut/ lists what is withdrawn, and `khobao show` tells it of an article.',
  },
  'article-withdrawn': {
    message: 'The article "{id}" has been withdrawn already ({date}): {reason}',
    hint: 'Nothing was changed. To give another reason, bring it back with `khobao restore` and withdraw it again.',
  },
  'changed-since': {
    message: 'The file {file} has changed since the import {run}, which therefore can’t be taken back.',
    hint: 'Nothing was changed. Bring the file back to what the import wrote (`khobao restore` for a withdrawn article), or put your edits elsewhere first.',
  },
  'edited-since': {
    message: 'The file {file} was edited after the import {run}, and is left as it is.',
    hint: 'Remove it by hand if it is not needed any more.',
  },
  'import-missing': {
    message: 'The log of {folder} has no import that could be taken back.',
    hint: 'Only imports that stand in log/ can be; check --content.',
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
  'content-not-archive': {
    message: 'The folder {folder} is not an archive.',
    hint: 'Give the right folder with `--content`. A new archive begins in a new or an empty folder: `khobao init`.',
  },
  'content-not-empty': {
    message: 'The folder {folder} is not empty.',
    hint: 'Name a new or an empty folder; nothing was changed in this one.',
  },
  'disk-full': {
    message: 'The disk is full: {file} was not written.',
    hint: 'Make room on the disk, then run the same command again: what stands is left as it is.',
  },
  'hand-edit-beside': {
    message:
      'The page has changed, but the text in the archive was edited by hand: its file stays as it is, and the new reading is beside it, in {folder}.',
    hint: 'Compare the two, and copy into the article’s file what it needs. Readers see both versions.',
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
  'snapshot-invalid': {
    message: 'The file is no record of a snapshot that can be used (`{part}`: {reason}).',
    hint: 'Don’t mend it by hand. Bring it back from a copy of the archive, or from `phat-hanh/<date>/snapshot.json` in the release of that day; take a surplus copy away.',
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
  'source-unknown': {
    message: 'Nothing in this input says which source it is of; its article goes to "{source}".',
    hint: 'If you know the source, take this import back with `khobao undo`, and import again with `--source ID`.',
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
  'reading-too-costly': {
    message: 'The page takes more than {megabytes} MB of memory to read, and was not read.',
    hint: 'All others were. Copy the article’s text into a .txt file, and import that.',
  },
  'warc-damaged': {
    message:
      'From byte {offset} on there is no whole WARC record: it is damaged, or its length is not what it claims.',
    hint: 'What could be read after it was read. Get the file again from where it came, and import that: what is in already will be `unchanged`.',
  },
  'warc-truncated': {
    message: 'The file ends within the WARC record that starts at byte {offset}.',
    hint: 'What came before was read. Get the whole file, and import it: what is in already will be `unchanged`.',
  },
  'payload-cut': {
    message: 'The page is not whole: {reason}.',
    hint: 'Compare the article’s end with another copy, or get the file again and import that; its beginning is as it was captured.',
  },
  'content-coding-unknown': {
    message: 'The page is packed in a way that is not known: "{coding}".',
    hint: 'Known ones are gzip, deflate, br and zstd. Unpack the page yourself, and import it as HTML.',
  },
  'content-damaged': {
    message: 'The page in this record does not unpack ({coding}): its data is damaged.',
    hint: 'The record stays in its WARC. Look for another copy of the page.',
  },
  'revisit-unresolved': {
    message:
      'The record at byte {offset} says that {url} was the same as an earlier capture, which is in none of the files given.',
    hint: 'Import it together with the WARC that holds the earlier capture: `khobao import a.warc.gz b.warc.gz`.',
  },
  'wacz-damaged': {
    message: 'The WACZ can’t be read as a zip file: {reason}.',
    hint: 'Get the file again. The WARC files in it may be unpacked with a zip tool that repairs, and imported by themselves.',
  },
  'wacz-path-unsafe': {
    message: 'The WACZ holds an entry whose path leads out of it: "{path}". Nothing of the WACZ was read.',
    hint: 'No honest tool writes such a path. If you trust the file, unpack it by hand, and import the WARC files of its folder `archive`.',
  },
  'wacz-datapackage-invalid': {
    message:
      'The WACZ has no `datapackage.json` that can be read, so that its files can’t be checked against it.',
    hint: '{advice}',
  },
  'wacz-file-missing': {
    message: '`datapackage.json` lists {path}, which is not in the WACZ.',
    hint: 'The rest was read. Get the file again, or ask whoever made it.',
  },
  'wacz-hash-wrong': {
    message: '{path} is not what `datapackage.json` says: its hash is {found}, the list has {expected}.',
    hint: 'It was read all the same. Get the WACZ again, or ask whoever made it whether it was altered.',
  },
  'wacz-index-wrong': {
    message: 'The index of the WACZ has {count} lines that point to no record, the first of them for {url}.',
    hint: 'The records were read by themselves, not by the index: nothing is lost.',
  },
  'wacz-page-missing': {
    message: 'The WACZ lists {count} pages that none of its records holds, the first of them {url}.',
    hint: 'Look for them at whoever made the WACZ, or import the WARC that holds them.',
  },
  'unpacked-too-large': {
    message:
      '{path} unpacks to more than {limit} bytes, far more than its size tells: it was not read to its end.',
    hint: 'If it is honest, unpack it by hand and import what is in it.',
  },
  'warc-altered': {
    message: '{file} is not the file that was imported: its SHA-256 is {found}, its index has {expected}.',
    hint: 'Copy the file again from a backup or from a former snapshot. Never edit what is in captures/.',
  },
  'bag-invalid': {
    message: '{file} cannot be read: this is not a BagIt bag.',
    hint: 'Name the folder that holds `bagit.txt`, for example bags/2026-11-22.',
  },
  'bag-oxum-wrong': {
    message: "`Payload-Oxum` says {told}, but the bag's files are {found} (bytes, files).",
    hint: 'Take `bag-info.txt` from another copy of the bag.',
  },
  'manifest-file-added': {
    message: '{file} is not in the manifest.',
    hint: 'Find out where it came from; if it is no part of the snapshot, move it away.',
  },
  'manifest-file-altered': {
    message: '{file} was altered: its SHA-256 is {found}, the manifest says {expected}.',
    hint: 'Take the file from another copy, and run `khobao verify` again.',
  },
  'manifest-file-missing': {
    message: '{file} is in the manifest, but not there.',
    hint: 'Take the file from another copy, and run `khobao verify` again.',
  },
  'manifest-line-invalid': {
    message: "This line of the manifest {file} can't be read, or leads out of the folder.",
    hint: 'Each line is a SHA-256 and a path inside the folder. Take the manifest from another copy.',
  },
  'manifest-missing': {
    message: 'There is no manifest {file}.',
    hint: 'Without it nothing can be compared. Take the manifest from another copy.',
  },
  'publish-folder-foreign': {
    message: '{folder} holds something other than releases.',
    hint: 'Choose a folder that is empty or not there yet; it will hold releases/, bags/ and site.',
  },
  'folders-overlap': {
    message: 'One of the folders {folder} and {content} lies in the other.',
    hint: 'Choose a folder that lies outside of the other.',
  },
  'publish-locked': {
    message: 'Another publication into this folder is running (process {process}).',
    hint: 'Wait until it is done, and run this again. If none is running, delete {file}.',
  },
  'sign-failed': {
    message: 'Signing with {key} failed: {reason}',
    hint: 'See that it is a private SSH or minisign key, and that `ssh-keygen` or `minisign` is installed. Nothing has changed.',
  },
  'signature-wrong': {
    message: 'The signature {file} does not hold: {reason}',
    hint: 'It has to be by a key in the file of signers, over this very manifest. Take both from another copy.',
  },
  'snapshot-differs': {
    message:
      'The content is that of the snapshot of {date}, but the site built from it is not: {file} differs.',
    hint: 'The software or its settings have changed since. Publish with another date (`--date`), or use version {version} of the software.',
  },
  'snapshot-exists': {
    message: 'There is a snapshot of {date} already, with other content.',
    hint: 'A day has one snapshot, and a published one never changes. Publish with another date: `--date YYYY-MM-DD`.',
  },
  'snapshot-misplaced': {
    message: '{folder} holds the snapshot of {found}.',
    hint: 'Its name has to be the day of its snapshot. See whether two folders were swapped, and give each its own name again.',
  },
  'snapshot-none': {
    message: 'There is no release before the one in force.',
    hint: '`--back` can only return to a release that is still in releases/.',
  },
  'snapshot-older': {
    message: '{date} is before the latest snapshot, {last}.',
    hint: "See whether the machine's clock is right, or tell the day: `--date YYYY-MM-DD`.",
  },
  'verify-nothing': {
    message: '{folder} is neither a publishing folder, nor a release, nor a bag.',
    hint: 'Name the folder of `khobao publish --to`, or one in its releases/ or bags/.',
  },
  'content-link': {
    message: '{file} is no plain file, but a link or a device: the bag would be without it.',
    hint: 'Put the file or folder itself in its place, or take it away.',
  },
  'content-changed': {
    message: '{file} changed while the archive was being published.',
    hint: 'Leave the archive alone while it is published. Run this again; nothing was put in place.',
  },
  'snapshot-chain-broken': {
    message:
      'The snapshot of {date} names the one of {named} by another SHA-256; the one before it is {before}.',
    hint: 'A file in snapshots/ was altered, removed or added. Take them from another bag.',
  },
  'archive-itself': {
    message: 'The archive {folder} is the one that it would be merged into.',
    hint: 'To merge it into another archive, name that one with --content.',
  },
  'markdown-too-deep': {
    message: 'The text nests quotations, lists or figures too deeply to be read.',
    hint: 'Mend the file in the other archive: take away >, - or ::: that stand in one another, and import it again.',
  },
  'merge-differs': {
    message:
      'The article is here already ({id}), but the other archive’s file has something else in: {fields}. The file here stays as it is.',
    hint: 'Compare the two files, and copy by hand what is better there; for a withdrawal, use `khobao withdraw`.',
  },
  'merge-setting-kept': {
    message: '{file} says something else than this archive’s {own}, which stays as it is.',
    hint: 'If there is anything better in it, copy that by hand.',
  },
  'image-cut': {
    message: '{count} of the article’s pictures end too soon, and were left out: {images}.',
    hint: 'Save the page again with its pictures whole, and import it. The captions stand.',
  },
  'image-file-missing': {
    message: 'There is no picture `{src}`.',
    hint: 'Put the file back from a copy, or take the `src` out of the figure: its caption stands by itself.',
  },
  'image-form': {
    message:
      '{count} of the article’s pictures are no JPEG, PNG, GIF, WebP or AVIF, and were left out: {images}.',
    hint: 'Nothing has to be done: the captions stand, and the captures keep what was there. SVG is not taken as a picture.',
  },
  'image-missing': {
    message: '{count} of the article’s pictures are not in what was imported: {images}.',
    hint: 'If you have them (the folder beside the page, another WARC), import them along with the page. The captions stand.',
  },
  'image-too-large': {
    message: '{count} of the article’s pictures are too large, and were left out: {images}.',
    hint: 'A picture has at most 20 MB and 50 million pixels, all of an article 64 MB. The captions stand.',
  },
  'image-unused': {
    message: 'No article has the picture {file}.',
    hint: 'Leave it, or delete it.',
  },
  'image-altered': {
    message:
      '{file} has the SHA-256 {found}, but is named {expected}: the picture was altered or is damaged.',
    hint: 'Get the picture from another copy of the archive. The article keeps its caption.',
  },
  'csv-rows-unusable': {
    message:
      '{count} rows one after another don’t fit the columns of the table; the rest of the file was not read.',
    hint: 'The file may be broken from here on, or have another separator. Export it anew and import it again; the rows before were read.',
  },
};
