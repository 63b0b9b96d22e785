import { cp, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { runPublish } from '../../src/cli/publish.ts';
import { verifyCommand } from '../../src/cli/verify.ts';
import { withdrawCommand } from '../../src/cli/withdraw.ts';
import type { Problem } from '../../src/problem/problem.ts';
import { importInto } from '../unit/archive/import-into.ts';
import { fastBuild } from './fast-build.ts';
import { addFiles, articleLine, hashFiles, makeFolder, removeFolder } from './run-khobao.ts';
import { toldContext, type Told } from './told-context.ts';

/** An archive and what is published of it, in a folder of its own. */
export interface PublishedArchive {
  readonly folder: string;
  readonly content: string;
  readonly to: string;
}

type Asked = Partial<Parameters<typeof runPublish>[0]>;

/** What a command ended with and told. */
export interface Ran extends Told {
  readonly code: number;
}

const at = (folder: string): PublishedArchive => ({
  folder,
  content: join(folder, 'content'),
  to: join(folder, 'p'),
});

/** Ids of the articles of `newArchive`. */
export const articleIds = ['cho-phien', 'ben-do', 'lua-muon', 'cau-moi'].map(
  (slug) => `bao-cho/2019/${slug}`,
);

const bodies = [
  'Chợ họp từ gà gáy.',
  'Đò chạy đến chín giờ.',
  'Lúa trổ chậm mười ngày.',
  'Cầu thông xe sớm.',
];

/** A small archive with captures, nothing of it published. */
export const newArchive = async (): Promise<PublishedArchive> => {
  const titles = ['Chợ phiên', 'Bến đò', 'Lúa muộn', 'Cầu mới'];
  const lines = titles.map((title, i) =>
    articleLine({ title, lead: null, url: `https://bao-cho.example/${String(i)}`, body: [bodies[i]] }),
  );
  const folder = await makeFolder({ 'a.jsonl': lines.join('\n') });
  const archive = at(folder);
  await importInto(archive.content, [join(folder, 'a.jsonl')]);
  return archive;
};

/** The archives of a test file, each removed after its last test. */
export const keepArchives = (): ((archive: PublishedArchive) => PublishedArchive) => {
  const folders: string[] = [];
  afterAll(() => Promise.all(folders.map(removeFolder)));
  return (archive) => {
    folders.push(archive.folder);
    return archive;
  };
};

/** A copy of an archive and of what is published of it. */
export const copyArchive = async ({ folder }: PublishedArchive): Promise<PublishedArchive> => {
  const copy = await makeFolder();
  await cp(folder, copy, { recursive: true, verbatimSymlinks: true });
  return at(copy);
};

/** Publishes with the quick build, in this process. */
export const publish = async (
  { content, to }: PublishedArchive,
  asked: Asked = {},
  build: typeof fastBuild = fastBuild,
  signal?: AbortSignal,
): Promise<Ran> => {
  const told: Told = { problems: [], printed: [] };
  const code = await runPublish({ content, to, back: false, ...asked }, toldContext(told, signal), build);
  return { code, ...told };
};

/** The lines that a person gets of a publication on stdout. */
export const publishForPeople = async (
  { content, to }: PublishedArchive,
  date: string,
): Promise<string[]> => {
  const lines: string[] = [];
  const context = { ...toldContext({ problems: [], printed: [] }), json: false };
  const print = (line: string): unknown => lines.push(line);
  await runPublish({ content, to, back: false, date }, { ...context, print }, fastBuild);
  return lines;
};

/** An archive with two days published: all four articles on the first of January 2026, one of them changed on the second. */
export const newPublishedArchive = async (): Promise<PublishedArchive> => {
  const archive = await newArchive();
  await publish(archive, { date: '2026-01-01' });
  await editArticle(archive, articleIds[0] ?? '', 'Thêm một câu.');
  await publish(archive, { date: '2026-01-02' });
  return archive;
};

/** Verifies a folder, in this process. */
export const verify = async (folder: string, options: { signers?: string } = {}): Promise<Ran> => {
  const told: Told = { problems: [], printed: [] };
  const code = await verifyCommand.run([folder], options, toldContext(told));
  return { code, ...told };
};

export const withdraw = async ({ content }: PublishedArchive, id: string): Promise<Ran> => {
  const told: Told = { problems: [], printed: [] };
  const options = { content, reason: 'Theo yêu cầu của tác giả', by: 'Lan' };
  return { code: await withdrawCommand.run([id], options, toldContext(told)), ...told };
};

/** Changes an article's text by hand. */
export const editArticle = async ({ content }: PublishedArchive, id: string, word: string): Promise<void> => {
  const path = `articles/${id}.md`;
  await addFiles(content, { [path]: `${await readFile(join(content, path), 'utf8')}\n${word}\n` });
};

/** Each problem as its code and the path that it names, below a folder. */
export const codesAt = (problems: readonly Problem[], root: string): string[] =>
  problems.map(({ code, place }) => `${code} ${String(place.file).replace(`${root}/`, '')}`);

/** The hashes of all files but the locks, and the names of what is hidden in a folder. */
export const stateOf = async (
  root: string,
): Promise<{ files: Record<string, string>; hidden: string[] }> => ({
  files: await hashFiles(root),
  hidden: (await readdir(root)).filter((name) => name.startsWith('.')),
});
