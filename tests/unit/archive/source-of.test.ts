import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../../src/archive/parse-yaml.ts';
import { printSourceStub, sourceOf } from '../../../src/archive/source-of.ts';
import { sourceSchema } from '../../../src/article/source-record.ts';

const known = new Map([
  ['bao-song', sourceSchema.parse({ name: 'Báo Sông', hosts: ['baosong.example'] })],
  ['bao-song-tre', sourceSchema.parse({ name: 'Sông Trẻ', hosts: ['tre.baosong.example'] })],
]);

describe('the source of a page', () => {
  test.each([
    [{ url: 'https://www.baosong.example/a', sourceName: 'Khác' }, 'bao-song'],
    [{ url: 'https://tre.baosong.example/a', sourceName: null }, 'bao-song-tre'],
    [{ url: 'https://gia-baosong.example/a', sourceName: null }, 'gia-baosong-example'],
    [{ url: 'https://m.baosong.example/a', sourceName: null }, 'bao-song'],
    [{ url: 'https://m.bao-moi.example/a', sourceName: null }, 'bao-moi-example'],
    [{ url: null, sourceName: 'bao song' }, 'bao-song'],
    [{ url: 'https://a.example/', sourceName: 'Cổng tin huyện' }, 'cong-tin-huyen'],
    [{ url: null, sourceName: 'bao-x' }, 'bao-x'],
    [{ url: null, sourceName: ' ' }, 'unknown'],
    [{ url: 'file:///a', sourceName: null }, 'unknown'],
  ])('with %j is %s', (signs, id) => {
    expect(sourceOf(signs, known).id).toBe(id);
  });

  test.each(['Báo Chợ', 'Tin: "nóng" #1', '- gạch', '2009'])(
    'named %s gets a file that can be read',
    (name) => {
      const { value, problems } = parseYaml(printSourceStub(name, 'bao-cho.example'), sourceSchema);
      expect(problems).toEqual([]);
      expect(value).toMatchObject({ name, hosts: ['bao-cho.example'] });
    },
  );
});
