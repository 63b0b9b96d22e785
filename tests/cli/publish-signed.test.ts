import { execFileSync } from 'node:child_process';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  articleIds,
  newArchive,
  publish,
  verify,
  withdraw,
  type PublishedArchive,
} from './published-archive.ts';
import { hashFiles, removeFolder } from './run-khobao.ts';

/** Whether the machine has OpenSSH: without it, what is told of that is tested with `signFile`. */
const hasKeygen = (): boolean => {
  try {
    execFileSync('ssh-keygen', ['-Y', 'check-novalidate'], { stdio: 'ignore' });
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ENOENT');
  }
};

describe.runIf(hasKeygen())('khobao publish --sign', () => {
  let archive: PublishedArchive;
  let key: string;
  let signers: string;

  const makeKey = async (name: string): Promise<string> => {
    const file = join(archive.folder, name);
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', file]);
    await writeFile(`${file}.signers`, `thu-thu@kho.example ${await readFile(`${file}.pub`, 'utf8')}`);
    return file;
  };

  beforeAll(async () => {
    archive = await newArchive();
    key = await makeKey('khoa');
    signers = `${key}.signers`;
  });
  afterAll(() => removeFolder(archive.folder));

  const signatures = async (): Promise<string[]> =>
    Object.keys(await hashFiles(archive.to)).filter((path) => path.endsWith('.sig'));

  test('signs release and bag; a day that was published without is signed where it is asked for again', async () => {
    expect(await publish(archive, { date: '2026-01-01' })).toMatchObject({ code: 0 });
    const before = await hashFiles(archive.to);
    expect(await verify(archive.to, { signers })).toMatchObject({
      code: 1,
      problems: [{ code: 'signature-wrong' }, { code: 'signature-wrong' }],
    });
    expect(await publish(archive, { date: '2026-01-01', sign: key })).toMatchObject({
      code: 0,
      printed: [{ status: 'unchanged' }],
    });
    expect(await signatures()).toEqual([
      'bags/2026-01-01/tagmanifest-sha256.txt.sig',
      'releases/2026-01-01/manifest-sha256.txt.sig',
    ]);
    expect(await hashFiles(archive.to)).toMatchObject(before);
    expect(await publish(archive, { date: '2026-01-02', sign: key })).toMatchObject({ code: 0 });
    expect(await signatures()).toHaveLength(4);
    expect(await verify(archive.to, { signers })).toMatchObject({ code: 0, problems: [] });
    expect(await verify(archive.to)).toMatchObject({ code: 0, problems: [] });
    const other = await makeKey('khoa-khac');
    expect((await verify(archive.to, { signers: `${other}.signers` })).problems).toHaveLength(4);
  });

  test('signs what an article gave way in anew, and keeps the signature of what was published', async () => {
    await withdraw(archive, articleIds[0] ?? '');
    expect(await publish(archive, { date: '2026-01-03' })).toMatchObject({ code: 0, problems: [] });
    const telling = join(archive.to, 'releases/2026-01-01/phat-hanh/2026-01-01');
    expect(await readdir(telling)).toContain('manifest-as-published.txt.sig');
    const [first] = (await verify(join(archive.to, 'releases/2026-01-01'), { signers })).problems;
    expect(first).toBeUndefined();
    await withdraw(archive, articleIds[1] ?? '');
    expect(await publish(archive, { date: '2026-01-04', sign: key })).toMatchObject({
      code: 0,
      problems: [],
    });
    expect(await readdir(join(archive.to, 'releases/2026-01-01'))).toContain('manifest-sha256.txt.sig');
    expect(await verify(join(archive.to, 'releases/2026-01-01'), { signers })).toMatchObject({ code: 0 });
  });
});
