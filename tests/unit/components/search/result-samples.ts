import type { CitationSetting } from '../../../../src/components/search/citation.ts';
import type { SearchResult } from '../../../../src/search/search-answer.ts';

/** A result as the index gives it, but for what a test says. */
export const sampleResult = (own: Partial<SearchResult> = {}): SearchResult => ({
  id: 'bao-song/2014/cho-phien',
  href: '/bai/bao-song/2014/cho-phien/?q=ch%E1%BB%A3',
  title: 'Chợ phiên',
  markedTitle: '[[Chợ]] phiên',
  titleSupplied: false,
  source: 'bao-song',
  publishedAt: '2014-03-01',
  publishedAtInferred: false,
  tier: 'exact',
  score: 1,
  byExpansion: false,
  excerpt: '…họp [[chợ]] ven sông',
  details: {
    section: ['Đời sống'],
    place: ['Hòa Bình', 'Sơn La'],
    document: ['35-NQ/TW'],
    author: ['Vũ Hà'],
  },
  ...own,
});

export const sampleSetting: CitationSetting = {
  language: 'vi',
  sourceNames: { 'bao-song': 'Báo Sông' },
  archive: 'https://kho.example/luu-tru/',
  undated: 'không rõ ngày',
};
