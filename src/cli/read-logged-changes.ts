import { readChanges, readRuns } from '../archive/read-log-fs.ts';

/** The last instant at which the log says that an article, or a former version of it, was changed; by id. */
export const readLoggedChanges = async (content: string): Promise<Map<string, string>> => {
  const logged = new Map<string, string>();
  for (const { run, head } of await readRuns(content)) {
    if (Number.isNaN(Date.parse(head.at))) continue;
    for await (const { file } of readChanges(content, run)) {
      const id = /^(?:articles\/(.+)\.md|versions\/(.+)\/\d+\.md)$/.exec(file)?.slice(1).find(Boolean);
      if (id === undefined) continue;
      const former = logged.get(id);
      if (former === undefined || Date.parse(former) < Date.parse(head.at)) logged.set(id, head.at);
    }
  }
  return logged;
};
