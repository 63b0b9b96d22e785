import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../../src/archive/parse-yaml.ts';
import { printSourceStub, sourceOf, toldOfNewSource } from '../../../src/archive/source-of.ts';
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

  const field = (sourceName: string | null) => ({
    url: 'https://www.baosong.example/a',
    sourceName,
    isStated: true,
  });

  test.each([
    ['Sông Trẻ', 'bao-song-tre', null],
    ['SONG TRE', 'bao-song-tre', null],
    ['bao-song-tre', 'bao-song-tre', null],
    ['Báo Chợ', 'bao-cho', null],
    ['tre.baosong.example', 'bao-song-tre', 'tre.baosong.example'],
    ['https://www.bao-moi.example/tin/1', 'bao-moi-example', 'bao-moi.example'],
  ])('whose row states %s is %s, whatever site its address is on', (name, id, host) => {
    expect(sourceOf(field(name), known)).toMatchObject({ id, host, by: 'field' });
  });

  test.each([null, '', ' - '])('whose row states no source (%j) is that of its address', (name) => {
    expect(sourceOf(field(name), known)).toMatchObject({ id: 'bao-song', by: 'host' });
  });

  test('that nothing tells is told in other words than a new one: source-unknown, source-new', () => {
    expect(toldOfNewSource('unknown', 'kho/sources/unknown.yml')).toMatchObject({ code: 'source-unknown' });
    expect(toldOfNewSource('bao-x', 'kho/sources/bao-x.yml')).toMatchObject({ code: 'source-new' });
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
