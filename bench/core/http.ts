import { Agent, request } from 'node:http';

export type Answer = { status: number; body: string };
export type Send = (
  url: string,
  headers?: Record<string, string>,
  body?: unknown,
) => Promise<Answer>;

/** One connection that stays open, as one client has; a body makes it a POST of JSON. */
export function connection(timeoutMs = 30_000): { send: Send; close: () => void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const send: Send = (url, headers = {}, body) =>
    new Promise((resolve, reject) => {
      const text = body === undefined ? undefined : JSON.stringify(body);
      const sent = request(
        url,
        {
          agent,
          timeout: timeoutMs,
          method: text === undefined ? 'GET' : 'POST',
          headers:
            text === undefined
              ? headers
              : {
                  ...headers,
                  'content-type': 'application/json',
                  'content-length': Buffer.byteLength(text),
                },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            resolve({
              status: response.statusCode ?? 0,
              body: Buffer.concat(chunks).toString('utf8'),
            });
          });
        },
      );
      sent.on('timeout', () => sent.destroy(new Error('timed out')));
      sent.on('error', reject);
      sent.end(text);
    });
  return {
    send,
    close: () => {
      agent.destroy();
    },
  };
}

/** `ok`, or what went wrong: the error code of the database, else the HTTP status. */
export function outcomeOf({ status, body }: Answer): string {
  if (status >= 200 && status < 300) return 'ok';
  try {
    const { code } = JSON.parse(body) as { code?: string };
    return code ?? String(status);
  } catch {
    return String(status);
  }
}
