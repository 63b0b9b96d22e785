import { expect, test } from 'vitest';
import { searchedBlocks } from '../../../src/search/searched-blocks.ts';

test('each item, cell and caption is a block of its own, in reading order', () => {
  const blocks = searchedBlocks({
    title: 'Chợ phiên',
    kicker: 'Vùng cao',
    lead: null,
    body: [
      { type: 'heading', level: 2, text: 'Sớm' },
      { type: 'list', ordered: false, items: ['gà', 'mật'] },
      {
        type: 'table',
        rows: [
          ['Loại', ''],
          ['Tẻ', '8'],
        ],
      },
      { type: 'figure', image: null, text: 'Chợ họp. Ảnh: An Nhiên', credit: 'An Nhiên' },
      { type: 'quote', text: 'Đông lắm.' },
    ],
  });
  expect(blocks.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
    'title: Chợ phiên',
    'kicker: Vùng cao',
    'text: Sớm',
    'text: gà',
    'text: mật',
    'text: Loại',
    'text: Tẻ',
    'text: 8',
    'text: Chợ họp. Ảnh: An Nhiên',
    'text: Đông lắm.',
  ]);
});
