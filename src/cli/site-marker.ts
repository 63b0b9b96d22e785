import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { errorCodeOf } from '../archive/error-code.ts';

/** A file in the root of a built site, by which the site is known for ours. */
export const markerName = 'khobao.json';

const markerSchema = z.object({
  software: z.literal('khobao'),
  base: z.string(),
  site: z.string().nullable(),
});

/** What a built site says of itself: the path it is to be served under, and the address it was built for. */
export type SiteMarker = z.infer<typeof markerSchema>;

export const printMarker = (marker: Omit<SiteMarker, 'software'>): string =>
  `${JSON.stringify({ software: 'khobao', ...marker }, null, 2)}\n`;

/** The marker of a built site; null for a folder that is none. */
export const readMarker = async (folder: string): Promise<SiteMarker | null> => {
  try {
    const text = await readFile(join(folder, markerName), 'utf8');
    return markerSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch (error) {
    if (errorCodeOf(error) === null && !(error instanceof SyntaxError)) throw error;
    return null;
  }
};

/** Whether a build may take the folder's place: it is not there, or empty, or a site that was built. */
export const isReplaceable = async (folder: string): Promise<boolean> => {
  try {
    return (await readdir(folder)).length === 0 || (await readMarker(folder)) !== null;
  } catch (error) {
    const code = errorCodeOf(error);
    if (code === null) throw error;
    return code === 'ENOENT';
  }
};
