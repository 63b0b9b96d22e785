import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeJpeg } from '../unit/capture/make-image.ts';
import { marketPage, packed, recordOf, type RecordParts } from '../unit/capture/make-warc.ts';
import { addFiles, hashFiles, removeFolder, runKhobao } from './run-khobao.ts';
import {
  check,
  figure,
  file,
  importFiles,
  nameOf,
  page,
  picture,
  printed,
  useImport,
} from './imported-pictures.ts';

const importAll = useImport();

describe('an archive with pictures', async () => {
  const jpeg = await makeJpeg('chợ');
  const warc = (body = page('<img src="cho.jpg">'), more: RecordParts = {}): Buffer =>
    packed(recordOf({ body, ...more }), picture(jpeg));

  test('is not changed by the same import, and is the same wherever it is made', async () => {
    const { folder } = await importAll({ 'a.warc.gz': warc() });
    const before = await hashFiles(join(folder, 'content'));
    expect((await importFiles(folder, ['a.warc.gz']))[0]).toMatchObject({ status: 'unchanged' });
    expect(await hashFiles(join(folder, 'content'))).toEqual(before);
    const other = await importAll({ 'a.warc.gz': warc() });
    const there = await hashFiles(join(other.folder, 'content'));
    for (const path of [file.replace('content/', ''), nameOf(jpeg)]) expect(there[path]).toBe(before[path]);
  });

  test('knows a text without its picture, and with it, as the same', async () => {
    const { folder } = await importAll({ 'a.warc.gz': warc() });
    await addFiles(folder, {
      'b.warc': recordOf({ body: `${page('<img src="cho.jpg">')}<!-- 2 -->`, date: '2020-01-01T00:00:00Z' }),
    });
    expect((await importFiles(folder, ['b.warc']))[0]).toMatchObject({ status: 'duplicate' });
    expect(await readFile(join(folder, file), 'utf8')).toContain(printed(jpeg));
  });

  test('gives a new version its picture, and takes the old one for no hand edit', async () => {
    const { folder } = await importAll({ 'a.warc.gz': warc() });
    const changed = page('<img src="cho.jpg">').replace('họp đến gần trưa', 'họp đến tận chiều');
    // Another charset of the same text: the log no longer knows the file, as in an archive that was copied without it.
    await removeFolder(join(folder, 'content/log'));
    await addFiles(folder, { 'b.warc.gz': warc(changed, { date: '2020-01-01T00:00:00Z' }) });
    const [line] = await importFiles(folder, ['b.warc.gz']);
    expect(line).toMatchObject({ status: 'newVersion', problems: [] });
    const text = await readFile(join(folder, file), 'utf8');
    expect(text).toContain(printed(jpeg));
    expect(text).toContain('tận chiều');
  });

  test('lets go of the pictures that a run brought when that is taken back', async () => {
    const { folder } = await importAll({ 'a.warc.gz': warc() });
    const before = await hashFiles(join(folder, 'content'));
    const second = await makeJpeg('phiên sau');
    const url = 'https://bao-cho.example/2019/phien-2.html';
    const body = marketPage(
      2,
      figure('<img src="cho.jpg">') + figure('<img src="sau.jpg">', 'Phiên sau. Ảnh: BÌNH'),
    );
    await addFiles(folder, {
      'b.warc.gz': packed(
        recordOf({ url, body }),
        picture(jpeg),
        picture(second, { url: 'https://bao-cho.example/2019/sau.jpg' }),
      ),
    });
    await importFiles(folder, ['b.warc.gz']);
    await access(join(folder, 'content', nameOf(second)));
    expect(await runKhobao(folder, ['undo'])).toMatchObject({ code: 0 });
    const after = await hashFiles(join(folder, 'content'));
    expect(Object.keys(after).filter((path) => !path.startsWith('log/'))).toEqual(
      Object.keys(before).filter((path) => !path.startsWith('log/')),
    );
  });

  test('tells of pictures that are gone, altered, or in no article', async () => {
    const { folder } = await importAll({ 'a.warc.gz': warc() });
    await addFiles(folder, { 'content/images/la.jpg': jpeg, [`content/${nameOf(jpeg)}`]: 'x' });
    expect((await check(folder)).sort()).toEqual(['image-altered', 'image-unused']);
    await removeFolder(join(folder, 'content/images'));
    expect(await check(folder)).toEqual(['image-file-missing']);
  });
});
