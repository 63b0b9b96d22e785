import type { ArchiveForExport } from './archive-for-export.ts';
import { placeKey, type PlannedPage } from './wacz-plan.ts';
import type { ZippedFile } from './zip-file-fs.ts';

/** The list of pages: a head, then one line a page. A page whose capture is not there to be replayed is left out. */
export const printPages = (
  pages: readonly PlannedPage[],
  replayed: ReadonlyMap<string, { readonly url: string; readonly at: string }>,
): string =>
  [
    { format: 'json-pages-1.0', id: 'pages', title: 'All Pages' },
    ...pages.flatMap(({ id, title, capture }) => {
      const at = replayed.get(placeKey(capture));
      return at === undefined ? [] : [{ id, url: at.url, ts: at.at, title }];
    }),
  ]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');

/** An archive without captures has no instant of its own. */
const noInstant = '1970-01-01T00:00:00Z';

/** `datapackage.json`: what lies in the WACZ, with the hash of each file. Its instant is that of the newest capture. */
export const printDatapackage = (
  { settings, site, software }: Pick<ArchiveForExport, 'settings' | 'site' | 'software'>,
  newest: string | null,
  files: readonly ZippedFile[],
): string =>
  `${JSON.stringify(
    {
      profile: 'data-package',
      wacz_version: '1.1.1',
      title: settings.name,
      ...(settings.description !== null && { description: settings.description.vi }),
      ...(site !== null && { homepage: site }),
      created: newest ?? noInstant,
      software: `khobao ${software}`,
      resources: files.map(({ path, sha256, bytes }) => ({
        name: path.replace(/^.*\//, '').toLowerCase(),
        path,
        hash: `sha256:${sha256}`,
        bytes,
      })),
    },
    null,
    2,
  )}\n`;

/** `datapackage-digest.json` */
export const printDigest = (sha256: string): string =>
  `${JSON.stringify({ path: 'datapackage.json', hash: `sha256:${sha256}` }, null, 2)}\n`;
