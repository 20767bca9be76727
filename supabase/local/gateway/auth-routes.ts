import type { IncomingMessage, ServerResponse } from 'node:http';
import type { JsonWebKey } from 'node:crypto';
import type { LiteApp } from '../auth/lite';
import { mailContext } from '../auth/mailer';
import type { People } from '../auth/people';
import type { TokenTranslator } from '../auth/tokens';
import { Attempts } from './attempts';
import { json } from './answers';
import { readBody, sendFetched, toFetch } from './fetch-bridge';
import { bearerOf, type Identities } from './identity';

export type AuthRoutesOptions = {
  app: LiteApp;
  people: People;
  tokens: TokenTranslator;
  identities: Identities;
  publicJwk: JsonWebKey;
  isRedirectAllowed: (url: string) => boolean;
};

type AuthBody = {
  email?: unknown;
  token?: unknown;
  token_hash?: unknown;
  type?: unknown;
  create_user?: unknown;
  data?: Record<string, unknown>;
};

const MAX_BODY = 1024 * 1024;
const MAX_WRONG_CODES = 5;
const CODE_LIFE = 10 * 60 * 1000;
const isEmail = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= 255 && /^[^\s@<>()"]+@[^\s@<>()"]+$/.test(value);

const error = (status: number, code: string, msg: string) => ({
  status,
  body: { code: status, error_code: code, msg },
});

/** The hosted auth API in front of `@supabase/lite`, with the gaps of version 0.10 filled. */
export function createAuthRoutes(options: AuthRoutesOptions) {
  const { app, people, tokens, identities } = options;
  const wrongCodes = new Attempts(MAX_WRONG_CODES, CODE_LIFE);
  const mails = new Attempts(60, 5 * 60 * 1000);

  function internalToken(request: IncomingMessage): string | undefined {
    const bearer = bearerOf(request.headers);
    if (!bearer || bearer.startsWith('sb_')) return undefined;
    try {
      return identities.forToken(bearer).internalToken;
    } catch {
      return 'refused'; // lite then answers with the words its own clients expect
    }
  }

  async function run(request: IncomingMessage, path: string, body?: Buffer): Promise<Response> {
    return app.fetch(toFetch(request, path, body, internalToken(request)));
  }

  /** Sends a code. `data` becomes the metadata of a new person and decides the mail's language. */
  async function otp(request: IncomingMessage, response: ServerResponse, url: URL, body: Buffer) {
    const input = parse(body);
    if (isEmail(input.email)) {
      const email = input.email.toLowerCase();
      if (!mails.take(email)) {
        const { status, body: text } = error(
          429,
          'over_email_send_rate_limit',
          'Too many codes were asked for; try again in a few minutes',
        );
        json(response, status, text);
        return;
      }
      if (input.create_user !== false) await people.ensure(email, input.data ?? {});
      wrongCodes.forget(email);
    }
    const redirectTo = url.searchParams.get('redirect_to') ?? undefined;
    const context = {
      locale: typeof input.data?.locale === 'string' ? input.data.locale : undefined,
      redirectTo: redirectTo && options.isRedirectAllowed(redirectTo) ? redirectTo : undefined,
    };
    const answer = await mailContext.run(context, () => run(request, '/auth/v1/otp', body));
    return sendFetched(response, answer);
  }

  /** lite refuses the type `email`; `magiclink` finds the same code for new and known people. */
  async function verify(request: IncomingMessage, response: ServerResponse, body: Buffer) {
    const input = parse(body);
    const email = isEmail(input.email) ? input.email.toLowerCase() : undefined;
    if (email && !wrongCodes.take(email)) {
      await people.burnCode(email);
      const { status, body: text } = error(
        429,
        'over_request_rate_limit',
        'Too many wrong codes; ask for a new one',
      );
      json(response, status, text);
      return;
    }
    const bridged = input.type === 'email' ? { ...input, type: 'magiclink' } : input;
    const answer = await run(request, '/auth/v1/verify', Buffer.from(JSON.stringify(bridged)));
    if (answer.ok && email) wrongCodes.forget(email);
    return sendSession(response, answer);
  }

  async function sendSession(response: ServerResponse, answer: Response) {
    const headers = new Headers(answer.headers);
    headers.delete('content-length');
    const location = headers.get('location');
    if (location) headers.set('location', tokens.location(location));
    const body = answer.body ? tokens.body(await answer.text()) : null;
    return sendFetched(response, new Response(body, { status: answer.status, headers }));
  }

  return async function handle(request: IncomingMessage, response: ServerResponse, url: URL) {
    const path = url.pathname.slice('/auth/v1'.length);
    const target = url.pathname + url.search;
    if (path === '/.well-known/jwks.json') {
      const headers = { 'cache-control': 'public, max-age=600' };
      json(response, 200, { keys: [options.publicJwk] }, headers);
      return;
    }
    // why: links in mails are opened without a key, everything else needs one
    const isOpen = path === '/verify' && request.method === 'GET';
    if (!isOpen && path !== '/health') {
      const apikey = request.headers.apikey ?? url.searchParams.get('apikey') ?? undefined;
      identities.key(
        typeof apikey === 'string' ? apikey : undefined,
        request.headers['user-agent'],
      );
    }
    const body = await readBody(request, MAX_BODY);
    if (request.method === 'POST' && path === '/otp') return otp(request, response, url, body);
    if (request.method === 'POST' && path === '/verify') return verify(request, response, body);
    const answer = await run(request, target, body);
    const isSession = path === '/token' || path === '/signup' || path === '/verify';
    return isSession ? sendSession(response, answer) : sendFetched(response, answer);
  };
}

function parse(body: Buffer): AuthBody {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // lite answers a body that is no JSON
  }
  return {};
}
