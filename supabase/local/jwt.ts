import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  sign as signBytes,
  timingSafeEqual,
  verify as verifyBytes,
  type JsonWebKey,
  type KeyObject,
} from 'node:crypto';

/** What our services read from a token; everything else is carried along untouched. */
export type Claims = {
  role: string;
  exp: number;
  sub?: string;
  aud?: string;
  email?: string;
  session_id?: string;
  [claim: string]: unknown;
};

export class JwtError extends Error {
  constructor(
    readonly reason: 'malformed' | 'signature' | 'expired',
    message: string,
  ) {
    super(message);
  }
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

function decode(part: string | undefined): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(Buffer.from(part ?? '', 'base64url').toString('utf8'));
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    // falls through to the one error below
  }
  throw new JwtError('malformed', 'The token is not a JWT');
}

export type Signer = {
  sign: (claims: Claims) => string;
  verify: (token: string) => Claims;
};

/** Checks form, algorithm (pinned, never taken from the token), signature and time, in this order. */
function signer(
  header: { alg: string; kid?: string },
  make: (input: string) => Buffer,
  check: (input: string, signature: Buffer) => boolean,
): Signer {
  const head = encode({ typ: 'JWT', ...header });
  return {
    sign(claims) {
      const input = `${head}.${encode(claims)}`;
      return `${input}.${make(input).toString('base64url')}`;
    },
    verify(token) {
      const parts = token.split('.');
      if (parts.length !== 3) throw new JwtError('malformed', 'The token is not a JWT');
      if (decode(parts[0]).alg !== header.alg) {
        throw new JwtError('signature', 'The token is signed with another algorithm');
      }
      const claims = decode(parts[1]);
      const signature = Buffer.from(parts[2] ?? '', 'base64url');
      if (!check(`${parts[0]}.${parts[1]}`, signature)) {
        throw new JwtError('signature', 'The signature of the token is wrong');
      }
      if (typeof claims.role !== 'string' || typeof claims.exp !== 'number') {
        throw new JwtError('malformed', 'The token lacks role or exp');
      }
      if (claims.exp * 1000 <= Date.now()) throw new JwtError('expired', 'The token has expired');
      return claims as Claims;
    },
  };
}

/** Shared secret: only between our own processes, never seen outside the gateway. */
export function hs256(secret: string): Signer {
  const make = (input: string) => createHmac('sha256', secret).update(input).digest();
  return signer({ alg: 'HS256' }, make, (input, signature) => {
    const expected = make(input);
    return expected.length === signature.length && timingSafeEqual(expected, signature);
  });
}

/** Asymmetric: what people's browsers hold and what the app can verify by itself through JWKS. */
export function es256(privateJwk: JsonWebKey, kid: string): Signer & { publicJwk: JsonWebKey } {
  const dsaEncoding = 'ieee-p1363';
  const privateKey: KeyObject = createPrivateKey({ key: privateJwk, format: 'jwk' });
  const publicKey = createPublicKey(privateKey);
  return {
    ...signer(
      { alg: 'ES256', kid },
      (input) => signBytes('sha256', Buffer.from(input), { key: privateKey, dsaEncoding }),
      (input, signature) =>
        verifyBytes('sha256', Buffer.from(input), { key: publicKey, dsaEncoding }, signature),
    ),
    publicJwk: {
      ...publicKey.export({ format: 'jwk' }),
      kid,
      alg: 'ES256',
      use: 'sig',
      key_ops: ['verify'],
    },
  };
}
