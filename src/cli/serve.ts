import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { z } from 'zod';
import { errorCodeOf } from '../archive/error-code.ts';
import { toProblem } from '../problem/problem.ts';
import { defineCommand, exitCodes } from './command.ts';
import { headersFor, readHeaderRules, type HeaderRule } from './site-headers.ts';
import { readMarker } from './site-marker.ts';

/** Tried first where no port is asked for; taken, any free one will do. */
const defaultPort = 4321;

const schema = z.object({
  out: z.string().min(1).default('dist'),
  port: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port <= 65_535)
    .optional(),
});

/** Only this machine: a site under review is nobody else's. */
const host = '127.0.0.1';

/** Files of the search index, whose kind no host knows. */
const isIndexFile = /\.(pf_\w+|pagefind|pack)$/;

/** Answers as a host of plain files would that heeds `_headers`, with the site's own page for what is not there. */
const toHandler = (out: string, base: string, rules: readonly HeaderRule[]) => {
  const files = sirv(out, {
    // Files are looked up anew for each request, so that a rebuilt site is served at once.
    dev: true,
    etag: true,
    setHeaders: (response, path) => {
      if (isIndexFile.test(path)) response.setHeader('Content-Type', 'application/octet-stream');
      // A capture is packed for good: a browser must not unpack it on its way to the disk, as sirv would have it.
      if (path.endsWith('.gz')) response.setHeader('Content-Encoding', 'identity');
      if (path.endsWith('.wlnk')) response.setHeader('Content-Type', 'application/link-format');
    },
  });
  const tellMissing = async (response: ServerResponse): Promise<void> => {
    const page = await readFile(join(out, '404.html')).catch(() => '404');
    response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(page);
  };
  return (request: IncomingMessage, response: ServerResponse): void => {
    const url = request.url ?? '/';
    for (const [name, value] of headersFor(rules, url.replace(/\?.*$/, ''))) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    } else if (['/', base.slice(0, -1)].includes(url.split('?')[0] ?? '') && base !== '/') {
      response.writeHead(302, { Location: base }).end();
    } else if (!url.startsWith(base)) {
      void tellMissing(response);
    } else {
      request.url = url.slice(base.length - 1);
      files(request, response, () => void tellMissing(response));
    }
  };
};

/** The port listened on, or null where it is taken. */
const listen = (server: Server, port: number): Promise<number | null> =>
  new Promise((settle, reject) => {
    server.once('error', (error) => {
      if (['EADDRINUSE', 'EACCES'].includes(errorCodeOf(error) ?? '')) settle(null);
      else reject(error);
    });
    server.listen(port, host, () => {
      const address = server.address();
      settle(typeof address === 'object' && address !== null ? address.port : port);
    });
  });

/** `khobao serve` */
export const serveCommand = defineCommand({
  name: 'serve',
  arguments: [],
  options: { out: '--out <DIR>', port: '--port <N>' },
  stopsItself: true,
  schema,
  run: async (_args, { out, port }, { words, signal, json, print, printJson, tell, tellProblem }) => {
    const marker = await readMarker(out);
    if (marker === null) {
      tellProblem(toProblem('site-missing', { folder: out }, { file: out }));
      return exitCodes.faultsInContent;
    }
    const server = createServer(toHandler(out, marker.base, await readHeaderRules(out)));
    const listening =
      port === undefined
        ? ((await listen(server, defaultPort)) ?? (await listen(server, 0)))
        : await listen(server, port);
    if (listening === null) {
      tellProblem(toProblem('port-taken', { port: port ?? defaultPort }));
      return exitCodes.faultsInContent;
    }
    const url = `http://${host}:${String(listening)}${marker.base}`;
    if (json) printJson({ url });
    else print(url);
    tell(words.serve.stop);
    await new Promise<void>((settle) => {
      const stop = (): void => {
        server.close(() => {
          settle();
        });
        server.closeAllConnections();
      };
      if (signal.aborted) stop();
      else signal.addEventListener('abort', stop, { once: true });
    });
    return exitCodes.done;
  },
});
