const key = 'khobao:text-size';

/** A browser may refuse to keep anything. */
const keep = (size: string): void => {
  try {
    if (size === 'medium') localStorage.removeItem(key);
    else localStorage.setItem(key, size);
  } catch {
    // The size holds for this page.
  }
};

const kept = (): string => {
  try {
    return localStorage.getItem(key) ?? 'medium';
  } catch {
    return 'medium';
  }
};

const show = (size: string): void => {
  document.documentElement.dataset.textSize = size;
};

/** The three sizes of an article’s text: the one that was chosen last holds for every article. */
export const startTextSize = (): void => {
  const choice = document.querySelector<HTMLElement>('[data-text-sizes]');
  if (choice === null) return;
  const inputs = [...choice.querySelectorAll('input')];
  const before = kept();
  const chosen = inputs.some(({ value }) => value === before) ? before : 'medium';
  show(chosen);
  for (const input of inputs) {
    input.checked = input.value === chosen;
    input.addEventListener('change', () => {
      show(input.value);
      keep(input.value);
    });
  }
  choice.hidden = false;
};
