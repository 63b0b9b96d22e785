import { readFile } from 'node:fs/promises';
import { parseYaml } from '../archive/parse-yaml.ts';
import { toFileProblem } from '../capture/walk-inputs-fs.ts';
import { fieldMapSchema, type FieldMap } from '../extract/field-map.ts';
import { atPlace, type Problem } from '../problem/problem.ts';

/**
 * The field map that `--fields` names. Problems: `file-missing`, `file-unreadable`, `yaml-invalid`,
 * `record-field-invalid`, `record-field-unknown`, each with the line in the map.
 */
export const readFieldMap = async (path: string): Promise<{ map: FieldMap | null; problems: Problem[] }> => {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    return { map: null, problems: [toFileProblem(error, path)] };
  }
  const { value, problems } = parseYaml(text, fieldMapSchema);
  return { map: value, problems: problems.map((problem) => atPlace(problem, { file: path })) };
};
