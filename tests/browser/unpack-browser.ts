import { findBrowser } from './find-browser.ts';

/** Before any test: unpacks the packaged browser once, since test files side by side would meet one half unpacked. */
export const setup = async (): Promise<void> => {
  await findBrowser();
};
