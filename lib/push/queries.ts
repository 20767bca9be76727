import 'server-only';
import { rowsOf } from '../platform/db/answer';
import { serverDb } from '../platform/db/server';
import { pushKey } from '../platform/push/config';
import { thisDevice } from '../platform/push/device';
import { PUSH_KINDS, type PushSettings } from './model';

/** What the signed-in person has chosen, and where; null: push is off here. */
export async function findPushSettings(): Promise<PushSettings | null> {
  const key = pushKey();
  if (key === null) return null;
  const [db, here] = await Promise.all([serverDb(), thisDevice()]);
  const [devices, settings] = await Promise.all([
    db.from('push_subscriptions').select('id, device, created_at').order('created_at'),
    db.from('push_settings').select('muted').maybeSingle(),
  ]);
  const muted = rowsOf(settings)?.muted ?? [];
  return {
    key,
    devices: rowsOf(devices).map(({ id, device, created_at }) => ({
      id,
      name: device,
      since: new Date(created_at),
      isThis: id === here,
    })),
    kinds: PUSH_KINDS.filter((kind) => !muted.includes(kind)),
  };
}
