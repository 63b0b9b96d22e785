import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';

const sampleEveryMs = 200;
const keptOutput = 2000;

/** Linux counts processor time in hundredths of a second. */
const ticksPerSecond = 100;

/** Of a process, from the fields after its name. */
const cpuSecondsOf = (stat: string): number => {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
};

/** Resident memory of a process and all below it, in bytes, and the processor time of each; none where the system does not tell. */
const lookAt = (root: number): { residentBytes: number; cpuSeconds: ReadonlyMap<number, number> } => {
  const children = new Map<number, number[]>();
  const resident = new Map<number, number>();
  const cpuSeconds = new Map<number, number>();
  if (!existsSync('/proc')) return { residentBytes: 0, cpuSeconds };
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
  const sumBelow = (pid: number): number => {
    try {
      cpuSeconds.set(pid, cpuSecondsOf(readFileSync(`/proc/${String(pid)}/stat`, 'utf8')));
    } catch {
      // It ended between the two looks.
    }
    return (
      (resident.get(pid) ?? 0) + (children.get(pid) ?? []).reduce((sum, child) => sum + sumBelow(child), 0)
    );
  };
  return { residentBytes: sumBelow(root), cpuSeconds };
};

/** What a run of Node took; `lastLine` is the last that it printed. */
export interface MeasuredRun {
  readonly seconds: number;
  /** Of all its processes together, sampled; 0 where the system does not tell. */
  readonly peakBytes: number;
  /** Of all its processes together, without what they took after the last sample. */
  readonly cpuSeconds: number;
  readonly lastLine: string;
}

/**
 * Runs Node with arguments and measures it; rejects when it fails, or takes longer than `timeoutMs`. With `mayRefuse`, the
 * exit code 1 is no failure: something in the content was refused, and told.
 */
export const runMeasured = async (
  args: readonly string[],
  timeoutMs?: number,
  mayRefuse = false,
): Promise<MeasuredRun> => {
  const started = performance.now();
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
  });
  let peakBytes = 0;
  const cpuSeconds = new Map<number, number>();
  let told = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    told = (told + text).slice(-keptOutput);
  });
  const sampler = setInterval(() => {
    const seen = lookAt(child.pid ?? 0);
    peakBytes = Math.max(peakBytes, seen.residentBytes);
    for (const [pid, seconds] of seen.cpuSeconds) cpuSeconds.set(pid, seconds);
  }, sampleEveryMs);
  const ended = await new Promise((settle) => {
    child.on('close', (code, signal) => {
      settle(code ?? signal);
    });
  });
  clearInterval(sampler);
  if (ended !== 0 && !(mayRefuse && ended === 1))
    throw new Error(`node ${args.join(' ')} ended with ${String(ended)}`);
  const seconds = (performance.now() - started) / 1000;
  const allCpuSeconds = [...cpuSeconds.values()].reduce((sum, one) => sum + one, 0);
  return { seconds, peakBytes, cpuSeconds: allCpuSeconds, lastLine: told.trim().split('\n').at(-1) ?? '' };
};
