import { defineCollection } from 'astro:content';
import { z } from 'zod';
import { recordSchema } from './article/article.ts';
import { settingsSchema } from './article/settings.ts';
import { sourceSchema } from './article/source-record.ts';
import {
  articleLoader,
  placesLoader,
  settingsLoader,
  snapshotLoader,
  sourceLoader,
  versionLoader,
} from './content/archive-loader-fs.ts';
import { siteSnapshotSchema } from './content/site-snapshot.ts';

const articleEntry = z.object({
  record: recordSchema,
  /** The start of the first paragraph. */
  opening: z.string().nullable(),
  /** The pictures that the archive holds, by their `src`, with their sizes in pixels. */
  images: z.record(z.string(), z.object({ width: z.int(), height: z.int() })),
});

export const collections = {
  articles: defineCollection({ loader: articleLoader, schema: articleEntry }),
  versions: defineCollection({ loader: versionLoader, schema: articleEntry }),
  sources: defineCollection({ loader: sourceLoader, schema: sourceSchema }),
  places: defineCollection({ loader: placesLoader, schema: z.record(z.string(), z.string()) }),
  snapshots: defineCollection({ loader: snapshotLoader, schema: siteSnapshotSchema }),
  settings: defineCollection({ loader: settingsLoader, schema: settingsSchema }),
};
