import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkArchive } from '../../src/archive/check-archive-fs.ts';
import { openContentStore } from '../../src/archive/content-store-fs.ts';
import { openRunLog } from '../../src/archive/run-log-fs.ts';
import { readCaptures } from '../../src/capture/read-captures-fs.ts';
import { hashWarc } from '../../src/capture/read-records-fs.ts';
import { openImport } from '../../src/cli/import-session.ts';
import type { Problem } from '../../src/problem/problem.ts';
import { marketPage, recordOf, sha256, type RecordParts } from '../unit/capture/make-warc.ts';
import { hashFiles } from './run-khobao.ts';
import { useFolders } from './use-folders.ts';

export const address = 'https://bao-cho.example/2019/phien.html';
/** The article of the page there. */
export const file = 'content/articles/bao-cho-example/2019/phien-cho-thu-1-o-vom.md';
export const figure = (image: string, caption = 'Cổng chợ Vồm. Ảnh: AN'): string =>
  `</p><figure>${image}<figcaption>${caption}</figcaption></figure><p>`;
export const page = (image: string, caption?: string): string => marketPage(1, figure(image, caption));

/** A picture of the web, in a record. */
export const picture = (body: Uint8Array, more: RecordParts = {}): Buffer =>
  recordOf({ url: 'https://bao-cho.example/2019/cho.jpg', contentType: 'image/jpeg', body, ...more });

/** The file of a picture in an archive. */
export const nameOf = (bytes: Uint8Array, extension = 'jpg'): string =>
  `images/${sha256(bytes).slice(0, 2)}/${sha256(bytes)}.${extension}`;

interface Imported {
  readonly folder: string;
  readonly article: string;
  readonly codes: string[];
  readonly images: string[];
}

/** Imports files of a folder in this process. */
export const importFiles = async (folder: string, names: readonly string[], images = true) => {
  const content = join(folder, 'content');
  const log = openRunLog(content, { act: 'import', at: '2026-01-01T00:00:00Z', by: null });
  const store = await openContentStore(content, undefined, log.onChange);
  const paths = names.map((name) => join(folder, name));
  const session = await openImport({ content, store, source: null, inputs: paths, images, readers: 0 });
  for await (const item of readCaptures(paths)) await session.take(item);
  const { outcomes } = await session.commit();
  await log.end({});
  return outcomes;
};

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Gives what imports files in a folder of their own, and tells what came of it. */
export const useImport = (): ((
  files: Files,
  names?: readonly string[],
  images?: boolean,
) => Promise<Imported>) => {
  const newFolder = useFolders();
  return async (files, names = Object.keys(files), images = true) => {
    const folder = await newFolder(files);
    const outcomes = await importFiles(folder, names, images);
    const written = Object.keys(await hashFiles(join(folder, 'content')));
    return {
      folder,
      article: await readFile(join(folder, file), 'utf8').catch(() => JSON.stringify(outcomes)),
      codes: outcomes
        .flatMap(({ problems }) => problems.map(({ code }) => code))
        .filter((code) => code.startsWith('image-')),
      images: written.filter((path) => path.startsWith('images/')),
    };
  };
};

/** The codes of what is wrong in a folder's archive. */
export const check = async (folder: string): Promise<string[]> => {
  const codes: string[] = [];
  const tell = ({ code }: Problem): void => void codes.push(code);
  await checkArchive(join(folder, 'content'), { hashWarc, parseSynonyms: () => ({ problems: [] }), tell });
  return codes;
};

/** A picture as its article's file has it. */
export const printed = (bytes: Uint8Array, alt = ''): string =>
  `:::figure{src="${nameOf(bytes)}" alt${alt === '' ? '' : `="${alt}"`} width="320" height="180"}\nCổng chợ Vồm. Ảnh: :credit[AN]\n:::`;
