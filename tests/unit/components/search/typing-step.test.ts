import { expect, test } from 'vitest';
import { typingStep } from '../../../../src/components/search/typing-step.ts';

test.each([
  ['', 'l', 'replace', 'the empty page is no place to come back to'],
  ['da', 'da n', 'replace', 'typed on'],
  ['da na', 'da', 'replace', 'taken back'],
  ['da', 'đà', 'replace', 'accents come while a syllable is typed'],
  ['dd', 'đ', 'replace', 'Telex makes one letter of two'],
  ['lũ lụt', 'lũ lụt ', 'replace', 'a space asks nothing new'],
  ['lũ lụt', '', 'push', 'emptied: Back brings it again'],
  ['lũ lụt', 'bóng đá', 'push', 'another query'],
])('%j → %j: %s (%s)', (before, after, step) => {
  expect(typingStep(before, after)).toBe(step);
});
