import { expect, test } from 'vitest';
import { addressWords } from '../../../../src/components/not-found/address-words.ts';

test.each([
  ['/bai/bao-x/2014/gia-gao-tang/', '/', 'gia gao tang'],
  ['/kho/bai/bao-x/2014/gia-gao-tang/', '/kho/', 'gia gao tang'],
  ['/bai/bao-x/2014/gia-gao-tang/phien-ban-2/', '/', 'gia gao tang'],
  ['/en/van-ban/35-nq-tw/', '/', '35 nq tw'],
  ['/thoi-su/gia-gao-tang-d1234567.html', '/', 'gia gao tang'],
  ['/gi%C3%A1%20g%E1%BA%A1o%20t%C4%83ng', '/', 'giá gạo tăng'],
  ['/gia_gao+tang.aspx', '/', 'gia gao tang'],
  ['/bai/bao-x/2014/', '/', 'bao x'],
  ['/nam/2014/13/', '/', ''],
  ['/%E0%A4%A/', '/', 'E0 A4 A'],
  ['/', '/', ''],
])('the words of %s below %s: "%s"', (pathname, base, words) => {
  expect(addressWords(pathname, base)).toBe(words);
});
