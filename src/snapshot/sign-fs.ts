/** Signatures beside a manifest, made and checked by the programs that people have: OpenSSH's `ssh-keygen`, or `minisign`. */
import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { errorCodeOf } from '../problem/error-code.ts';
import { toProblem, type Problem } from '../problem/problem.ts';

/** The namespace that a signature of OpenSSH is bound to; `file` is what its manual names for files. */
const namespace = 'file';

/** What a signature's file is called, after the name of what it signs. */
export const signatureEndings = { ssh: '.sig', minisign: '.minisig' } as const;

type SignatureKind = keyof typeof signatureEndings;

/** How a program ended: what it said where it failed, else null. */
interface Ended {
  readonly fault: string | null;
  readonly output: string;
}

/**
 * Runs a program. It may ask the person for a passphrase on the terminal itself; where there is none, nothing is asked: the
 * program is cut off from any, and ends.
 */
const run = (program: string, args: readonly string[], input: string | null = null): Promise<Ended> =>
  new Promise((settle) => {
    const child = spawn(program, args, {
      stdio: [input !== null ? 'pipe' : process.stdin.isTTY ? 'inherit' : 'ignore', 'pipe', 'pipe'],
      detached: !process.stdin.isTTY,
      env: process.stdin.isTTY ? process.env : { ...process.env, SSH_ASKPASS_REQUIRE: 'never' },
    });
    let [stdout, stderr] = ['', ''];
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', ({ message }) => {
      settle({ fault: message, output: '' });
    });
    child.on('close', (code) => {
      const said = (stderr.trim() === '' ? stdout : stderr).trim().split('\n').at(-1) ?? '';
      const fault = said === '' ? `${program}: ${String(code)}` : said;
      settle({ fault: code === 0 ? null : fault, output: stdout });
    });
    if (input === null || child.stdin === null) return;
    // The program may end before it has read all: that is told by its code.
    child.stdin.on('error', () => null);
    createReadStream(input).pipe(child.stdin);
  });

const kindOfKey = async (key: string): Promise<SignatureKind> =>
  (await readFile(key, 'utf8')).startsWith('untrusted comment:') ? 'minisign' : 'ssh';

const orReason = async (act: () => Promise<string | null>): Promise<string | null> => {
  try {
    return await act();
  } catch (error) {
    const code = errorCodeOf(error);
    if (code === null) throw error;
    return code;
  }
};

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Signs a file with a private key; the signature lies beside it. One that is there already stays. Problem: `sign-failed`. */
export const signFile = async (file: string, key: string): Promise<Problem | null> => {
  const reason = await orReason(async () => {
    const path = resolve(key);
    const kind = await kindOfKey(path);
    if (await exists(file + signatureEndings[kind])) return null;
    const { fault } =
      kind === 'ssh'
        ? await run('ssh-keygen', ['-Y', 'sign', '-q', '-f', path, '-n', namespace, file])
        : await run('minisign', ['-S', '-s', path, '-m', file, '-x', `${file}${signatureEndings.minisign}`]);
    return fault;
  });
  return reason === null ? null : toProblem('sign-failed', { key, reason }, { file: key });
};

const checkSsh = async (file: string, signers: string): Promise<string | null> => {
  const signature = `${file}${signatureEndings.ssh}`;
  const found = await run('ssh-keygen', ['-Y', 'find-principals', '-s', signature, '-f', signers]);
  if (found.fault !== null) return found.fault;
  const signer = found.output.trim().split(/[\n,]/)[0] ?? '';
  const args = ['-Y', 'verify', '-f', signers, '-I', signer, '-n', namespace, '-s', signature];
  return (await run('ssh-keygen', args, file)).fault;
};

/**
 * Whether the signature beside a file was made with a key that the person trusts: OpenSSH's file of allowed signers, or
 * minisign's public key. Problem: `signature-wrong`.
 */
export const checkSignature = async (file: string, signers: string): Promise<Problem | null> => {
  let signature = file;
  const reason = await orReason(async () => {
    const path = resolve(signers);
    const kind = await kindOfKey(path);
    signature = `${file}${signatureEndings[kind]}`;
    await access(signature);
    if (kind === 'ssh') return checkSsh(file, path);
    return (await run('minisign', ['-V', '-q', '-p', path, '-m', file, '-x', signature])).fault;
  });
  return reason === null
    ? null
    : toProblem('signature-wrong', { file: signature, reason }, { file: signature });
};
