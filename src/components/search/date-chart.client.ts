import { createChartBars, type BarRange } from './chart-bars.client.ts';
import { isAsked, rangeOf, toDateChart, type DateChart, type DateCounts } from './date-bars.ts';
import { part } from './element.client.ts';
import { countWords, fillWords, formatNumber } from './fill-words.ts';
import type { FilterSetting } from './filter-setting.client.ts';
import { createRangeChoice } from './range-choice.client.ts';
import { anyDate, type SearchState } from './search-address.ts';
import { shortDate } from './short-date.ts';

/** The chart above the results, which is the date filter, too. */
export interface DateChartView {
  /** Shows the state; without counts the bars on offer stay as they are. */
  readonly show: (state: SearchState, counts: DateCounts | null) => void;
}

/** Draws the chart and tells of the dates that are chosen in it, by click, by drag or by keys. */
export const createDateChart = (
  page: HTMLElement,
  setting: FilterSetting,
  onChange: (change: Pick<SearchState, 'from' | 'to' | 'undated'>) => void,
): DateChartView => {
  const {
    language,
    found,
    words: { chart: words },
  } = setting;
  const root = part(page, '[data-date-chart]', HTMLElement);
  const caption = part(root, '[data-chart-caption]', HTMLElement);
  const note = part(root, '[data-chart-note]', HTMLElement);
  /** What is pointed at, for the eye; the same by keyboard is said by the bars' names and `said`. */
  const told = part(root, '[data-chart-told]', HTMLElement);
  const said = part(root, '[data-chart-said]', HTMLElement);
  const all = part(root, '[data-chart-all]', HTMLButtonElement);
  const toolbar = part(root, '[data-chart-bars]', HTMLElement);
  const undated = part(root, '[data-chart-undated]', HTMLButtonElement);
  let chart: DateChart = toDateChart({ year: {}, month: {} }, '', '');
  let asked = { from: '', to: '' };

  const nameOf = (value: string): string => shortDate(value, language);
  const barWords = ({ value, count }: { value: string; count: number }): string =>
    fillWords(words.bar, { date: nameOf(value), n: countWords(found, count, language) });
  const rangeWords = ({ one, other }: BarRange): string => {
    const range = chart.bars.slice(Math.min(one, other), Math.max(one, other) + 1);
    const [first, last] = [range.at(0), range.at(-1)];
    if (first === undefined || last === undefined) return '';
    if (first === last) return barWords(first);
    const n = range.reduce((sum, bar) => sum + bar.count, 0);
    return fillWords(words.range, {
      from: nameOf(first.value),
      to: nameOf(last.value),
      n: countWords(found, n, language),
    });
  };

  const bars = createChartBars(toolbar, barWords);
  const choice = createRangeChoice(toolbar, {
    bars,
    isFull: (index) => {
      const bar = chart.bars[index];
      return bar === undefined ? null : bar.count > 0;
    },
    onDraw(drawn) {
      told.textContent = drawn === null ? '' : rangeWords(drawn);
      bars.draw(chart, asked, drawn, choice.at());
    },
    onPoint(index) {
      told.textContent = index < 0 ? '' : rangeWords({ one: index, other: index });
    },
    onSay(drawn) {
      said.textContent = rangeWords(drawn);
    },
    onChoose({ one, other }) {
      onChange({ ...rangeOf(chart, one, other, asked), undated: false });
    },
  });

  all.addEventListener('click', () => {
    onChange(anyDate);
    bars.focus(choice.at());
  });
  undated.addEventListener('click', () => {
    onChange({ ...anyDate, undated: undated.getAttribute('aria-pressed') !== 'true' });
  });

  const withMost = (text: string): string => {
    const most = Math.max(...chart.bars.map(({ count }) => count));
    return most <= 0 ? text : fillWords(words.most, { caption: text, n: countWords(found, most, language) });
  };
  const captionOf = (): string => {
    if (chart.bars.length === 0) return words.noDates;
    if (chart.year === null) {
      const [from = '', to = ''] = [chart.bars.at(0)?.value, chart.bars.at(-1)?.value];
      return withMost(fillWords(words.byYear, { from, to }));
    }
    return withMost(fillWords(chart.isOnlyYear ? words.onlyYear : words.byMonth, { year: chart.year }));
  };

  return {
    show(state, counts) {
      asked = { from: state.from, to: state.to };
      const hadFocus = toolbar.contains(document.activeElement);
      const isDated = asked.from !== '' || asked.to !== '';
      if (counts !== null) chart = toDateChart(counts, state.from, state.to);
      const stays = hadFocus && (chart.bars[choice.at()]?.count ?? 0) > 0;
      const first = chart.bars.findIndex(
        (bar) => bar.count > 0 && (!isDated || isAsked(bar, state.from, state.to)),
      );
      choice.restart(stays ? choice.at() : Math.max(first, 0));
      bars.draw(chart, asked, null, choice.at());
      if (hadFocus && !toolbar.contains(document.activeElement)) bars.focus(choice.at());
      undated.setAttribute('aria-pressed', String(state.undated));
      all.hidden = !isDated && !state.undated;
      if (counts === null) return;
      caption.textContent = captionOf();
      note.textContent =
        chart.withoutMonth === 0
          ? ''
          : fillWords(words.withoutMonth, { n: formatNumber(chart.withoutMonth, language) });
      undated.textContent = fillWords(words.undated, { n: formatNumber(chart.undated, language) });
      undated.hidden = chart.undated === 0 && !state.undated;
      root.hidden = chart.bars.length === 0 && undated.hidden;
      root.toggleAttribute('data-dateless', chart.bars.length === 0);
    },
  };
};
