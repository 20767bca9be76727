import type { IncomingMessage, ServerResponse } from 'node:http';
import { JwtError } from '../jwt';
import { Refusal } from './identity';

const EXPOSED =
  'content-range, content-profile, content-location, content-length, content-encoding, date, location, preference-applied, range-unit, retry-after, x-sb-error-code';

/** Any origin may ask, as on the hosted platform: what counts is the key and the token. */
export function allowOrigin(response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('access-control-expose-headers', EXPOSED);
}

export function preflight(request: IncomingMessage, response: ServerResponse): void {
  const wanted = request.headers['access-control-request-headers'];
  response.writeHead(204, {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET,HEAD,PUT,PATCH,POST,DELETE,OPTIONS',
    'access-control-allow-headers':
      wanted ?? 'authorization,apikey,content-type,x-client-info,prefer',
    'access-control-max-age': '3600',
    vary: 'access-control-request-headers',
  });
  response.end();
}

export function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  allowOrigin(response);
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}

/** PostgREST's words for a token it refuses, so that clients see one dialect. */
const jwtCodes: Record<JwtError['reason'], string> = {
  malformed: 'PGRST301',
  signature: 'PGRST301',
  expired: 'PGRST303',
};

export function refuse(response: ServerResponse, error: unknown): void {
  if (error instanceof Refusal) return json(response, error.status, error.body);
  if (error instanceof JwtError) {
    return json(
      response,
      401,
      {
        code: jwtCodes[error.reason],
        message: error.reason === 'expired' ? 'JWT expired' : error.message,
        details: null,
        hint: null,
      },
      { 'www-authenticate': `Bearer error="invalid_token", error_description="${error.message}"` },
    );
  }
  json(response, 500, { message: 'The gateway could not handle this request' });
}

/** The service restarts by itself; clients may simply try again. */
export function unavailable(response: ServerResponse, service: string): void {
  json(
    response,
    503,
    { code: 'unavailable', message: `${service} is starting or not reachable; try again` },
    { 'retry-after': '1' },
  );
}
