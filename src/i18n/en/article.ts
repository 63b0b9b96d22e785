import type { ArticleWords } from '../vi/article.ts';

const words = (n: string): string => (n === '1' ? '1 word' : `${n} words`);

/** What stands around an article's text, in English. Numbers and dates come already formatted. */
export const article: ArticleWords = {
  cite: {
    heading: 'Cite this article',
    plain: 'Citation',
    copy: 'Copy',
    copied: 'Copied.',
    selected: 'The browser did not allow copying. The text is selected: press Ctrl+C (⌘C on a Mac).',
    version: (n) => `version ${n}`,
    archived: (archive, place) => `Archived at ${archive}: ${place}`,
    original: (address) => `Original address: ${address}`,
    dateInferred: 'Date inferred by the cataloguer',
    dateUnknown: 'Date of publication unknown',
  },
  check: {
    heading: 'Check this capture yourself',
    explanation:
      'The capture is a gzipped WARC file. The SHA-256 above is of the content in it, byte for byte as it was obtained.',
    button: 'Fetch and check now',
    byHand: 'Without this page: download the capture and run this command; it must print the SHA-256 above.',
    chunked:
      'The command does not fit where the server sent the page in chunks (Transfer-Encoding: chunked).',
    running: 'Fetching and hashing…',
    same: 'It matches: the content of the capture has the SHA-256 that is recorded.',
    different: 'It does NOT match: the content of the capture is not what was recorded. Its SHA-256 is:',
    missing: 'The capture could not be fetched. The network may be down, or the host no longer has the file.',
    unread: 'The file came but could not be read: it is damaged, or no capture.',
    unsafe: 'Browsers hash only on pages opened by https. Please use the command below.',
  },
  changes: {
    heading: (n, before) => `How version ${n} differs from version ${before}`,
    summary: (added, removed) => `${words(added)} added, ${words(removed)} removed.`,
    key: ['Words added', 'words removed'],
    none: 'The text did not change; the captures differ in what is not part of the article.',
    unchanged: (n) => (n === '1' ? '1 paragraph unchanged' : `${n} paragraphs unchanged`),
    rewritten: 'Nearly all of the article was rewritten; please read the two versions side by side.',
    added: 'added:',
    removed: 'removed:',
    end: 'end.',
    parts: {
      title: 'Headline',
      kicker: 'Kicker',
      lead: 'Lead',
      date: 'Date',
      byline: 'Byline',
      text: 'Text',
    },
    laterChanges: (n) => `What version ${n} changed`,
  },
  related: {
    heading: 'Read on',
    sameDocument: 'Also citing',
    samePlace: 'Same place, that week',
    inSource: (source) => `In ${source}`,
    previous: 'Previous article',
    next: 'Next article',
  },
  contents: 'In this article',
  toParagraph: (n) => `Link to paragraph ${n}`,
  paragraphCopied: 'The link to this paragraph is copied.',
  textSize: { label: 'Text size', steps: ['small', 'medium', 'large'] },
  report: 'Report a fault or ask for withdrawal',
  reportSubject: (id) => `Fault or withdrawal: ${id}`,
  reportBody: (title, address) => `Article: ${title}\nAddress: ${address}\n\n`,
};
