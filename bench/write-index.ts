/** Writes the search index of the first articles of a bench's folder, in a process of its own: `write-index.ts FOLDER ARTICLES OUT`. */
import { writeSearchIndex } from '../src/search/write-index-fs.ts';
import { readArticles } from './search/corpus-articles.ts';

const [folder = '', articles = '', out = ''] = process.argv.slice(2);
const started = performance.now();
const written = await writeSearchIndex(readArticles(folder).take(Number(articles)), out);
console.log(JSON.stringify({ ...written, seconds: (performance.now() - started) / 1000 }));
