import { es256, hs256 } from '../../supabase/local/jwt';
import { loadSecrets } from '../../supabase/local/secrets';
import type { Hosted } from '../core/hosted';

/** What a signed-in person's browser would hold, and what the gateway makes of it for PostgREST. */
export function tokensFor(stack: Hosted, person: string): { outer: string; inner: string } {
  const secrets = loadSecrets(stack.stateDir);
  const claims = {
    role: 'authenticated',
    aud: 'authenticated',
    sub: person,
    exp: Math.floor(Date.now() / 1000) + 3600,
  };
  return {
    outer: es256(secrets.signingKey, secrets.signingKeyId).sign(claims),
    inner: hs256(secrets.internalJwtSecret).sign(claims),
  };
}
