import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { access, chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { checkSignature, signFile } from '../../../src/snapshot/sign-fs.ts';
import { addFiles, makeFolder, removeFolder } from '../../cli/run-khobao.ts';

let folder: string;
let manifest: string;

beforeAll(async () => {
  folder = await makeFolder({ 'manifest-sha256.txt': `${'a'.repeat(64)}  data/x\n` });
  manifest = join(folder, 'manifest-sha256.txt');
});
afterEach(() => vi.unstubAllEnvs());
afterAll(() => removeFolder(folder));

const hasKeygen = (): boolean => {
  try {
    execFileSync('ssh-keygen', ['-Y', 'check-novalidate'], { stdio: 'ignore' });
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ENOENT');
  }
};

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

const makeKey = (name: string, passphrase = ''): string => {
  const key = join(folder, name);
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', passphrase, '-C', name, '-f', key]);
  return key;
};

const signersOf = async (key: string): Promise<string> => {
  const signers = `${key}.signers`;
  await writeFile(signers, `thu-thu@kho.example ${await readFile(`${key}.pub`, 'utf8')}`);
  return signers;
};

/** Programs that stand for others, first on the way on which they are looked for. */
const withPrograms = async (programs: Readonly<Record<string, string>>): Promise<void> => {
  const bin = join(folder, 'bin');
  await addFiles(bin, programs);
  for (const name of Object.keys(programs)) await chmod(join(bin, name), 0o755);
  vi.stubEnv('PATH', `${bin}:/usr/bin:/bin`);
};

// Where a machine lacks the program, what is told of that is all there is to test: below.
describe.runIf(hasKeygen())('signatures of OpenSSH', () => {
  test('are such as ssh-keygen -Y verify accepts, and are checked', async () => {
    const key = makeKey('khoa');
    const signers = await signersOf(key);
    expect(await signFile(manifest, key)).toBeNull();
    const args = ['-Y', 'verify', '-f', signers, '-I', 'thu-thu@kho.example', '-n', 'file'];
    const told = execFileSync('ssh-keygen', [...args, '-s', `${manifest}.sig`], {
      input: readFileSync(manifest),
      encoding: 'utf8',
    });
    expect(told).toContain('Good "file" signature');
    expect(await checkSignature(manifest, signers)).toBeNull();
    const signature = await readFile(`${manifest}.sig`, 'utf8');
    expect(await signFile(manifest, key)).toBeNull();
    expect(await readFile(`${manifest}.sig`, 'utf8')).toBe(signature);
  });

  test('do not hold for another key, nor for another manifest: signature-wrong', async () => {
    const other = await signersOf(makeKey('khoa-khac'));
    const file = `${manifest}.sig`;
    expect(await checkSignature(manifest, other)).toMatchObject({ code: 'signature-wrong', place: { file } });
    const text = await readFile(manifest, 'utf8');
    await writeFile(manifest, text.replace('data/x', 'data/y'));
    const altered = await checkSignature(manifest, join(folder, 'khoa.signers'));
    await writeFile(manifest, text);
    expect(altered).toMatchObject({ code: 'signature-wrong' });
    expect(await checkSignature(manifest, join(folder, 'khoa.signers'))).toBeNull();
  });

  test.each([
    ['a public key alone', 'cong-khai.pub'],
    ['what is no key', 'manifest-sha256.txt'],
    ['a key that is not there', 'khong-co'],
  ])('can not be made with %s: sign-failed', async (_, name) => {
    const file = join(folder, `x-${name}`);
    await addFiles(folder, { [`x-${name}`]: 'x', 'cong-khai.pub': await readFile(join(folder, 'khoa.pub')) });
    vi.stubEnv('SSH_AUTH_SOCK', '');
    const problem = await signFile(file, join(folder, name));
    expect(problem).toMatchObject({ code: 'sign-failed' });
    expect(problem?.values.reason).not.toBe('');
    expect(await isThere(`${file}.sig`)).toBe(false);
  });

  test('ask nothing where there is no terminal: sign-failed', async () => {
    const key = makeKey('khoa-kin', 'mật khẩu');
    const file = join(folder, 'y.txt');
    await writeFile(file, 'y');
    expect(await signFile(file, key)).toMatchObject({ code: 'sign-failed' });
  });

  test('are told where there is none: signature-wrong', async () => {
    const file = join(folder, 'z.txt');
    await writeFile(file, 'z');
    const problem = await checkSignature(file, join(folder, 'khoa.signers'));
    expect(problem).toMatchObject({ code: 'signature-wrong', values: { reason: 'ENOENT' } });
  });
});

describe('programs that sign', () => {
  test('are told where they are not installed: sign-failed', async () => {
    vi.stubEnv('PATH', join(folder, 'nothing-here'));
    const key = join(folder, 'any');
    await writeFile(key, '-----BEGIN OPENSSH PRIVATE KEY-----\n');
    const problem = await signFile(join(folder, 'bag.txt'), key);
    expect(problem).toMatchObject({ code: 'sign-failed', values: { key } });
    expect(problem?.values.reason).toContain('ssh-keygen');
  });

  test('are minisign for its keys, called as it wants to be', async () => {
    await withPrograms({ minisign: '#!/bin/sh\nprintf "%s " "$@" > "$0.args"\n' });
    const key = join(folder, 'mini.key');
    const file = join(folder, 'm.txt');
    await writeFile(key, 'untrusted comment: minisign encrypted secret key\nx\n');
    expect(await signFile(file, key)).toBeNull();
    const args = await readFile(join(folder, 'bin/minisign.args'), 'utf8');
    expect(args.trim()).toBe(`-S -s ${key} -m ${file} -x ${file}.minisig`);
    await writeFile(`${file}.minisig`, 'x');
    expect(await checkSignature(file, key)).toBeNull();
    const checked = await readFile(join(folder, 'bin/minisign.args'), 'utf8');
    expect(checked.trim()).toBe(`-V -q -p ${key} -m ${file} -x ${file}.minisig`);
  });

  test('are heard where they fail, and left where they wait for an answer', async () => {
    await withPrograms({ minisign: '#!/bin/sh\nread answer || echo "no answer" >&2\nexit 1\n' });
    const key = join(folder, 'mini.key');
    await writeFile(key, 'untrusted comment: x\n');
    expect(await signFile(join(folder, 'n.txt'), key)).toMatchObject({
      code: 'sign-failed',
      values: { reason: 'no answer' },
    });
  });
});
