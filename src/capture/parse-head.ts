import { AsyncIterReader, StatusAndHeadersParser } from 'warcio';

/** The first line of a head, and its fields. */
export interface Head {
  readonly firstLine: string;
  /** By name in any case. */
  readonly get: (name: string) => string | null;
}

/**
 * The head of a WARC record or of an HTTP message, with its empty line or cut off anywhere. Old servers end lines with a
 * line feed alone, which counts as well.
 */
export const parseHead = async (bytes: Uint8Array): Promise<Head> => {
  const text = new TextDecoder().decode(bytes).trimEnd().replace(/\r?\n/g, '\r\n');
  const reader = new AsyncIterReader([new TextEncoder().encode(`${text}\r\n\r\n`)], null);
  const parsed = await new StatusAndHeadersParser().parse(reader, { headersClass: Headers });
  return {
    firstLine: parsed?.statusline ?? '',
    get: (name) => parsed?.headers.get(name) ?? null,
  };
};
