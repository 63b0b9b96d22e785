import type { ChartDot, ChartLine } from './chart-layout.ts';

const nearestBy = (dots: readonly ChartDot[], at: ChartDot, direction: 1 | -1): ChartDot | null => {
  const beyond = dots.filter(({ point }) => (point.year - at.point.year) * direction > 0);
  return (direction === 1 ? beyond[0] : beyond.at(-1)) ?? null;
};

/** The dots of a year from the highest to the lowest; of equal ones the first line's first. */
const ofYear = (lines: readonly ChartLine[], year: number): ChartDot[] =>
  lines
    .flatMap(({ dots }) => dots.filter(({ point }) => point.year === year))
    .sort((a, b) => b.point.value - a.point.value || a.slot - b.slot);

/**
 * Where a key leads from a dot: left and right along its line, past gaps; up and down to the other lines of its year; Home
 * and End to its line's first and last. Null where the key leads nowhere.
 */
export const dotByKey = (lines: readonly ChartLine[], at: ChartDot, key: string): ChartDot | null => {
  const own = lines.find(({ slot }) => slot === at.slot)?.dots ?? [];
  const stack = ofYear(lines, at.point.year);
  const place = stack.findIndex(({ slot }) => slot === at.slot);
  switch (key) {
    case 'ArrowLeft':
      return nearestBy(own, at, -1);
    case 'ArrowRight':
      return nearestBy(own, at, 1);
    case 'ArrowUp':
      return stack[place - 1] ?? null;
    case 'ArrowDown':
      return stack[place + 1] ?? null;
    case 'Home':
      return own[0] ?? null;
    case 'End':
      return own.at(-1) ?? null;
    default:
      return null;
  }
};

/** The dot that the keyboard comes to first: where it was before, else the last year of the first line. */
export const homeDot = (
  lines: readonly ChartLine[],
  before: { readonly slot: number; readonly year: number } | null,
): ChartDot | null => {
  const dots = lines.flatMap((line) => line.dots);
  const same = dots.find(({ slot, point }) => slot === before?.slot && point.year === before.year);
  return same ?? lines.find((line) => line.dots.length > 0)?.dots.at(-1) ?? null;
};
