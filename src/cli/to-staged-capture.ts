import type { StagedCapture } from '../archive/staged-article.ts';
import type { Capture } from '../capture/capture.ts';

/** A capture as its article's record will tell it, with its place still to come. */
export const toStagedCapture = (capture: Capture): StagedCapture => {
  const { sha256, capturedAt, capturedAtInferred, url, mediaType, bytes, payloadBytes } = capture;
  const length = payloadBytes ?? bytes.length;
  const record = { sha256, capturedAt, capturedAtInferred, url, mediaType, bytes: length };
  return { record, place: null };
};
