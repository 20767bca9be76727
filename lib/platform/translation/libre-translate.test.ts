import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { libreTranslate } from './libre-translate';

type Answer = (body: Record<string, unknown>, response: ServerResponse) => void;

let close: (() => Promise<void>) | undefined;
afterEach(async () => {
  await close?.();
  close = undefined;
  vi.restoreAllMocks();
});

/** A server of our own that answers as the test says; gives its address and what it was asked. */
async function fakeService(answer: Answer) {
  const asked: { path: string | undefined; body: Record<string, unknown> }[] = [];
  const server = createServer((request, response) => {
    void readAll(request).then((text) => {
      const body = JSON.parse(text) as Record<string, unknown>;
      asked.push({ path: request.url, body });
      answer(body, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`, asked };
}

async function readAll(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

const json = (response: ServerResponse, value: unknown, status = 200) =>
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
const refusal = { ok: false, error: { code: 'NETWK', params: { reason: 'translation' } } };
const quiet = () => vi.spyOn(console, 'error').mockImplementation(() => undefined);

test('texts go there together and come back in order, with the key where there is one', async () => {
  const { url, asked } = await fakeService((body, response) =>
    json(response, { translatedText: (body.q as string[]).map((text) => `${text}!`) }),
  );
  expect(
    await libreTranslate(url, 'secret').translate(['Beamer', 'hell'], 'de-einfach', 'en'),
  ).toEqual({ ok: true, value: ['Beamer!', 'hell!'] });
  expect(asked).toEqual([
    {
      path: '/translate',
      body: {
        q: ['Beamer', 'hell'],
        source: 'de',
        target: 'en',
        format: 'text',
        api_key: 'secret',
      },
    },
  ]);
});

test.each<[string, Answer]>([
  ['refuses', (_body, response) => json(response, { error: 'slow down' }, 429)],
  ['breaks', (_body, response) => json(response, {}, 500)],
  ['speaks another language', (_body, response) => response.end('<html>')],
  ['loses a text', (_body, response) => json(response, { translatedText: ['one'] })],
  ['hangs up', (_body, response) => response.destroy()],
  ['takes too long', () => undefined],
])('a service that %s is told as a sentence, never as a fault', async (_title, answer) => {
  quiet();
  const { url } = await fakeService(answer);
  expect(await libreTranslate(url, undefined, 300).translate(['a', 'b'], 'de', 'en')).toEqual(
    refusal,
  );
});

test('a service that is not there neither', async () => {
  quiet();
  const { url } = await fakeService(() => undefined);
  await close?.();
  close = undefined;
  expect(await libreTranslate(url).translate(['a'], 'de', 'en')).toEqual(refusal);
});
