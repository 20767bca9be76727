'use server';

import { defineAction } from '../platform/action';
import type { Locale } from '../platform/i18n/locales';
import { paths } from '../platform/paths';
import {
  answerSlotQuestion,
  cancelDates,
  decideSeries,
  endSeries,
  extendSeries,
  moveSeries,
  requestSeries,
} from './commands';
import { nameOf } from './model/rule';
import {
  answerSlotSchema,
  cancelDatesSchema,
  decideSeriesSchema,
  endSeriesSchema,
  extendSeriesSchema,
  moveSeriesSchema,
  requestSeriesSchema,
} from './schema';

export const requestSeriesAction = defineAction({
  name: 'request-series',
  schema: requestSeriesSchema,
  run: requestSeries,
  fields: { idempotencyKey: 'key', quantity: 'n' },
  goTo: ({ seriesId }, _, locale) => paths.series(locale, seriesId, { after: 'request' }),
});

export const extendSeriesAction = defineAction({
  name: 'extend-series',
  schema: extendSeriesSchema,
  run: extendSeries,
  goTo: (_, { seriesId }, locale) => paths.series(locale, seriesId, { after: 'extend' }),
});

export const decideSeriesAction = defineAction({
  name: 'decide-series',
  schema: decideSeriesSchema,
  run: decideSeries,
  // The page itself says what came of it: with and without JavaScript, and after a reload.
  goTo: (_, { seriesId, place }, locale) =>
    place === 'inbox'
      ? paths.inbox(locale, { afterSeries: seriesId })
      : paths.series(locale, seriesId, { after: 'decide' }),
});

export const endSeriesAction = defineAction({
  name: 'end-series',
  schema: endSeriesSchema,
  run: endSeries,
  goTo: (_, { seriesId }, locale) => paths.series(locale, seriesId, { after: 'end' }),
});

export const cancelDatesAction = defineAction({
  name: 'cancel-dates',
  schema: cancelDatesSchema,
  run: cancelDates,
  goTo: (_, { seriesId }, locale) => paths.series(locale, seriesId, { after: 'cancel' }),
});

export const moveSeriesAction = defineAction({
  name: 'move-series',
  schema: moveSeriesSchema,
  run: ({ day, every, ...wish }) => moveSeries({ ...wish, rule: weeklyRule(day, every) }),
  fields: { startTime: 'start', endTime: 'end', rule: 'day' },
  goTo: (_, { seriesId }, locale) => paths.series(locale, seriesId, { after: 'move' }),
});

/** Only weekly series show days to choose from; the others keep theirs. */
function weeklyRule(days: Parameters<typeof nameOf>[0][], every: number): string | null {
  if (days.length === 0) return null;
  return `FREQ=WEEKLY;INTERVAL=${String(every)};BYDAY=${days.map(nameOf).join(',')}`;
}

export const answerSlotAction = defineAction({
  name: 'answer-slot',
  schema: answerSlotSchema,
  run: answerSlotQuestion,
  goTo: (_, { seriesId }: { seriesId: string }, locale: Locale) =>
    paths.series(locale, seriesId, { after: 'answer' }),
});
