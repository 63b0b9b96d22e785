import { isTag, isText, type Document, type Element } from 'domhandler';
import type { Block } from '../article/block.ts';
import { normaliseLine } from '../text/normalise-text.ts';
import { elementsIn } from './page-tree.ts';

/** A picture as a page names it. */
export interface PagePicture {
  /** Where its bytes may be found, as they stand in the page, the best first. */
  readonly addresses: readonly string[];
  readonly alt: string;
  /** The page marks it as a figure; else it is but a picture in the text. */
  readonly isFigure: boolean;
}

/** A picture and its place among the blocks of a text. */
export interface FoundPicture extends PagePicture {
  /** The figure that it belongs to; or, without a caption, the block that it stands before. */
  readonly at: number;
  readonly hasCaption: boolean;
}

/** The pictures of a text, and what their addresses are relative to, as the page says. */
export interface PagePictures {
  readonly base: string | null;
  readonly found: readonly FoundPicture[];
}

/** A page that names more pictures, or more addresses of one, was not made to be read. */
const maxPictures = 100;
const maxAddresses = 24;

/** What scripts that load pictures late call the true address. */
const lateNames = [
  'data-src',
  'data-original',
  'data-original-src',
  'data-lazy-src',
  'data-lazy',
  'data-echo',
  'data-url',
  'data-image',
];
const setNames = ['srcset', 'data-srcset', 'data-lazy-srcset'];

/** The addresses in a `srcset`, the widest first. */
const addressesInSet = (set: string): string[] => {
  const found: { address: string; width: number }[] = [];
  for (const token of set.slice(0, 1 << 16).split(/\s+/, 2 * maxAddresses)) {
    const width = /^([\d.]+)[wxh],?$/.exec(token)?.[1];
    const last = found.at(-1);
    if (width !== undefined && last !== undefined) last.width = Number(width) || 0;
    else if (token !== '' && token !== ',') found.push({ address: token.replace(/,+$/, ''), width: 0 });
  }
  return found.sort((a, b) => b.width - a.width).map(({ address }) => address);
};

const named = ({ attribs }: Element, names: readonly string[]): string[] =>
  names.map((name) => attribs[name]?.trim() ?? '').filter((value) => value !== '');

const ownAddresses = (image: Element): string[] => [
  ...named(image, setNames).flatMap(addressesInSet),
  ...named(image, lateNames),
  ...named(image, ['src']),
];

const isImageAddress = (href: string): boolean => /\.(?:jpe?g|png|gif|webp|avif)(?:[?#]|$)/i.test(href);

/** The link right around a picture. */
const linkAround = (image: Element): string | null => {
  let { parent } = image;
  if (parent !== null && isTag(parent) && parent.name === 'picture') parent = parent.parent;
  return parent !== null && isTag(parent) && parent.name === 'a' ? (parent.attribs.href ?? null) : null;
};

/** What stands in the page for readers whose browser runs no scripts, right behind a picture that a script loads. */
const spareAddresses = (image: Element): string[] => {
  let next = image.nextSibling;
  while (next !== null && isText(next) && next.data.trim() === '') next = next.nextSibling;
  if (next === null || !isTag(next) || next.name !== 'noscript') return [];
  return elementsIn(next)
    .filter(({ name }) => name === 'img')
    .flatMap(ownAddresses);
};

/** A picture of a page; null where nothing tells its address. */
export const toPicture = (image: Element, isFigure: boolean): PagePicture | null => {
  const { parent } = image;
  const sources =
    parent !== null && isTag(parent) && parent.name === 'picture'
      ? parent.children.filter((child) => isTag(child)).filter(({ name }) => name === 'source')
      : [];
  const link = linkAround(image);
  const addresses = [
    ...sources.flatMap((source) => named(source, setNames).flatMap(addressesInSet)),
    ...ownAddresses(image),
    ...spareAddresses(image),
    ...(link !== null && isImageAddress(link) ? [link] : []),
  ];
  const alt = normaliseLine(image.attribs.alt ?? '');
  return addresses.length === 0 && alt === ''
    ? null
    : { addresses: [...new Set(addresses)].slice(0, maxAddresses), alt, isFigure };
};

/** Whether a picture leads to another page, as that of an advertisement or of another article does. */
export const isDoorway = (image: Element): boolean => {
  const link = linkAround(image);
  return link !== null && !isImageAddress(link) && !/^(?:#|javascript:)/i.test(link);
};

const isSpare = ({ parent }: Element): boolean =>
  parent !== null && isTag(parent) && parent.name === 'noscript';

/** The pictures in a figure, in the order of the page. */
export const picturesIn = (figure: Element): PagePicture[] => {
  const images = elementsIn(figure).filter(({ name }) => name === 'img');
  const shown = images.filter((image) => !isSpare(image));
  return (shown.length > 0 ? shown : images)
    .map((image) => toPicture(image, true))
    .filter((picture) => picture !== null);
};

const captioned = new WeakMap<Block, PagePicture>();
const before = new WeakMap<Block, readonly PagePicture[]>();
const behind = new WeakMap<Block, readonly PagePicture[]>();

/** Notes the picture of a figure. Only the block itself knows its place, which is told when the text is whole. */
export const notePicture = (figure: Block, picture: PagePicture): void => {
  captioned.set(figure, picture);
};

/** Notes a picture without a caption, by a block that it stands before, or behind: one of them may be no part of the text. */
export const noteLoosePicture = (picture: PagePicture, place: 'before' | 'behind', block: Block): void => {
  const map = place === 'before' ? before : behind;
  map.set(block, [...(map.get(block) ?? []), picture]);
};

/** What was noted of a block goes for the one that takes its place. */
export const movePictures = <Kind extends Block>(from: Block, to: Kind): Kind => {
  for (const map of [before, behind]) {
    const pictures = map.get(from);
    if (pictures !== undefined) map.set(to, pictures);
  }
  return to;
};

/** The pictures that were noted of a text's blocks. */
export const findPictures = (page: Document, body: readonly Block[]): PagePictures => {
  const told = new Set<PagePicture>();
  const found: FoundPicture[] = [];
  const tell = (pictures: readonly PagePicture[], at: number, hasCaption: boolean): void => {
    for (const picture of pictures) {
      if (told.has(picture) || told.size >= maxPictures) continue;
      told.add(picture);
      found.push({ ...picture, at, hasCaption });
    }
  };
  for (const [i, block] of body.entries()) {
    tell(before.get(block) ?? [], i, false);
    const picture = captioned.get(block);
    if (picture !== undefined) tell([picture], i, true);
  }
  for (const [i, block] of body.entries()) tell(behind.get(block) ?? [], i + 1, false);
  const base = found.length === 0 ? undefined : elementsIn(page).find(({ name }) => name === 'base');
  return { base: base?.attribs.href ?? null, found };
};
