import 'server-only';
import { z } from 'zod';
import { BOOKING_SIDES, RETURN_CONDITIONS } from '../../bookings/model';
import { now } from '../../platform/clock';
import { env } from '../../platform/env';
import { toLocale } from '../../platform/i18n/locales';
import { EVENT_TOPICS } from '../model/event-mail';
import {
  BOOKING_TOPICS,
  OFFICE_TOPICS,
  ORGANISATION_TOPICS,
  type BookingOccasion,
  type MailOccasion,
} from '../model/mail';
import { SERIES_TOPICS, type SeriesOccasion } from '../model/series-mail';

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');

const pointSchema = z.object({
  starts_at: z.coerce.date(),
  ends_at: z.coerce.date(),
  quantity: z.number(),
});
const payloadSchema = z.object({
  from: pointSchema.optional(),
  to: pointSchema.optional(),
  condition: z.string().optional(),
  series: z
    .object({
      id: z.string(),
      start_time: z.string(),
      end_time: z.string(),
      dates: z.number(),
      first_at: z.coerce.date(),
      last_at: z.coerce.date(),
    })
    .optional(),
});

/** A message as private.message_of tells it; what does not belong to its topic is null. */
export const messageSchema = z.object({
  topic: z.string(),
  email: z.string(),
  display_name: z.string(),
  locale: z.string(),
  is_owner_side: z.boolean().nullish(),
  pool_slug: z.string(),
  pool_name: z.string(),
  time_zone: z.string(),
  booking_id: z.string().nullish(),
  resource_title: text,
  resource_slug: text,
  owner_name: text,
  borrower_name: text,
  starts_at: z.string().nullish(),
  ends_at: z.string().nullish(),
  quantity: z.number().nullish(),
  purpose: text,
  organisation_name: text,
  organisation_slug: text,
  note: text,
  side: z.string().nullish(),
  hold_expires_at: z.string().nullish(),
  payload: payloadSchema.nullish().catch(null),
});

/** What is told of several parts at once, as it stood then. */
const toldSchema = z.object({
  payload: z.object({
    event_id: z.string(),
    title: z.string(),
    starts_at: z.string(),
    ends_at: z.string(),
    guests: z.number(),
    borrower: z.string(),
    settle_by: z.string().nullish(),
    parts: z.array(
      z.object({
        title: z.string(),
        owner: z.string(),
        quantity: z.number(),
        starts_at: z.string(),
        ends_at: z.string(),
        status: z.string(),
      }),
    ),
  }),
});
type Message = z.output<typeof messageSchema>;

/** What happened, for whoever writes about it to one person. */
export function occasionOf(row: Message, raw: unknown): MailOccasion {
  const occasion = {
    name: row.display_name,
    locale: toLocale(row.locale),
    pool: { slug: row.pool_slug, name: row.pool_name, zone: row.time_zone },
    note: row.note,
    site: (env().SITE_URL ?? 'http://localhost:3000').replace(/\/+$/, ''),
  };
  const organisationTopic = ORGANISATION_TOPICS.find((topic) => topic === row.topic);
  if (organisationTopic) {
    return {
      ...occasion,
      topic: organisationTopic,
      organisation: { name: row.organisation_name, slug: row.organisation_slug },
    };
  }
  const officeTopic = OFFICE_TOPICS.find((topic) => topic === row.topic);
  if (officeTopic) return { ...occasion, topic: officeTopic };
  const eventTopic = EVENT_TOPICS.find((topic) => topic === row.topic);
  if (eventTopic) {
    const { payload: told } = toldSchema.parse(raw);
    return {
      ...occasion,
      topic: eventTopic,
      at: now(),
      organisation: row.organisation_name,
      event: {
        id: told.event_id,
        title: told.title,
        period: periodOf(told),
        guests: told.guests,
        borrower: told.borrower,
      },
      parts: told.parts.map((part) => ({ ...part, period: periodOf(part) })),
      settleBy: told.settle_by ? new Date(told.settle_by) : null,
    };
  }
  const seriesTopic = SERIES_TOPICS.find((topic) => topic === row.topic);
  if (seriesTopic) return { ...occasion, topic: seriesTopic, ...seriesOf(row) };
  const topic = BOOKING_TOPICS.find((known) => known === row.topic);
  if (!topic || !row.booking_id || !row.starts_at || !row.ends_at) {
    throw new Error(`no mail is written about ${row.topic}`);
  }
  return {
    ...occasion,
    topic,
    isOwnerSide: row.is_owner_side ?? false,
    bookingId: row.booking_id,
    thing: { title: row.resource_title, slug: row.resource_slug },
    owner: row.owner_name,
    borrower: row.borrower_name,
    period: { start: new Date(row.starts_at), end: new Date(row.ends_at) },
    quantity: row.quantity ?? 1,
    purpose: row.purpose,
    side: BOOKING_SIDES.find((side) => side === row.side) ?? 'system',
    answerBy: row.hold_expires_at ? new Date(row.hold_expires_at) : null,
    change: changeOf(row.payload),
    condition: RETURN_CONDITIONS.find((known) => known === row.payload?.condition) ?? null,
  };
}

type AboutSeries = Omit<SeriesOccasion, 'topic' | 'name' | 'locale' | 'pool' | 'note' | 'site'>;

function seriesOf(row: Message): AboutSeries {
  const series = row.payload?.series;
  if (!series) throw new Error(`a message about a series says nothing of it: ${row.topic}`);
  return {
    isOwnerSide: row.is_owner_side ?? false,
    seriesId: series.id,
    thing: { title: row.resource_title, slug: row.resource_slug },
    owner: row.owner_name,
    borrower: row.borrower_name,
    purpose: row.purpose,
    quantity: row.quantity ?? 1,
    dates: series.dates,
    span: { start: series.first_at, end: series.last_at },
    hours: { start: series.start_time.slice(0, 5), end: series.end_time.slice(0, 5) },
  };
}

function changeOf(payload: Message['payload']): BookingOccasion['change'] {
  const [from, to] = [payload?.from, payload?.to].map(
    (point) =>
      point && {
        period: { start: point.starts_at, end: point.ends_at },
        quantity: point.quantity,
      },
  );
  return from && to ? { from, to } : null;
}

function periodOf(row: { starts_at: string; ends_at: string }) {
  return { start: new Date(row.starts_at), end: new Date(row.ends_at) };
}
