import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { constants, createBrotliCompress } from 'node:zlib';
import type { Bench } from './bench';

/** What a CDN or a reverse proxy would compress; fonts and photos are compressed already. */
const TEXT = /^(text\/|application\/(javascript|json|manifest\+json)|image\/svg\+xml)/;

/**
 * The app as a host would serve it: `next start` alone sends gzip, hosts and proxies in front of it
 * send brotli. Resolves with the address that compresses; it is gone after `work`.
 */
export async function withCompression<T>(
  bench: Bench,
  target: string,
  work: (baseUrl: string) => Promise<T>,
): Promise<T> {
  const upstream = new URL(target);
  const server = createServer((asked, answer) => {
    pass(upstream, asked, answer);
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  // why the cast: it listens on a port, not on a pipe
  const { port } = server.address() as AddressInfo;
  const close = bench.ends.add(() => {
    server.closeAllConnections();
    server.close();
  });
  try {
    return await work(`http://localhost:${port}`);
  } finally {
    await close();
  }
}

function pass(upstream: URL, asked: IncomingMessage, answer: ServerResponse): void {
  const onward = request(
    {
      host: upstream.hostname,
      port: upstream.port,
      method: asked.method,
      path: asked.url,
      // the host stays the one that was asked for: server actions compare it with the origin
      headers: { ...asked.headers, 'accept-encoding': 'identity' },
    },
    (found) => {
      send(asked, found, answer);
    },
  );
  onward.on('error', () => {
    answer.destroy();
  });
  asked.on('error', () => onward.destroy());
  answer.on('close', () => onward.destroy());
  asked.pipe(onward);
}

function send(asked: IncomingMessage, found: IncomingMessage, answer: ServerResponse): void {
  const headers = { ...found.headers };
  const isWanted = String(asked.headers['accept-encoding']).includes('br');
  const isText = TEXT.test(headers['content-type'] ?? '');
  if (!isWanted || !isText || asked.method === 'HEAD') {
    answer.writeHead(found.statusCode ?? 502, headers);
    found.pipe(answer);
    return;
  }
  delete headers['content-length'];
  answer.writeHead(found.statusCode ?? 502, { ...headers, 'content-encoding': 'br' });
  const brotli = createBrotliCompress({
    // why 5: what servers take while somebody waits; what is streamed goes on at once
    params: { [constants.BROTLI_PARAM_QUALITY]: 5 },
    flush: constants.BROTLI_OPERATION_FLUSH,
  });
  found.pipe(brotli).pipe(answer);
}
