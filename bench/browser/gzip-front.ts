import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';

/** What hosts compress; fonts, pictures and the index are packed already. */
const isText = /^(text\/|image\/svg|application\/(json|xml|manifest|atom|javascript))/;

/** A server on loopback before another. */
export interface Front {
  readonly url: string;
  readonly close: () => void;
}

/** Gives what the server at `behind` gives, text gzipped as nearly every host has it. */
export const startGzipFront = async (behind: string): Promise<Front> => {
  const { origin, pathname } = new URL(behind);
  const server = createServer((request, response) => {
    const answer = async (): Promise<void> => {
      const got = await fetch(origin + (request.url ?? '/'), { redirect: 'manual' });
      const body = Buffer.from(await got.arrayBuffer());
      for (const [name, value] of got.headers) {
        if (!['connection', 'content-length', 'transfer-encoding'].includes(name))
          response.setHeader(name, value);
      }
      const packed = isText.test(got.headers.get('content-type') ?? '');
      if (packed) response.setHeader('Content-Encoding', 'gzip');
      response.writeHead(got.status).end(packed ? gzipSync(body) : body);
    };
    answer().catch((error: unknown) => {
      response.writeHead(502).end(String(error));
    });
  });
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}${pathname}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};
