import { readFile } from 'node:fs/promises';
import { errorCodeOf } from '../problem/error-code.ts';
import { toProblem, type Problem } from '../problem/problem.ts';
import { parseManifest } from './manifest.ts';

/** Hashes by path as a manifest's file tells them; null where there is none. Problems: `manifest-missing`, `manifest-line-invalid`. */
export const readManifest = async (
  file: string,
): Promise<{ manifest: Map<string, string> | null; problems: Problem[] }> => {
  try {
    const { files, faults } = parseManifest(await readFile(file, 'utf8'));
    const problems = faults.map((line) => toProblem('manifest-line-invalid', { file }, { file, line }));
    return { manifest: files, problems };
  } catch (error) {
    if (errorCodeOf(error) === null) throw error;
    return { manifest: null, problems: [toProblem('manifest-missing', { file }, { file })] };
  }
};
