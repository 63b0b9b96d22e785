import { createServer } from 'node:http';
import sirv from 'sirv';

/** A folder as a plain web server gives it, on loopback. */
export interface FolderServer {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** Serves a folder on any free port; what is missing is answered as the site's own 404 page. */
export const serveFolder = async (folder: string): Promise<FolderServer> => {
  const serve = sirv(folder, { dev: true });
  const server = createServer((request, response) => {
    serve(request, response, () => {
      response.statusCode = 404;
      if (request.url === '/404.html') response.end();
      else serve(Object.assign(request, { url: '/404.html' }), response);
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
