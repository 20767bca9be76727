import {
  Agent,
  request as httpRequest,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { LOOPBACK } from '../ports';
import { allowOrigin, json, unavailable } from './answers';
import type { Identity } from './identity';

const MAX_BODY = 10 * 1024 * 1024;
/** Belong to one connection, or are ours to decide; the rest passes through untouched. */
const notForwarded = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
  'host',
  'origin',
  'apikey',
  'authorization',
  'cookie',
]);

/** Streams both ways to PostgREST over connections that stay open. */
export function createRestProxy(port: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: 64, keepAliveMsecs: 30_000 });

  function forward(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    identity: Identity,
  ): void {
    if (Number(request.headers['content-length'] ?? 0) > MAX_BODY) {
      return json(response, 413, { message: 'The request body is larger than 10 MB' });
    }
    const headers: Record<string, string | string[]> = {
      authorization: `Bearer ${identity.internalToken}`,
    };
    for (const [name, value] of Object.entries(request.headers)) {
      if (value !== undefined && !notForwarded.has(name)) headers[name] = value;
    }
    const upstream = httpRequest(
      { host: LOOPBACK, port, agent, method: request.method, path, headers },
      (answer) => {
        for (const [name, value] of Object.entries(answer.headers)) {
          if (value === undefined || name === 'connection' || name === 'keep-alive') continue;
          if (!name.startsWith('access-control-')) response.setHeader(name, value);
        }
        allowOrigin(response);
        response.writeHead(answer.statusCode ?? 502);
        answer.on('error', () => response.destroy());
        answer.pipe(response);
      },
    );
    let received = 0;
    request.on('data', (chunk: Buffer) => {
      received += chunk.length;
      if (received <= MAX_BODY) return;
      upstream.destroy();
      json(response, 413, { message: 'The request body is larger than 10 MB' });
    });
    upstream.on('error', () => {
      if (received <= MAX_BODY) unavailable(response, 'The data API');
    });
    request.on('error', () => upstream.destroy());
    response.on('close', () => upstream.destroy());
    request.pipe(upstream);
  }

  return { forward, close: () => agent.destroy() };
}
