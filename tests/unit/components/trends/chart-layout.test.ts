import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dotByKey, homeDot } from '../../../../src/components/trends/chart-keys.ts';
import { columnPath, layOutChart, type ChartDot } from '../../../../src/components/trends/chart-layout.ts';
import { lineShape } from '../../../../src/components/trends/line-shapes.ts';
import { maxTrends } from '../../../../src/components/trends/trend-address.ts';
import { toTrendPicture } from '../../../../src/components/trends/trend-series.ts';

const room = { width: 400, height: 250, valueLabelWidth: 32, yearLabelWidth: 40 };
const archive = { 2001: 4, 2002: 4, 2004: 4, 2006: 4, 2007: 4 };
const pictureOf = (...lines: Record<string, number>[]) =>
  toTrendPicture(
    lines.map((years, slot) => ({ slot, query: `câu ${slot}`, years, unread: [] })),
    archive,
    { from: '', to: '', unit: 'articles' },
  );
const layOut = (...lines: Record<string, number>[]) => layOutChart(pictureOf(...lines), room);

describe('a chart', () => {
  test('has its first year at the left, its greatest value at the top, and nothing outside', () => {
    const { plot, lines, valueTicks } = layOut({ 2001: 4, 2007: 1 });
    const dots = lines[0]?.dots ?? [];
    expect(dots[0]?.y).toBe(plot.top);
    expect(valueTicks.map(({ value }) => value)).toEqual([0, 1, 2, 3, 4]);
    for (const { x, y } of dots) {
      expect(x).toBeGreaterThan(plot.left);
      expect(x).toBeLessThan(plot.right);
      expect(y).toBeLessThanOrEqual(plot.bottom);
    }
  });

  test('breaks a line where the archive has no article, and draws a year between two breaks as a point', () => {
    const [line] = layOut({ 2004: 1 }).lines;
    expect(line?.path.match(/M/g)).toHaveLength(2);
    expect(line?.path.match(/L/g)).toHaveLength(2);
    expect(line?.dots.map(({ point }) => point.year)).toEqual([2001, 2002, 2004, 2006, 2007]);
    expect(line?.dots[2]?.marked).toBe(true);
  });

  test('of one year has its lines side by side as columns', () => {
    const picture = toTrendPicture(
      [3, 0].map((count, slot) => ({ slot, query: 'a', years: { 2001: count }, unread: [] })),
      { 2001: 4 },
      { from: '', to: '', unit: 'articles' },
    );
    const layout = layOutChart(picture, room);
    const [high, zero] = layout.lines.flatMap(({ dots }) => dots);
    expect(zero?.x).toBeGreaterThan(high?.x ?? Infinity);
    expect([high, zero].map((dot) => (dot === undefined ? null : columnPath(dot, layout) !== ''))).toEqual([
      true,
      false,
    ]);
    expect(layout.yearTicks.map(({ year }) => year)).toEqual([2001]);
  });

  test('with more years than it has room for draws only some markers', () => {
    const years = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [String(1800 + i), 1]));
    const picture = toTrendPicture([{ slot: 0, query: 'a', years, unread: [] }], years, {
      from: '',
      to: '',
      unit: 'articles',
    });
    const dots = layOutChart(picture, room).lines[0]?.dots ?? [];
    expect(dots).toHaveLength(200);
    expect(dots.filter(({ marked }) => marked).length).toBeLessThan(40);
  });
});

describe('keys lead', () => {
  const { lines } = layOut({ 2001: 3, 2002: 1, 2007: 2 }, { 2001: 1, 2002: 3 }, { 2001: 1 });
  const dot = (slot: number, year: number): ChartDot => {
    const found = lines[slot]?.dots.find(({ point }) => point.year === year);
    if (found === undefined) throw new Error(`no dot ${slot} ${year}`);
    return found;
  };
  test.each<[number, number, string, [number, number] | null]>([
    [0, 2001, 'ArrowRight', [0, 2002]],
    [0, 2002, 'ArrowRight', [0, 2004]],
    [0, 2004, 'ArrowLeft', [0, 2002]],
    [0, 2001, 'ArrowLeft', null],
    [0, 2007, 'ArrowRight', null],
    [0, 2001, 'ArrowDown', [1, 2001]],
    [1, 2001, 'ArrowDown', [2, 2001]],
    [2, 2001, 'ArrowDown', null],
    [0, 2002, 'ArrowUp', [1, 2002]],
    [1, 2004, 'Home', [1, 2001]],
    [1, 2004, 'End', [1, 2007]],
    [1, 2004, 'a', null],
  ])('from line %d, %d by %s to %j', (slot, year, key, to) => {
    const next = dotByKey(lines, dot(slot, year), key);
    expect(next === null ? null : [next.slot, next.point.year]).toEqual(to);
  });

  test('from outside to where they were, else to the last year of the first line', () => {
    expect(homeDot(lines, { slot: 1, year: 2002 })).toBe(dot(1, 2002));
    expect(homeDot(lines, { slot: 4, year: 2002 })).toBe(dot(0, 2007));
    expect(homeDot([], null)).toBe(null);
  });
});

describe('five lines are told apart', () => {
  const slots = Array.from({ length: maxTrends }, (_, slot) => slot);

  test('without colour, by dashes and by markers', () => {
    expect(new Set(slots.map((slot) => lineShape(slot).dash)).size).toBe(maxTrends);
    expect(new Set(slots.map((slot) => lineShape(slot).marker(0, 0, 4))).size).toBe(maxTrends);
  });

  const luminance = (hex: string): number => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const part = parseInt(hex.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: string, b: string): number => {
    const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other);
    return (light + 0.05) / (dark + 0.05);
  };
  const coloursIn = (file: string, name: string): string[] => {
    const css = readFileSync(file, 'utf8');
    const [, light = '', dark = ''] = new RegExp(`${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(css) ?? [];
    return [light, dark];
  };

  test.each(slots)('line %d keeps 3:1 against the ground, light and dark', (slot) => {
    const ground = coloursIn('src/styles/tokens.css', '--paper');
    const line = coloursIn('src/components/trends/trend-lines.css', `--line-${slot}`);
    for (const at of [0, 1]) expect(contrast(line[at] ?? '', ground[at] ?? '')).toBeGreaterThanOrEqual(3);
  });
});
