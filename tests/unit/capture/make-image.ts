import { readFile } from 'node:fs/promises';

/** A picture of the fixtures, 320 by 180 pixels; `on-end.jpg` is turned, `dot.gif` has one pixel. */
export const readPicture = async (name: string): Promise<Uint8Array> =>
  new Uint8Array(await readFile(new URL(`../../fixtures/images/${name}`, import.meta.url)));

/** The JPEG among them, made another by a word in it that nobody sees. */
export const makeJpeg = async (word: string): Promise<Uint8Array> => {
  const bytes = await readPicture('hill.jpg');
  const head = [0xff, 0xfe, 0, Buffer.byteLength(word) + 2];
  return new Uint8Array(
    Buffer.concat([bytes.subarray(0, 2), Buffer.from(head), Buffer.from(word), bytes.subarray(2)]),
  );
};
