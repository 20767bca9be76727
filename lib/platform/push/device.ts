import 'server-only';
import { cookies, headers } from 'next/headers';
import { serverDb } from '../db/server';
import { deviceName } from './device-name';

/** Which row of push_subscriptions this browser is: so that signing out works without JavaScript. */
const DEVICE_COOKIE = 'allmende-push';
const UUID = /^[0-9a-f-]{36}$/;

export async function thisDevice(): Promise<string | null> {
  const id = (await cookies()).get(DEVICE_COOKIE)?.value ?? '';
  return UUID.test(id) ? id : null;
}

export async function rememberDevice(id: string | null): Promise<void> {
  const jar = await cookies();
  if (id === null) jar.delete(DEVICE_COOKIE);
  else {
    jar.set(DEVICE_COOKIE, id, {
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      maxAge: 34_560_000,
    });
  }
}

/** Before somebody signs out: nothing more is told to this device, or to any of theirs. */
export async function forgetDevice(scope: 'local' | 'global'): Promise<void> {
  const id = await thisDevice();
  const db = await serverDb();
  if (scope === 'global') await db.rpc('unsubscribe_push');
  else if (id) await db.rpc('unsubscribe_push', { p_subscription_id: id });
  if (id) await rememberDevice(null);
}

export async function nameOfThisDevice(): Promise<string> {
  return deviceName((await headers()).get('user-agent') ?? '');
}
