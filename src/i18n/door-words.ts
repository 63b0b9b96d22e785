import { doors as english } from './en/doors.ts';
import type { Language } from './language.ts';
import { doors as vietnamese, type DoorWords } from './vi/doors.ts';

/** What feeds, the 404 page and reading offline say in a language. */
export const doorWords = (language: Language): DoorWords => (language === 'vi' ? vietnamese : english);
