/** The languages of the interface; Vietnamese first. */
export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];

/** Whether a string names one of the interface's languages. */
export const isLanguage = (value: string): value is Language =>
  languages.some((language) => language === value);
