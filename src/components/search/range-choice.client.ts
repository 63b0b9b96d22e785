import type { BarRange, ChartBars } from './chart-bars.client.ts';

/** What choosing in a chart needs to know, and whom it tells. */
export interface RangeChoiceUse {
  readonly bars: Pick<ChartBars, 'indexOf' | 'indexAt' | 'focus'>;
  /** Whether the bar at an index has articles; null where there is no such bar. */
  readonly isFull: (index: number) => boolean | null;
  /** A range is being drawn, or no longer is. */
  readonly onDraw: (drawn: BarRange | null) => void;
  /** A bar is pointed at or has the focus; -1 for none. */
  readonly onPoint: (index: number) => void;
  /** What is drawn by keys, to be said. */
  readonly onSay: (drawn: BarRange) => void;
  readonly onChoose: (range: BarRange) => void;
}

/** A choice of bars under way. */
export interface RangeChoice {
  /** The bar that the keyboard is at. */
  readonly at: () => number;
  /** Other bars stand there: what was being drawn is forgotten, and the keyboard starts at a bar. */
  readonly restart: (at: number) => void;
}

/**
 * Choosing one bar by a click, or a range: by dragging across, with mouse or finger, or with Shift and the arrows. As a
 * drag ends where the button is let go, so does a range by keys where Shift is; Escape gives it up.
 */
export const createRangeChoice = (toolbar: HTMLElement, use: RangeChoiceUse): RangeChoice => {
  const { bars, isFull } = use;
  let at = 0;
  let drawn: BarRange | null = null;
  /** Where the pointer went down, until it is let go. */
  let held: number | null = null;
  let wasDragged = false;

  const draw = (range: BarRange | null): void => {
    drawn = range;
    use.onDraw(range);
  };
  const giveUp = (): void => {
    held = null;
    if (drawn !== null) draw(null);
  };
  const choose = (range: BarRange): void => {
    held = null;
    drawn = null;
    use.onChoose(range);
  };

  /** The nearest bar with articles from an index on, in steps; where there is none, the bar that the keyboard is at. */
  const nextFull = (from: number, step: 1 | -1): number => {
    for (let i = from + step; ; i += step) {
      const full = isFull(i);
      if (full === null) return at;
      if (full) return i;
    }
  };
  const lastBar = (): number => bars.indexAt(Infinity);
  const moves: Readonly<Record<string, () => number>> = {
    ArrowLeft: () => nextFull(at, -1),
    ArrowRight: () => nextFull(at, 1),
    Home: () => nextFull(-1, 1),
    End: () => nextFull(lastBar() + 1, -1),
  };

  toolbar.addEventListener('pointerdown', (event) => {
    wasDragged = false;
    const index = bars.indexOf(event.target);
    held = index >= 0 && event.button === 0 && event.isPrimary ? index : null;
  });
  toolbar.addEventListener('pointermove', (event) => {
    if (held === null || event.buttons === 0) {
      use.onPoint(bars.indexOf(event.target));
      return;
    }
    const other = bars.indexAt(event.clientX);
    if (other !== held && !wasDragged) {
      // Only a drag is taken from the bars: a click stays theirs.
      wasDragged = true;
      toolbar.setPointerCapture(event.pointerId);
    }
    if (wasDragged && drawn?.other !== other) draw({ one: held, other });
  });
  toolbar.addEventListener('pointerup', () => {
    if (drawn !== null && wasDragged) choose(drawn);
    held = null;
  });
  toolbar.addEventListener('pointercancel', giveUp);
  toolbar.addEventListener('pointerleave', () => {
    if (drawn === null) use.onPoint(-1);
  });
  toolbar.addEventListener('click', (event) => {
    const index = bars.indexOf(event.target);
    // A click without a pointer is a key's, which no drag came before.
    if ((event.detail === 0 || !wasDragged) && isFull(index) === true) choose({ one: index, other: index });
    wasDragged = false;
  });

  toolbar.addEventListener('focusin', (event) => {
    const index = bars.indexOf(event.target);
    if (index < 0) return;
    at = index;
    if (drawn === null) use.onPoint(index);
  });
  toolbar.addEventListener('focusout', (event) => {
    if (event.relatedTarget instanceof Node && toolbar.contains(event.relatedTarget)) return;
    if (held === null) giveUp();
    use.onPoint(-1);
  });
  toolbar.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && drawn !== null) {
      event.preventDefault();
      giveUp();
      return;
    }
    const to = moves[event.key]?.();
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const range = event.shiftKey ? { one: drawn?.one ?? at, other: to } : null;
    at = to;
    draw(range);
    bars.focus(to);
    if (range !== null) use.onSay(range);
  });
  toolbar.addEventListener('keyup', (event) => {
    if (event.key === 'Shift' && drawn !== null && held === null) choose(drawn);
  });

  return {
    at: () => at,
    restart(first) {
      at = first;
      drawn = null;
      held = null;
    },
  };
};
