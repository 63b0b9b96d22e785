import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import imageService from 'astro/assets/services/sharp';
import { smallerImages } from './smaller-images.ts';

type TransformArguments = Parameters<typeof imageService.transform>;

/** What Astro's image service goes by. */
export interface ImageSetting {
  readonly config: TransformArguments[2];
  readonly logger: TransformArguments[3];
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** Whether a site built before had the file, which is the same for good: its name holds the hash of what it was made from. */
const takeOver = async (src: string, outDir: string, formerDir: string | undefined): Promise<boolean> => {
  if (formerDir === undefined) return false;
  try {
    await copyFile(join(formerDir, src), join(outDir, src));
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
};

/** The picture at a width; as it was where the service can't, or where it would not become shorter. */
const makeSmaller = async (
  bytes: Uint8Array,
  src: string,
  width: number,
  { config, logger }: ImageSetting,
): Promise<Uint8Array> => {
  try {
    const format = src.slice(src.lastIndexOf('.') + 1);
    const { data } = await imageService.transform(bytes, { src, width, format }, config, logger);
    return data.length < bytes.length ? data : bytes;
  } catch {
    return bytes;
  }
};

/** Puts a picture's smaller sizes beside it, in a site that has it already. */
export const writeSmallerImages = async (
  src: string,
  width: number,
  outDir: string,
  setting: ImageSetting,
  formerDir?: string,
): Promise<void> => {
  for (const smaller of smallerImages(src, width)) {
    if (await takeOver(smaller.src, outDir, formerDir)) continue;
    const bytes = await readFile(join(outDir, src));
    await writeFile(join(outDir, smaller.src), await makeSmaller(bytes, src, smaller.width, setting));
  }
};
