import { realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isSourceId } from '../article/article-id.ts';
import { gazetteerSchema } from '../article/gazetteer.ts';
import { sourceSchema } from '../article/source-record.ts';
import { atPlace, hasError, toProblem, type Problem } from '../problem/problem.ts';
import type { ContentStore } from './content-store-fs.ts';
import { sourceIdOf } from './load-archive-fs.ts';
import { readOtherText } from './other-file-fs.ts';
import { parseYaml } from './parse-yaml.ts';
import { walkFolder } from './walk-folder-fs.ts';

/** What is to be told of a source's file, or of a file of settings. */
export interface MergedSetting {
  readonly path: string;
  /** Whether this archive has a file of that name now. */
  readonly isHere: boolean;
  readonly problems: readonly Problem[];
  readonly failed: boolean;
}

/** Parsing compares each key with each: a longer file could take for ever. */
const maxSettingLength = 64 * 1024;

type Parse = (text: string) => { readonly problems: readonly Problem[]; readonly value?: unknown };

const isSame = (parse: Parse, one: string, other: string): boolean => {
  if (one === other) return true;
  const [first, second] = [parse(one).value, parse(other).value];
  return first !== undefined && first !== null && JSON.stringify(first) === JSON.stringify(second);
};

/** Why a file right in the folder is not to be read; null where it may be. */
const refusalOf = async (other: string, path: string): Promise<Problem | 'missing' | null> => {
  const file = join(other, path);
  const [real, root] = await Promise.all([file, other].map((one) => realpath(one).catch(() => null)));
  if (real === null || root === null) return 'missing';
  if (dirname(real ?? '') !== root) return toProblem('path-outside', { file }, { file });
  const isFile = (await stat(file)).isFile();
  return isFile ? null : toProblem('file-unreadable', { reason: 'not a regular file' }, { file });
};

/** Copies a file that is not here; where it is, ours stays, and a note tells that the other's says something else. */
const mergeOne = async (
  other: string,
  content: string,
  store: ContentStore | null,
  path: string,
  parse: Parse,
  readOwn: (path: string) => Promise<string | null>,
): Promise<Omit<MergedSetting, 'path'>> => {
  const file = join(other, path);
  const { text, problem } = await readOtherText(other, path);
  if (text === null) return { isHere: false, problems: [problem], failed: false };
  if (text.length > maxSettingLength) {
    const values = { size: text.length, limit: maxSettingLength };
    return { isHere: false, problems: [toProblem('file-too-large', values, { file })], failed: false };
  }
  const problems = parse(text).problems.map((one) => atPlace(one, { file }));
  const own = await readOwn(path);
  if (own !== null) {
    const note = toProblem('merge-setting-kept', { file, own: join(content, path) }, { file });
    return { isHere: true, problems: isSame(parse, own, text) ? [] : [note], failed: false };
  }
  if (hasError(problems)) return { isHere: false, problems, failed: false };
  const unwritten = (await store?.write(path, text)) ?? null;
  return unwritten === null
    ? { isHere: true, problems, failed: false }
    : { isHere: false, problems: [unwritten], failed: true };
};

/**
 * Takes in the sources of another archive, its abbreviations and its gazetteer, as far as they are not here, each told of
 * as it is done.
 *
 * Problems: `merge-setting-kept`, `source-id-invalid`, those of reading and of writing a file.
 */
export async function* mergeSettings(
  other: string,
  content: string,
  store: ContentStore | null,
  {
    parseSynonyms,
    readOwn,
  }: {
    readonly parseSynonyms: Parse;
    /** A file of this archive; null where it is not there. */
    readonly readOwn: (path: string) => Promise<string | null>;
  },
): AsyncGenerator<MergedSetting, void, undefined> {
  const one = (path: string, parse: Parse) => mergeOne(other, content, store, path, parse, readOwn);
  for await (const { path, problem } of walkFolder(other, 'sources', '.yml')) {
    const file = join(other, path);
    const id = sourceIdOf(path);
    if (problem !== null) yield { path, isHere: false, problems: [problem], failed: false };
    else if (!isSourceId(id) || path !== `sources/${id}.yml`) {
      yield {
        path,
        isHere: false,
        problems: [toProblem('source-id-invalid', { name: id }, { file })],
        failed: false,
      };
    } else {
      const done = await one(path, (text) => parseYaml(text, sourceSchema));
      yield { path, ...done };
      if (done.failed) return;
    }
  }
  const others: readonly (readonly [string, Parse])[] = [
    ['synonyms.yml', parseSynonyms],
    ['places.yml', (text) => parseYaml(text, gazetteerSchema)],
  ];
  for (const [path, parse] of others) {
    const problem = await refusalOf(other, path);
    if (problem === 'missing') continue;
    const done =
      problem === null ? await one(path, parse) : { isHere: false, problems: [problem], failed: false };
    yield { path, ...done };
    if (done.failed) return;
  }
}
