import type { KeptResponses } from './keep-responses.ts';
import type { TitleField } from './kept-parts.ts';
import { namedFiles, titleOf } from './named-files.ts';

/** Pages that were read last, and files of pages, that are kept at most. */
export const mostPages = 500;
const mostFiles = 2000;

/** Kept whatever the reader opens: the doors of the archive, in both languages. */
const doors = ['', 'tim/', 'ngoai-mang/'].flatMap((path) => [path, `en/${path}`]);

const titleField: TitleField = 'x-khobao-title';

/** Whether an answer is a page. */
export const isPage = ({ headers }: Response): boolean =>
  (headers.get('content-type') ?? '').startsWith('text/html');

/** Pages of an archive, kept with all that they need to be shown. */
export interface PageKeeping {
  /** Takes what the network gave for a page: the page, a notice in its place, or the news that it is gone. */
  readonly take: (address: string, response: Response) => Promise<void>;
  /** Keeps a file that a page asked for. */
  readonly takeFile: (address: string, response: Response) => Promise<void>;
  readonly takeDoors: () => Promise<void>;
  /** Lets go of an article that was withdrawn: its page, its former versions', the pictures that they show. */
  readonly letGo: (id: string) => Promise<void>;
}

/** Keeps pages below `root`, the whole address of the site's base. */
export const keepPages = (root: string, kept: KeptResponses): PageKeeping => {
  const doorAddresses = new Set(doors.map((path) => root + path));

  const takeFile = async (address: string, response: Response): Promise<void> => {
    // Some hosts answer with a page of theirs for what is not there.
    if (response.status !== 200 || isPage(response)) return;
    const isCode = /\.(?:js|css)$/.test(address);
    const named = isCode ? namedFiles(await response.clone().text()) : [];
    await kept.put('files', address, response);
    await takeFiles(named);
  };
  const takeFiles = async (paths: readonly string[]): Promise<void> => {
    for (const path of paths) {
      const address = root + path;
      if ((await kept.find('files', address)) !== null) continue;
      const response = await fetch(address).catch(() => null);
      if (response !== null) await takeFile(address, response);
    }
  };
  const picturesOf = async (address: string): Promise<string[]> => {
    const page = await kept.find('pages', address);
    return page === null ? [] : namedFiles(await page.text()).filter((path) => path.startsWith('images/'));
  };
  const drop = async (address: string): Promise<void> => {
    for (const path of await picturesOf(address)) await kept.drop('files', root + path);
    await kept.drop('pages', address);
  };
  const take = async (address: string, response: Response): Promise<void> => {
    if (response.status === 404 || response.status === 410) return drop(address);
    if (response.status !== 200 || response.redirected || !isPage(response)) return;
    const html = await response.text();
    const files = namedFiles(html);
    for (const path of await picturesOf(address)) {
      if (!files.includes(path)) await kept.drop('files', root + path);
    }
    const headers = new Headers(response.headers);
    // They tell of the bytes that came, which were unpacked since.
    for (const name of ['content-encoding', 'content-length']) headers.delete(name);
    headers.set(titleField, encodeURIComponent(titleOf(html)));
    await kept.put('pages', address, new Response(html, { headers }));
    await takeFiles(files);
    await kept.trim('pages', mostPages, (one) => doorAddresses.has(one));
    await kept.trim('files', mostFiles);
  };
  return {
    take,
    takeFile,
    async takeDoors() {
      for (const address of doorAddresses) {
        const response = await fetch(address, { cache: 'no-cache' }).catch(() => null);
        if (response !== null) await take(address, response);
      }
    },
    async letGo(id) {
      const article = `${root}bai/${id}/`;
      for (const address of await kept.addresses('pages')) {
        if (address.startsWith(article)) await drop(address);
      }
    },
  };
};
