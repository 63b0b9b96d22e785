import type { Language } from '../i18n/language.ts';

/** A text of the settings in a language; Vietnamese where the English is missing, null where there is none. */
export const settingText = (
  text: { readonly vi: string; readonly en?: string | undefined } | null,
  language: Language,
): string | null => (text === null ? null : language === 'en' ? (text.en ?? text.vi) : text.vi);
