import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { LiteApp } from '../auth/lite';
import { LOOPBACK } from '../ports';
import { json, preflight, refuse, unavailable } from './answers';
import { readBody, sendFetched, toFetch } from './fetch-bridge';
import { bearerOf, type Identities } from './identity';
import type { createRestProxy } from './rest-proxy';

export type Route = (
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
) => Promise<unknown>;

export type GatewayOptions = {
  port: number;
  identities: Identities;
  rest: ReturnType<typeof createRestProxy>;
  auth: Route;
  storage: LiteApp;
  broadcast: Route;
  health: () => Promise<Record<string, boolean>>;
  log: (line: string) => void;
};

const MAX_UPLOAD = 11 * 1024 * 1024; // why: 10 MB for a file, the rest for the form around it

/** Public files need no key, as on the hosted platform; who asks is decided by the token. */
function storageToken(request: IncomingMessage, url: URL, identities: Identities) {
  const bearer = bearerOf(request.headers);
  if (!request.headers.apikey && !url.searchParams.has('apikey') && !bearer) return undefined;
  if (bearer && !bearer.startsWith('sb_') && !request.headers.apikey) {
    return identities.forToken(bearer).internalToken;
  }
  return identities.resolve(request.headers, url.searchParams.get('apikey')).internalToken;
}

export function startGateway(
  options: GatewayOptions,
): Promise<{ server: Server; stop: () => Promise<void> }> {
  const { identities, rest } = options;

  async function storage(request: IncomingMessage, response: ServerResponse, url: URL) {
    const token = storageToken(request, url, identities);
    const body = await readBody(request, MAX_UPLOAD);
    const path = url.pathname + url.search;
    return sendFetched(response, await options.storage.fetch(toFetch(request, path, body, token)));
  }

  async function route(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    if (request.method === 'OPTIONS') {
      preflight(request, response);
      return;
    }
    const target = request.url ?? '/';
    if (target.startsWith('/rest/v1/') || target === '/rest/v1') {
      const query = target.includes('apikey=')
        ? new URL(target, 'http://gateway').searchParams.get('apikey')
        : null;
      const identity = identities.resolve(request.headers, query);
      rest.forward(request, response, target.slice('/rest/v1'.length) || '/', identity);
      return;
    }
    const url = new URL(target, 'http://gateway');
    if (url.pathname.startsWith('/auth/v1/')) return options.auth(request, response, url);
    if (url.pathname.startsWith('/storage/v1/')) return storage(request, response, url);
    if (url.pathname.startsWith('/realtime/v1/api/')) {
      return options.broadcast(request, response, url);
    }
    if (url.pathname === '/health') {
      const parts = await options.health();
      json(response, Object.values(parts).every(Boolean) ? 200 : 503, parts);
      return;
    }
    json(response, 404, { message: 'no Route matched with those values' });
  }

  const server = createServer((request, response) => {
    route(request, response).catch((error: unknown) => {
      if (isConnectionError(error)) return unavailable(response, 'The database');
      if (!(error instanceof Error) || error.name === 'Error') {
        options.log(`gateway: ${request.method} ${request.url?.split('?')[0]}: ${String(error)}`);
      }
      refuse(response, error);
    });
  });
  server.keepAliveTimeout = 65_000;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, LOOPBACK, () =>
      resolve({
        server,
        stop: () =>
          new Promise<void>((ended) => {
            server.close(() => ended());
            server.closeAllConnections();
          }),
      }),
    );
  });
}

/** Errors of a database that is away for a moment, whichever client met them. */
function isConnectionError(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : '';
  return /^(ECONNREFUSED|ECONNRESET|EPIPE|CONNECTION_\w+|CONNECT_TIMEOUT|57P0\d|08\d\d\d)$/.test(
    String(code),
  );
}
