import { Element, isTag, isText, type ChildNode, type Document } from 'domhandler';
import { isImprint } from './imprint.ts';
import { inlineElements } from './inline-elements.ts';
import { isCalledBody, isCalledText, isForeign } from './page-furniture.ts';

/** A run of text shorter than this says nothing of where the article is. */
const minRun = 25;

/** Shorter runs that end no sentence (dates, headlines, labels) hardly tell that a parent holds more of the article. */
const minLine = 80;
const lineShare = 0.3;

/** A parent with this much more running text than the best element holds the article in parts. */
const climbFactor = 1.25;

/** So much more where the element bears a name that only an article's text has. */
const climbFactorOfCalled = 2;

/** An element with more of its text in links is a list of other pages. */
const maxLinkShare = 0.35;

interface Stats {
  /** Characters of text, of those in links, and the weight of running text below. */
  readonly text: number;
  readonly link: number;
  readonly prose: number;
}

interface Found {
  readonly stats: Map<Element, Stats>;
  readonly scores: Map<Element, number>;
}

const none: Stats = { text: 0, link: 0, prose: 0 };
const add = (a: Stats, b: Stats): Stats => ({
  text: a.text + b.text,
  link: a.link + b.link,
  prose: a.prose + b.prose,
});

const weigh = (text: string): number =>
  1 + (text.match(/[,;.]\s/g)?.length ?? 0) + Math.floor(text.length / 100);

const inlineText = (node: ChildNode, isLinked: boolean, run: { text: string; link: number }): void => {
  if (isText(node)) {
    const text = node.data.replace(/\s+/g, ' ');
    run.text += text;
    if (isLinked) run.link += text.trim().length;
  } else if (isTag(node) && !isForeign(node)) {
    for (const child of node.children) inlineText(child, isLinked || node.name === 'a', run);
  }
};

const isInline = (node: ChildNode): boolean =>
  isText(node) || (isTag(node) && inlineElements.has(node.name) && node.children.every(isInline));

const measure = (element: Element, above: readonly Element[], found: Found): Stats => {
  if (isForeign(element)) return none;
  let stats = none;
  let run = { text: '', link: 0 };
  const endRun = (): void => {
    const text = run.text.trim();
    const isRunning = text.length >= minRun && !isImprint(text);
    const prose = isRunning ? weigh(text) * (1 - Math.min(1, run.link / text.length)) : 0;
    if (prose > 0) {
      const holders = element.name === 'p' ? above : [...above, element];
      for (const [i, share] of [1, 0.5, 0.25].entries()) {
        const holder = holders[holders.length - 1 - i];
        if (holder !== undefined) found.scores.set(holder, (found.scores.get(holder) ?? 0) + prose * share);
      }
    }
    const told = text.length >= minLine || /[.!?…:;”"]$/.test(text) ? prose : prose * lineShare;
    stats = add(stats, { text: text.length, link: run.link, prose: told });
    run = { text: '', link: 0 };
  };
  for (const child of element.children) {
    if (isInline(child)) inlineText(child, element.name === 'a', run);
    else if (isTag(child)) {
      endRun();
      stats = add(stats, measure(child, [...above.slice(-2), element], found));
    }
  }
  endRun();
  found.stats.set(element, stats);
  return stats;
};

/**
 * Where the article's text stands (`core`: most of it, where it stands in parts), and how much running text is there; null where the page has none.
 * @param known the element that holds it, where that is known
 */
export const findBody = (
  page: Document,
  known: Element | null = null,
): { body: Element; core: Element; prose: number; linkShare: number } | null => {
  const found: Found = { stats: new Map(), scores: new Map() };
  // A page need not have a body element of its own.
  measure(new Element('body', {}, [...page.children]), [], found);
  const statsOf = (element: Element): Stats => found.stats.get(element) ?? none;
  const shareOf = ({ link, text }: Stats): number => (text === 0 ? 1 : link / text);
  if (known !== null)
    return { body: known, core: known, prose: statsOf(known).prose, linkShare: shareOf(statsOf(known)) };
  let best: { element: Element; score: number } | null = null;
  for (const [element, score] of found.scores) {
    const weighed = score * (1 - shareOf(statsOf(element))) * (isCalledBody(element) ? 1.5 : 1);
    if (best === null || weighed > best.score) best = { element, score: weighed };
  }
  if (best === null) return null;
  let body = best.element;
  for (let above = body.parent; above !== null && isTag(above); above = above.parent) {
    if (above.name === 'body' || above.name === 'html') break;
    const whole = statsOf(above);
    const factor = isCalledText(body) ? climbFactorOfCalled : climbFactor;
    if (whole.prose >= statsOf(body).prose * factor && shareOf(whole) < maxLinkShare) body = above;
  }
  return { body, core: best.element, prose: statsOf(body).prose, linkShare: shareOf(statsOf(body)) };
};
