import { isInPartsFolder } from '../capture/walk-inputs-fs.ts';
import type { CommandContext } from './command.ts';
import { fill } from './fill.ts';
import { placeOf, type Outcome } from './to-outcome.ts';

/** So many of what was skipped are named to a person. */
const maxNamed = 5;

const openLine = () => {
  const named: string[] = [];
  let count = 0;
  return {
    meet(place: string): void {
      count += 1;
      if (named.length < maxNamed) named.push(place);
    },
    /** Null where nothing was met. */
    print(all: string, first: string): string | null {
      const more = count - named.length;
      return count === 0 ? null : fill(more > 0 ? first : all, { names: named.join(', '), n: more });
    },
  };
};

/** Gathers what an import skips, and names the first of it to a person: the files of saved pages apart, in a line each. */
export const openSkipped = ({
  words,
  json,
  print,
}: CommandContext): { readonly meet: (outcome: Outcome) => void; readonly tell: () => void } => {
  const beside = openLine();
  const others = openLine();
  return {
    meet(outcome) {
      if (outcome.status !== 'skipped') return;
      (isInPartsFolder(outcome.input) ? beside : others).meet(placeOf(outcome));
    },
    tell() {
      if (json) return;
      const { skippedNamed, skippedMore, skippedBeside, skippedBesideMore } = words.import;
      for (const line of [
        beside.print(skippedBeside, skippedBesideMore),
        others.print(skippedNamed, skippedMore),
      ]) {
        if (line !== null) print(line);
      }
    },
  };
};
