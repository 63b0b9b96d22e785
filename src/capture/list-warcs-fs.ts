import { stat } from 'node:fs/promises';
import { toFileSource } from './file-source-fs.ts';
import type { WarcSource } from './held-capture.ts';
import { toVietnamInstant } from './instant.ts';
import { formOf, readHead } from './read-captures-fs.ts';
import { listWaczWarcs } from './read-wacz-fs.ts';
import { walkInputs } from './walk-inputs-fs.ts';

/** The WARCs in files and folders, those in WACZ as well. What can't be read is passed over: reading the captures tells of it. */
export async function* listWarcs(paths: readonly string[]): AsyncGenerator<WarcSource, void, undefined> {
  for await (const file of walkInputs(paths)) {
    if (file.problem !== null || file.isSidecar) continue;
    const status = await stat(file.path).catch(() => null);
    if (status?.isFile() !== true) continue;
    const head = await readHead(file.path).catch(() => null);
    if (head === null) continue;
    const known = {
      file,
      ...formOf(head, file, undefined),
      size: status.size,
      modifiedAt: toVietnamInstant(status.mtimeMs),
    };
    if (known.form === 'WARC') yield toFileSource(known);
    if (known.form === 'WACZ') yield* await listWaczWarcs(known).catch(() => []);
  }
}
