import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import type { Article } from '../../src/article/article.ts';
import { foldText } from '../../src/text/fold-text.ts';
import { blockTexts } from './article-text.ts';
import type { OpenPeer, Peer } from './peer.ts';

const shown = 10;
const address = 'https://bundle.invalid/';

interface Result {
  readonly id: string;
  readonly data: () => Promise<unknown>;
}
interface Instance {
  readonly init: () => Promise<void>;
  readonly options: (options: object) => Promise<void>;
  readonly search: (query: string) => Promise<{ results: readonly Result[] }>;
}
interface Library {
  readonly createInstance: (options: object) => Instance;
}

const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const toPage = (article: Article): string => {
  const [title = '', ...rest] = blockTexts(article).map(escapeHtml);
  const paragraphs = rest.map((text) => `<p>${text}</p>`).join('\n');
  return `<!doctype html><html lang="vi"><title>${title}</title><body><h1>${title}</h1>\n${paragraphs}`;
};

/** Pagefind's answers name fragments; the articles' ids are in them. */
const idsByFragment = (folder: string): Map<string, string> => {
  const ids = new Map<string, string>();
  for (const name of readdirSync(join(folder, 'fragment'))) {
    const json = gunzipSync(readFileSync(join(folder, 'fragment', name))).toString();
    const { url } = JSON.parse(json.replace(/^pagefind_dcd/, '')) as { url: string };
    ids.set(name.replace(/\.pf_fragment$/, ''), url.replace(/^\/|\.html$/g, ''));
  }
  return ids;
};

const unquoted = (text: string): string => text.replaceAll('"', '');

/** `isExact` has every query put in quotes, and marks compared where it has any. */
const open =
  (isExact: boolean) =>
  async (folder: string): Promise<OpenPeer> => {
    const ids = idsByFragment(folder);
    let bytes = 0;
    globalThis.fetch = (input) => {
      const asked = input instanceof Request ? input.url : String(input);
      const body = readFileSync(join(folder, new URL(asked).pathname));
      bytes += body.length;
      return Promise.resolve(new Response(body));
    };
    const library = (await import(pathToFileURL(join(folder, 'pagefind.js')).href)) as Library;
    const libraryBytes = readFileSync(join(folder, 'pagefind.js')).length;
    const start = async (): Promise<Instance> => {
      const instance = library.createInstance({ basePath: address, noWorker: true });
      await instance.init();
      return instance;
    };
    const askInstance = async (instance: Instance, text: string): Promise<readonly Result[]> => {
      if (isExact) await instance.options({ exactDiacritics: foldText(text) !== text.toLowerCase() });
      const { results } = await instance.search(isExact ? `"${unquoted(text)}"` : unquoted(text));
      await Promise.all(results.slice(0, shown).map(({ data }) => data()));
      return results;
    };
    const session = await start();
    return {
      async ask({ text }) {
        const started = performance.now();
        const results = await askInstance(session, text);
        const ms = performance.now() - started;
        return { ids: results.map(({ id }) => ids.get(id) ?? id), ms };
      },
      async transferOf({ text }) {
        bytes = libraryBytes;
        const fresh = await start();
        const atStart = bytes;
        await askInstance(fresh, text);
        return { startBytes: atStart, queryBytes: bytes - atStart };
      },
    };
  };

export const pagefindPeer: Peer = {
  note: 'One HTML page an article (`h1`, then `p`), all options as they come; quotes left out of the query.',
  async build(articles, folder) {
    const { index } = await pagefind.createIndex();
    if (index === undefined) throw new Error('pagefind has made no index');
    for (const article of articles) {
      const { errors } = await index.addHTMLFile({ url: `/${article.id}.html`, content: toPage(article) });
      if (errors.length > 0) throw new Error(errors.join('; '));
    }
    const { errors } = await index.writeFiles({ outputPath: folder });
    await pagefind.close();
    if (errors.length > 0) throw new Error(errors.join('; '));
  },
  open: open(false),
};

/** Over the same index as `pagefindPeer`. */
export const pagefindQuotedPeer: Peer = {
  note: 'The same index; every query in quotes, with `exactDiacritics` where it has marks.',
  build: pagefindPeer.build,
  open: open(true),
};
