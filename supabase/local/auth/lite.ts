import './experimental';
import { App } from '@supabase/lite';
import { createPostgresConnection, type PostgresConnection } from '@supabase/lite/postgres';
import { FileStore } from '../storage/files';
import type { Mailer } from './mailer';

/** One half of `@supabase/lite`: speaks fetch, and is only reached through the gateway. */
export type LiteApp = {
  fetch: (request: Request) => Promise<Response>;
  close: () => Promise<void>;
};

const BASE_URL = 'http://lite.internal';

function connect(dbUrl: string): PostgresConnection {
  const connection = createPostgresConnection({
    url: dbUrl,
    postgresOptions: { max: 5, idle_timeout: 60, connect_timeout: 5, onnotice: () => undefined },
  });
  // why: otherwise lite grants ALL on every table with RLS to anon at its first request; the roles
  // and grants are made by our bootstrap and by the migrations, and by nobody else
  Reflect.set(connection, 'rlsState', 'active');
  return connection;
}

export type AuthAppOptions = {
  dbUrl: string;
  jwtSecret: string;
  jwtExpiry: number;
  otpExpiry: number;
  siteUrl: string;
  redirects: string[];
  mailer: Mailer;
};

export function createAuthApp(options: AuthAppOptions): LiteApp {
  const connection = connect(options.dbUrl);
  const app = new App({
    connection,
    auth: {
      enabled: true,
      jwt_secret: options.jwtSecret,
      jwt_expiry: options.jwtExpiry,
      site_url: options.siteUrl,
      additional_redirect_urls: options.redirects,
      enable_signup: true,
      email: { enable_confirmations: true, otp_length: 6, otp_expiry: options.otpExpiry },
    },
    storage: { enabled: false },
    options: { server: { apiKeys: false, disableStudio: true, disableFallback: true } },
  });
  app._mailer = options.mailer;
  return {
    fetch: (request) => Promise.resolve(app.fetch(request)),
    close: () => connection.close(),
  };
}

export type StorageAppOptions = {
  dbUrl: string;
  jwtSecret: string;
  filesDir: string;
};

export function createStorageApp(options: StorageAppOptions): LiteApp {
  const connection = connect(options.dbUrl);
  const app = new App({
    connection,
    auth: { enabled: false, jwt_secret: options.jwtSecret },
    storage: { enabled: true, file_size_limit: '10MiB' },
    options: { server: { apiKeys: false, disableStudio: true, disableFallback: true } },
  });
  app._storageAdapter = new FileStore(options.filesDir);
  return {
    fetch: (request) => Promise.resolve(app.fetch(request)),
    close: () => connection.close(),
  };
}

export const liteUrl = (path: string): string => `${BASE_URL}${path}`;
