import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** What a build said, and its exit code. */
export interface BuildOutcome {
  readonly code: number;
  readonly said: string;
}

/** Builds the site of a content folder, as `khobao build` does. */
export const buildSite = (
  content: string,
  out: string,
  env: Readonly<Record<string, string>> = {},
): Promise<BuildOutcome> =>
  new Promise((done) => {
    execFile(
      process.execPath,
      [join(root, 'node_modules/astro/bin/astro.mjs'), 'build'],
      {
        cwd: root,
        maxBuffer: 64 * 1024 * 1024,
        env: {
          ...process.env,
          NODE_ENV: 'production',
          ASTRO_TELEMETRY_DISABLED: '1',
          KHOBAO_CONTENT: content,
          KHOBAO_OUT: out,
          ...env,
        },
      },
      (error, stdout, stderr) => {
        done({ code: error === null ? 0 : 1, said: stdout + stderr });
      },
    );
  });

export const makeTemporaryFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'khobao-site-'));

/** Every file below a folder by its path, sorted. */
export const readFolder = async (folder: string): Promise<Map<string, Buffer>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const)),
  );
};
