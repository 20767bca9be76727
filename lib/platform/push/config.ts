import 'server-only';
import { env } from '../env';
import type { VapidKeys } from './vapid';

type PushConfig = { keys: VapidKeys; subject: string; localOrigin: string | undefined };

/** Null: no keys, no push, and no screen offers it. See docs/hosting.md. */
export function pushConfig(): PushConfig | null {
  const { VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY, VAPID_SUBJECT, SITE_URL, PUSH_LOCAL_ORIGIN } = env();
  if (!VAPID_PUBLIC_KEY || !VAPID_PRIVATE_KEY) return null;
  const site = SITE_URL?.startsWith('https:') ? SITE_URL : undefined;
  return {
    keys: { publicKey: VAPID_PUBLIC_KEY, privateKey: VAPID_PRIVATE_KEY },
    subject: VAPID_SUBJECT ?? site ?? 'mailto:allmende@localhost.localdomain',
    localOrigin: PUSH_LOCAL_ORIGIN,
  };
}

/** What browsers subscribe with; null: push is off. */
export function pushKey(): string | null {
  return pushConfig()?.keys.publicKey ?? null;
}
