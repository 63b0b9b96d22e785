import type { ArchiveForExport } from './archive-for-export.ts';
import { datestampOf, later, noDay, type LoggedChanges } from './datestamp.ts';
import { exportComment } from './export-comment.ts';
import type { SkipsName } from './list-files-fs.ts';
import { readChanges } from './read-changes-fs.ts';
import { writeBag } from './write-bag-fs.ts';

/**
 * Writes the whole content folder, withdrawn articles too, as a bag of BagIt 1.0: for safekeeping, not for readers. Its day is the last on
 * which anything of an article changed. An error of the disk is thrown.
 */
export const exportBag = async (
  { entries, content, settings, software, goOn }: ArchiveForExport,
  target: string,
  logged: LoggedChanges,
  skips: SkipsName,
): Promise<void> => {
  const changes = await readChanges(content);
  let date = changes.until ?? noDay;
  for await (const { article } of entries()) date = later(date, datestampOf(article, logged, changes));
  await writeBag(target, {
    content,
    skips,
    added: new Map(),
    info: {
      organization: settings.name,
      date,
      softwareVersion: software,
      description: `Kho Báo archive of press articles, whole (${exportComment})`,
    },
    onFile: goOn,
  });
};
