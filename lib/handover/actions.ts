'use server';

import { defineAction } from '../platform/action';
import type { Locale } from '../platform/i18n/locales';
import { paths } from '../platform/paths';
import { handOver, markNoShow, reportDamage, takeBack, withdraw } from './commands';
import type { HandoverPlace } from './model';
import { damageSchema, handOverSchema, noShowSchema, returnSchema, withdrawSchema } from './schema';

export const handOverAction = defineAction({
  name: 'hand-over',
  schema: handOverSchema,
  run: handOver,
  goTo: afterHandover,
});

export const takeBackAction = defineAction({
  name: 'take-back',
  schema: returnSchema,
  run: takeBack,
  goTo: afterHandover,
});

export const noShowAction = defineAction({
  name: 'no-show',
  schema: noShowSchema,
  run: markNoShow,
  goTo: afterHandover,
});

export const damageAction = defineAction({
  name: 'report-damage',
  schema: damageSchema,
  run: reportDamage,
  goTo: afterHandover,
});

export const withdrawAction = defineAction({
  name: 'withdraw-resource',
  schema: withdrawSchema,
  run: withdraw,
  goTo: (_, { resourceId, from, to }, locale) =>
    paths.withdrawResource(locale, resourceId, { from, to, done: 'yes' }),
});

type Handed = { bookingId: string; place: HandoverPlace };

// The page itself says what came of it: with and without JavaScript, and after a reload.
function afterHandover(_: unknown, { bookingId, place }: Handed, locale: Locale): string {
  return place === 'booking'
    ? paths.booking(locale, bookingId, { after: 'handover' })
    : paths.handover(locale, { after: bookingId });
}
