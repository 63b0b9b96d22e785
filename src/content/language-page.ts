import { languages, type Language } from '../i18n/language.ts';

/** The part of a route that stands for the language: nothing for Vietnamese, `en` for English. */
export type LanguageParam = 'en' | undefined;

export const languageParam = (language: Language): LanguageParam => (language === 'en' ? 'en' : undefined);

export const paramLanguage = (param: string | undefined): Language => (param === 'en' ? 'en' : 'vi');

/** The static paths of a page that exists once in each language: `src/pages/[...lang]/…`. */
export const languagePaths = () =>
  languages.map((language) => ({ params: { lang: languageParam(language) } }));
