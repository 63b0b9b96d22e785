import { describe, expect, test } from 'vitest';
import { editRecord } from '../../../src/archive/edit-record.ts';
import { parseArticle } from '../../../src/article/parse-article.ts';

const capture = {
  sha256: '1f'.repeat(32),
  capturedAt: '2020-01-01T00:00:00Z',
  capturedAtInferred: false,
  url: null,
  mediaType: 'text/html',
  bytes: 12,
  file: 'captures/a.warc.gz',
  offset: 0,
};
const body = '\n*Gạo*   mười hai nghìn.  \n---\ncuối';
const file = `---\nid: bao-x/2009/gia-gao\n# Sửa tay ngày 3/8\ntitle: 'Giá: gạo'\nsource: bao-x\n---\n${body}`;

describe('editing a record', () => {
  test('adds captures, and keeps comments and every byte of the text', () => {
    const edited = editRecord(editRecord(file, { captures: [capture] }), {
      captures: [{ ...capture, offset: 9 }],
    });
    expect(edited).toContain('# Sửa tay ngày 3/8');
    expect(edited.endsWith(`---\n${body}`)).toBe(true);
    expect(parseArticle(edited).article?.captures).toEqual([capture, { ...capture, offset: 9 }]);
  });

  test('changes the id alone', () => {
    expect(editRecord(file, { id: 'bao-x/2009/khac' })).toBe(
      file.replace('bao-x/2009/gia-gao', 'bao-x/2009/khac'),
    );
  });

  test('keeps a byte-order mark and CRLF in the text', () => {
    const edited = editRecord(`\ufeff${file.replaceAll('\n', '\r\n')}`, { captures: [capture] });
    expect(edited.startsWith('\ufeff---\r\n')).toBe(true);
    expect(edited.endsWith(body.replaceAll('\n', '\r\n'))).toBe(true);
    expect(parseArticle(edited).article?.captures).toEqual([capture]);
  });
});
