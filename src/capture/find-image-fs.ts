import type { Capture } from './capture.ts';
import { readDataUrl } from './data-url.ts';
import type { WarcSource } from './held-capture.ts';
import { openCapture } from './open-capture.ts';
import { readMhtmlParts } from './parse-mhtml.ts';
import type { ReadItem } from './read-item-fs.ts';
import { readSavedFile } from './read-saved-file-fs.ts';
import type { WarcImages } from './warc-images-fs.ts';

/** The bytes that an address of a page stands for, and where they lie, if not in the page's own capture. */
export interface FoundImage {
  readonly bytes: Uint8Array;
  /** A file beside the page, and the address that it has as the page sees it, where that is known. */
  readonly file: { readonly url: string | null } | null;
  readonly warcs: readonly WarcSource[];
}

/** Finds the bytes of an address as it stands in a page. `large`: there are more of them than any picture may have. */
export type FindImage = (address: string) => Promise<FoundImage | 'large' | null>;

const resolveAddress = (address: string, base: string | null, url: string | null): string | null => {
  const page =
    base !== null && URL.canParse(base, url ?? undefined) ? new URL(base, url ?? undefined).href : url;
  return URL.canParse(address, page ?? undefined) ? new URL(address, page ?? undefined).href : null;
};

/**
 * Where the pictures of a capture are: in the page itself (`data:`), beside it in its MHTML file or in the folder that a
 * browser saved, or in the WARCs of the import.
 * @param base what addresses are relative to, as the page says
 */
export const toImageFinder = (
  { held, beside }: Pick<ReadItem, 'held' | 'beside'>,
  capture: Capture,
  base: string | null,
  warcs: WarcImages,
): FindImage => {
  const isMhtml = capture.mediaType === 'multipart/related';
  const page = isMhtml ? openCapture(capture) : capture;
  const readPart = isMhtml ? readMhtmlParts(capture.bytes) : null;
  const found = (bytes: Uint8Array | 'large' | null, file: FoundImage['file'] = null) =>
    bytes === null || bytes === 'large' ? bytes : { bytes, file, warcs: [] };
  return async (address) => {
    if (/^data:/i.test(address)) return found(readDataUrl(address));
    const whole = resolveAddress(address, base, page.url);
    if (readPart !== null) return found(readPart(address) ?? (whole === null ? null : readPart(whole)));
    if (beside !== undefined) return found(await readSavedFile(beside, address), { url: whole });
    if (held === undefined || whole === null) return null;
    const inWarc = await warcs.find(whole, capture.capturedAt);
    return inWarc === null || inWarc === 'large'
      ? inWarc
      : { bytes: inWarc.bytes, file: null, warcs: inWarc.sources };
  };
};
