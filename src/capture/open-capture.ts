import { transportCharset } from '../text/transport-charset.ts';
import type { Capture } from './capture.ts';
import { parseMhtml } from './parse-mhtml.ts';

/**
 * What there is to read in a capture: the page in an MHTML file, else the capture itself. What names the capture (hash,
 * input, address) stays; a capture that can't be opened comes back as it is.
 */
export const openCapture = (capture: Capture): Capture => {
  if (capture.mediaType !== 'multipart/related') return capture;
  const page = parseMhtml(capture.bytes);
  return page === null
    ? capture
    : {
        ...capture,
        bytes: page.bytes,
        mediaType: 'text/html',
        charset: capture.charset ?? transportCharset(page.charset),
        url: capture.url ?? page.url,
      };
};
