import { describe, expect, test } from 'vitest';
import { splitXml, type XmlPiece } from '../../../src/capture/split-xml.ts';

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.slice(at, at + size));
}

const split = async (xml: string, { size = 5, maxBytes = 10_000 } = {}): Promise<string[]> => {
  const pieces: XmlPiece[] = [];
  const isPiece = (name: string, depth: number): boolean => depth === 0 || name === 'item';
  const bytes = new TextEncoder().encode(xml);
  for await (const piece of splitXml(inChunks(bytes, size), { maxBytes, isPiece })) pieces.push(piece);
  return pieces.map(
    ({ line, bytes: found, fault }) =>
      `${String(line)} ${found === null ? String(fault) : new TextDecoder().decode(found)}`,
  );
};

describe('the elements of an XML file', () => {
  test.each([
    [
      '<r a="1">\n<item>a</item><item/>\n<item b="x>y">ở</item></r>',
      ['1 <r a="1">', '2 <item>a</item>', '2 <item/>', '3 <item b="x>y">ở</item>'],
    ],
    [
      '<?xml version="1.0"?><!-- <item> --><r><item><!-- </item> -->a</item></r>',
      ['1 <r>', '1 <item><!-- </item> -->a</item>'],
    ],
    ['<r><item><![CDATA[</item>]]></item></r>', ['1 <r>', '1 <item><![CDATA[</item>]]></item>']],
    [
      '<!DOCTYPE r [\n<!ENTITY a "<item>x</item>">\n] ><r><item>&a;</item></r>',
      ['3 <r>', '3 <item>&a;</item>'],
    ],
    ['<r><item><item>a</item><br></item></r>', ['1 <r>', '1 <item><item>a</item><br></item>']],
    ['<r><items>a</items><item>b</item ></r>', ['1 <r>', '1 <item>b</item >']],
    ['<r><item>a', ['1 <r>', '1 cut-short']],
    ['<r><item>a</it', ['1 <r>', '1 cut-short']],
    ['<r', []],
    ['', []],
  ])('%j', async (xml, pieces) => {
    for (const size of [1, 3, 1000]) expect(await split(xml, { size })).toEqual(pieces);
  });

  test('one that is too long is passed over, whatever it holds', async () => {
    const long = 'x'.repeat(5000);
    for (const inside of [
      long,
      `<![CDATA[${long}]]>`,
      `<a b="${long}"/>`,
      `<!--${long}-->`,
      '<a>'.repeat(2000),
    ]) {
      expect(
        await split(`<r>\n<item>${inside}</item>\n<item>b</item></r>`, { maxBytes: 1000, size: 100 }),
      ).toEqual(['1 <r>', '2 too-long', '3 <item>b</item>']);
    }
  });

  test('what stands between them may be of any length', async () => {
    const junk = `<!--${'-'.repeat(5000)}--><![CDATA[${']'.repeat(5000)}]]><a b='${'>'.repeat(5000)}'></a>`;
    expect(await split(`<r>${junk}<item>b</item></r>`, { maxBytes: 1000, size: 64 })).toEqual([
      '1 <r>',
      '1 <item>b</item>',
    ]);
  });
});
