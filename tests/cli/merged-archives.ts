import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { articleLine, hashFiles, jsonLines, lineId as id, runKhobao } from './run-khobao.ts';
import { useFolders } from './use-folders.ts';

export const articleFile = (of: string = id): string => `articles/${of}.md`;
/** The line of a second article, and its id. */
export const ferry = articleLine({
  url: 'https://bao-cho.example/do',
  title: 'Đò ngang',
  body: ['Đò vắng khách.'],
});
export const ferryId = 'bao-cho/2019/do-ngang';

/** Gives what makes a folder with archives of these names, each of the articles in its lines. */
export const useArchives = (): ((
  archives: Readonly<Record<string, readonly string[]>>,
) => Promise<string>) => {
  const newFolder = useFolders();
  return async (archives) => {
    const folder = await newFolder(
      Object.fromEntries(
        Object.entries(archives).flatMap(([name, lines]) =>
          lines.length === 0 ? [] : [[`${name}.jsonl`, lines.join('\n')]],
        ),
      ),
    );
    for (const [name, lines] of Object.entries(archives)) {
      if (lines.length === 0) continue;
      expect(await runKhobao(folder, ['import', `${name}.jsonl`, '--content', name])).toMatchObject({
        code: 0,
      });
    }
    return folder;
  };
};

/** What a merge said, its summary apart. */
export const merge = async (folder: string, other: string, content: string, ...more: string[]) => {
  const run = await runKhobao(folder, ['import', other, '--content', content, '--json', ...more], {
    LANG: 'en',
  });
  const lines = jsonLines(run);
  return { code: run.code, stderr: run.stderr, lines: lines.slice(0, -1), summary: lines.at(-1) };
};

export const check = (folder: string, content: string) => runKhobao(folder, ['check', '--content', content]);

/** The codes of the problems in lines that a command printed. */
export const problemsIn = (lines: readonly Record<string, unknown>[]): unknown[] =>
  lines.flatMap(({ problems }) => (problems as { code: string }[]).map(({ code }) => code));

/** The ids of an archive, and the text of each article below its record. */
export const textsIn = async (folder: string, content: string): Promise<Record<string, string>> => {
  const texts: Record<string, string> = {};
  for (const path of Object.keys(await hashFiles(join(folder, content)))) {
    if (!/^(articles|versions)\//.test(path)) continue;
    texts[path] = (await readFile(join(folder, content, path), 'utf8')).replace(/ +file: .*\n/g, '');
  }
  return texts;
};
