import { join } from 'node:path';
import { maxListed, printListIndex, printResources, type ListedResource } from './print-resource-sync.ts';
import { writeText } from './write-text-fs.ts';

/** The file of a list, or of a part of it, counted from 1. */
const nameOf = (list: string, part: number | null): string =>
  part === null ? `${list}.xml` : `${list}-${String(part).padStart(4, '0')}.xml`;

/**
 * Writes a list of ResourceSync into a folder; one that is too long for a sitemap in parts, under an index. `base` is the
 * folder's address. Errors of the disk are thrown.
 */
export const writeList = async (
  folder: string,
  base: string,
  list: 'resourcelist' | 'changelist',
  about: Readonly<Record<string, string>>,
  resources: readonly ListedResource[],
): Promise<void> => {
  const up = { rel: 'up', href: `${base}capabilitylist.xml` };
  const head = { about: { capability: list, ...about }, links: [up] };
  if (resources.length <= maxListed) {
    await writeText(join(folder, nameOf(list, null)), printResources(head, resources));
    return;
  }
  const parts: ListedResource[] = [];
  for (let start = 0; start < resources.length; start += maxListed) {
    const name = nameOf(list, parts.length + 1);
    const links = [up, { rel: 'index', href: `${base}${nameOf(list, null)}` }];
    const some = resources.slice(start, start + maxListed);
    await writeText(join(folder, name), printResources({ ...head, links }, some));
    parts.push({ address: `${base}${name}`, about });
  }
  await writeText(join(folder, nameOf(list, null)), printListIndex(head, parts));
};
