import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { liteUrl } from '../auth/lite';
import { allowOrigin } from './answers';
import { Refusal } from './identity';

/** Reads a whole body, up to a limit: for answers that must be looked into, and for uploads. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const tooLarge = new Refusal(413, {
    statusCode: '413',
    error: 'Payload too large',
    message: `The request body is larger than ${Math.floor(limit / 1024)} kB`,
  });
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw tooLarge;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Node's request as the Request that `@supabase/lite` wants, with our token instead of the client's. */
export function toFetch(
  request: IncomingMessage,
  path: string,
  body: Buffer | undefined,
  internalToken: string | undefined,
): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value === undefined || ['apikey', 'authorization', 'connection', 'host'].includes(name)) {
      continue;
    }
    headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  headers.delete('transfer-encoding');
  // why: lite judges the size of an upload by this header, which a client may leave out
  if (body) headers.set('content-length', String(body.length));
  if (internalToken) headers.set('authorization', `Bearer ${internalToken}`);
  const method = request.method ?? 'GET';
  const withBody = body && body.length > 0 && method !== 'GET' && method !== 'HEAD';
  return new Request(liteUrl(path), {
    method,
    headers,
    ...(withBody ? { body: new Uint8Array(body) } : {}),
  });
}

export async function sendFetched(response: ServerResponse, answer: Response): Promise<void> {
  answer.headers.forEach((value, name) => {
    if (!name.startsWith('access-control-') && name !== 'connection') {
      response.setHeader(name, value);
    }
  });
  allowOrigin(response);
  response.writeHead(answer.status);
  if (!answer.body) return void response.end();
  await pipeline(Readable.fromWeb(answer.body as ReadableStream<Uint8Array>), response);
}
