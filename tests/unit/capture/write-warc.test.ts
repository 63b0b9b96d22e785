import { gunzipSync } from 'node:zlib';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { WARCParser } from 'warcio';
import type { Capture } from '../../../src/capture/capture.ts';
import { readWarcRecord } from './read-warc-record.ts';
import { printWarcRecord } from '../../../src/capture/write-warc.ts';

const bytes = new TextEncoder().encode('Chợ phiên họp từ lúc trời chưa sáng.\r\n');
const capture: Capture = {
  input: 'bai.txt',
  record: null,
  bytes,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  capturedAt: '2022-03-01T09:00:00+07:00',
  capturedAtInferred: true,
  url: null,
  mediaType: 'text/plain',
  charset: null,
};

test('a capture goes into a record and comes out of it', async () => {
  const record = await printWarcRecord(capture);
  const next = await printWarcRecord({ ...capture, url: 'https://bao-thu.example/a' });
  expect(await readWarcRecord(Buffer.concat([record, next]))).toEqual({
    type: 'resource',
    payload: bytes,
    sha256: capture.sha256,
    claimedSha256: capture.sha256,
    targetUri: `urn:sha256:${capture.sha256}`,
    date: '2022-03-01T02:00:00Z',
    mediaType: 'text/plain',
  });
});

test('the same capture gives the same bytes, whose gzip header names no time and no machine', async () => {
  const [one, two] = [await printWarcRecord(capture), await printWarcRecord(capture)];
  expect(one).toEqual(two);
  expect([...one.subarray(0, 8)]).toEqual([31, 139, 8, 0, 0, 0, 0, 0]);
  expect(gunzipSync(one).toString().split('\r\n\r\n')[0]).toMatch(/^WARC\/1\.1\r\n/);
});

test('a parser of WARC files reads the records one after another', async () => {
  const whole = Buffer.concat([await printWarcRecord(capture), await printWarcRecord(capture)]);
  const uris: (string | null | undefined)[] = [];
  for await (const record of new WARCParser([whole])) uris.push(record.warcTargetURI);
  expect(uris).toEqual([`urn:sha256:${capture.sha256}`, `urn:sha256:${capture.sha256}`]);
});

test.each([
  ['nothing', new Uint8Array()],
  ['text', bytes],
])('%s is no record', async (_, input) => {
  expect(await readWarcRecord(input)).toBeNull();
});

test('a record that is cut short is none', async () => {
  expect(await readWarcRecord((await printWarcRecord(capture)).subarray(0, 120))).toBeNull();
});
