import { settingsSchema } from '../../../src/article/settings.ts';
import type { Article } from '../../../src/article/article.ts';

export const site = 'https://kho.example/bao/';
const settings = settingsSchema.parse({
  name: 'Kho "thử" & <nhỏ>',
  contact: 'thuthu@kho.example',
  rights: { vi: 'Quyền thuộc các báo.' },
});

/** What a repository is written from: articles of an archive at `content`. */
export const archiveOf = (content: string, articles: readonly Article[], more: object = {}) => ({
  content,
  settings,
  site,
  software: '1.2.3',
  goOn: () => undefined,
  entries: async function* () {
    for (const article of await Promise.resolve(articles)) {
      if (article.withdrawn === null) {
        yield { isWithdrawn: false as const, article, former: [], sourceName: 'Báo X', page: null };
      } else yield { isWithdrawn: true as const, article, former: [] };
    }
  },
  ...more,
});

export const withdrawn = { withdrawnAt: '2024-05-06T01:00:00+07:00', reason: 'Theo yêu cầu', by: null };
export const capture = {
  sha256: 'a'.repeat(64),
  capturedAt: '2023-01-01T03:00:00+07:00',
  capturedAtInferred: false,
  url: null,
  mediaType: 'text/html',
  bytes: 1,
  file: 'captures/a.warc.gz',
  offset: 0,
};
