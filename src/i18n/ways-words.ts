import { ways as english } from './en/ways.ts';
import type { Language } from './language.ts';
import { ways as vietnamese, type WayWords } from './vi/ways.ts';

/** What the ways into the archive say in a language: menu, calendars, the A to Z, the home page's overview. */
export const wayWords = (language: Language): WayWords => (language === 'vi' ? vietnamese : english);
