import { createReadStream, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseByteRange } from './byte-range.ts';

/** What was given of a path since the count was last taken: bodies of answers, in bytes. */
export interface Given {
  readonly path: string;
  readonly bytes: number;
  readonly requests: number;
}

/** A plain file server on loopback that counts what it gives. */
export interface CountingServer {
  readonly origin: string;
  /** What was given since this was last asked. */
  readonly take: () => Given[];
  /** Resolves when nothing has been asked or given for a while. */
  readonly quiet: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

const quietMs = 300;
const lookEveryMs = 25;

const wait = (ms: number): Promise<void> =>
  new Promise((done) => {
    setTimeout(done, ms);
  });

const fileOf = (folder: string, path: string): { path: string; size: number; tag: string } | null => {
  const named = join(folder, normalize(path.endsWith('/') ? `${path}index.html` : path));
  const found = statSync(named, { throwIfNoEntry: false });
  if (found?.isFile() !== true) return null;
  return { path: named, size: found.size, tag: `"${found.size.toString(16)}-${found.mtimeMs.toString(16)}"` };
};

/**
 * Serves a folder as it lies on disk, uncompressed, with an `ETag`. Common hosts give a part of a file where one is asked for;
 * a server that doesn't read `Range` gives the whole file.
 */
export const serveCounted = async (
  folder: string,
  { readsRange }: { readonly readsRange: boolean },
): Promise<CountingServer> => {
  const given = new Map<string, { bytes: number; requests: number }>();
  let open = 0;
  let lastAt = performance.now();

  const count = (path: string, bytes: number, requests: number): void => {
    const before = given.get(path) ?? { bytes: 0, requests: 0 };
    given.set(path, { bytes: before.bytes + bytes, requests: before.requests + requests });
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    count(path, 0, 1);
    const file = fileOf(folder, path);
    if (file === null) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('etag', file.tag);
    response.setHeader('content-type', types[extname(file.path)] ?? 'application/octet-stream');
    if (readsRange) response.setHeader('accept-ranges', 'bytes');
    if (request.headers['if-none-match'] === file.tag) {
      response.writeHead(304).end();
      return;
    }
    const asked = readsRange ? parseByteRange(request.headers.range, file.size) : 'whole';
    if (asked === 'unsatisfiable') {
      response.writeHead(416, { 'content-range': `bytes */${file.size}` }).end();
      return;
    }
    const { start, end } = asked === 'whole' ? { start: 0, end: file.size - 1 } : asked;
    response.writeHead(asked === 'whole' ? 200 : 206, {
      'content-length': end - start + 1,
      ...(asked !== 'whole' && { 'content-range': `bytes ${start}-${end}/${file.size}` }),
    });
    if (request.method === 'HEAD' || file.size === 0) {
      response.end();
      return;
    }
    await pipeline(
      createReadStream(file.path, { start, end }),
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          count(path, chunk.length, 0);
          yield chunk;
        }
      },
      response,
    );
  };

  const server = createServer((request, response) => {
    open += 1;
    answer(request, response)
      // The browser went away before it had all: what it was given is counted.
      .catch(() => response.destroy())
      .finally(() => {
        open -= 1;
        lastAt = performance.now();
      });
  });
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    take() {
      const taken = [...given].map(([path, counted]) => ({ path, ...counted }));
      given.clear();
      return taken;
    },
    async quiet() {
      const from = performance.now();
      while (open > 0 || performance.now() - Math.max(lastAt, from) < quietMs) await wait(lookEveryMs);
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => {
          closed();
        });
        server.closeAllConnections();
      }),
  };
};
