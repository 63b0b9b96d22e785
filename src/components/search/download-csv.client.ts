import { saveFile } from '../save-file.client.ts';
import { part } from './element.client.ts';
import { countWords, fillWords, formatNumber } from './fill-words.ts';
import { resultCsvName, toResultCsv } from './result-csv.ts';
import type { Asked } from './result-tools.client.ts';
import type { ToolProgress } from './tool-progress.client.ts';
import type { ToolSetting } from './tool-setting.client.ts';

/** The most articles of one table. */
const mostRows = 10_000;

/** The button that saves all results as a table. */
export const startCsv = (
  bar: HTMLElement,
  { words, citation }: ToolSetting,
  progress: ToolProgress,
  askedNow: () => Asked | null,
): void => {
  const { language } = citation;
  part(bar, '[data-csv]', HTMLButtonElement).addEventListener('click', () => {
    const asked = askedNow();
    if (asked === null) return;
    const { request, answer } = asked;
    void progress.gather(request, mostRows, answer.total).then((results) => {
      if (results === null) return;
      const queries = [...(request.within ?? []), request.query];
      saveFile(resultCsvName(queries), toResultCsv(results, citation), 'text/csv;charset=utf-8');
      progress.say(
        results.length >= answer.total
          ? countWords(words.saved, results.length, language)
          : fillWords(words.savedFirst, {
              n: formatNumber(results.length, language),
              total: formatNumber(answer.total, language),
            }),
      );
    });
  });
};
