import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeWorkFolder, moveFolder } from './build-work.ts';

/** The checkout that this command line is part of: the site's code lies there. */
const projectRoot = fileURLToPath(new URL('../../', import.meta.url));

const astroPath = fileURLToPath(new URL('./bin/astro.mjs', import.meta.resolve('astro/package.json')));

/** Where a site is built from and to. */
export interface SiteBuild {
  readonly content: string;
  readonly out: string;
  /** A site built before, of which unchanged parts are taken over; it may not be there. */
  readonly former: string;
  readonly site: string | null;
  readonly base: string;
  /** The file of a snapshot in the making, which the site tells of; null for a site that is none's. */
  readonly snapshot?: string | null;
  readonly signal: AbortSignal;
  /** Each line that the build says. */
  readonly tell: (line: string) => void;
}

/** How much of what a failed build said is kept. */
const keptLines = 200;

/** Whether the site was built, and what the build said, should it have failed. */
export interface SiteBuilt {
  readonly succeeded: boolean;
  readonly lines: readonly string[];
}

const runAstro = async (
  { content, former, site, base, snapshot = null, signal, tell }: SiteBuild,
  work: string,
): Promise<SiteBuilt> => {
  const lines: string[] = [];
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    // What a machine is set to must not show in what it builds.
    TZ: 'UTC',
    LANG: 'C.UTF-8',
    LC_ALL: 'C.UTF-8',
    ASTRO_TELEMETRY_DISABLED: '1',
    NODE_ENV: 'production',
    KHOBAO_CONTENT: resolve(content),
    KHOBAO_OUT: join(work, 'site'),
    KHOBAO_FORMER: resolve(former),
    KHOBAO_WORK: work,
    ...(site === null ? {} : { KHOBAO_SITE: site }),
    KHOBAO_BASE: base,
    KHOBAO_SNAPSHOT: snapshot === null ? '' : resolve(snapshot),
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

/** Builds the site into a folder with Astro, in a process of its own. Nothing is left of its work, whatever its end. */
export const buildSite = async (siteBuild: SiteBuild): Promise<SiteBuilt> => {
  const work = await makeWorkFolder();
  try {
    const built = await runAstro(siteBuild, work);
    if (built.succeeded) await moveFolder(join(work, 'site'), resolve(siteBuild.out));
    return built;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
};
