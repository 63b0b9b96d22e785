import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { WriteBytes } from '../../../src/archive/content-store-fs.ts';
import { checkArchive } from '../../../src/archive/check-archive-fs.ts';
import { hashWarc } from '../../../src/capture/read-records-fs.ts';
import { articleLine, hashFiles, makeFolder, removeFolder } from '../../cli/run-khobao.ts';
import { importInto } from './import-into.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map(removeFolder)));

const titles = ['Một', 'Hai', 'Ba', 'Bốn'];
const newFolder = async (): Promise<string> => {
  const lines = titles.map((title) =>
    articleLine({ title, url: `https://bao-cho.example/${title}`, body: [`Chợ ${title}.`] }),
  );
  const folder = await makeFolder({ 'a.jsonl': lines.join('\n') });
  folders.push(folder);
  return folder;
};

const systemError = (code: string): Error => Object.assign(new Error(code), { code, syscall: 'write' });

/** A disk that takes so many files, half of the next, and no more. */
const diskFor = (count: number, code: string): WriteBytes => {
  let left = count;
  return async (file, data) => {
    left -= 1;
    await file.writeFile(left >= 0 ? data : data.subarray(0, data.length / 2));
    if (left < 0) throw systemError(code);
  };
};

const errorsIn = async (content: string): Promise<string[]> => {
  const codes: string[] = [];
  await checkArchive(content, {
    hashWarc,
    parseSynonyms: () => ({ problems: [] }),
    tell: ({ severity, code }) => {
      if (severity === 'error') codes.push(code);
    },
  });
  return codes;
};

describe('a disk that can take no more', () => {
  // archive.yml, the source, the WARC, then four articles: seven files.
  test.each([0, 1, 2, 3, 4, 6])(
    'after %i files nothing half-written stays, and a second run finishes the work',
    async (count) => {
      const folder = await newFolder();
      const content = join(folder, 'content');
      const { outcomes, failed } = await importInto(
        content,
        [join(folder, 'a.jsonl')],
        diskFor(count, 'ENOSPC'),
      );
      expect(failed).toBe(true);
      const refused = outcomes.filter(({ status }) => status === 'refused');
      expect(refused.length).toBeGreaterThan(0);
      for (const { problems } of refused) expect(problems.at(-1)?.code).toBe('disk-full');
      const names = Object.keys(await hashFiles(content));
      expect(names.filter((name) => name.includes('.khobao'))).toEqual([]);
      const written = outcomes.flatMap(({ file }) => (file === null ? [] : [file.slice(content.length + 1)]));
      expect(names.filter((name) => name.startsWith('articles/'))).toEqual(written.sort());
      // Where nothing at all could be written, there is no archive yet.
      expect(await errorsIn(content)).toEqual(count === 0 ? ['content-not-archive'] : []);

      const again = await importInto(content, [join(folder, 'a.jsonl')]);
      expect(again.failed).toBe(false);
      expect(again.outcomes.map(({ status }) => status).sort()).toEqual(
        [...written.map(() => 'unchanged').sort(), ...refused.map(() => 'written')].sort(),
      );
      expect(await errorsIn(content)).toEqual([]);
    },
  );

  test('tells any other failure by its code: write-failed', async () => {
    const folder = await newFolder();
    const { outcomes } = await importInto(
      join(folder, 'content'),
      [join(folder, 'a.jsonl')],
      diskFor(2, 'EIO'),
    );
    expect(outcomes[0]?.problems.at(-1)).toMatchObject({ code: 'write-failed', values: { reason: 'EIO' } });
  });
});
