import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { releasedCapturePath } from '../article/snapshot-record.ts';
import type { RecordMember } from '../capture/record-members-fs.ts';
import type { LiveCapture } from './content-snapshot.ts';

/** The records at the given offsets of a WARC, each as a WARC of its own. */
export type ReadMembers = (path: string, offsets: ReadonlySet<number>) => AsyncIterable<RecordMember>;

/**
 * Puts each capture into a release as its own WARC. Comes back with those that are not there to be put: their WARC lacks
 * them. An error of the disk is thrown.
 */
export const writeCaptures = async (
  content: string,
  captures: Iterable<LiveCapture>,
  release: string,
  readMembers: ReadMembers,
): Promise<LiveCapture[]> => {
  const missing: LiveCapture[] = [];
  const made = new Set<string>();
  for (const [file, group] of Map.groupBy(captures, (capture) => capture.file)) {
    const byOffset = Map.groupBy(group, ({ offset }) => offset);
    for await (const { offset, bytes } of readMembers(join(content, file), new Set(byOffset.keys()))) {
      for (const { sha256 } of byOffset.get(offset) ?? []) {
        const target = join(release, releasedCapturePath(sha256));
        if (!made.has(dirname(target))) await mkdir(dirname(target), { recursive: true });
        made.add(dirname(target));
        await writeFile(target, bytes);
      }
      byOffset.delete(offset);
    }
    missing.push(...[...byOffset.values()].flat());
  }
  return missing;
};
