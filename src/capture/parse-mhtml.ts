import { decodeTransfer, toBinary } from './transfer-encoding.ts';

/** The page of an MHTML file, and what the file says of it. */
export interface MhtmlPage {
  readonly bytes: Uint8Array;
  /** As its part names it, or null. */
  readonly charset: string | null;
  /** The address that it was saved from, as far as it is one of the web. */
  readonly url: string | null;
  /** When it was saved, in milliseconds since 1970; null where the file does not say. */
  readonly savedMs: number | null;
  /** Whether the file ends within the page's part: the boundary that closes it is missing. */
  readonly isOpen: boolean;
}

/** Headers of a message or a part by name, lower case; the first of a name counts. */
type Headers = ReadonlyMap<string, string>;

interface Part {
  readonly headers: Headers;
  /** Where its content begins and ends. */
  readonly start: number;
  readonly end: number;
}

const maxHeaderLength = 64 * 1024;
const maxNesting = 8;
const maxParts = 10_000;

const readHeaders = (binary: string, start: number, limit: number): Part => {
  const head = binary.slice(start, Math.min(limit, start + maxHeaderLength));
  const lead = /^(?:\r?\n)*/.exec(head)?.[0].length ?? 0;
  // A part may have no headers at all: it then begins with the empty line.
  const blank = start > 0 && lead > 0 ? null : /\r?\n\r?\n/.exec(head.slice(lead));
  const length = blank === null ? 0 : lead + blank.index;
  const headers = new Map<string, string>();
  for (const line of head
    .slice(0, length)
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)) {
    const [, name, value] = /^([!-9;-~]+):\s*(.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined || headers.has(name.toLowerCase())) continue;
    headers.set(name.toLowerCase(), value.trim());
  }
  return { headers, start: start + length + (blank?.[0].length ?? lead), end: limit };
};

/** A header's value without parameters, lower case. */
const valueOf = (header: string | undefined): string => header?.split(';')[0]?.trim().toLowerCase() ?? '';

const parameterOf = (header: string | undefined, name: string): string | null => {
  const [, quoted, bare] =
    new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(header ?? '') ?? [];
  return quoted ?? bare ?? null;
};

/** The parts between a multipart's boundary lines; the last one may lack its end. */
function* partsOf(binary: string, { headers, start, end }: Part): Generator<Part, void, undefined> {
  const boundary = parameterOf(headers.get('content-type'), 'boundary');
  if (boundary === null || boundary === '') return;
  const mark = `--${boundary}`;
  let from: number | null = null;
  for (let at = binary.indexOf(mark, start), count = 0; count <= maxParts; count += 1) {
    while (at !== -1 && at > start && binary[at - 1] !== '\n') at = binary.indexOf(mark, at + mark.length);
    const isLast = at === -1 || at >= end;
    const close = isLast ? end : at;
    if (from !== null) yield readHeaders(binary, from, close);
    if (isLast || binary.startsWith('--', at + mark.length)) return;
    const lineEnd = binary.indexOf('\n', at);
    if (lineEnd === -1) return;
    from = lineEnd + 1;
    at = binary.indexOf(mark, from);
  }
}

const isPage = ({ headers }: Part): boolean =>
  /^(?:text\/html|application\/xhtml\+xml)$/.test(valueOf(headers.get('content-type')));

const isMultipart = ({ headers }: Part): boolean =>
  valueOf(headers.get('content-type')).startsWith('multipart/');

/** The part that is the page: the one that `start` names, else the first that is HTML, in multiparts below it, too. */
const findPage = (binary: string, part: Part, depth: number): Part | null => {
  if (!isMultipart(part)) return isPage(part) ? part : null;
  if (depth >= maxNesting) return null;
  const start = parameterOf(part.headers.get('content-type'), 'start');
  let first: Part | null = null;
  for (const inner of partsOf(binary, part)) {
    const isStart = start !== null && inner.headers.get('content-id') === start;
    if (!isStart && first !== null) continue;
    const found = findPage(binary, inner, depth + 1);
    if (found === null) continue;
    if (start === null || isStart) return found;
    first = found;
  }
  return first;
};

const isWebAddress = (url: string | undefined): url is string =>
  url !== undefined && /^https?:\/\//i.test(url) && URL.canParse(url);

/** Addresses are folded into lines that have no blank of their own. */
const addressOf = (part: Headers, name: string): string | undefined => part.get(name)?.replace(/\s+/g, '');

const withoutLineEnd = (text: string): string => text.replace(/\r?\n$/, '');

/**
 * The page in an MHTML file as browsers save it; null where it holds none. Boundaries that are missing at the end,
 * multiparts in multiparts and bare line feeds are read.
 *
 * @see RFC 2557
 */
export const parseMhtml = (bytes: Uint8Array): MhtmlPage | null => {
  const binary = toBinary(bytes).replace(/^\u00ef\u00bb\u00bf/, '');
  const message = readHeaders(binary, 0, binary.length);
  const page = findPage(binary, message, 0);
  if (page === null) return null;
  const savedMs = Date.parse(message.headers.get('date') ?? '');
  const isInMultipart = isMultipart(message);
  const content = binary.slice(page.start, page.end);
  return {
    bytes: decodeTransfer(
      isInMultipart ? withoutLineEnd(content) : content,
      page.headers.get('content-transfer-encoding') ?? null,
    ),
    charset: parameterOf(page.headers.get('content-type'), 'charset'),
    url:
      [
        addressOf(message.headers, 'snapshot-content-location'),
        addressOf(page.headers, 'content-location'),
        addressOf(message.headers, 'content-location'),
      ].find(isWebAddress) ?? null,
    savedMs: Number.isNaN(savedMs) ? null : savedMs,
    isOpen: isInMultipart && page.end === binary.length,
  };
};

const isLeaf = (part: Part): boolean => !isMultipart(part) && !isPage(part);

function* leavesOf(binary: string, part: Part, depth: number): Generator<Part, void, undefined> {
  if (isLeaf(part)) yield part;
  if (!isMultipart(part) || depth >= maxNesting) return;
  for (const inner of partsOf(binary, part)) yield* leavesOf(binary, inner, depth + 1);
}

/**
 * What lies beside the page in an MHTML file, by its address: `Content-Location` as it stands, or `cid:` and `Content-ID`. The
 * first of an address counts.
 *
 * @see RFC 2557, RFC 2392
 */
export const readMhtmlParts = (bytes: Uint8Array): ((address: string) => Uint8Array | null) => {
  const binary = toBinary(bytes).replace(/^\u00ef\u00bb\u00bf/, '');
  const parts = new Map<string, Part>();
  for (const part of leavesOf(binary, readHeaders(binary, 0, binary.length), 0)) {
    const id = /^<(.+)>$/.exec(part.headers.get('content-id') ?? '')?.[1];
    for (const name of [
      addressOf(part.headers, 'content-location'),
      id === undefined ? undefined : `cid:${id}`,
    ]) {
      if (name !== undefined && !parts.has(name)) parts.set(name, part);
    }
  }
  return (address) => {
    const part = parts.get(address);
    if (part === undefined) return null;
    const content = withoutLineEnd(binary.slice(part.start, part.end));
    return decodeTransfer(content, part.headers.get('content-transfer-encoding') ?? null);
  };
};
