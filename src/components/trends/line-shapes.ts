/** How the line of a box is told apart without its colour: the dash of the stroke and the shape of its markers. */
export interface LineShape {
  /** As `stroke-dasharray`; empty for a whole line. */
  readonly dash: string;
  /** Outline of the marker around a point, for `d` of a path; `r` is about half its size in px. */
  readonly marker: (x: number, y: number, r: number) => string;
}

/** Two decimals: what is finer can't be seen, and makes long markup. */
export const px = (n: number): string => String(Math.round(n * 100) / 100);

const polygon = (corners: readonly (readonly [number, number])[]): string =>
  `M${corners.map(([x, y]) => `${px(x)},${px(y)}`).join('L')}Z`;

const circle = (x: number, y: number, r: number): string =>
  `M${px(x - r)},${px(y)}a${px(r)},${px(r)} 0 1 0 ${px(2 * r)},0a${px(r)},${px(r)} 0 1 0 ${px(-2 * r)},0Z`;

const square = (x: number, y: number, r: number): string =>
  polygon([
    [x - r, y - r],
    [x + r, y - r],
    [x + r, y + r],
    [x - r, y + r],
  ]);

const triangle = (x: number, y: number, r: number): string =>
  polygon([
    [x, y - 1.3 * r],
    [x + 1.2 * r, y + 0.9 * r],
    [x - 1.2 * r, y + 0.9 * r],
  ]);

const diamond = (x: number, y: number, r: number): string =>
  polygon([
    [x, y - 1.4 * r],
    [x + 1.4 * r, y],
    [x, y + 1.4 * r],
    [x - 1.4 * r, y],
  ]);

const cross = (x: number, y: number, r: number): string => {
  const [far, near] = [1.3 * r, 0.45 * r];
  return polygon([
    [x - near, y - far],
    [x + near, y - far],
    [x + near, y - near],
    [x + far, y - near],
    [x + far, y + near],
    [x + near, y + near],
    [x + near, y + far],
    [x - near, y + far],
    [x - near, y + near],
    [x - far, y + near],
    [x - far, y - near],
    [x - near, y - near],
  ]);
};

const whole: LineShape = { dash: '', marker: circle };

const shapes: readonly LineShape[] = [
  whole,
  { dash: '9 4', marker: square },
  { dash: '2 4', marker: triangle },
  { dash: '12 4 2 4', marker: diamond },
  { dash: '5 3', marker: cross },
];

/** The shape of a box's line, boxes counted from 0. */
export const lineShape = (slot: number): LineShape => shapes[slot] ?? whole;
