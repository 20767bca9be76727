import 'server-only';
import { resultOf } from '../platform/db/answer';
import { serverDb } from '../platform/db/server';
import { isPushEndpoint } from '../platform/push/address';
import { pushConfig } from '../platform/push/config';
import { nameOfThisDevice, rememberDevice, thisDevice } from '../platform/push/device';
import { fail, ok, type Result } from '../platform/result';
import type { PushKind } from './model';
import type { Subscription } from './schema';

/** Has the signed-in person told on this browser; in place of what this browser was before. */
export async function subscribe({ endpoint, keys }: Subscription): Promise<Result<null>> {
  const config = pushConfig();
  if (!config) return fail('NTFND');
  if (!isPushEndpoint(endpoint, config.localOrigin)) {
    return fail('INPUT', { field: 'endpoint', params: { reason: 'url' } });
  }
  const db = await serverDb();
  const before = await thisDevice();
  const answer = resultOf(
    await db.rpc('subscribe_push', {
      p_endpoint: endpoint,
      p_p256dh: keys.p256dh,
      p_auth: keys.auth,
      p_device: await nameOfThisDevice(),
    }),
  );
  if (!answer.ok) return answer;
  const { id } = answer.value;
  if (before && before !== id) await db.rpc('unsubscribe_push', { p_subscription_id: before });
  await rememberDevice(id);
  return ok(null);
}

/** One device, also from afar; without an id this one. */
export async function unsubscribe(deviceId?: string): Promise<Result<null>> {
  const here = await thisDevice();
  const id = deviceId ?? here;
  if (!id) return ok(null);
  const db = await serverDb();
  const answer = resultOf(await db.rpc('unsubscribe_push', { p_subscription_id: id }));
  if (!answer.ok) return answer;
  if (id === here) await rememberDevice(null);
  return ok(null);
}

export async function chooseKinds(kinds: PushKind[]): Promise<Result<null>> {
  const db = await serverDb();
  const answer = resultOf(await db.rpc('choose_pushes', { p_kinds: kinds }));
  return answer.ok ? ok(null) : answer;
}
