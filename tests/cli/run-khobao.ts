import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../../src/cli/khobao.ts', import.meta.url));

/** What a command did: its exit code, and what it said. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts `khobao` in a folder, with an environment that says nothing of languages. */
export const startKhobao = (
  folder: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): ChildProcessWithoutNullStreams => {
  const env = { ...process.env, LC_ALL: '', LC_MESSAGES: '', LANG: '', ...environment };
  return spawn(process.execPath, [command, ...args], { cwd: folder, env });
};

/** Runs `khobao` to its end. */
export const runKhobao = async (
  folder: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<Run> => {
  const child = startKhobao(folder, args, environment);
  child.stdin.end();
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const code = await new Promise<number | null>((settle) => child.on('close', settle));
  return { code, stdout, stderr };
};

/** The objects that a command printed, one a line. */
export const jsonLines = ({ stdout }: Run): Record<string, unknown>[] =>
  stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

/** A folder for one test, holding the given files. */
export const makeFolder = async (
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'khobao-test-'));
  await addFiles(folder, files);
  return folder;
};

export const addFiles = async (
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> => {
  for (const [path, data] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), data);
  }
};

export const removeFolder = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });

/** Every file below a folder with the hash of its bytes, sorted by path. */
export const hashFiles = async (folder: string): Promise<Record<string, string>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const hashes: Record<string, string> = {};
  for (const path of paths.sort()) {
    const hash = createHash('sha256').update(await readFile(path));
    hashes[path.slice(folder.length + 1)] = hash.digest('hex');
  }
  return hashes;
};

/** As `hashFiles`, of an archive without its log: what a run that changes nothing leaves alike. */
export const hashArchive = async (content: string): Promise<Record<string, string>> =>
  Object.fromEntries(Object.entries(await hashFiles(content)).filter(([path]) => !path.startsWith('log/')));

/** A line of JSON Lines as the importer takes it, of an article about a market. */
export const articleLine = (fields: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({
    url: 'https://bao-cho.example/2019/gia-gao.html',
    source: 'bao-cho',
    publishedAt: '2019-05-04',
    title: 'Giá gạo ở chợ Vồm nhích lên',
    lead: 'Sáng thứ bảy, gạo tẻ ở chợ Vồm bán mười hai nghìn đồng một cân.',
    body: ['Các bà hàng gạo nói lúa về chậm vì mưa kéo dài.', 'Chợ họp đến gần trưa mới vãn.'],
    captions: [],
    ...fields,
  });

/** The id of the article in `articleLine()`. */
export const lineId = 'bao-cho/2019/gia-gao-o-cho-vom-nhich-len';
