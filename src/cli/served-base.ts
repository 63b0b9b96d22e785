import { loadSettings } from '../archive/load-archive-fs.ts';

/** What `--base` takes. */
const plainPath = /^\/[\w.~/-]*$/;

/**
 * The path that a site is built for where `--base` names none: that of the address it is to have, by `--site` or else by
 * the archive's settings. `/` where neither is known, or the settings can't be read.
 */
export const servedBase = async (content: string, site: string | null): Promise<string> => {
  const address = site ?? (await loadSettings(content)).value?.site ?? null;
  const path = address === null ? '/' : `${new URL(address).pathname}/`.replace(/\/+/g, '/');
  return plainPath.test(path) ? path : '/';
};
