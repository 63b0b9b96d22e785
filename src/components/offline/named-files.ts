/** Files that the build wrote, all in one folder, as pages, styles and scripts name them. */
const built = /(?:\b_site\/|["'`(]\.\/)([\w.@-]+\.(?:js|css|woff2|svg|png|webp|avif|jpe?g))/g;

const pictures = /[\s",]\/[^\s",]*?(images\/[\w./-]+\.\w+)/g;

/** What a page, a style or a script needs beside itself, below the base: `_site/page.abc.css`, `images/ab/abc.jpg`. */
export const namedFiles = (text: string): string[] => [
  ...new Set([
    ...[...text.matchAll(built)].map(([, name = '']) => `_site/${name}`),
    ...[...text.matchAll(pictures)].map(([, path = '']) => path),
  ]),
];

const letters: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#34;': '"',
  '&#39;': "'",
};

/** The title of a page, from its HTML. */
export const titleOf = (html: string): string =>
  (/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '').replace(/&(?:\w+|#\d+);/g, (one) => letters[one] ?? one);
