import { join } from 'node:path';
import pg from 'pg';
import { createAuthApp, createStorageApp } from './auth/lite';
import { createMailer } from './auth/mailer';
import { People } from './auth/people';
import { TokenTranslator } from './auth/tokens';
import { createSiteCheck, readAuthConfig } from './config';
import { createAuthRoutes } from './gateway/auth-routes';
import { startGateway } from './gateway/gateway';
import { Identities } from './gateway/identity';
import { createRestProxy } from './gateway/rest-proxy';
import { es256, hs256 } from './jwt';
import type { StackPorts } from './ports';
import { isReady } from './postgrest';
import { defaultLimits, type RealtimeLimits } from './realtime/limits';
import { createRealtime } from './realtime/server';
import { dbUrl, type Secrets } from './secrets';

export type ServicesOptions = {
  stateDir: string;
  ports: StackPorts;
  secrets: Secrets;
  siteUrl: string | undefined;
  limits: Partial<RealtimeLimits>;
  log: (line: string) => void;
};

/** Everything that runs in our own process: gateway, auth, storage and Realtime. */
export async function startServices(
  options: ServicesOptions,
): Promise<{ stop: () => Promise<void> }> {
  const { stateDir, ports, secrets, log } = options;
  const config = readAuthConfig();
  const siteUrl = options.siteUrl ?? config.site_url;
  const isSiteAllowed = createSiteCheck({ ...config, site_url: siteUrl });
  const inner = hs256(secrets.internalJwtSecret);
  const outer = es256(secrets.signingKey, secrets.signingKeyId);
  const identities = new Identities({ ...secrets, inner, outer });

  const authUrl = dbUrl('supabase_auth_admin', ports.db, secrets);
  const authPool = new pg.Pool({ connectionString: authUrl, max: 3, idleTimeoutMillis: 30_000 });
  authPool.on('error', () => undefined); // why: the pool makes new connections after a restart
  const people = new People(authPool);
  const mailer = createMailer({
    smtpPort: ports.smtp,
    siteUrl,
    otpExpiry: config.otp_expiry,
    localeOf: (id) => people.localeOf(id),
  });
  const authApp = createAuthApp({
    dbUrl: authUrl,
    jwtSecret: secrets.internalJwtSecret,
    jwtExpiry: config.jwt_expiry,
    otpExpiry: config.otp_expiry,
    siteUrl,
    redirects: config.additional_redirect_urls,
    mailer,
  });
  const storageApp = createStorageApp({
    dbUrl: dbUrl('supabase_storage_admin', ports.db, secrets),
    jwtSecret: secrets.internalJwtSecret,
    filesDir: join(stateDir, 'files'),
  });
  const realtime = createRealtime({
    dbUrl: dbUrl('supabase_realtime_admin', ports.db, secrets),
    identities,
    limits: { ...defaultLimits, ...options.limits },
    isOriginAllowed: isSiteAllowed,
    log,
  });
  const rest = createRestProxy(ports.rest);
  const auth = createAuthRoutes({
    app: authApp,
    people,
    identities,
    tokens: new TokenTranslator(inner, outer, `http://127.0.0.1:${ports.api}/auth/v1`),
    publicJwk: outer.publicJwk,
    isRedirectAllowed: isSiteAllowed,
  });
  const isDatabaseUp = () =>
    authPool.query('select 1').then(
      () => true,
      () => false,
    );
  const health = async () => ({
    database: await isDatabaseUp(),
    rest: await isReady(ports.restAdmin),
    realtime: realtime.isReady(),
  });
  const [gateway] = await Promise.all([
    startGateway({
      port: ports.api,
      identities,
      rest,
      auth,
      storage: storageApp,
      broadcast: realtime.broadcast,
      health,
      log,
    }),
    realtime.start(),
  ]);
  realtime.attach(gateway.server);

  return {
    async stop() {
      await Promise.all([realtime.stop(), gateway.stop()]);
      rest.close();
      mailer.close();
      await Promise.all([authApp.close(), storageApp.close(), authPool.end()]);
    },
  };
}
