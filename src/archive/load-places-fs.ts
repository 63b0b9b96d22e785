import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gazetteerSchema, type Gazetteer } from '../article/gazetteer.ts';
import { atPlace, toProblem, type Problem } from '../problem/problem.ts';
import { errorCodeOf } from './error-code.ts';
import { parseYaml } from './parse-yaml.ts';

/** Where an archive has its gazetteer. */
const placesFile = 'places.yml';

/** The gazetteer that `khobao init` lays out, as its file: an archive without one of its own goes by it. */
export const readShippedPlaces = (): Promise<string> =>
  readFile(new URL('../article/places.yml', import.meta.url), 'utf8');

const readOwn = async (file: string): Promise<{ text: string | null; problems: Problem[] }> => {
  try {
    return { text: await readFile(file, 'utf8'), problems: [] };
  } catch (error) {
    const reason = errorCodeOf(error);
    if (reason === null) throw error;
    if (reason === 'ENOENT') return { text: null, problems: [] };
    return { text: null, problems: [toProblem('file-unreadable', { reason }, { file })] };
  }
};

/** What is wrong with an archive's own gazetteer, and the gazetteer; null where it has none, or a faulty one. */
export const loadOwnPlaces = async (
  root: string,
): Promise<{ value: Gazetteer | null; problems: Problem[] }> => {
  const file = join(root, placesFile);
  const { text, problems } = await readOwn(file);
  if (text === null) return { value: null, problems };
  const parsed = parseYaml(text, gazetteerSchema);
  return { value: parsed.value, problems: parsed.problems.map((problem) => atPlace(problem, { file })) };
};

/** The gazetteer that an archive goes by: its own if it has a sound one, else the one that the program ships. */
export const loadPlaces = async (root: string): Promise<Gazetteer> => {
  const own = await loadOwnPlaces(root);
  if (own.value !== null) return own.value;
  const shipped = parseYaml(await readShippedPlaces(), gazetteerSchema);
  if (shipped.value === null) throw new Error('The gazetteer that the program ships is not valid.');
  return shipped.value;
};
