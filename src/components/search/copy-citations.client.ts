import { toCitationList } from './citation.ts';
import { part } from './element.client.ts';
import { countWords, fillWords, formatNumber } from './fill-words.ts';
import type { Asked } from './result-tools.client.ts';
import type { ToolProgress } from './tool-progress.client.ts';
import type { ToolSetting } from './tool-setting.client.ts';

/** The most articles of one citation list. */
const mostCited = 1000;

/** Whether the clipboard took the text, which may come later than the reader's click allows to ask for the clipboard. */
const copyText = async (text: Promise<string>): Promise<boolean> => {
  const blob = text.then((known) => new Blob([known], { type: 'text/plain' }));
  // Whoever gathers the text meets its failure; a clipboard that is not there would not.
  blob.catch(() => undefined);
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
    return true;
  } catch {
    return false;
  }
};

/** The button that copies results as citations: those loaded, or all, which it asks where the two differ. */
export const startCiting = (
  bar: HTMLElement,
  { words, citation }: ToolSetting,
  progress: ToolProgress,
  askedNow: () => Asked | null,
): void => {
  const { language } = citation;
  const dialog = part(document, '[data-cite-dialog]', HTMLDialogElement);
  const choice = part(dialog, '[data-cite-choice]', HTMLElement);
  const shownButton = part(choice, '[data-cite-shown]', HTMLButtonElement);
  const allButton = part(choice, '[data-cite-all]', HTMLButtonElement);
  const refused = part(dialog, '[data-cite-refused]', HTMLElement);
  const list = part(refused, 'textarea', HTMLTextAreaElement);

  const open = (selected: 'choice' | 'refused'): void => {
    choice.hidden = selected !== 'choice';
    refused.hidden = selected !== 'refused';
    if (!dialog.open) dialog.showModal();
  };

  const cite = async ({ request, answer }: Asked, most: number): Promise<void> => {
    dialog.close();
    const gathered = progress.gather(request, most, answer.total);
    const text = gathered.then((results) => {
      if (results === null) throw new Error('stopped');
      return toCitationList(results, citation);
    });
    const copied = await copyText(text);
    const results = await gathered;
    if (results === null) return;
    if (copied) {
      progress.say(countWords(words.copied, results.length, language));
      return;
    }
    progress.say('');
    list.value = toCitationList(results, citation);
    open('refused');
    list.focus();
    list.select();
    list.scrollTop = 0;
  };

  part(bar, '[data-cite]', HTMLButtonElement).addEventListener('click', () => {
    const asked = askedNow();
    if (asked === null) return;
    const { total, results = [] } = asked.answer;
    if (results.length >= total) {
      void cite(asked, results.length);
      return;
    }
    const most = Math.min(total, mostCited);
    shownButton.textContent = countWords(words.citeShown, results.length, language);
    allButton.textContent =
      most === total
        ? countWords(words.citeAll, total, language)
        : fillWords(words.citeFirst, {
            n: formatNumber(most, language),
            total: formatNumber(total, language),
          });
    open('choice');
  });
  shownButton.addEventListener('click', () => {
    const asked = askedNow();
    if (asked !== null) void cite(asked, asked.answer.results?.length ?? 0);
  });
  allButton.addEventListener('click', () => {
    const asked = askedNow();
    if (asked !== null) void cite(asked, mostCited);
  });
  for (const close of dialog.querySelectorAll('[data-cite-close]')) {
    close.addEventListener('click', () => {
      dialog.close();
    });
  }
};
