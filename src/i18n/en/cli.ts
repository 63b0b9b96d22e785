import type { CliWords } from '../cli-words.ts';

/** What the command line says, in English. */
export const cli: CliWords = {
  program: 'Kho Báo: turns saved press articles into an archive that can be searched, hosted as plain files.',
  help: {
    usage: 'Usage:',
    arguments: 'Arguments:',
    options: 'Options:',
    commands: 'Commands:',
    helpOption: 'show this help',
    helpCommand: 'show the help of a command',
    version: 'show the version of the program',
    lang: 'the language of messages: vi (Vietnamese) or en (English)',
    verbose: 'tell everything when the program itself fails',
    json: 'output for machines: one JSON object a line',
    after: 'The help of each command: khobao <command> --help',
  },
  commands: {
    init: {
      summary: 'lay out a new, empty archive',
      details:
        'Makes the content folder with its settings, its list of abbreviations and a guide for librarians. A folder that holds anything is left alone.',
      arguments: { DIR: 'the content folder to make (default: content)' },
      options: {},
    },
    import: {
      summary: 'bring captures into the archive, each article as one file',
      details:
        'Takes files and folders: text, HTML, MHTML, WARC, WACZ, JSON Lines, CSV, RSS, Atom, WordPress exports; the content folder of another archive (OTHER/content) is merged whole. For a bag use restore-archive, or import its data/content; an exported WACZ, CSV or JSON Lines gives the same articles, but with new captures. Pictures of articles are taken along where they are in what is given. Importing the same again changes nothing. Refused files stay where they are.',
      arguments: { PATH: 'a file or folder to import' },
      options: {
        content: 'the content folder (default: content)',
        source: 'the id of the source of all that is imported, such as bao-x',
        url: 'the original address of the page (for a single page)',
        charset:
          'the charset of the files (utf-8, windows-1258, tcvn3, vni, viscii, vps, viqr …), whatever they say or look like',
        fields:
          'a field map (YAML): which column of CSV, which key of JSON Lines holds which field of an article',
        images: 'keep pictures in the captures alone, not beside the articles',
        dryRun: 'only tell what would be done; write nothing',
        explain:
          'tell where each field of the article was found, and what was left out (one file; writes nothing)',
        report:
          'write a report as an HTML page: what became of each input, its problems, its article beside its capture',
      },
    },
    check: {
      summary: 'look the whole archive over and tell every problem',
      details: 'Checks records, dates, sources, duplicate ids, and captures that are missing or altered.',
      arguments: {},
      options: { content: 'the content folder (default: content)' },
    },
    show: {
      summary: 'show the record, text and captures of an article',
      details: '',
      arguments: { ID: 'the id of the article, such as bao-x/2009/gia-gao' },
      options: { content: 'the content folder (default: content)' },
    },
    withdraw: {
      summary: 'take an article out of readers’ sight, leaving a notice at its address',
      details:
        'From the next build on, readers find its text neither on its page nor in lists nor by searching. Its captures are kept. When, why and by whom is kept in its record; its page tells when and why.',
      arguments: { ID: 'the id of the article, such as bao-x/2009/gia-gao' },
      options: {
        content: 'the content folder (default: content)',
        reason: 'why it is withdrawn, which readers will see (required)',
        by: 'who withdraws it (default: the system’s user name)',
      },
    },
    restore: {
      summary: 'bring a withdrawn article back',
      details: 'Its file is again what it was before, byte for byte.',
      arguments: { ID: 'the id of the article, such as bao-x/2009/gia-gao' },
      options: {
        content: 'the content folder (default: content)',
        reason: 'why it is brought back, for the log',
        by: 'who brings it back (default: the system’s user name)',
      },
    },
    publish: {
      summary: 'publish the archive: a dated snapshot with a manifest that proves it',
      details:
        'Checks the archive, builds site and index, lists every file, verifies it all, and only then takes the place of the release in force, in one step. If anything fails, the old one stays as it is. The publishing folder holds releases/ (one a day), site (the one in force) and bags/ (the librarian’s, whole).',
      arguments: {},
      options: {
        content: 'the content folder (default: content)',
        to: 'the publishing folder (required)',
        date: 'the day of the snapshot (default: today)',
        keep: 'how many former releases stay in releases/ (default: all; bags/ keeps all in any case)',
        back: 'put the release before the one in force back',
        sign: 'a private SSH or minisign key to sign the manifest with',
        site: 'the address where the site will be, such as https://khobao.example',
        base: 'the path it is served under, such as /kho/; by default that of its address',
      },
    },
    verify: {
      summary: 'compare a release or a bag with its manifest',
      details:
        'Takes a publishing folder, one release of releases/, or one BagIt bag of bags/. Names every missing, altered or added file, and compares each article with its captures.',
      arguments: { DIR: 'the folder to verify (default: the current one)' },
      options: { signers: 'the signers you trust (SSH allowed_signers, or a minisign public key)' },
    },
    'restore-archive': {
      summary: 'make an archive again from a bag',
      details: 'The bag is verified first. The content folder must not be there yet, or be empty.',
      arguments: { BAG: 'a BagIt bag, such as published/bags/2026-11-22' },
      options: { content: 'the content folder to make (default: content)' },
    },
    undo: {
      summary: 'take the last import back',
      details:
        'Files that it wrote go; files that it changed are again what they were, byte for byte. If an article, a version or a capture has changed since, it is named and nothing is done. Asked again, it takes back the import before.',
      arguments: {},
      options: {
        content: 'the content folder (default: content)',
        by: 'who does so (default: the system’s user name)',
      },
    },
    build: {
      summary: 'build the site and its search index',
      details:
        'Articles with errors are told and left out; all others are built. The former site is replaced only by a whole new one: if the build fails, it stays as it was.',
      arguments: {},
      options: {
        content: 'the content folder (default: content)',
        out: 'the folder for the built site (default: dist)',
        site: 'the address where the site will be published, such as https://khobao.example',
        base: 'the path of the site on its server, such as /kho/; by default that of its address',
      },
    },
    export: {
      summary: 'write the archive out in a form that other software reads',
      details:
        'wacz: all captures, for replay (ReplayWeb.page). oai: Dublin Core records for library catalogues (OAI-PMH; beyond 5,000 articles a folder of files with ResourceSync). bagit: the whole content folder with its checksums, withdrawn articles too, for safekeeping. csv: a table for spreadsheets. jsonl: one article a line, for programs. csv and jsonl can be imported again. All but bagit leave withdrawn articles out. The same archive always gives the same bytes.',
      arguments: { FORMAT: 'wacz, bagit, oai, csv or jsonl' },
      options: {
        content: 'the content folder (default: content)',
        to: 'the file to write, for bagit the folder (required); a former export there is replaced, anything else is left alone',
        site: 'the address where the archive is published (default: that of archive.yml)',
      },
    },
    serve: {
      summary: 'serve the built site on this machine',
      details: 'Only this machine can see it. Stop it with Ctrl-C.',
      arguments: {},
      options: {
        out: 'the folder of the built site (default: dist)',
        port: 'the port (default: 4321, or a free one if it is taken; 0: any that is free)',
      },
    },
    search: {
      summary: "search the built site with the readers' own search",
      details: 'Type with accents or without. Put a phrase in quotation marks to find just that phrase.',
      arguments: { QUERY: 'what to search for' },
      options: {
        out: 'the folder of the built site (default: dist)',
        limit: 'how many results (default: 10)',
        offset: 'pass over so many results first (default: 0)',
        source: 'only this source (may be repeated)',
        tiers: 'all: open every tier of results',
        from: 'from this date: YYYY, YYYY-MM or YYYY-MM-DD',
        to: 'to this date: YYYY, YYYY-MM or YYYY-MM-DD',
        sort: 'order: relevance, newest or oldest',
        ids: 'list the ids of articles only',
        batch: 'a file of queries, one JSON object a line',
      },
    },
  },
  usage: {
    unknownCommand: 'There is no command "{value}".',
    unknownOption: 'There is no option "{value}".',
    missingArgument: '{value} is missing.',
    missingValue: 'The option {value} needs a value.',
    excessArguments: 'This command does not take so many arguments.',
    invalidValue: '"{value}" is not a value for {option}.',
    unknownFormat: 'There is no format "{value}". The formats are {formats}.',
    conflict: '{value} can not be used together with {option}.',
    urlForOne: 'Use --url for a single page only: one file, no folder.',
    explainOne: 'Use --explain for a single file only, no folder.',
    queryOrBatch: 'Give what to search for, or a file of queries with --batch; not both.',
    nearest: 'Did you mean "{value}"?',
    seeHelp: 'See the help: {command} --help',
  },
  fault: {
    ours: 'The program failed: {reason}',
    verbose: 'Run it again with --verbose for the details, and send them to the maintainers.',
  },
  init: {
    done: 'Laid out a new archive in {folder}.',
    next: 'Next: edit {settings}, then bring articles in: npx khobao import <file or folder>{option}',
  },
  import: {
    status: {
      written: 'written',
      newVersion: 'new version',
      duplicate: 'duplicate',
      unchanged: 'unchanged',
      refused: 'refused',
      skipped: 'skipped',
    },
    counts: {
      written: '{n} written',
      newVersion: '{n} as new versions',
      duplicate: '{n} added to articles that were there',
      unchanged: '{n} unchanged',
      refused: '{n} refused',
      skipped: '{n} skipped',
    },
    nothing: 'nothing was found to import',
    skippedBeside:
      'Files of saved pages, not read by themselves (an article’s pictures come with its page): {names}.',
    skippedBesideMore:
      'Files of saved pages, not read by themselves (an article’s pictures come with its page): {names} and {n} more (--json or --report has all).',
    skippedNamed: 'Skipped, as no capture of a page: {names}.',
    skippedMore:
      'Skipped, as no capture of a page: {names} and {n} more (--json or --report lists them all).',
    nothingElse: 'nothing else changed',
    created: 'Laid out a new archive in {folder}.',
    dryRun: 'A dry run: nothing was written. An import would make it:',
    interrupted:
      'Stopped as you asked. What is told above is whole; run the same command again for the rest.',
    stopped:
      'Stopped, because writing failed. What stands is whole; mend that, then run the same command again.',
    progress: { read: '{n} captures read', rate: '{n} a second', left: 'about {time} left' },
    report: {
      title: 'Import report',
      order:
        'The worst comes first. Each article as it stands in the archive is shown beside the text of its capture.',
      line: 'line {line}',
      article: 'Article in the archive',
      original: 'Text of the capture',
      cut: 'The capture is longer; this is its beginning.',
      fields: {
        title: 'Title',
        publishedAt: 'Published',
        authors: 'Authors',
        source: 'Source',
        section: 'Section',
      },
      written: 'Report: {file}',
      failed: 'The report could not be written to {file} ({reason}). The import itself is as told above.',
    },
  },
  check: {
    summary: 'Articles: {articles}. Errors: {errors}, warnings: {warnings}, notes: {notes}.',
    sound: 'The archive has no problem.',
  },
  show: {
    labels: {
      id: 'Id',
      source: 'Source',
      url: 'Original address',
      publishedAt: 'Published',
      updatedAt: 'Updated',
      eventDate: 'Date of the event',
      authors: 'By',
      organisation: 'Organisation',
      section: 'Section',
      citedDocuments: 'Cited documents',
      places: 'Places',
      language: 'Language',
      versions: 'Versions',
      status: 'Status',
    },
    inferred: '{date} (inferred by the cataloguer)',
    fileTime: '{date}, by the time of the file',
    withdrawn: 'withdrawn {date}: {reason}',
    published: 'published',
    undated: 'unknown',
    capture: '{sha256}\n    {mediaType}, {bytes} bytes, captured {date}',
    bytes: 'bytes',
    text: 'Text',
    captures: 'Captures',
  },
  withdraw: {
    done: 'Withdrew {id}. Reason: {reason}. Build the site again to take it out of readers’ sight.',
  },
  restore: { done: '{id} is again as it was before it was withdrawn. Build the site again to show it.' },
  undo: {
    done: 'Took the import {run} back: {removed} files removed, {restored} as they were before.',
    kept: 'Nothing was changed.',
  },
  build: {
    working: 'Building the site from {content}…',
    done: 'Built the site in {out}.',
    leftOut: 'Articles left out because of errors: {n}. Mend what is told above, and build again.',
    kept: 'The folder {out} is as it was before.',
    interrupted: 'Stopped as you asked.',
  },
  publish: {
    steps: {
      checking: 'Checking the archive and every capture…',
      hashing: 'Taking the SHA-256 of the archive’s files…',
      building: 'Building the site and its index…',
      captures: 'Taking out the captures of each article…',
      manifest: 'Writing the manifest…',
      bag: 'Packing the bag…',
      verifying: 'Verifying everything…',
      placing: 'Putting the release in place…',
      withdrawing: 'Withdrawing articles from former releases…',
    },
    published:
      'Published the snapshot of {date}, articles: {articles}: {release}\nThe librarian’s bag: {bag}',
    unchanged: 'The snapshot of {date} is published already, and nothing has changed: {release}',
    changes:
      'Since the one before: {added} added, {changed} changed, {withdrawn} withdrawn, {restored} restored, {removed} gone.',
    pruned: 'Removed former releases: {dates}. Their bags stay.',
    gaveWay: 'Release {date}: withdrawn articles that gave way to their notice: {n}. Its manifest says so.',
    searchGone:
      'Release {date}: its bag is not there to make the index again from, so its search went with the withdrawn article.',
    back: 'Readers get the release of {date} again, in place of {from}.',
    damaged:
      'What was published on {date} is no longer what it was: see the errors above. Move the damaged folder of that day out of the publishing folder and publish with the same date again: it is made anew, the same byte for byte.',
    kept: 'Nothing was published. The release in force is as it was.',
    interrupted: 'Stopped as you asked. The release in force is as it was.',
  },
  verify: {
    working: 'Verifying {folder}…',
    sound: '{folder}: whole, {files} files.',
    faulty: '{folder}: {errors} differences.',
    faultyInAll: 'Releases and bags verified: {parts}. Differences in all, told above: {errors}.',
    progress: '{files} files, {megabytes} MB',
    signed: '{folder}: the signature holds.',
    unsigned: '{folder}: signed, but the signature was not checked; use --signers.',
  },
  restoreArchive: {
    done: 'Made the archive {content} again from {bag}: {files} files.',
    kept: 'Nothing was changed.',
  },
  export: {
    progress: '{n} articles read…',
    done: 'Exported articles: {n}, to {to}',
    withdrawn: 'Withdrawn articles, left out: {n}',
    withdrawnToo: 'Withdrawn articles among them: {n}. Keep this bag off the web.',
    faultyToo: 'Articles with errors among them: {n}.',
    leftOut: 'Articles left out because of errors: {n}. Mend what is told above, and export again.',
    kept: 'Nothing was written: {to} is as it was before.',
    interrupted: 'Stopped as you asked.',
  },
  serve: { stop: 'Press Ctrl-C to stop.' },
  search: {
    total: 'Articles: {total}',
    none: 'No article was found.',
    noWord: 'There is no word in the query.',
    tiers: { exact: 'As typed', folded: 'Accents aside', loose: 'Every word somewhere' },
    undated: 'undated',
    more: 'There is more: add --offset {offset}',
    help: 'Searched for: {query}',
    byExpansion: 'by an abbreviation',
    unread: 'Could not be read and was searched as words: {operators}',
    narrow: 'OR joins only the two words next to it: “{joined}”. To join two phrases, put each in quotes.',
    unreadable: 'Line {line} of {file} is no query: {reason}',
  },
};
