import { isLabelledByline, isNameLike, parseByline, type Byline } from './byline.ts';
import { parseDatelines, type Dateline } from './dateline.ts';
import type { Cut } from './draft.ts';
import type { PageBlock } from './page-blocks.ts';
import { isProse } from './prose.ts';

/** Above the text, datelines and bylines are looked for among so many blocks. */
export const maxHeadBlocks = 6;

/** A headline that only its bold letters tell is so long. */
const minTitleLength = 15;
const maxTitleLength = 250;

/** What is called a lead and is shorter is none. */
const minLeadLength = 20;

/** What stands above the running text in its own column. */
export interface PageHead {
  readonly title: string | null;
  readonly lead: string | null;
  readonly datelines: readonly Dateline[];
  readonly byline: Byline | null;
  readonly section: string | null;
  readonly cut: readonly Cut[];
  readonly rest: PageBlock[];
}

/** What is called a byline and is longer is text. */
const maxBylineLength = 120;

/** A small line above a lead is no longer. */
const maxSmallLength = 60;

const labelledSection = /^(?:chuyên mục|danh mục|thể loại|mục)\s*:\s*(\S.{1,58})$/iu;

const isBoldTitle = ({ text, isBold, block }: PageBlock): boolean =>
  (isBold || block.type === 'heading') &&
  text.length >= minTitleLength &&
  text.length <= maxTitleLength &&
  !isProse(text);

/** Small lines that stand above a lead in the same column are the page's own, but for a byline or a date. */
const cutAboveLead = (rest: PageBlock[], lead: string | null): Cut[] => {
  const at = lead === null ? -1 : rest.slice(0, maxHeadBlocks).findIndex(({ text }) => text === lead);
  const above = at === -1 ? [] : rest.slice(0, at);
  const isSmall = ({ text, block, called }: PageBlock): boolean =>
    block.type === 'paragraph' &&
    called === null &&
    text.length <= maxSmallLength &&
    !isProse(text) &&
    parseDatelines(text).length === 0 &&
    parseByline(text) === null;
  return above.filter(isSmall).map((item) => {
    rest.splice(rest.indexOf(item), 1);
    return { rule: 'head', text: item.text };
  });
};

/** A byline of a writer and a newspaper in bold or slanted letters right above the text: `Linh Thử/Người Xứ Mẫu`. */
const slashedByline = (item: PageBlock, next: PageBlock | undefined): Byline | null => {
  if (next === undefined || item.text.length > 60 || !(item.isBold || item.block.type === 'heading'))
    return null;
  const [name, paper, ...others] = item.text.split(/\s*\/\s*/u);
  if (name === undefined || paper === undefined || others.length > 0) return null;
  return name.includes(' ') && paper.includes(' ') && isNameLike(name) && /^\p{Lu}/u.test(paper)
    ? { authors: [name], organisation: paper }
    : null;
};

/**
 * Reads headline (where none is known), dateline, byline and lead off the first blocks.
 * @param known what the page shows of them outside the text's column
 */
export const readPageHead = (
  blocks: readonly PageBlock[],
  known: { readonly hasTitle: boolean; readonly lead: string | null; readonly description?: string | null },
): PageHead => {
  const rest = [...blocks];
  const cut: Cut[] = [];
  cut.push(...cutAboveLead(rest, known.lead));
  const datelines: Dateline[] = [];
  let { lead } = known;
  let title: string | null = null;
  let byline: Byline | null = null;
  let section: string | null = null;
  for (let i = 0; i < Math.min(maxHeadBlocks, rest.length);) {
    const item = rest[i];
    if (item === undefined) break;
    const { text, block, called } = item;
    const isLine = block.type === 'paragraph' || block.type === 'heading';
    const take = (rule: string): void => {
      cut.push({ rule, text });
      rest.splice(i, 1);
    };
    if (isProse(text) && called !== 'lead') {
      // A bold first paragraph is a lead, too.
      const isMarked = item.isBold || block.type === 'heading' || text === known.description;
      if (isMarked && lead === null && isLine && rest.length > 2) {
        lead = text;
        rest.splice(i, 1);
      }
      break;
    }
    const [dateline, ...others] = isLine ? parseDatelines(text) : [];
    const named: Byline | null =
      isLine && (called === 'byline' || isLabelledByline(text))
        ? parseByline(text.split('\n')[0] ?? '')
        : isLine && byline === null
          ? slashedByline(item, rest[i + 1])
          : null;
    const sectionName = isLine ? labelledSection.exec(text)?.[1] : undefined;
    if (sectionName !== undefined) {
      section ??= sectionName;
      take('section');
    } else if (dateline !== undefined) {
      datelines.push(dateline, ...others);
      byline ??= dateline.rest === '' ? null : parseByline(dateline.rest);
      take('head');
    } else if (named !== null) {
      byline = named;
      take('head');
    } else if (called === 'byline' && text.length <= maxBylineLength) {
      take('head');
    } else if (!known.hasTitle && title === null && isBoldTitle(item)) {
      title = text;
      take('head');
    } else if (isLine && lead === null && text.length >= minLeadLength && called === 'lead') {
      lead = text;
      take('lead');
    } else i += 1;
  }
  return { title, lead, datelines, byline, section, cut, rest };
};
