import { createServer } from 'node:http';
import sirv from 'sirv';

/** A folder as a plain web server gives it, on loopback. */
export interface FolderServer {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/**
 * Serves a folder on any free port; what is missing is answered as the site's own 404 page, at the root or one folder below. `fieldsOf` tells what to send
 * with a path beside what a plain server does.
 */
export const serveFolder = async (
  folder: string,
  fieldsOf: (path: string) => ReadonlyMap<string, string> = () => new Map(),
): Promise<FolderServer> => {
  const serve = sirv(folder, { dev: true });
  const server = createServer((request, response) => {
    for (const [name, value] of fieldsOf(request.url ?? '')) response.setHeader(name, value);
    const below = /^\/[^/?]+\//.exec(request.url ?? '')?.[0] ?? '/';
    const serveAt = (url: string, otherwise: () => void): void => {
      serve(Object.assign(request, { url }), response, otherwise);
    };
    serve(request, response, () => {
      response.statusCode = 404;
      serveAt(`${below}404.html`, () => {
        serveAt('/404.html', () => {
          response.setHeader('Content-Type', 'text/html').end();
        });
      });
    });
  });
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => {
          closed();
        });
        server.closeAllConnections();
      }),
  };
};
