import 'server-only';
import { z } from 'zod';
import { BOOKING_SIDES, RETURN_CONDITIONS } from '../bookings/model';
import { now } from '../platform/clock';
import { adminDb } from '../platform/db/admin';
import { rowsOf } from '../platform/db/answer';
import { env } from '../platform/env';
import { toLocale } from '../platform/i18n/locales';
import { loadMessages } from '../platform/i18n/messages';
import { log } from '../platform/log';
import { letterHtml, letterSubject, letterText } from '../platform/mail/letter';
import { deliverMail, mailServerState } from '../platform/mail/transport';
import { EVENT_TOPICS } from './model/event-mail';
import { SERIES_TOPICS, type SeriesOccasion } from './model/series-mail';
import {
  BOOKING_TOPICS,
  OFFICE_TOPICS,
  ORGANISATION_TOPICS,
  writeLetter,
  type BookingOccasion,
  type MailOccasion,
} from './model/mail';

const BATCH = 10;
/** Ends well before any host's limit on a request; the rest is for the next call. */
const WORK_MS = 20_000;
const MAX_MAILS = 200;

export type JobReport = {
  /** Requests and changes that nobody answered in time. */
  expired: number;
  /** Newly noticed: what is still out past its end, and what nobody came for. */
  late: number;
  unused: number;
  /** Events whose gap nobody filled in time. */
  calledOff: number;
  /** Standing slots whose people were asked whether they still need them. */
  asked: number;
  /** Slots that somebody who waited was offered, and requests that somebody else's approval answered. */
  offered: number;
  passedOver: number;
  mail: 'none' | 'unreachable' | 'ready';
  sent: number;
  failed: number;
};

/** Looks after what ends, is late or was never picked up, then delivers what people must be told. Safe to call at any time, at once. */
export async function runJobs(): Promise<JobReport> {
  const expired = rowsOf(await adminDb().rpc('expire_holds'));
  const late = rowsOf(await adminDb().rpc('sweep_overdue'));
  const unused = rowsOf(await adminDb().rpc('release_no_shows'));
  const calledOff = rowsOf(await adminDb().rpc('sweep_events'));
  const asked = rowsOf(await adminDb().rpc('ask_about_unused_slots'));
  const offered = rowsOf(await adminDb().rpc('tend_waiting_lists'));
  const passedOver = rowsOf(await adminDb().rpc('answer_passed_over'));
  const swept = { expired, late, unused, calledOff, asked, offered, passedOver };
  // Asked before anything is claimed: a mail server that is away costs no message an attempt.
  const mail = await mailServerState();
  const delivered = mail === 'ready' ? await deliverMails() : { sent: 0, failed: 0 };
  return { ...swept, mail, ...delivered };
}

async function deliverMails(): Promise<{ sent: number; failed: number }> {
  const start = now().getTime();
  let sent = 0;
  let failed = 0;
  while (sent + failed < MAX_MAILS && now().getTime() - start < WORK_MS) {
    const rows: unknown[] = rowsOf(await adminDb().rpc('claim_deliveries', { p_limit: BATCH }));
    if (rows.length === 0) break;
    const results = await Promise.all(rows.map(deliver));
    for (const isSent of results) {
      if (isSent) sent += 1;
      else failed += 1;
    }
    if (rows.length < BATCH) break;
  }
  return { sent, failed };
}

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

/** A leased delivery as claim_deliveries gives it; what does not belong to its topic is null. */
const deliverySchema = z.object({
  delivery_id: z.number(),
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
type Delivery = z.output<typeof deliverySchema>;

async function deliver(row: unknown): Promise<boolean> {
  const delivery = deliverySchema.parse(row);
  const error = await tryToSend(delivery, row);
  const args = {
    p_delivery_id: delivery.delivery_id,
    ...(error === null ? {} : { p_error: error }),
  };
  const { error: unfinished } = await adminDb().rpc('finish_delivery', args);
  // The lease runs out and somebody tries again; a mail twice is better than none.
  if (unfinished) log.error('a delivery could not be finished', new Error(unfinished.message));
  return error === null;
}

async function tryToSend(delivery: Delivery, row: unknown): Promise<string | null> {
  try {
    const occasion = occasionOf(delivery, row);
    const letter = writeLetter(occasion, await loadMessages(occasion.locale));
    await deliverMail({
      to: delivery.email,
      name: delivery.display_name,
      subject: letterSubject(letter),
      text: letterText(letter),
      html: letterHtml(letter),
    });
    return null;
  } catch (error) {
    log.warn('a mail could not be sent', error);
    return error instanceof Error ? error.message : 'unknown';
  }
}

function occasionOf(row: Delivery, raw: unknown): MailOccasion {
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

function seriesOf(row: Delivery): AboutSeries {
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

function changeOf(payload: Delivery['payload']): BookingOccasion['change'] {
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
