import { describe, expect, test } from 'vitest';
import { payloadOfRecord } from '../../../src/article/record-payload.ts';
import { undoChunks } from '../../../src/article/undo-chunks.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const record = (type: string, block: string, length = bytes(block).length): Uint8Array =>
  bytes(`WARC/1.1\r\nWARC-Type: ${type}\r\nContent-Length: ${String(length)}\r\n\r\n${block}\r\n\r\n`);
const payload = (own: Uint8Array): string | null => {
  const found = payloadOfRecord(own);
  return found === null ? null : new TextDecoder().decode(found);
};

test.each([
  ['a resource, its block', record('resource', 'Chợ\r\n\r\nphiên'), 'Chợ\r\n\r\nphiên'],
  ['a response, its body', record('response', 'HTTP/1.1 200 OK\r\nA: b\r\n\r\n<p>Chợ'), '<p>Chợ'],
  [
    'a response in chunks, put together',
    record(
      'response',
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x\r\nde\r\n0\r\n\r\n',
    ),
    'abcde',
  ],
  ['an empty block', record('resource', ''), ''],
])('%s', (_, own, expected) => {
  expect(payload(own)).toBe(expected);
});

test.each([
  ['nothing', bytes('')],
  ['a page', bytes('<!doctype html>\n\n<p>')],
  ['a wrong length', record('resource', 'abc', 4)],
  ['two records', bytes(new TextDecoder().decode(record('resource', 'a')).repeat(2))],
  ['a response without a message', record('response', 'abc')],
  ['no type', bytes('WARC/1.1\r\nContent-Length: 1\r\n\r\na\r\n\r\n')],
])('none of %s', (_, own) => {
  expect(payload(own)).toBe(null);
});

describe('chunks', () => {
  test.each([
    ['nothing in chunks', 'abc', 'abc', false],
    ['an end that is missing', '3\r\nabc\r\n', 'abc', true],
    ['a chunk that is cut', '3\r\nabc\r\n4\r\nde', 'abcde', true],
    ['what merely looks like a length', 'ff\r\nab', 'ff\r\nab', false],
  ])('%s', (_, body, expected, isCut) => {
    const undone = undoChunks(bytes(body));
    expect({ text: new TextDecoder().decode(undone.bytes), isCut: undone.isCut }).toEqual({
      text: expected,
      isCut,
    });
  });
});
