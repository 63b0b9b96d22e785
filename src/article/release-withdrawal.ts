import { z } from 'zod';
import { isArticleId } from './article-id.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * What a release says of articles that gave way to their notice after it was published: `phat-hanh/<date>/da-rut.json`. Its
 * manifest tells the files as they are now; `manifest-as-published.txt` beside this tells them as they were.
 */
export const releaseWithdrawalsSchema = z.array(
  z.strictObject({
    id: z.string().refine(isArticleId),
    withdrawnAt: z.string(),
    reason: z.string(),
    /** What changed on account of it, by path: the hash as published, and now; null for a file that is not there. */
    files: z.array(z.strictObject({ path: z.string(), before: sha256.nullable(), after: sha256.nullable() })),
  }),
);

export type ReleaseWithdrawals = z.infer<typeof releaseWithdrawalsSchema>;

/** Where a release tells of articles that gave way, and of its files as they were published. */
export const releaseWithdrawalsPath = (date: string): string => `phat-hanh/${date}/da-rut.json`;
export const publishedManifestPath = (date: string): string => `phat-hanh/${date}/manifest-as-published.txt`;
