import type { ArchiveSearch, SearchRequest, SearchResult } from '../../search/search-answer.ts';
import { part } from './element.client.ts';
import { fillWords, formatNumber } from './fill-words.ts';
import { gatherResults } from './gather-results.ts';
import type { ToolSetting } from './tool-setting.client.ts';

/** Gathers results before the reader's eyes, who can stop it. One gathering at a time: a new one ends the former. */
export interface ToolProgress {
  /** The results, or null where the reader stopped it or the index failed, which has been said by then. */
  readonly gather: (request: SearchRequest, most: number, total: number) => Promise<SearchResult[] | null>;
  /** Says what was done. */
  readonly say: (said: string) => void;
  /** Another answer stands: what was done with the former is said no longer. */
  readonly forget: () => void;
}

export const createToolProgress = (
  bar: HTMLElement,
  { words, citation }: ToolSetting,
  search: ArchiveSearch['search'],
): ToolProgress => {
  const status = part(bar, '[data-tool-status]', HTMLElement);
  const progress = part(bar, '[data-tool-progress]', HTMLElement);
  const meter = part(progress, 'progress', HTMLProgressElement);
  const told = part(progress, '[data-tool-told]', HTMLElement);
  const cancel = part(progress, '[data-tool-cancel]', HTMLButtonElement);
  let running: AbortController | null = null;

  const show = (done: number, total: number): void => {
    meter.max = total;
    meter.value = done;
    const numbers = {
      done: formatNumber(done, citation.language),
      total: formatNumber(total, citation.language),
    };
    told.textContent = fillWords(words.gathering, numbers);
  };

  cancel.addEventListener('click', () => {
    running?.abort();
    bar.querySelector<HTMLElement>('[data-csv]')?.focus();
  });

  return {
    async gather(request, most, total) {
      running?.abort();
      const mine = new AbortController();
      running = mine;
      show(0, Math.min(most, total));
      status.textContent = told.textContent;
      progress.hidden = false;
      try {
        const { signal } = mine;
        const onProgress = (done: number, wanted: number): void => {
          if (running === mine) show(done, wanted);
        };
        const results = await gatherResults(search, request, most, { signal, onProgress });
        if (results === null && running === mine) status.textContent = words.cancelled;
        return results;
      } catch {
        if (running === mine) status.textContent = words.failed;
        return null;
      } finally {
        if (running === mine) {
          running = null;
          progress.hidden = true;
        }
      }
    },
    say(said) {
      status.textContent = said;
    },
    forget() {
      if (running === null) status.textContent = '';
    },
  };
};
