import { charsetOfBom } from '../text/decode-text.ts';
import { toBinary } from './transfer-encoding.ts';

/**
 * What a file holds, as its first bytes and its name tell. `sidecar`: a part of a saved page (style, script, picture)
 * or a note beside a capture. `json`: JSON, but no line-by-line list of articles.
 */
export type Form =
  | 'text'
  | 'html'
  | 'jsonl'
  | 'jsonl-gzip'
  | 'json'
  | 'empty'
  | 'binary'
  | 'sidecar'
  | 'WARC'
  | 'WACZ'
  | 'MHTML'
  | 'CSV'
  | 'CSV-gzip'
  | 'XML'
  | 'XML-gzip'
  | 'gzip';

const sidecarName =
  /^(\..*|thumbs\.db|desktop\.ini|.*\.source\.txt|.*\.(css|m?js|map|svg|png|jpe?g|jfif|gif|webp|avif|bmp|ico|tiff?|woff2?|ttf|otf|eot|mp[34]|m4[av]|webm|og[gv]|wav|swf|flv|ya?ml|toml|ini|log|bak|tmp|download))$/i;

const magicNumbers: readonly string[] = [
  '%PDF',
  'PK\u0003\u0004',
  '\u0089PNG',
  'GIF8',
  '\u00ff\u00d8\u00ff',
  'RIFF',
  '\u007fELF',
  'MZ\u0090',
  '\u00d0\u00cf\u0011\u00e0',
  'Rar!',
  '7z\u00bc\u00af',
  'BZh',
  '\u00fd7zXZ',
];

/** The control characters of a text, tab, line feed, form feed, carriage return, escape and end of file aside. */
const controls = /[\0-\u0008\u000b\u000e-\u0019\u001c-\u001f]/g;

/** Of a hundred characters, more controls than this are no text. */
const maxControlsPerCent = 2;

const isBinary = (head: string): boolean =>
  magicNumbers.some((magic) => head.startsWith(magic)) ||
  head.includes('\0') ||
  (head.match(controls)?.length ?? 0) * 100 > head.length * maxControlsPerCent;

const isArticleLine = (line: string): boolean => {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && ('title' in value || 'body' in value);
  } catch {
    return false;
  }
};

const isJsonLines = (text: string): boolean => {
  const end = text.indexOf('\n');
  if (end !== -1) return isArticleLine(text.slice(0, end));
  return isArticleLine(text) || (text.length > 1024 && /"(title|body)"\s*:/.test(text));
};

const htmlStart =
  /^<(!doctype\s+html|html|head|body|title|meta|div|table|article|main|section|p|h[1-6]|center|font|span|link|script|style|base|a|b|br|img)\b/i;

const formOfText = (text: string, name: string): Form => {
  const start = text.replace(/^\ufeff/, '').replace(/^(\s+|<\?xml[^>]*>|<!--[^]*?-->)+/, '');
  if (start === '') return text.includes('<') ? 'html' : 'empty';
  if (/\.(jsonl|ndjson)$/i.test(name)) return 'jsonl';
  if (/^[{[]/.test(start) && (/\.json$/i.test(name) || /^[{[]\s*["{}\]]/.test(start)))
    return start.startsWith('{') && isJsonLines(start) ? 'jsonl' : 'json';
  if (start.startsWith('WARC/')) return 'WARC';
  if (
    /\.mht(ml)?$/i.test(name) ||
    /^(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*)+/.exec(start)?.[0].toLowerCase().includes('multipart/related') ===
      true
  )
    return 'MHTML';
  if (/\.(csv|tsv)$/i.test(name) || /^"?sep=[,;\t|]"?\r?\n/i.test(start)) return 'CSV';
  if (htmlStart.test(start) || (/\.x?html?$/i.test(name) && start.includes('<'))) return 'html';
  if (/^<(rss|feed|urlset|sitemapindex|rdf:RDF)\b/.test(start) || /^[\s\ufeff]*<\?xml/.test(text))
    return 'XML';
  return 'text';
};

/**
 * The form of a file from its first bytes and, where they leave it open, its name (without folders). Text in UTF-16
 * must have its byte-order mark or a charset that a person named (`isUtf16`).
 */
export const sniffForm = (head: Uint8Array, name: string, isUtf16 = false): Form => {
  if (head.length === 0) return sidecarName.test(name) ? 'sidecar' : 'empty';
  if (sidecarName.test(name)) return 'sidecar';
  if (head[0] === 0x1f && head[1] === 0x8b) return /\.warc\.gz$/i.test(name) ? 'WARC' : 'gzip';
  const charset = charsetOfBom(head);
  const raw = toBinary(head);
  // A damaged one is still a WARC: what is left of it is read.
  if (/\.warc$/i.test(name)) return 'WARC';
  if (/\.wacz$/i.test(name) && raw.startsWith('PK\u0003\u0004')) return 'WACZ';
  const wide = charset?.startsWith('utf-16') === true ? charset : isUtf16 ? 'utf-16le' : null;
  if (wide === null && isBinary(raw)) return 'binary';
  return formOfText(new TextDecoder(wide ?? 'utf-8').decode(head), name);
};

/** The form of a gzip file, from the first bytes that it unpacks to. */
export const sniffGzip = (head: Uint8Array, name: string): Form => {
  const inner = sniffForm(head, name.replace(/\.gz$/i, ''));
  if (inner === 'jsonl') return 'jsonl-gzip';
  if (inner === 'CSV') return 'CSV-gzip';
  if (inner === 'XML') return 'XML-gzip';
  return inner === 'WARC' ? 'WARC' : 'gzip';
};
