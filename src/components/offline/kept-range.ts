/** Bytes of a file: from the first to the last, both in it, as HTTP counts them (RFC 9110). */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** The one range that a request asks for; null where it asks for the whole file, or for what no page of ours asks. */
export const parseRange = (field: string | null): Range | null => {
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(field ?? '') ?? [];
  return first === undefined || last === undefined ? null : { first: Number(first), last: Number(last) };
};

/** A part's own address: the browser's store refuses partial answers, so each is kept as a file by itself. */
export const rangeAddress = (address: string, { first, last }: Range): string =>
  `${address}?bytes=${first}-${last}`;

/** Of some addresses the one whose bytes have all of a range; that of a whole file has no range. */
export const coveringAddress = (
  addresses: readonly string[],
  address: string,
  { first, last }: Range,
): { readonly address: string; readonly from: number } | null => {
  for (const one of addresses) {
    if (one === address) return { address: one, from: 0 };
    if (!one.startsWith(`${address}?bytes=`)) continue;
    const kept = parseRange(`bytes=${one.slice(one.lastIndexOf('=') + 1)}`);
    if (kept !== null && kept.first <= first && kept.last >= last) return { address: one, from: kept.first };
  }
  return null;
};

/** Answers a request for a range out of bytes that begin at `from`; null where they end too soon. */
export const rangeResponse = (bytes: ArrayBuffer, from: number, { first, last }: Range): Response | null => {
  const part = bytes.slice(first - from, last + 1 - from);
  if (part.byteLength !== last + 1 - first) return null;
  return new Response(part, {
    status: 206,
    headers: { 'Content-Type': 'application/octet-stream', 'Content-Range': `bytes ${first}-${last}/*` },
  });
};
