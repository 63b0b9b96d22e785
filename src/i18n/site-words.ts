import { site as english } from './en/site.ts';
import type { Language } from './language.ts';
import { site as vietnamese, type SiteWords } from './vi/site.ts';

/** The site's strings in a language. */
export const siteWords = (language: Language): SiteWords => (language === 'vi' ? vietnamese : english);
