import { copyFileSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { writeSearchArchive } from '../../tests/browser/search-archive-fs.ts';
import { buildSite } from '../../tests/site/build-site-fs.ts';

/** Folders to be served, and what is in them. */
export interface PreparedSites {
  readonly archive: { readonly folder: string; readonly path: string; readonly indexPath: string };
  /** The address of the engine's code on the archive's site. */
  readonly code: string;
  readonly pagefind: { readonly folder: string; readonly path: string; readonly indexPath: string };
}

/** Where the site's scripts lie (`build.assets`). */
const assets = '_site';

/** A folder in another's place. */
const linkFolder = (from: string, to: string): void => {
  rmSync(to, { recursive: true, force: true });
  symlinkSync(from, to, 'junction');
};

/**
 * Builds a site of a few articles and gives its search page the index in `indexFolder` (the pages of that index's articles
 * are not there, and nothing asks for them); beside it a page for Pagefind's own index.
 */
export const prepareSites = async (
  folder: string,
  indexFolder: string,
  pagefindFolder: string | null,
): Promise<PreparedSites> => {
  const site = join(folder, 'site');
  await writeSearchArchive(join(folder, 'content'));
  const { code, said } = await buildSite(join(folder, 'content'), site);
  if (code !== 0) throw new Error(`the site could not be built: ${said}`);
  linkFolder(indexFolder, join(site, 'search'));
  const engine = readdirSync(join(site, assets)).find((name) => /^open-search\..*\.js$/.test(name));
  if (engine === undefined) throw new Error('the site has no file of its own for the engine');
  const other = join(folder, 'pagefind-site');
  mkdirSync(other, { recursive: true });
  copyFileSync(join(import.meta.dirname, 'pagefind-page.html'), join(other, 'index.html'));
  if (pagefindFolder !== null) linkFolder(pagefindFolder, join(other, 'pagefind'));
  return {
    archive: { folder: site, path: '/tim/', indexPath: '/search/' },
    code: `/${assets}/${engine}`,
    pagefind: { folder: other, path: '/', indexPath: '/pagefind/' },
  };
};
