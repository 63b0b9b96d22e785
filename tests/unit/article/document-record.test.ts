import { expect, test } from 'vitest';
import { documentNames, documentSchema } from '../../../src/article/document-record.ts';

test('lists have documents by number, and laws by name and year', () => {
  const documents = [
    { name: 'Nghị quyết 35-NQ/TW', kind: 'Nghị quyết', number: '35-NQ/TW' },
    { name: 'Nghị quyết 42', kind: 'Nghị quyết', number: '42' },
    { name: 'Luật An ninh mạng', kind: 'Luật' },
    { name: 'Luật Đất đai', kind: 'Luật', date: 2013 },
  ].map((one) => documentSchema.parse(one));
  expect(documentNames({ citedDocuments: ['35-NQ/TW'], documents })).toEqual([
    '35-NQ/TW',
    'Luật An ninh mạng',
    'Luật Đất đai (2013)',
  ]);
});
