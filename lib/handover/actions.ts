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
  goTo: (_, input, locale) => afterwards(input, locale),
});

export const takeBackAction = defineAction({
  name: 'take-back',
  schema: returnSchema,
  run: takeBack,
  goTo: (_, input, locale) => afterwards(input, locale),
});

export const noShowAction = defineAction({
  name: 'no-show',
  schema: noShowSchema,
  run: markNoShow,
  goTo: (_, input, locale) => afterwards(input, locale),
});

export const damageAction = defineAction({
  name: 'report-damage',
  schema: damageSchema,
  run: reportDamage,
  goTo: (_, input, locale) => afterwards(input, locale),
});

export const withdrawAction = defineAction({
  name: 'withdraw-resource',
  schema: withdrawSchema,
  run: withdraw,
  goTo: (_, { resourceId, from, to }, locale) =>
    paths.withdrawResource(locale, resourceId, { from, to, done: 'yes' }),
});

// The page itself says what came of it: with and without JavaScript, and after a reload.
function afterwards(
  { bookingId, place }: { bookingId: string; place: HandoverPlace },
  locale: Locale,
): string {
  return place === 'booking'
    ? paths.booking(locale, bookingId, { after: 'handover' })
    : paths.handover(locale, { after: bookingId });
}
