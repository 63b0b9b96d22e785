import type { CommandContext } from './command.ts';
import { fill } from './fill.ts';
import { placeOf, type Outcome } from './to-outcome.ts';

/** So many of what was skipped are named to a person. */
const maxNamed = 5;

/** Gathers what an import skips, and names the first of it to a person, in one line. */
export const openSkipped = ({
  words,
  json,
  print,
}: CommandContext): { readonly meet: (outcome: Outcome) => void; readonly tell: () => void } => {
  const named: string[] = [];
  let count = 0;
  return {
    meet(outcome) {
      if (outcome.status !== 'skipped') return;
      count += 1;
      if (named.length < maxNamed) named.push(placeOf(outcome));
    },
    tell() {
      if (json || count === 0) return;
      const { skippedNamed, skippedMore } = words.import;
      const more = count - named.length;
      print(fill(more > 0 ? skippedMore : skippedNamed, { names: named.join(', '), n: more }));
    },
  };
};
