import { valueTicks, yearTicks } from './axis-ticks.ts';
import { px } from './line-shapes.ts';
import type { TrendPicture, TrendPoint } from './trend-series.ts';

/** Where everything of a chart stands, in px from its upper left. */
export interface ChartLayout {
  readonly width: number;
  readonly height: number;
  /** The space that lines are drawn in. */
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly valueTicks: readonly { readonly y: number; readonly value: number }[];
  readonly yearTicks: readonly { readonly x: number; readonly year: number }[];
  readonly lines: readonly ChartLine[];
  /** Where each year stands, in the order of the picture's years. */
  readonly yearXs: readonly number[];
}

export interface ChartLine {
  readonly slot: number;
  readonly query: string;
  /** For `d` of a path: a stroke where both neighbours are known. Empty where no two are. */
  readonly path: string;
  readonly dots: readonly ChartDot[];
}

export interface ChartDot {
  readonly slot: number;
  readonly point: TrendPoint;
  readonly x: number;
  readonly y: number;
  /** Whether its marker is drawn even while it is not chosen; where years are narrow, only some are. */
  readonly marked: boolean;
}

/** What the page measures: the room for the chart, and for the widest label of each axis. */
export interface ChartRoom {
  readonly width: number;
  readonly height: number;
  readonly valueLabelWidth: number;
  readonly yearLabelWidth: number;
}

/** Between the plot and what stands around it. */
const gap = 8;
const roomAbove = 22;
const roomBelow = 28;
/** Between the first line of the plot and the first year, so that no marker lies on the axis. */
const inset = 14;
/** Px between ticks of the values, and between markers, at least. */
const leastTickPx = 48;
const leastMarkerPx = 12;
const halfColumn = 14;

const isDrawn = (point: TrendPoint | null | undefined): boolean => point !== null && point !== undefined;

/** Where a picture's years stand. Lines of a single year stand side by side, each a column. */
const columnsOf = ({ years, series }: TrendPicture, from: number, to: number) => {
  const last = Math.max(1, years.length - 1);
  const yearX = (i: number): number =>
    years.length === 1 ? (from + to) / 2 : from + ((to - from) * i) / last;
  const apart = Math.min(120, (to - from) / Math.max(1, series.length));
  const x = (i: number, line: number): number =>
    years.length === 1 ? yearX(0) + (line - (series.length - 1) / 2) * apart : yearX(i);
  return { yearX, x };
};

const pathOf = (dots: readonly (ChartDot | null)[]): string =>
  dots
    .map((dot, i) => {
      if (dot === null) return '';
      const before = dots[i - 1] ?? null;
      if (before === null && (dots[i + 1] ?? null) === null) return '';
      return `${before === null ? 'M' : 'L'}${px(dot.x)},${px(dot.y)}`;
    })
    .join('');

/** Whether the chart is of one year, whose points are columns rather than lines. */
export const isOfOneYear = ({ years }: Pick<TrendPicture, 'years'>): boolean => years.length === 1;

/** Lays a picture out. */
export const layOutChart = (picture: TrendPicture, room: ChartRoom): ChartLayout => {
  const { years, series, unit } = picture;
  const { width, height } = room;
  const plot = {
    left: room.valueLabelWidth + gap,
    right: width - gap,
    top: roomAbove,
    bottom: height - roomBelow,
  };
  const most = Math.max(0, ...series.flatMap(({ points }) => points.map((point) => point?.value ?? 0)));
  const steps = Math.max(2, Math.floor((plot.bottom - plot.top) / leastTickPx));
  const ticks = valueTicks(most, steps, unit === 'articles');
  const top = ticks.at(-1) ?? 1;
  const y = (value: number): number => plot.bottom - (value / top) * (plot.bottom - plot.top);
  const columns = columnsOf(picture, plot.left + inset, plot.right - inset);
  const pxOfYear = (plot.right - plot.left - 2 * inset) / Math.max(1, years.length - 1);
  const everyNth = Math.max(1, Math.ceil(leastMarkerPx / pxOfYear));
  const lines = series.map(({ slot, query, points }, line): ChartLine => {
    const dots = points.map((point, i): ChartDot | null => {
      if (point === null) return null;
      const isAlone = !isDrawn(points[i - 1]) && !isDrawn(points[i + 1]);
      const marked = isAlone || (i + line) % everyNth === 0;
      return { slot, point, x: columns.x(i, line), y: y(point.value), marked };
    });
    return { slot, query, path: pathOf(dots), dots: dots.filter((dot) => dot !== null) };
  });
  const labelled = new Set(yearTicks(years, pxOfYear, room.yearLabelWidth));
  return {
    width,
    height,
    plot,
    valueTicks: ticks.map((value) => ({ value, y: y(value) })),
    yearTicks: years.flatMap((year, i) => (labelled.has(year) ? [{ year, x: columns.yearX(i) }] : [])),
    lines,
    yearXs: years.map((_, i) => columns.yearX(i)),
  };
};

/** The column of a dot of a chart of one year, for `d` of a path; empty where it has no height. */
export const columnPath = ({ x, y }: ChartDot, { plot }: ChartLayout): string =>
  y >= plot.bottom
    ? ''
    : `M${px(x - halfColumn)},${px(plot.bottom)}V${px(y)}H${px(x + halfColumn)}V${px(plot.bottom)}Z`;
