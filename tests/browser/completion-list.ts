import type { Locator, Page } from 'playwright-core';
import { textsOf } from './search-site.ts';

export const boxOf = (page: Page): Locator => page.locator('main [data-search-input]');
export const listOf = (page: Page): Locator => page.locator('[data-completions]');
export const offered = (page: Page): Promise<string[]> => textsOf(page, '[data-completions] [role="option"]');
export const closed = (page: Page): Promise<void> => listOf(page).waitFor({ state: 'hidden' });

/** Types by hand and waits for the list, which must hold an option. */
export const type = async (page: Page, text: string): Promise<void> => {
  await boxOf(page).pressSequentially(text);
  await listOf(page).waitFor();
};

/** The text of the active option, or null where it is the text itself. */
export const active = (page: Page): Promise<string | null> =>
  boxOf(page).evaluate((input) => {
    const option = document.getElementById(input.getAttribute('aria-activedescendant') ?? '');
    return option?.getAttribute('aria-selected') === 'true' ? option.textContent : null;
  });
