import { parseHTML } from 'linkedom';

/** A built site: its files by path, the base that it was built for, and the origin that it takes for its own. */
export interface BuiltSite {
  readonly files: ReadonlyMap<string, Buffer>;
  readonly base: string;
  readonly origin: string;
}

const isText = (name: string): boolean => /\.(?:html|xml|txt|wlnk|json|css|js|svg)$/.test(name);

/** Each candidate of a `srcset`. */
const candidates = (srcset: string): string[] =>
  srcset.split(',').map((one) => one.trim().split(/\s+/)[0] ?? '');

const linksOfPage = (html: string): string[] => {
  const { document } = parseHTML(html);
  const values = (name: string): string[] =>
    [...document.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name) ?? '');
  return [
    ...['href', 'src', 'action', 'poster', 'cite', 'data-own'].flatMap(values),
    ...['srcset', 'imagesrcset'].flatMap(values).flatMap(candidates),
  ];
};

const matches = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, found = '']) => found);

/** What a file says of others: attributes of pages, addresses in styles, scripts, feeds and maps. */
const linksOf = (name: string, text: string, origin: string): string[] => {
  const own = new RegExp(`(${origin.replaceAll('.', '\\.')}[^\\s"'<>(){}&\`\\\\]*)`, 'g');
  const whole = matches(text, own).map((address) => address.replace(/[.,;]+$/, ''));
  if (name.endsWith('.html')) return [...whole, ...linksOfPage(text)];
  if (name.endsWith('.css')) return [...whole, ...matches(text, /url\(["']?([^"')]+)/g)];
  if (name.endsWith('.xml')) return [...whole, ...matches(text, /(?:href|template)="([^"{]+)/g)];
  if (name.endsWith('.wlnk')) return [...whole, ...matches(text, /<([^>]+)>/g)];
  if (name.endsWith('.js'))
    return [...whole, ...matches(text, /["'`(]((?:\.|\/[^"'`\s]*_site)\/[\w.@-]+)["'`)]/g)];
  return whole;
};

const idsOf = (html: string): Set<string> =>
  new Set(matches(html, /\s(?:id|name)="([^"]+)"/g).map((id) => id.replaceAll('&amp;', '&')));

/** Every link of a site to itself that leads nowhere, or out of its base, or to a part that its page does not have. */
export const brokenLinks = ({ files, base, origin }: BuiltSite): string[] => {
  const ids = new Map<string, Set<string>>();
  const hasId = (file: string, id: string): boolean => {
    const known = ids.get(file) ?? idsOf(files.get(file)?.toString('utf8') ?? '');
    ids.set(file, known);
    return known.has(id);
  };
  const faultOf = (name: string, link: string): string | null => {
    if (link === '' || !URL.canParse(link, origin)) return 'is no address';
    const page = new URL(
      base + (name === '404.html' ? '' : name.replace(/(^|\/)index\.html$/, '$1')),
      origin,
    );
    const target = new URL(link, page);
    if (target.origin !== origin) return null;
    if (!target.pathname.startsWith(base)) return 'leads out of the base';
    const path = decodeURIComponent(target.pathname.slice(base.length));
    const own = name === '404.html' && link.startsWith('#') ? name : null;
    const file = own ?? (path === '' || path.endsWith('/') ? `${path}index.html` : path);
    if (!files.has(file)) return 'leads nowhere';
    const id = decodeURIComponent(target.hash.slice(1));
    return id === '' || hasId(file, id) ? null : 'leads to no part of that page';
  };
  return [...files].flatMap(([name, bytes]) => {
    if (!isText(name)) return [];
    const links = new Set(linksOf(name, bytes.toString('utf8'), origin));
    return [...links].flatMap((link) => {
      const fault = faultOf(name, link);
      return fault === null ? [] : [`${name}: ${link} ${fault}`];
    });
  });
};
