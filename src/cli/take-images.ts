import type { StagedCapture } from '../archive/staged-article.ts';
import type { Article } from '../article/article.ts';
import type { Block, Image } from '../article/block.ts';
import type { Capture } from '../capture/capture.ts';
import { toImageFinder, type FindImage, type FoundImage } from '../capture/find-image-fs.ts';
import type { WarcSource } from '../capture/held-capture.ts';
import { maxPageImagesBytes } from '../capture/limits.ts';
import { readImage, type ImageFault } from '../capture/read-image.ts';
import { sha256Of, type ReadItem } from '../capture/read-item-fs.ts';
import type { WarcImages } from '../capture/warc-images-fs.ts';
import { printWarcRecord } from '../capture/write-warc.ts';
import type { FoundPicture, PagePictures } from '../extract/page-pictures.ts';
import { toProblem, type Problem } from '../problem/problem.ts';

/** An article with the pictures of its figures, and what is to be kept of them. */
export interface TakenImages {
  readonly article: Article;
  /** Files of the content folder, by path. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Pictures of a saved page's folder, as records of a WARC. */
  readonly records: readonly { readonly bytes: Uint8Array; readonly capture: StagedCapture }[];
  /** Where the others lie. */
  readonly warcs: readonly WarcSource[];
  readonly problems: Problem[];
}

type TakenPicture = Image & { src: string; width: number; height: number };

/** A picture without a caption, and not marked as a figure, may be an ornament of the page: then it is smaller than this. */
const minLoose = { long: 200, short: 100 };

/** A problem quotes so many addresses, and so much of each. */
const maxQuoted = 3;
const maxQuotedLength = 120;

const codes = {
  form: 'image-form',
  cut: 'image-cut',
  large: 'image-too-large',
  missing: 'image-missing',
} as const;
type Fault = keyof typeof codes;

interface Sought {
  readonly found: FoundImage;
  readonly image: TakenPicture;
  readonly sha256: string;
}

/** The first of a picture's addresses that leads to a picture; else the best reason why none does. */
const seek = async ({ addresses, alt }: FoundPicture, find: FindImage): Promise<Sought | Fault> => {
  let fault: ImageFault | null = null;
  for (const address of addresses) {
    const found = await find(address);
    if (found === null) continue;
    const read = found === 'large' ? { fault: found } : readImage(found.bytes);
    if (found !== 'large' && !('fault' in read)) {
      const { extension, width, height } = read;
      const sha256 = sha256Of(found.bytes);
      const src = `images/${sha256.slice(0, 2)}/${sha256}.${extension}`;
      return { found, image: { src, alt, width, height }, sha256 };
    }
    // What a page holds itself beside other addresses only keeps the place until a script loads the picture.
    const isStopgap = /^data:/i.test(address) && addresses.length > 1;
    if (!isStopgap && 'fault' in read) fault ??= read.fault;
  }
  return fault === null || fault === 'small' ? 'missing' : fault;
};

const isOrnament = ({ isFigure, hasCaption }: FoundPicture, { width, height }: TakenPicture): boolean =>
  !isFigure &&
  !hasCaption &&
  (Math.max(width, height) < minLoose.long || Math.min(width, height) < minLoose.short);

/** Two lists with a picture between them would be printed in other words without it. */
const placeOf = (body: readonly Block[], at: number): number => {
  let place = Math.min(at, body.length);
  while (place > 0 && body[place - 1]?.type === 'list' && body[place]?.type === 'list') place -= 1;
  return place;
};

const withImages = (body: readonly Block[], taken: ReadonlyMap<FoundPicture, TakenPicture>): Block[] => {
  const captioned = new Map<number, TakenPicture>();
  const loose = new Map<number, TakenPicture[]>();
  for (const [{ at, hasCaption }, image] of taken) {
    if (hasCaption) captioned.set(at, image);
    else {
      const place = placeOf(body, at);
      loose.set(place, [...(loose.get(place) ?? []), image]);
    }
  }
  const figuresAt = (i: number): Block[] =>
    (loose.get(i) ?? []).map((image) => ({ type: 'figure', image, text: '', credit: null }));
  const blocks = body.flatMap((block, i): Block[] => {
    const image = captioned.get(i);
    return [...figuresAt(i), image === undefined || block.type !== 'figure' ? block : { ...block, image }];
  });
  return [...blocks, ...figuresAt(body.length)];
};

const quote = (picture: FoundPicture): string => {
  const address = picture.addresses.find((one) => !/^data:/i.test(one)) ?? picture.addresses[0] ?? '—';
  return address.length <= maxQuotedLength ? address : `${address.slice(0, maxQuotedLength)}…`;
};

const toProblems = (faults: ReadonlyMap<Fault, FoundPicture[]>): Problem[] =>
  [...faults].map(([fault, pictures]) => {
    const images = pictures.slice(0, maxQuoted).map(quote);
    const more = pictures.length > maxQuoted ? ['…'] : [];
    return toProblem(codes[fault], { count: pictures.length, images: [...images, ...more].join(', ') });
  });

const toRecord = async (
  { found, image, sha256 }: Sought,
  page: Capture,
): Promise<TakenImages['records'][number]> => {
  const { capturedAt, capturedAtInferred } = page;
  const type = image.src.replace(/^.*\./, '').replace('jpg', 'jpeg');
  const url = found.file?.url ?? null;
  const mediaType = `image/${type}`;
  const record = { sha256, capturedAt, capturedAtInferred, url, mediaType, bytes: found.bytes.length };
  const capture: Capture = { ...page, ...record, bytes: found.bytes, charset: null };
  return { bytes: await printWarcRecord(capture), capture: { record, place: null } };
};

/**
 * Takes the pictures of a page's article: all of them for the captures, those that stand in the text for `content/images/`.
 * A figure whose picture is missing keeps its caption.
 *
 * Problems: the notes `image-missing`, `image-form`, `image-cut`, `image-too-large`, each once.
 * @param isShown whether the pictures are to stand in the text at all
 */
export const takeImages = async (
  article: Article,
  ofPage: PagePictures | null,
  item: ReadItem & { readonly capture: Capture },
  warcs: WarcImages,
  isShown: boolean,
): Promise<TakenImages> => {
  const { capture } = item;
  if (ofPage === null || ofPage.found.length === 0) {
    return { article, files: new Map(), records: [], warcs: [], problems: [] };
  }
  const { base, found: pictures } = ofPage;
  const find = toImageFinder(item, capture, base, warcs);
  const sought = new Map<string, Sought>();
  const taken = new Map<FoundPicture, TakenPicture>();
  const faults = new Map<Fault, FoundPicture[]>();
  let left = maxPageImagesBytes;
  // Captions first: a picture that stands in the page twice is shown with its caption alone.
  for (const picture of pictures.toSorted((a, b) => Number(b.hasCaption) - Number(a.hasCaption))) {
    const got = await seek(picture, find);
    const fault = typeof got === 'string' ? got : got.found.bytes.length > left ? 'large' : null;
    if (typeof got === 'string' || fault !== null) {
      const isTold = picture.isFigure || picture.hasCaption;
      if (isTold && fault !== null) faults.set(fault, [...(faults.get(fault) ?? []), picture]);
      continue;
    }
    const isTwice = sought.has(got.sha256);
    if (!isTwice) left -= got.found.bytes.length;
    sought.set(got.sha256, got);
    if (!isOrnament(picture, got.image) && (picture.hasCaption || !isTwice)) taken.set(picture, got.image);
  }
  const all = [...sought.values()];
  const shown = new Set([...taken.values()].map(({ src }) => src));
  const ofFiles = all.filter(({ found }) => found.file !== null);
  return {
    article: isShown && taken.size > 0 ? { ...article, body: withImages(article.body, taken) } : article,
    files: new Map(
      all
        .filter(({ image }) => isShown && shown.has(image.src))
        .map(({ image, found }) => [image.src, found.bytes]),
    ),
    records: await Promise.all(ofFiles.map((one) => toRecord(one, capture))),
    warcs: all.flatMap(({ found }) => found.warcs),
    problems: isShown ? toProblems(faults) : [],
  };
};
