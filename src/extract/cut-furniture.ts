import type { Cut } from './draft.ts';
import { furnitureOf, sectionOfBreadcrumb } from './furniture.ts';
import { endsSentence, isProse } from './prose.ts';
import type { TextLine } from './text-lines.ts';

/** Of a box of headlines, only lines as short as headlines are taken. */
const maxHeadlineLength = 220;

interface Kept {
  readonly kept: TextLine[];
  readonly cut: Cut[];
  readonly section: string | null;
}

const isHeadline = ({ text }: TextLine): boolean =>
  text.length <= maxHeadlineLength && !(isProse(text) && endsSentence(text));

/**
 * The lines without the page's own: breadcrumbs, share bars, view counts and lone dots wherever they stand; boxes of other
 * headlines; and, once running text has been met, everything from the line that ends the article on.
 */
export const cutFurniture = (lines: readonly TextLine[]): Kept => {
  const kept: TextLine[] = [];
  const cut: Cut[] = [];
  let section: string | null = null;
  let hasProse = false;
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i];
    if (line === undefined) break;
    const kind = furnitureOf(line.text);
    if (kind === null) {
      hasProse ||= isProse(line.text);
      kept.push(line);
      continue;
    }
    if (kind === 'breadcrumb' && !hasProse) section ??= sectionOfBreadcrumb(line.text);
    if (kind === 'end' && hasProse) {
      cut.push({
        rule: 'after-the-end',
        text: lines
          .slice(i)
          .map(({ text }) => text)
          .join('\n'),
      });
      break;
    }
    if (kind === 'box' && hasProse) {
      const after = lines.findIndex((other, at) => at > i && !isHeadline(other));
      const end = after === -1 ? lines.length : after;
      cut.push({
        rule: 'related-box',
        text: lines
          .slice(i, end)
          .map(({ text }) => text)
          .join('\n'),
      });
      i = end - 1;
      continue;
    }
    cut.push({ rule: kind === 'breadcrumb' ? 'breadcrumb' : 'page-furniture', text: line.text });
  }
  return { kept, cut, section };
};
