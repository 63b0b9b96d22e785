import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseSnapshotHead } from '../article/parse-snapshot.ts';
import { snapshotHeadSchema } from '../article/snapshot-record.ts';
import { atPlace } from '../problem/problem.ts';
import type { Reading } from './read-archive-fs.ts';
import { toSiteSnapshot, type SiteSnapshot } from './site-snapshot.ts';

const snapshotNames = async (content: string): Promise<string[]> => {
  const names = await readdir(join(content, 'snapshots')).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  return names.filter((name) => name.endsWith('.json') && !name.startsWith('.')).sort();
};

/** What pages show of each snapshot in a content folder. They are large: one at a time is held. Problem: `snapshot-invalid`. */
export const readSnapshots = async (content: string): Promise<Reading<SiteSnapshot>> => {
  const reading: Reading<SiteSnapshot> = { values: [], problems: [] };
  for (const name of await snapshotNames(content)) {
    const file = `snapshots/${name}`;
    const bytes = await readFile(join(content, file));
    const { snapshot, problems } = parseSnapshotHead(bytes.toString('utf8'), file);
    reading.problems.push(...problems.map((problem) => atPlace(problem, { file })));
    if (snapshot === null) continue;
    reading.values.push(toSiteSnapshot(snapshot, createHash('sha256').update(bytes).digest('hex')));
  }
  return reading;
};

/** The snapshot in the making. Throws where its file is not what `publish` writes: a release has to tell of itself. */
export const readSnapshotInMaking = async (file: string): Promise<SiteSnapshot> =>
  toSiteSnapshot(snapshotHeadSchema.parse(JSON.parse(await readFile(file, 'utf8'))), null);
