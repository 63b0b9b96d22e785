import { resolve } from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import { presentProvinces } from '../article/gazetteer.ts';
import { isLanguage } from '../i18n/language.ts';
import { printProblem } from '../problem/print-problem.ts';
import { atPlace, hasError, type Problem } from '../problem/problem.ts';
import type { ImageSize } from './read-images-fs.ts';
import { readImageSize } from './read-images-fs.ts';
import {
  isWithdrawn,
  readArticles,
  readPlaces,
  readSettings,
  readSources,
  readVersions,
  type ArticleFile,
} from './read-archive-fs.ts';
import { readSnapshotInMaking, readSnapshots } from './read-snapshots-fs.ts';
import { shownSnapshots } from './site-snapshot.ts';

/** Where the archive lies: `KHOBAO_CONTENT`, else `content`. */
export const contentFolder = (): string => process.env.KHOBAO_CONTENT ?? 'content';

const problemLanguage = () => {
  const asked = process.env.KHOBAO_LANG ?? '';
  return isLanguage(asked) ? asked : 'vi';
};

const toldProblems = (problems: readonly Problem[]): string =>
  problems
    .map((problem) => atPlace(problem, { file: `${contentFolder()}/${problem.place.file ?? ''}` }))
    .map((problem) => printProblem(problem, problemLanguage()))
    .join('\n');

/** A file with an error is left out, and told: one faulty article must not keep the others from their readers. */
const tellErrors = (problems: readonly Problem[], { logger }: LoaderContext): void => {
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) logger.error(`\n${toldProblems(errors)}`);
};

const imagesOf = async ({ article }: ArticleFile): Promise<Record<string, ImageSize>> => {
  const sizes: Record<string, ImageSize> = {};
  for (const block of article.body) {
    const src = block.type === 'figure' ? block.image?.src : null;
    const size = src ? await readImageSize(contentFolder(), src) : null;
    if (src && size) sizes[src] = size;
  }
  return sizes;
};

/** A withdrawn article goes no further than its record: not even the store of the build holds its text. */
const storeArticle = async (context: LoaderContext, id: string, file: ArticleFile): Promise<void> => {
  const { body: blocks, ...record } = file.article;
  const withdrawn = record.withdrawn !== null;
  const opening = blocks.find((block) => block.type === 'paragraph')?.text ?? null;
  const data = await context.parseData({
    id,
    data: withdrawn
      ? { record: { ...record, title: record.id, kicker: null, lead: null }, opening: null, images: {} }
      : { record, opening: opening?.slice(0, 400) ?? null, images: await imagesOf(file) },
  });
  context.store.set({ id, data, body: withdrawn ? '' : file.markdown });
};

export const articleLoader: Loader = {
  name: 'khobao-articles',
  load: async (context) => {
    const { values, problems } = await readArticles(resolve(contentFolder()));
    tellErrors(problems, context);
    context.store.clear();
    for (const file of values) await storeArticle(context, file.article.id, file);
  },
};

/** Entries are named `<article's id>/<number>`. */
export const versionLoader: Loader = {
  name: 'khobao-versions',
  load: async (context) => {
    const { values, problems } = await readVersions(resolve(contentFolder()));
    tellErrors(problems, context);
    context.store.clear();
    for (const file of values) {
      const { id } = file.article;
      // A former version does not know that its article has been withdrawn since.
      if (await isWithdrawn(resolve(contentFolder()), id)) continue;
      await storeArticle(context, `${id}/${file.version}`, file);
    }
  },
};

export const sourceLoader: Loader = {
  name: 'khobao-sources',
  load: async (context) => {
    const { values, problems } = await readSources(resolve(contentFolder()));
    tellErrors(problems, context);
    context.store.clear();
    for (const { id, ...data } of values) {
      context.store.set({ id, data: await context.parseData({ id, data }) });
    }
  },
};

/** One entry, `archive`. Settings that can't be read end the build: nothing would bear the archive's name. */
export const settingsLoader: Loader = {
  name: 'khobao-settings',
  load: async (context) => {
    const { values, problems } = await readSettings(resolve(contentFolder()));
    if (hasError(problems)) throw new Error(`\n${toldProblems(problems)}`);
    context.store.clear();
    const data = { ...(values[0] ?? { name: 'Kho Báo' }) };
    context.store.set({ id: 'archive', data: await context.parseData({ id: 'archive', data }) });
  },
};

/** One entry, `present`: the province of today of each place that lies in another than its name tells. */
export const placesLoader: Loader = {
  name: 'khobao-places',
  load: async (context) => {
    const { values, problems } = await readPlaces(resolve(contentFolder()));
    tellErrors(problems, context);
    context.store.clear();
    const places = values[0] === undefined ? [] : [...presentProvinces(values[0])];
    const data = Object.fromEntries(places.filter(([name, province]) => name !== province));
    context.store.set({ id: 'present', data: await context.parseData({ id: 'present', data }) });
  },
};

/**
 * One entry a day. Where `KHOBAO_SNAPSHOT` names a file, the site is built for a release: that file tells of its own
 * snapshot, which is the newest.
 */
export const snapshotLoader: Loader = {
  name: 'khobao-snapshots',
  load: async (context) => {
    const { values, problems } = await readSnapshots(resolve(contentFolder()));
    tellErrors(problems, context);
    context.store.clear();
    const file = process.env.KHOBAO_SNAPSHOT ?? '';
    const making = file === '' ? null : await readSnapshotInMaking(resolve(file));
    for (const snapshot of shownSnapshots(values, making)) {
      const { date: id } = snapshot;
      context.store.set({ id, data: await context.parseData({ id, data: snapshot }) });
    }
  },
};
