import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf } from '../folder';
import { LOOPBACK } from '../ports';
import { search, type MailStore, type Message } from './store';

const page = readFileSync(join(folderOf(import.meta.url), 'inbox.html'));

const summary = (message: Message) => ({ ...message, Text: undefined, HTML: undefined });

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}

function list(response: ServerResponse, url: URL, found: readonly Message[], all: number): void {
  const start = Number(url.searchParams.get('start')) || 0;
  const limit = Math.min(Number(url.searchParams.get('limit')) || 50, 300);
  const messages = found.slice(start, start + limit).map(summary);
  json(response, 200, {
    total: all,
    unread: found.filter((m) => !m.Read).length,
    count: messages.length,
    messages_count: found.length,
    start,
    messages,
  });
}

/** The page asks once and is told: no polling, and a mail is on the screen when it arrives. */
function events(request: IncomingMessage, response: ServerResponse, store: MailStore): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write('retry: 1000\n\n');
  const tell = () => response.write('data: change\n\n');
  store.on('change', tell);
  request.once('close', () => store.off('change', tell));
}

async function ids(request: IncomingMessage): Promise<string[] | undefined> {
  let body = '';
  for await (const chunk of request) {
    body += String(chunk);
    if (body.length > 100_000) return [];
  }
  if (!body.trim()) return undefined;
  const parsed = JSON.parse(body) as { IDs?: string[] };
  return parsed.IDs?.length ? parsed.IDs : undefined;
}

/** Other sites open in the same browser must not read codes or delete mails: same origin only. */
function isForeign(request: IncomingMessage): boolean {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  const site = request.headers['sec-fetch-site'];
  return !['127.0.0.1', 'localhost', '[::1]'].includes(host) || site === 'cross-site';
}

async function answer(request: IncomingMessage, response: ServerResponse, store: MailStore) {
  const url = new URL(request.url ?? '/', 'http://inbox');
  const path = url.pathname;
  const isApi = path.startsWith('/api/') || path === '/events';
  if (isApi && isForeign(request)) {
    json(response, 403, { Error: 'Other sites may not' });
    return;
  }
  if (path === '/events') {
    events(request, response, store);
    return;
  }
  if (path === '/api/v1/messages' && request.method === 'DELETE') {
    await store.remove(await ids(request));
    response.writeHead(200, { 'content-type': 'text/plain' });
    return response.end('ok');
  }
  if (path === '/api/v1/messages') {
    list(response, url, store.all(), store.all().length);
    return;
  }
  if (path === '/api/v1/search') {
    const found = search(store.all(), url.searchParams.get('query') ?? '');
    list(response, url, found, store.all().length);
    return;
  }
  const one = /^\/api\/v1\/message\/([\w-]+)$/.exec(path)?.[1];
  if (one) {
    const message = store.find(one);
    if (!message) {
      json(response, 404, { Error: 'There is no such message' });
      return;
    }
    message.Read = true;
    json(response, 200, { ...message, Attachments: [], Inline: [] });
    return;
  }
  if (path === '/livez' || path === '/readyz') return response.end('ok');
  if (path !== '/') {
    json(response, 404, { Error: 'There is nothing here' });
    return;
  }
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy':
      "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; connect-src 'self'; img-src data:; frame-src 'self'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
  response.end(page);
}

export function startInbox(port: number, store: MailStore): Promise<{ stop: () => Promise<void> }> {
  const server = createServer((request, response) => {
    answer(request, response, store).catch((error: unknown) => {
      if (!response.headersSent) json(response, 400, { Error: String(error) });
      else response.end();
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, () =>
      resolve({
        stop: () =>
          new Promise<void>((ended) => {
            server.close(() => ended());
            server.closeAllConnections();
          }),
      }),
    );
  });
}
