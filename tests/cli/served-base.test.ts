import { join } from 'node:path';
import { expect, test } from 'vitest';
import { servedBase } from '../../src/cli/served-base.ts';
import { useFolders } from './use-folders.ts';

const newFolder = useFolders();

test.each([
  ['name: Kho\nsite: https://thuvien.example/kho/\n', null, '/kho/'],
  ['name: Kho\nsite: https://thuvien.example/kho\n', null, '/kho/'],
  ['name: Kho\nsite: https://thuvien.example\n', null, '/'],
  ['name: Kho\n', null, '/'],
  ['site: [\n', null, '/'],
  [null, null, '/'],
  ['name: Kho\nsite: https://thuvien.example/kho/\n', 'https://khac.example', '/'],
  ['name: Kho\n', 'https://khac.example/a//b', '/a/b/'],
  ['name: Kho\nsite: https://thuvien.example/kho báo/\n', null, '/'],
])('settings %j and --site %j: a site for %j', async (settings, site, expected) => {
  const folder = await newFolder(settings === null ? {} : { 'content/archive.yml': settings });
  expect(await servedBase(join(folder, 'content'), site)).toBe(expected);
});
