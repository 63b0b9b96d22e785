import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maxImageBytes } from '../../../src/capture/limits.ts';
import { readImage } from '../../../src/capture/read-image.ts';
import { makeJpeg, readPicture } from './make-image.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

describe.each(['jpg', 'png', 'gif', 'webp', 'avif'])('a picture in %s', (extension) => {
  test('is measured by its own bytes', async () => {
    expect(readImage(await readPicture(`hill.${extension}`))).toEqual({ width: 320, height: 180, extension });
  });

  test('is refused where it was cut off, wherever that was', async () => {
    const bytes = await readPicture(`hill.${extension}`);
    for (const share of [0.3, 0.6, 0.9]) {
      const cut = bytes.subarray(0, Math.floor(bytes.length * share));
      expect(readImage(cut)).toMatchObject({ fault: expect.stringMatching(/^(?:cut|form)$/) as string });
    }
    const almost = readImage(bytes.subarray(0, bytes.length - 3));
    expect(almost).toEqual({ fault: 'cut' });
  });

  test('never throws, whatever is changed in its bytes', async () => {
    const bytes = await readPicture(`hill.${extension}`);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 8 }),
        fc.nat(bytes.length),
        (changes, length) => {
          const altered = bytes.slice(0, length);
          for (const [at, value] of changes) altered[at] = value;
          expect(readImage(altered)).toBeTypeOf('object');
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('what is no picture', () => {
  test.each([
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>1</script></svg>'],
    ['a page', '<!DOCTYPE html><title>404</title>'],
    ['nothing', ''],
    ['a bitmap', 'BM\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0'],
  ])('%s', (_, text) => {
    expect(readImage(encode(text))).toEqual({ fault: 'form' });
  });

  test('a dot that counts visitors', async () => {
    expect(readImage(await readPicture('dot.gif'))).toEqual({ fault: 'small' });
  });

  test('one that claims more pixels than anybody could show', async () => {
    const bytes = await readPicture('hill.png');
    new DataView(bytes.buffer).setUint32(16, 60_000);
    new DataView(bytes.buffer).setUint32(20, 60_000);
    expect(readImage(bytes)).toEqual({ fault: 'large' });
  });

  test('one of too many bytes', async () => {
    const bytes = await readPicture('hill.jpg');
    const padded = new Uint8Array(maxImageBytes + 1);
    padded.set(bytes);
    expect(readImage(padded)).toEqual({ fault: 'large' });
  });
});

test('a picture that its camera held on end is measured as it is shown', async () => {
  expect(readImage(await readPicture('on-end.jpg'))).toMatchObject({ width: 180, height: 320 });
  expect(readImage(await makeJpeg('Chợ'))).toMatchObject({ width: 320, height: 180 });
});
