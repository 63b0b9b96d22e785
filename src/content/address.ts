import type { Language } from '../i18n/language.ts';

const base = import.meta.env.BASE_URL.replace(/\/*$/, '/');

/**
 * The address of something of this site, below the base it is served from: `/nguon/` → `/kho/nguon/`. Every internal link goes
 * through here. `path` begins with a slash and stands for the Vietnamese page; `en` gives the English one's.
 */
export const toAddress = (path: string, language: Language = 'vi'): string =>
  `${base}${language === 'en' ? 'en/' : ''}${path.replace(/^\/+/, '')}`;

/** The whole address, for `canonical` and `hreflang`, which need one; null where the archive does not say where it will be served. */
export const toWholeAddress = (path: string, language: Language, site: URL | undefined): string | null =>
  site === undefined ? null : new URL(toAddress(path, language), site).href;

/** The address of an article's page. There is one, for both languages. */
export const articleAddress = (id: string): string => toAddress(`/bai/${id}/`);
