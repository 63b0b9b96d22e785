import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { addFiles, articleLine, hashFiles, makeFolder, removeFolder } from '../../cli/run-khobao.ts';
import { importInto } from './import-into.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map(removeFolder)));

/** Three articles with one title, and a fourth whose long title differs at its end alone. */
const lines = ['a', 'b', 'c'].map((name) =>
  articleLine({ url: `https://bao-cho.example/${name}`, body: [`Chợ ${name}.`] }),
);
const newFolder = async (files: Record<string, string> = {}): Promise<string> => {
  const inputs = Object.fromEntries(lines.map((line, i) => [`${'abc'[i] ?? ''}.jsonl`, line]));
  const folder = await makeFolder({ ...inputs, ...files });
  folders.push(folder);
  return folder;
};
const articlesIn = async (folder: string): Promise<string[]> =>
  Object.keys(await hashFiles(join(folder, 'content/articles')));

const permutations = ['abc', 'acb', 'bac', 'bca', 'cab', 'cba'];
const splits = [[3], [1, 1, 1], [1, 2], [2, 1]];
const stem = 'bao-cho/2019/gia-gao-o-cho-vom-nhich-len';

describe('articles whose titles give the same slug', () => {
  test.each(permutations.flatMap((order) => splits.map((split) => ({ order, split: split.join('+') }))))(
    'all carry a suffix, in the order $order in runs of $split',
    async ({ order, split }) => {
      const folder = await newFolder();
      const paths = Array.from(order, (name) => join(folder, `${name}.jsonl`));
      for (const count of split.split('+').map(Number)) {
        await importInto(join(folder, 'content'), paths.splice(0, count));
      }
      const names = await articlesIn(folder);
      expect(names).toHaveLength(3);
      for (const name of names) {
        const text = await readFile(join(folder, 'content/articles', name), 'utf8');
        const [, sha256 = ''] = /sha256: (\w{64})/.exec(text) ?? [];
        expect(name).toBe(`${stem}-${sha256.slice(0, 8)}.md`);
        expect(text).toContain(`id: ${name.replace('.md', '')}\n`);
      }
    },
  );

  test('tells that an id changed: id-suffixed', async () => {
    const folder = await newFolder();
    await importInto(join(folder, 'content'), [join(folder, 'a.jsonl')]);
    const { outcomes } = await importInto(join(folder, 'content'), [join(folder, 'b.jsonl')]);
    expect(outcomes[0]?.problems).toMatchObject([{ code: 'id-suffixed', values: { former: stem } }]);
  });

  test('leave a published id alone, and a former version follows its article', async () => {
    const folder = await newFolder({
      'content/snapshots/2020-01-01.json': JSON.stringify({ articles: [{ id: stem }] }),
    });
    await importInto(join(folder, 'content'), [join(folder, 'a.jsonl')]);
    await importInto(join(folder, 'content'), [join(folder, 'b.jsonl')]);
    const names = await articlesIn(folder);
    expect(names).toHaveLength(2);
    expect(names).toContain(`${stem}.md`);
  });

  test('take their former versions with them', async () => {
    const folder = await newFolder({
      'a2.jsonl': articleLine({ url: 'https://bao-cho.example/a', body: ['Chợ a vãn.'] }),
    });
    const content = join(folder, 'content');
    for (const name of ['a', 'a2', 'b']) await importInto(content, [join(folder, `${name}.jsonl`)]);
    const [version] = Object.keys(await hashFiles(join(content, 'versions')));
    expect(version).toMatch(new RegExp(`^${stem}-[0-9a-f]{8}/1\\.md$`));
    expect(await articlesIn(folder)).toContain(version?.replace('/1.md', '.md'));
  });

  test('leave one file each when a run was killed while an id changed', async () => {
    const folder = await newFolder();
    const content = join(folder, 'content');
    await importInto(content, [join(folder, 'a.jsonl')]);
    const plain = await readFile(join(content, `articles/${stem}.md`), 'utf8');
    await importInto(content, [join(folder, 'b.jsonl')]);
    await addFiles(folder, { [`content/articles/${stem}.md`]: plain });
    const { outcomes } = await importInto(content, [join(folder, 'a.jsonl'), join(folder, 'b.jsonl')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['unchanged', 'unchanged']);
    expect(await articlesIn(folder)).toHaveLength(2);
  });
});
