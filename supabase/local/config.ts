import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectDir } from './migrate';

const schema = z.object({
  site_url: z.url(),
  additional_redirect_urls: z.array(z.string()),
  jwt_expiry: z.number().int().positive(),
  otp_expiry: z.number().int().positive().max(600),
});
export type AuthConfig = z.infer<typeof schema>;

/**
 * The few settings of `supabase/config.toml` that we share with the official CLI. They are single
 * `name = value` lines, whose values are JSON as well as TOML; so no TOML parser is needed.
 */
export function readAuthConfig(): AuthConfig {
  const file = join(projectDir, 'supabase', 'config.toml');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const value = (name: string): unknown => {
    const found = new RegExp(`^${name}\\s*=\\s*(.+)$`, 'm').exec(text)?.[1];
    return found === undefined ? undefined : (JSON.parse(found) as unknown);
  };
  return schema.parse({
    site_url: value('site_url') ?? 'http://localhost:3000',
    additional_redirect_urls: value('additional_redirect_urls') ?? [],
    jwt_expiry: value('jwt_expiry') ?? 3600,
    otp_expiry: value('otp_expiry') ?? 600,
  });
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Sign-in links and WebSockets may come from this machine and from the configured sites only. */
export function createSiteCheck(config: AuthConfig): (url: string) => boolean {
  const origins = new Set(
    [config.site_url, ...config.additional_redirect_urls].flatMap((pattern) => {
      try {
        return [new URL(pattern).origin];
      } catch {
        return [];
      }
    }),
  );
  return (url) => {
    try {
      const { origin, hostname, protocol } = new URL(url);
      if (protocol !== 'http:' && protocol !== 'https:') return false;
      return loopback.has(hostname) || origins.has(origin);
    } catch {
      return false;
    }
  };
}
