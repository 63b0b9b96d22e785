import type { CliWords } from '../i18n/cli-words.ts';
import type { Language } from '../i18n/language.ts';
import { fill } from './fill.ts';

/** How far an import has come. */
export interface ImportedSoFar {
  readonly captures: number;
  /** Bytes of the inputs that were read, and of all; null where that can't be told. */
  readonly bytes: { readonly read: number; readonly all: number } | null;
  readonly ms: number;
}

/** Before so long a rate would only jump about. */
const firstRateMs = 3000;

const minute = 60;
const hour = 3600;

const printTime = (seconds: number, language: Language): string => {
  const [unit, size] =
    seconds >= hour
      ? (['hour', hour] as const)
      : seconds >= minute
        ? (['minute', minute] as const)
        : (['second', 1] as const);
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(
    Math.max(1, Math.round(seconds / size)),
  );
};

/** A line on how far an import has come: captures, their rate, and, where it can be told, the share and the time left. */
export const printProgress = (
  { captures, bytes, ms }: ImportedSoFar,
  { progress }: CliWords['import'],
  language: Language,
): string => {
  const number = (value: number): string => new Intl.NumberFormat(language).format(value);
  const read = fill(progress.read, { n: number(captures) });
  if (ms < firstRateMs) return `${read}…`;
  const rate = fill(progress.rate, { n: number(Math.round(captures / (ms / 1000))) });
  if (bytes === null || bytes.read === 0 || bytes.all === 0) return `${read}, ${rate}…`;
  const share = Math.min(1, bytes.read / bytes.all);
  const secondsLeft = ((ms / 1000) * (1 - share)) / share;
  const percent = new Intl.NumberFormat(language, { style: 'percent' }).format(Math.floor(share * 100) / 100);
  const left = fill(progress.left, { time: printTime(secondsLeft, language) });
  return `${read}, ${rate} · ${percent} · ${left}`;
};
