/**
 * Holds the built sample site to its limits, and prints what it measured. Run by `npm run sizes` after a build:
 * `node tests/site/check-sizes.ts [dist]`. Sizes are in bytes, gzipped where a host would compress (level 9).
 */
import { readFileSync, readdirSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';

const site = process.argv[2] ?? 'dist';
const files = readdirSync(site, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(site, join(entry.parentPath, entry.name)))
  .sort();

const gzipped = (file: string): number => gzipSync(readFileSync(join(site, file)), { level: 9 }).length;
const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);
const ofKind = (...endings: string[]): string[] => files.filter((file) => endings.includes(extname(file)));
const pages = ofKind('.html');
const articles = pages.filter((file) => /^bai\/[^/]+\/[^/]+\/[^/]+\/index\.html$/.test(file));

/** The files of our own that a page asks for by itself, one step deep and through the scripts' imports. */
const askedBy = (page: string, ending: string): string[] => {
  const known = new Set(files.filter((file) => file.endsWith(ending) && !file.startsWith('search/')));
  const asked = new Set<string>();
  const visit = (text: string): void => {
    for (const file of known) {
      const name = file.split('/').at(-1) ?? '';
      if (asked.has(file) || !text.includes(name)) continue;
      asked.add(file);
      visit(readFileSync(join(site, file), 'utf8'));
    }
  };
  visit(readFileSync(join(site, page), 'utf8'));
  return [...asked];
};

const largest = (list: readonly string[], sizeOf: (file: string) => number): { size: number; file: string } =>
  list.reduce((most, file) => (sizeOf(file) > most.size ? { size: sizeOf(file), file } : most), {
    size: 0,
    file: '–',
  });

/** The code that searches, for a worker, and for the page itself in a browser without workers of modules. */
const waysToSearch = [/open-search-worker[^/]*$/, /open-search\.[^/]*$/];

/** Of the two ways to search a browser loads one: the shorter of the two is not counted. */
const notLoaded = (scripts: readonly string[]): number => {
  const ways = waysToSearch.map((way) => sum(scripts.filter((file) => way.test(file)).map(gzipped)));
  return Math.min(...ways);
};

const scriptsOf = (page: string): number => {
  const scripts = askedBy(page, '.js');
  return sum(scripts.map(gzipped)) - notLoaded(scripts);
};
const isSearch = (page: string): boolean => /^(en\/)?(tim|xu-huong)\/index\.html$/.test(page);

const article = largest(articles, gzipped);
const style = largest(pages, (page) => sum(askedBy(page, '.css').map(gzipped)));
const fonts = largest(articles.slice(0, 1), () =>
  sum(ofKind('.woff2').map((file) => readFileSync(join(site, file)).length)),
);
const script = largest(
  pages.filter((page) => !isSearch(page)),
  scriptsOf,
);
const searchScript = largest(pages.filter(isSearch), scriptsOf);
const counted = files.filter((file) => !/^(ban-chup|images)\//.test(file)).length;

const rows: readonly { what: string; is: number; limit: number; where: string }[] = [
  { what: 'largest article page, gzipped', is: article.size, limit: 20_000, where: article.file },
  { what: 'styles of a page, gzipped', is: style.size, limit: 15_000, where: style.file },
  { what: 'all fonts', is: fonts.size, limit: 120_000, where: '*.woff2' },
  { what: 'scripts of a page, search apart, gzipped', is: script.size, limit: 12_000, where: script.file },
  {
    what: 'scripts of search or trends, gzipped',
    is: searchScript.size,
    limit: 60_000,
    where: searchScript.file,
  },
];
for (const { what, is, limit, where } of rows) {
  console.log(
    `${is <= limit ? 'ok  ' : 'OVER'} ${what.padEnd(42)} ${String(is).padStart(8)} of ${String(limit).padStart(8)}  ${where}`,
  );
}
/** Lists and the pages that every site has weigh little in an archive of a size to be published, and much in a sample. */
const fewArticles = 2000;
const filesForEach = counted / Math.max(1, articles.length);
const tooMany = articles.length >= fewArticles && filesForEach > 1.3;
console.log(
  `${tooMany ? 'OVER' : 'ok  '} files in the site: ${counted}, ${filesForEach.toFixed(2)} for each of ${articles.length} articles (of 1.30 from ${fewArticles} articles on)`,
);
if (articles.length === 0) throw new Error(`${site} holds no article page: build it first`);
if (tooMany || rows.some(({ is, limit }) => is > limit)) process.exitCode = 1;
