import type { SearchClientWords } from '../../i18n/search-words.ts';
import { completionParts } from './completion-parts.ts';
import { element } from './element.client.ts';
import { countWords } from './fill-words.ts';

/** How long typing rests before completions are looked for: longer than before it is asked, so that the answer comes first. */
const restMs = 120;
/** Completions on offer at most, and at least where room is scarce; and how high one is at least, in pixels. */
const most = 6;
const fewest = 3;
const optionHeight = 44;

/** What the box needs of the page around it. */
export interface CompletionSetting {
  readonly words: SearchClientWords['completions'];
  readonly language: string;
  /** Rejects where there are none to be had; nothing is offered then. */
  readonly complete: (text: string, limit: number) => Promise<readonly string[]>;
  /** Takes a completion as if it had been typed and sent. */
  readonly onTake: (completion: string) => void;
}

/** The list below the box. */
export interface CompletionBox {
  /** Closes the list; it stays closed until typing goes on. */
  readonly close: () => void;
}

/** Pixels between the box and the end of what can be seen, an on-screen keyboard taken off. */
const roomBelow = (input: HTMLElement): number => {
  const { height, offsetTop } = visualViewport ?? { height: innerHeight, offsetTop: 0 };
  return height + offsetTop - input.getBoundingClientRect().bottom - 8;
};

const canComplete = ({ value, selectionStart }: HTMLInputElement): boolean =>
  selectionStart === value.length && (value.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= 2;

/** A change by hand, by letters or words: what is pasted, dictated or set by code is taken for whole. */
const isTyped = (event: Event): boolean =>
  event instanceof InputEvent &&
  /^(insert(Text|CompositionText)|delete)/.test(event.inputType) &&
  !/\S\s+\S/.test(event.data ?? '');

/**
 * Makes the search box an editable combobox whose list completes what is typed; nothing is taken unless the reader does.
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export const createCompletionBox = (
  input: HTMLInputElement,
  { words, language, complete, onTake }: CompletionSetting,
): CompletionBox => {
  const list = element('ul', {
    id: `${input.id}-goi-y`,
    role: 'listbox',
    'aria-label': words.label,
    class: 'completions',
    'data-completions': '',
    hidden: '',
  });
  const status = element('p', { role: 'status', class: 'visually-hidden', 'data-completion-count': '' });
  input.after(list, status);
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-expanded', 'false');

  let options: readonly string[] = [];
  /** The active option, -1 where it is the text itself. */
  let at = -1;
  /** Each change has a number; completions of an earlier text are dropped. */
  let change = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const activate = (to: number): void => {
    list.children[at]?.setAttribute('aria-selected', 'false');
    at = to;
    const option = list.children[at];
    if (option === undefined) {
      input.removeAttribute('aria-activedescendant');
      return;
    }
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', option.id);
  };

  /** Keeps the list within what can be seen, however little that is. */
  const fit = (): void => {
    list.style.maxHeight = `${Math.max(roomBelow(input), 2 * optionHeight)}px`;
  };

  const show = (completions: readonly string[]): void => {
    activate(-1);
    options = completions;
    const isOpen = options.length > 0;
    list.replaceChildren(
      ...options.map((text, i) => {
        const parts = completionParts(input.value, text) ?? { typed: '', added: text };
        const typed = element('span', { class: 'typed' }, parts.typed);
        return element(
          'li',
          { id: `${list.id}-${i}`, role: 'option', 'aria-selected': 'false', lang: 'vi' },
          ...(parts.typed === '' ? [] : [typed]),
          ...(parts.added === '' ? [] : [element('b', {}, parts.added)]),
        );
      }),
    );
    list.hidden = !isOpen;
    fit();
    input.setAttribute('aria-expanded', String(isOpen));
    if (!isOpen) status.textContent = '';
  };

  const close = (): void => {
    clearTimeout(timer);
    change += 1;
    if (options.length > 0) show([]);
  };

  const take = (index: number): void => {
    const completion = options[index];
    close();
    if (completion !== undefined) onTake(completion);
  };

  const offer = async (): Promise<void> => {
    const mine = change;
    const limit = Math.min(most, Math.max(fewest, Math.floor(roomBelow(input) / optionHeight)));
    const completions = await complete(input.value, limit).catch(() => []);
    if (mine !== change || document.activeElement !== input) return;
    show(completions);
    if (completions.length === 0) return;
    if (roomBelow(input) < fewest * optionHeight) {
      input.scrollIntoView({ block: 'start' });
      fit();
    }
    status.textContent = countWords(words.count, completions.length, language);
  };

  /** The text has changed: what no longer goes on from it is dropped at once, the rest stands until typing rests. */
  const follow = (): void => {
    clearTimeout(timer);
    change += 1;
    if (!canComplete(input)) {
      close();
      return;
    }
    if (options.length > 0)
      show(options.filter((text) => (completionParts(input.value, text)?.added ?? '') !== ''));
    timer = setTimeout(() => void offer(), restMs);
  };

  /** Through the options and, past either end, back to the text. */
  const step = (by: 1 | -1): void => {
    const places = options.length + 1;
    activate(((at + 1 + by + places) % places) - 1);
  };

  input.addEventListener('input', (event) => {
    if (event instanceof InputEvent && event.isComposing) return;
    if (isTyped(event)) follow();
    else close();
  });
  input.addEventListener('compositionstart', close);
  input.addEventListener('compositionend', follow);
  input.addEventListener('blur', close);
  input.form?.addEventListener('submit', close);
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const isOpen = options.length > 0;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        if (!isOpen || event.shiftKey) return;
        event.preventDefault();
        step(event.key === 'ArrowDown' ? 1 : -1);
        return;
      case 'Enter':
        if (at < 0) return;
        event.preventDefault();
        take(at);
        return;
      case 'Escape':
        // Some browsers empty a search box at this key.
        if (input.value !== '') event.preventDefault();
        close();
        return;
      case 'Tab':
        close();
        return;
      case 'ArrowLeft':
      case 'ArrowRight':
      case 'Home':
      case 'End':
        activate(-1);
    }
  });
  // The box keeps its focus, and on phones its keyboard, while an option is pressed.
  list.addEventListener('mousedown', (event) => {
    event.preventDefault();
  });
  list.addEventListener('click', ({ target }) => {
    const option = target instanceof Element ? target.closest('[role="option"]') : null;
    if (option !== null) take([...list.children].indexOf(option));
  });
  return { close };
};
