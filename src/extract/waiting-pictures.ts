import type { Element } from 'domhandler';
import type { Block } from '../article/block.ts';
import { isDoorway, noteLoosePicture, toPicture, type PagePicture } from './page-pictures.ts';

/** Pictures that were met in a flow of blocks, and have no place in it yet. */
export interface WaitingPictures {
  /** The last one: what comes next may be its caption. */
  last: { readonly picture: PagePicture | null; readonly isDoorway: boolean } | null;
  /** Those without a caption, which wait for the next blocks: by them their place is known. */
  loose: { readonly picture: PagePicture; blocks: number }[];
  above: Block | null;
}

/** The next block may be the lead, and so no part of the text. */
const blocksToWaitFor = 2;

export const noPictures = (): WaitingPictures => ({ last: null, loose: [], above: null });

/** A picture that has no caption. */
export const addLoose = (waiting: WaitingPictures, picture: PagePicture | null): void => {
  if (picture === null || picture.addresses.length === 0) return;
  waiting.loose.push({ picture, blocks: blocksToWaitFor });
  if (picture.isFigure && waiting.above !== null) noteLoosePicture(picture, 'behind', waiting.above);
};

/** The last picture turned out to have no caption; one that leads to another page is then no part of the text. */
export const leaveLast = (waiting: WaitingPictures): void => {
  if (waiting.last?.isDoorway === false) addLoose(waiting, waiting.last.picture);
  waiting.last = null;
};

/** A picture in the text. */
export const addImage = (waiting: WaitingPictures, image: Element): void => {
  leaveLast(waiting);
  waiting.last = { picture: toPicture(image, false), isDoorway: isDoorway(image) };
};

/** The next block of the flow. */
export const passBlock = (waiting: WaitingPictures, block: Block): void => {
  for (const one of waiting.loose) {
    noteLoosePicture(one.picture, 'before', block);
    one.blocks -= 1;
  }
  waiting.loose = waiting.loose.filter(({ blocks }) => blocks > 0);
  waiting.above = block;
};
