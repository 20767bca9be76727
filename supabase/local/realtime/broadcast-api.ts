import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { json } from '../gateway/answers';
import { readBody } from '../gateway/fetch-bridge';
import { Refusal, type Identities, type Identity } from '../gateway/identity';
import type { Claims } from '../jwt';
import type { Permissions } from './authorization';
import type { Hub } from './hub';

const batch = z.object({
  messages: z
    .array(
      z.object({
        topic: z.string().min(1).max(255),
        event: z.string().min(1).max(255),
        payload: z.unknown(),
        private: z.boolean().default(false),
      }),
    )
    .max(100),
});
type Message = z.infer<typeof batch>['messages'][number];

export type BroadcastApiOptions = {
  hub: Hub;
  identities: Identities;
  authorize: (topic: string, claims: Claims) => Promise<Permissions>;
  maxPayloadBytes: number;
};

/** `POST /api/broadcast` for several messages, and the newer address for a single one. */
export function createBroadcastApi(options: BroadcastApiOptions) {
  async function mayWrite(identity: Identity, topic: string): Promise<boolean> {
    if (identity.role === 'service_role') return true;
    return (await options.authorize(topic, identity.claims)).write;
  }

  return async function handle(request: IncomingMessage, response: ServerResponse, url: URL) {
    const identity = options.identities.resolve(request.headers, url.searchParams.get('apikey'));
    if (request.method !== 'POST') {
      json(response, 405, { message: 'Only POST is possible' });
      return;
    }
    const body = await readBody(request, options.maxPayloadBytes);
    for (const message of parse(request, url, body)) {
      const { topic, event, payload } = message;
      if (message.private && !(await mayWrite(identity, topic))) continue;
      options.hub.publish(topic, message.private, { event, payload });
    }
    response.setHeader('access-control-allow-origin', '*');
    response.writeHead(202);
    response.end();
  };
}

function parse(request: IncomingMessage, url: URL, body: Buffer): Message[] {
  const malformed = new Refusal(422, { message: 'The messages are malformed' });
  try {
    const single = /\/api\/broadcast\/([^/]+)\/events\/([^/]+)$/.exec(url.pathname);
    if (single) {
      const isBytes = request.headers['content-type'] === 'application/octet-stream';
      return [
        {
          topic: decodeURIComponent(single[1] ?? ''),
          event: decodeURIComponent(single[2] ?? ''),
          payload: isBytes ? body : (JSON.parse(body.toString('utf8')) as unknown),
          private: url.searchParams.get('private') === 'true',
        },
      ];
    }
    const parsed = batch.safeParse(JSON.parse(body.toString('utf8')));
    if (parsed.success) return parsed.data.messages;
  } catch {
    throw malformed;
  }
  throw malformed;
}
