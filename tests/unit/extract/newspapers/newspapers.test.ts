import { expect, test } from 'vitest';
import { compareFields, readNewspapers } from './read-newspaper.ts';

// Pages as Vietnamese newspapers, portals and blogs have been made since 2003; all words in them are ours.
test.each(readNewspapers().map(({ name, ...page }) => [name, page] as const))(
  '%s',
  (_name, { html, page }) => {
    const fields = Object.entries(compareFields(html, page));
    expect(Object.fromEntries(fields.map(([field, [, found]]) => [field, found]))).toEqual(
      Object.fromEntries(fields.map(([field, [expected]]) => [field, expected])),
    );
  },
);
