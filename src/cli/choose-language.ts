import { isLanguage, type Language } from '../i18n/language.ts';

/**
 * The language of messages: `--lang`, else the locale of the environment, else Vietnamese. Read before all else, so that
 * a fault in the other arguments is told in it.
 */
export const chooseLanguage = (
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Language => {
  const end = args.indexOf('--');
  const own = end === -1 ? args : args.slice(0, end);
  const at = own.lastIndexOf('--lang');
  const joined = own.findLast((arg) => arg.startsWith('--lang='))?.slice('--lang='.length);
  const asked = (at === -1 ? undefined : own[at + 1]) ?? joined;
  if (asked !== undefined && isLanguage(asked)) return asked;
  const locale = [environment.LC_ALL, environment.LC_MESSAGES, environment.LANG].find(Boolean) ?? '';
  return /^en([_.@-]|$)/i.test(locale) ? 'en' : 'vi';
};
