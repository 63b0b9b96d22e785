import { isTag, isText, type ChildNode, type Element, type ParentNode } from 'domhandler';
import { inlineElements } from './inline-elements.ts';
import { isListing } from './page-listing.ts';
import { elementsIn, namesOf, textOf } from './page-tree.ts';

/** Elements that hold nothing of an article. */
const foreign: ReadonlySet<string> = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'math',
  'head',
  'iframe',
  'object',
  'embed',
  'button',
  'select',
  'option',
  'textarea',
  'input',
  'nav',
  'aside',
  'footer',
  'dialog',
  'audio',
  'video',
  'canvas',
  'map',
  'link',
  'meta',
]);

/** Names by which pages call their own parts. */
const furniture =
  /(?:^|[\s_-])(?:comments?|binh-?luan|comment-?\w*|related?|relate\w*|lien-?quan|tin-?(?:lien-?quan|khac|cung|moi|lq)\w*|tinlienquan|tinkhac|tincung\w*|cung-?(?:chuyen-?muc|muc)\w*|other-?news|more-?(?:news|articles)|read-?more|sidebar|side-?bar|share\w*|sharing|social\w*|chia-?se|breadcrumbs?|bread-?crumb|menu|navbar|nav|navigation|footer|banner\w*|ads?|adv|advert\w*|quang-?cao|qc|sponsor\w*|widget|popup|modal|tags?|tag-?\w*|tagdetail|keywords?|tu-?khoa|rating|rate|vote|danh-?gia|print|toolbar|tools?|tool-?bar|author-?(?:box|bio)|newsletter|subscribe|login|pagination|pager|hidden|hide|d-none|sr-only|visually-hidden|toc|copy-?link|link-?source\w*|bottom-?info|box-?(?:tin|news|category|related|lq)\w*|most-?(?:read|view)\w*|doc-?nhieu|xem-?nhieu|hot-?news|tindnd|topbar\w*|follow|feedback|phan-?hoi|poll|survey|inner-?article|recommend\w*|VCObjectBoxRelated\w*|cms-relate\w*|vjs-\w+|jw-?player\w*|link-?content-?footer|view-?count|luot-?xem|font-?size|cookie|swiper\w*|carousel|slick\w*)(?=$|[\s_-]|\d)/iu;

const central =
  /(?:^|[\s_-])(?:article-?(?:body|content)|articlebody|entry-?content|post-?content|content-?detail|detail-?content|noi-?dung|main-?content|fck_detail)/iu;

/** Names that a column of running text may bear as well: `print-area`, `tool-content`. */
const weak =
  /(?:^|[\s_-])(?:print|share\w*|toolbar|tools?|widget|tags?|tag-?\w*|rating|rate|hide|hidden|sidebar|side-?bar|modal|popup|follow|keywords?|swiper\w*|carousel|slick\w*|toc|social\w*)(?=$|[\s_-]|\d)/iu;

/** A part by a weak name has less running text than this. */
const maxWeakLength = 1200;

const isHidden = ({ attribs }: Element): boolean =>
  attribs.hidden !== undefined ||
  attribs['aria-hidden'] === 'true' ||
  (attribs.style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribs.style));

/** A form with more text than this is the whole page's, as ASP.NET has it. */
const maxFormLength = 500;

const isSmallForm = (element: Element): boolean => {
  if (element.name !== 'form') return false;
  const chosen = elementsIn(element).filter(({ name }) => name === 'option');
  const optionLength = chosen.reduce((sum, option) => sum + textOf(option, 200).length, 0);
  return textOf(element, maxFormLength + optionLength).length < maxFormLength + optionLength;
};

const unlinkedLength = (element: Element): number => {
  const linked = elementsIn(element).filter(({ name }) => name === 'a');
  return textOf(element).length - linked.reduce((sum, link) => sum + textOf(link).length, 0);
};

/** Whether an element bears a name that only the text of an article has. */
export const isCalledText = (element: Element): boolean =>
  element.attribs.itemprop === 'articleBody' || central.test(namesOf(element));

/** How much a whole page says. */
const pageLengths = new WeakMap<ParentNode, number>();

const pageLength = (element: Element): number => {
  let top: ParentNode = element;
  while (top.parent !== null) top = top.parent;
  const known = pageLengths.get(top) ?? top.children.reduce((sum, child) => sum + textOf(child).length, 0);
  pageLengths.set(top, known);
  return known;
};

/** Text beside a link in a part of the page is no shorter, if both are one sentence. */
const minBesideLength = 25;

const textBeside = (node: ChildNode | null): string =>
  node !== null && isText(node) ? node.data.trim() : '';

/** Whether an element is words of a sentence, whatever it is called: `<a class="cms-relate">` amid a paragraph. */
const isInSentence = ({ name, parent, prev, next }: Element): boolean => {
  if (!inlineElements.has(name) || parent === null || !isTag(parent)) return false;
  const beside = textBeside(prev) + textBeside(next);
  const least = /^(?:p|li|td|blockquote|figcaption|em|i|strong|b)$/.test(parent.name) ? 1 : minBesideLength;
  return /\p{L}/u.test(beside) && beside.length >= least;
};

const judgeForeign = (element: Element): boolean => {
  if (foreign.has(element.name) || isHidden(element) || isSmallForm(element)) return true;
  if (element.name.startsWith('amp-') && !/^amp-(?:img|anim|layout|fit-text)/.test(element.name)) return true;
  if (/^related/iu.test(element.attribs.type ?? '')) return true;
  if (
    ['html', 'body', 'main', 'article'].includes(element.name) ||
    element.attribs.itemprop === 'articleBody'
  )
    return false;
  if (isInSentence(element)) return false;
  if (isListing(element)) return true;
  const names = namesOf(element);
  if (names === '' || !furniture.test(names) || central.test(names)) return false;
  // Some pages call the column of the article a sidebar, or the like.
  return (
    !elementsIn(element).some((inner) => inner.name === 'h1' || isCalledText(inner)) &&
    !(
      weak.test(names) &&
      (unlinkedLength(element) > maxWeakLength || 2 * unlinkedLength(element) > pageLength(element))
    )
  );
};

const judged = new WeakMap<Element, boolean>();

/** Whether an element is a page's own part by what it is and how it is called. */
export const isForeign = (element: Element): boolean => {
  const known = judged.get(element) ?? judgeForeign(element);
  judged.set(element, known);
  return known;
};

/** Names by which pages call the text of an article. */
export const isCalledBody = (element: Element): boolean =>
  isCalledText(element) ||
  /(?:^|[\s_-])(?:detail|news-?content|content-?news|cms-?body|knc-content|singular-content|body-?content|contentdetail|article__body|news-detail|chi-?tiet|story-?body|the-article-body|bodytext|toan-?van|text-?conent)(?=$|[\s_-])/iu.test(
    namesOf(element),
  );

/** Whether an element is called the article's lead: `sapo`, as newspapers' makers say. */
export const isCalledLead = (element: Element): boolean =>
  !/articleBody/i.test(element.attribs.itemprop ?? '') &&
  (/(?:^|[\s_-])(?:\w*sapo\w*|abs|brief|lead|chapp?eau|standfirst|summary|tom-?tat|trich-?dan|mo-?ta|intro(?:text|duction)?|short-?(?:intro|desc\w*)|desc(?:ription)?|abstract|head-?(?:content|noi-?dung)|hometext|p-?head|trich-?yeu|gioi-?thieu-?bai|txt-?head|news-?head|(?:ctl|dnn)\S*(?:lbl|lit)-?(?:head|brief|desc\w*))(?=$|[\s_-])/iu.test(
    namesOf(element),
  ) ||
    /(?:^|\s)head(?=\s|$)/iu.test(element.attribs.class ?? ''));

/** Whether an element is called the article's headline. */
export const isCalledTitle = (element: Element): boolean =>
  /(?:^|[\s_-])(?:(?:lbl|ltr|lit|p)?-?(?:tieu-?de|title)(?:-?(?:news|detail|article|tin|bai|post))?|content-?heading|headline|(?:news|article|post|entry|detail|item)-?(?:title|heading))(?=$|[\s_-]|\d)/iu.test(
    namesOf(element),
  );

export const isCalledKicker = (element: Element): boolean =>
  /(?:^|[\s_-])(?:kicker|sup-?title|pre-?title|over-?title|overline|eyebrow|super-?title|(?:article__|cms-)sub|tieu-?de-?phu|title-?(?:sup|top))(?=$|[\s_-])|(?:^|[\s_-])(?:lbl-?)?sub(?=$|\s)/iu.test(
    namesOf(element),
  );

/** Whether an element is called the section that an article stands in. */
export const isCalledSection = (element: Element): boolean =>
  /(?:^|[\s_-])(?:\w?-?cate?(?:gory|gories|name|-?name|-?links?)?|the-article-category|cms_category|time_cate|chuyen-?muc|ten-?chuyen-?muc|folder-?title|section-?name|news-?cat\w*|left-?cat|zone-?(?:name|title)|group|(?:post|entry|article|news|detail)-?cat\w*|ms-?cat\w*)(?=$|[\s_-])/iu.test(
    namesOf(element),
  );

export const isCalledByline = (element: Element): boolean =>
  /(?:^|[\s_-])(?:\w*authors?|author-?(?:name|head|info|bot(?:tom)?|top|credit)|byline|post-?by|tac-?gia|nguoi-?viet|pen-?name|but-?danh|p-?author)(?=$|[\s_-])/iu.test(
    namesOf(element),
  ) ||
  element.attribs.rel === 'author' ||
  (element.name === 'a' &&
    /\/(?:tac-gia|author|but-danh|phong-vien)(?:[/.-]|$)/i.test(element.attribs.href ?? ''));

export const isCalledCaption = (element: Element): boolean =>
  element.name === 'figcaption' ||
  /(?:^|[\s_-])(?:(?:\w+_)?caption\w*|(?:\w+_)?chu[-_]?thich\w*|photo-?(?:desc|note|cap)\w*|img-?(?:desc|note|cap)\w*|image-?(?:desc|note)\w*|pcaption|wp-caption-text|cap(?=$|\s))(?=$|[\s_-])/iu.test(
    namesOf(element),
  ) ||
  /caption$/iu.test(element.attribs.class ?? '');
