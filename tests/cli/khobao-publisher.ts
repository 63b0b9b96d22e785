/**
 * A publisher with a quick build, as a process of its own, that is killed or runs out of disk before a step: for tests of
 * faults. `KILL_AT` and `FULL_AT` count the steps by which it changes the disk, from 1; with `HOLDS` it waits, both folders locked,
 * until it is written to.
 */
import promises, { type FileHandle } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { once } from 'node:events';
import { argv, env, exit, kill, pid, stdin, stdout } from 'node:process';

type Step = (...args: unknown[]) => Promise<unknown>;

const killAt = Number(env.KILL_AT ?? Infinity);
const fullAt = Number(env.FULL_AT ?? Infinity);
let steps = 0;

/** What takes room on the disk. */
const filling = new Set([
  'appendFile',
  'copyFile',
  'cp',
  'link',
  'mkdir',
  'open',
  'symlink',
  'write',
  'writeFile',
]);

const halfOf = (data: unknown): unknown =>
  typeof data === 'string' || data instanceof Uint8Array ? data.slice(0, data.length / 2) : data;

/** Counts a step, and lets it happen, or half of it. */
const wrap =
  (name: string, act: Step): Step =>
  async (...args) => {
    // A folder or file that is opened to be read is no step.
    const flags = args[1];
    if (name === 'open' && !(typeof flags === 'string' && /[wa+]/.test(flags))) return act(...args);
    steps += 1;
    if (String(args[1]).endsWith('.khobao-publish.json')) stdout.write(`placing ${String(steps)}\n`);
    const isFull = steps >= fullAt && filling.has(name);
    if (steps !== killAt && !isFull) return act(...args);
    const data = name === 'writeFile' ? 1 : 0;
    if (name === 'write' || name === 'writeFile') {
      await act(...args.map((arg, i) => (i === data ? halfOf(arg) : arg)));
    }
    if (steps === killAt) kill(pid, 'SIGKILL');
    const syscall = name === 'open' ? 'open' : 'write';
    throw Object.assign(new Error(`ENOSPC: ${name}`), { code: 'ENOSPC', syscall, path: String(args[0]) });
  };

const named = promises as unknown as Record<string, Step>;
for (const name of ['rename', 'rm', 'rmdir', 'unlink', ...filling]) {
  const act = named[name];
  if (act === undefined) continue;
  named[name] = wrap(name, act.bind(promises));
}
const open = named.open?.bind(promises);
named.open = async (...args) => {
  const handle = (await open?.(...args)) as FileHandle;
  const write = handle.writeFile.bind(handle) as unknown as Step;
  return Object.assign(handle, { writeFile: wrap('write', write) });
};
syncBuiltinESMExports();

const { runPublish } = await import('../../src/cli/publish.ts');
const { fastBuild } = await import('./fast-build.ts');
const { toldContext } = await import('./told-context.ts');

const options = JSON.parse(argv[2] ?? '{}') as Parameters<typeof runPublish>[0];
const told = { problems: [], printed: [] };
stdout.write('ready\n');
steps = 0;
const code = await runPublish(options, toldContext(told), async (making) => {
  stdout.write('building\n');
  if (env.HOLDS !== undefined) await once(stdin, 'data');
  return fastBuild(making);
});
stdout.write(`steps ${String(steps)}\n${JSON.stringify(told)}\n`);
exit(code);
