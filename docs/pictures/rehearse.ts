import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  cpSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(import.meta.dirname, '..', '..');
const clock = new URL('hold-clock.ts', import.meta.url).href;
const program = ['--import', clock, join(root, 'src', 'cli', 'khobao.ts')];

/** A text file tells when it was saved by its time alone. */
const savedAt = new Date('2026-08-03T02:00:00Z');

/** What a command printed, and the line that was typed to run it, as a librarian types it. */
export interface Printed {
  readonly typed: string;
  readonly text: string;
}

/** What a librarian sees on the way of `docs/librarian.md`, and the folder in which it was gone. */
export interface Rehearsal {
  readonly report: string;
  readonly imported: Printed;
  readonly published: Printed;
  readonly site: string;
  readonly end: () => void;
}

const settings = (folder: string, now: string): { cwd: string; env: NodeJS.ProcessEnv } => ({
  cwd: join(folder, 'khobao'),
  env: { ...process.env, TZ: 'Asia/Ho_Chi_Minh', KHOBAO_PICTURES_NOW: now },
});

const quoted = (word: string): string => (word.includes(' ') ? `"${word}"` : word);

/** Runs the program below `folder`; any exit code above 1 (a wrong command, a failure) ends the rehearsal. */
const khobao = (folder: string, now: string, ...words: string[]): Printed => {
  const file = join(folder, 'printed.txt');
  const printed = openSync(file, 'w');
  const run = spawnSync(process.execPath, [...program, ...words], {
    ...settings(folder, now),
    stdio: ['ignore', printed, printed],
  });
  closeSync(printed);
  const text = readFileSync(file, 'utf8');
  if (run.status === null || run.status > 1) throw new Error(`${words.join(' ')}\n${text}`);
  return { typed: `npx khobao ${words.map(quoted).join(' ')}`, text };
};

/** The practice pages in an archive of their own, then the sample archive with them, published twice. */
export const rehearse = async (folder: string): Promise<Rehearsal> => {
  mkdirSync(join(folder, 'khobao'));
  cpSync(join(import.meta.dirname, 'practice'), folder, { recursive: true });
  for (const name of readdirSync(join(folder, 'bao-cu')))
    utimesSync(join(folder, 'bao-cu', name), savedAt, savedAt);
  cpSync(join(root, 'content'), join(folder, 'mau'), { recursive: true });

  const august = '2026-08-31T02:00:00Z';
  const november = '2026-11-22T02:00:00Z';
  khobao(folder, august, 'init', '../kho');
  const imported = khobao(
    folder,
    august,
    ...['import', '../bao-cu', '--content', '../kho'],
    ...['--fields', '../ghep-cot.yml', '--report', '../nhap.html'],
  );
  khobao(folder, august, 'publish', '--content', '../mau', '--to', '../phat-hanh');
  khobao(folder, november, 'import', '../kho', '--content', '../mau');
  khobao(
    folder,
    november,
    ...['withdraw', 'thuan-khe/undated/gio-thu-gom-rac-va-cho-dat-thung-o-thi-tran-ben-may'],
    ...['--reason', 'Theo đề nghị của tòa soạn, công văn số 12', '--by', 'thủ thư', '--content', '../mau'],
  );
  renameSync(join(folder, 'kho'), join(folder, 'kho-tap'));
  renameSync(join(folder, 'mau'), join(folder, 'kho'));
  const published = khobao(folder, november, 'publish', '--content', '../kho', '--to', '../phat-hanh');

  const { site, server } = await serve(folder, november);
  const end = (): void => {
    server.kill();
  };
  return { report: join(folder, 'nhap.html'), imported, published, site, end };
};

const serve = async (folder: string, now: string): Promise<{ site: string; server: ChildProcess }> => {
  const words = ['serve', '--out', join('..', 'phat-hanh', 'site'), '--port', '0'];
  const server = spawn(process.execPath, [...program, ...words], {
    ...settings(folder, now),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [first] = (await once(createInterface(server.stdout), 'line')) as [string];
  const site = /http:\S+/.exec(first)?.[0];
  if (site === undefined) throw new Error(`not served: ${first}`);
  return { site, server };
};
