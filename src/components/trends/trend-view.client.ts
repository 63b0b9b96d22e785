import { saveFile } from '../save-file.client.ts';
import { element, part } from '../search/element.client.ts';
import { countWords, fillWords } from '../search/fill-words.ts';
import { createLoadingNotice } from '../search/loading-notice.client.ts';
import { failureNotice, type FailureReason } from '../search/search-notice.client.ts';
import { createTrendChart } from './trend-chart.client.ts';
import { toTrendCsv, trendCsvName } from './trend-csv.ts';
import type { TrendPicture } from './trend-series.ts';
import { articlesAddress, type TrendSetting } from './trend-setting.client.ts';
import { trendTable } from './trend-table.client.ts';

/** What the reader can ask for from within the answer. */
export interface TrendActions {
  readonly onRetry: () => void;
  readonly onAllYears: () => void;
}

/** What decides whether there is anything to draw. */
export interface PictureFacts {
  /** Whether any query finds an article, of whatever year. */
  readonly finds: boolean;
  /** Whether the reader has set a first or a last year. */
  readonly bounded: boolean;
}

/** The part of the page that answers. */
export interface TrendView {
  /** A question is on its way; what stands stays until its answer comes. */
  readonly wait: (indexIsOpen: boolean) => void;
  /** So many bytes of the index have come. */
  readonly progress: (bytes: number, ofBytes: number | null) => void;
  readonly showPrompt: () => void;
  readonly showPicture: (picture: TrendPicture, about: PictureFacts) => void;
  readonly showFailure: (reason: FailureReason, file: string | null) => void;
  readonly hasFailed: () => boolean;
}

export const createTrendView = (
  page: HTMLElement,
  setting: TrendSetting,
  actions: TrendActions,
): TrendView => {
  const { words, language } = setting;
  const answer = part(page, '[data-answer]', HTMLElement);
  const status = part(page, '[data-status]', HTMLElement);
  const notice = part(page, '[data-notice]', HTMLElement);
  const prompt = part(page, '[data-prompt]', HTMLElement);
  const table = part(page, '[data-table]', HTMLElement);
  const notes = part(page, '[data-notes]', HTMLElement);
  const download = part(page, '[data-download]', HTMLButtonElement);
  const chart = createTrendChart(part(page, '[data-chart]', HTMLElement), setting);
  const loading = createLoadingNotice(page, setting.searchSetting);
  let shown: TrendPicture | null = null;
  let failed = false;

  const settle = (
    said: string,
    picture: TrendPicture | null,
    standing: readonly HTMLElement[] = [],
  ): void => {
    loading.end();
    failed = false;
    shown = picture;
    status.textContent = said;
    notice.replaceChildren(...standing);
    prompt.hidden = true;
    page.toggleAttribute('data-answered', picture !== null);
    if (picture === null) {
      chart.clear();
      table.replaceChildren();
      notes.replaceChildren();
    }
    answer.setAttribute('aria-busy', 'false');
  };

  const undatedNote = ({ series }: TrendPicture): HTMLElement[] => {
    const some = series.filter(({ undated }) => undated > 0);
    if (some.length === 0) return [];
    const told = some.flatMap(({ query, undated }, i) => [
      i === 0 ? ' ' : '; ',
      element('span', { lang: 'vi' }, `“${query}”`),
      ' ',
      element(
        'a',
        { href: articlesAddress(setting, query, null) },
        countWords(words.found, undated, language),
      ),
    ]);
    return [element('p', { 'data-undated': '' }, words.undated, ...told, '.')];
  };

  const gapNote = ({ archive }: TrendPicture): HTMLElement[] =>
    archive.includes(0) ? [element('p', { 'data-gaps': '' }, words.gaps)] : [];

  const emptyNotice = (said: string, offersAll: boolean): HTMLElement => {
    const all = element('button', { type: 'button' }, words.allYears);
    all.addEventListener('click', actions.onAllYears);
    return element(
      'section',
      { class: 'notice' },
      element('p', {}, said),
      ...(offersAll ? [element('p', {}, all)] : []),
    );
  };

  download.addEventListener('click', () => {
    if (shown === null) return;
    saveFile(trendCsvName(shown), toTrendCsv(shown, setting.csvWords), 'text/csv;charset=utf-8');
  });

  return {
    wait(indexIsOpen) {
      answer.setAttribute('aria-busy', 'true');
      prompt.hidden = true;
      loading.begin(indexIsOpen);
    },
    progress: loading.progress,
    showPrompt() {
      settle('', null);
      prompt.hidden = false;
    },
    showPicture(picture, { finds, bounded }) {
      const { years, archive, series } = picture;
      const [first, last] = [years[0], years.at(-1)];
      if (first === undefined || last === undefined || archive.every((n) => n === 0)) {
        const said = bounded ? words.noYearsInRange : words.noYears;
        settle(said, null, [emptyNotice(said, bounded)]);
        return;
      }
      if (!finds) {
        settle(words.nothing, null, [
          emptyNotice(`${words.nothing}. ${setting.searchSetting.words.nothingHint}`, false),
        ]);
        return;
      }
      const span = fillWords(first === last ? words.oneYear : words.span, {
        first: String(first),
        last: String(last),
      });
      settle(`${countWords(words.drawn, series.length, language)}, ${span}`, picture);
      chart.show(picture);
      table.replaceChildren(trendTable(picture, setting));
      notes.replaceChildren(...gapNote(picture), ...undatedNote(picture));
    },
    showFailure(reason, file) {
      settle(setting.searchSetting.words.failed, null, [
        failureNotice(reason, file, setting.searchSetting, actions.onRetry),
      ]);
      failed = true;
    },
    hasFailed: () => failed,
  };
};
