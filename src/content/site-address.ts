import type { Settings } from '../article/settings.ts';

/** Where the archive is served, as far as that is known: what the build was told, else what the settings say. */
export const siteAddress = (told: URL | undefined, { site }: Pick<Settings, 'site'>): URL | undefined =>
  told ?? (site === null ? undefined : new URL(site));
