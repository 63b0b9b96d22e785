import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';

const sampleEveryMs = 200;
const keptOutput = 2000;

/** Resident memory of a process and all below it, in bytes; 0 where the system does not tell. */
const residentBytes = (root: number): number => {
  if (!existsSync('/proc')) return 0;
  const children = new Map<number, number[]>();
  const resident = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8');
      const parent = Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]);
      children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
      resident.set(Number(name), Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) * 1024);
    } catch {
      // The process ended between the two looks.
    }
  }
  const sumBelow = (pid: number): number =>
    (resident.get(pid) ?? 0) + (children.get(pid) ?? []).reduce((sum, child) => sum + sumBelow(child), 0);
  return sumBelow(root);
};

/** What a run of Node took; `lastLine` is the last that it printed. */
export interface MeasuredRun {
  readonly seconds: number;
  /** Of all its processes together, sampled; 0 where the system does not tell. */
  readonly peakBytes: number;
  readonly lastLine: string;
}

/** Runs Node with arguments and measures it; rejects when it fails, or takes longer than `timeoutMs`. */
export const runMeasured = async (args: readonly string[], timeoutMs?: number): Promise<MeasuredRun> => {
  const started = performance.now();
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
  });
  let peakBytes = 0;
  let told = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    told = (told + text).slice(-keptOutput);
  });
  const sampler = setInterval(() => {
    peakBytes = Math.max(peakBytes, residentBytes(child.pid ?? 0));
  }, sampleEveryMs);
  const ended = await new Promise((settle) => {
    child.on('close', (code, signal) => {
      settle(code ?? signal);
    });
  });
  clearInterval(sampler);
  if (ended !== 0) throw new Error(`node ${args.join(' ')} ended with ${String(ended)}`);
  const seconds = (performance.now() - started) / 1000;
  return { seconds, peakBytes, lastLine: told.trim().split('\n').at(-1) ?? '' };
};
