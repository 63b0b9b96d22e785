/** Steps that people count by: 1, 2 or 5 times a power of ten, from the first that is at least `least`. */
const roundStep = (least: number): number => {
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 5].find((one) => one * power >= least * (1 - 1e-9)) ?? 10;
  return factor * power;
};

/** Rounds away what floating point adds to a multiple of a step. */
const multiple = (n: number, step: number): number => Number((n * step).toPrecision(12));

/**
 * Round values from 0 to the first that reaches `max`, about `most` steps of them; whole numbers where `whole`. A `max` of 0
 * gives 0 and 1.
 */
export const valueTicks = (max: number, most: number, whole: boolean): number[] => {
  const least = max > 0 ? max / most : 1 / most;
  const step = max > 0 ? Math.max(roundStep(least), whole ? 1 : 0) : 1;
  const steps = Math.max(1, Math.ceil(max / step - 1e-9));
  return Array.from({ length: steps + 1 }, (_, i) => multiple(i, step));
};

/** The years whose labels have room: all, or those divisible by a round step. `pxOfYear` is the room of one year. */
export const yearTicks = (years: readonly number[], pxOfYear: number, pxOfLabel: number): number[] => {
  if (years.length <= 1) return [...years];
  const step = roundStep(Math.max(1, pxOfLabel / pxOfYear));
  return years.filter((year) => year % step === 0);
};
