import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout that this command line is part of: the site's code lies there. */
const projectRoot = fileURLToPath(new URL('../../', import.meta.url));

const astroPath = fileURLToPath(new URL('./bin/astro.mjs', import.meta.resolve('astro/package.json')));

/** Where a site is built from and to. */
export interface SiteBuild {
  readonly content: string;
  readonly out: string;
  readonly site: string | null;
  readonly base: string;
  readonly signal: AbortSignal;
  /** Each line that the build says. */
  readonly tell: (line: string) => void;
}

/** How much of what a failed build said is kept. */
const keptLines = 200;

/** Builds the site into a folder with Astro, in a process of its own; comes back with what it said, should it fail. */
export const buildSite = async ({ content, out, site, base, signal, tell }: SiteBuild) => {
  const lines: string[] = [];
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    ASTRO_TELEMETRY_DISABLED: '1',
    NODE_ENV: 'production',
    KHOBAO_CONTENT: resolve(content),
    KHOBAO_OUT: resolve(out),
    ...(site === null ? {} : { KHOBAO_SITE: site }),
    KHOBAO_BASE: base,
  };
  const child = spawn(process.execPath, [astroPath, 'build'], {
    cwd: projectRoot,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  });
  const listen = (text: string): void => {
    for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
      lines.push(line);
      if (lines.length > keptLines) lines.shift();
      tell(line);
    }
  };
  child.stdout.setEncoding('utf8').on('data', listen);
  child.stderr.setEncoding('utf8').on('data', listen);
  const succeeded = await new Promise<boolean>((settle) => {
    child.on('error', (error) => {
      listen(error.message);
      // A process that was started tells its end by itself, and may write until then.
      if (child.pid === undefined) settle(false);
    });
    child.on('close', (code) => {
      settle(code === 0);
    });
  });
  return { succeeded, lines };
};
