import { z } from 'zod';
import { fromNowOn, periodOf, readWhen } from '../availability/model';
import { now } from '../platform/clock';
import type { Period } from '../platform/dates';
import { actKey } from '../platform/form-schema';
import type { BookingRequest } from './model';

const MAX_PURPOSE = 2_000;
const MAX_NOTE = 2_000;

/** The fields of the request form. The time is wall time in `zone`, the one the page showed. */
const requestFields = z.looseObject({
  resourceId: z.uuid(),
  organisationId: z.uuid().optional(),
  zone: z.string().max(64).refine(isZone),
  from: z.iso.date(),
  to: z.iso.date().optional(),
  part: z.string().max(20).optional(),
  start: z.string().max(5).optional(),
  end: z.string().max(5).optional(),
  quantity: z.coerce.number().int().min(1).max(100_000).default(1),
  purpose: z.string().max(MAX_PURPOSE).default(''),
  key: z.string().min(1).max(200),
});

export const requestSchema = requestFields.transform((form, context): BookingRequest => {
  const period = readPeriod(form);
  if (!period || period.end <= period.start) {
    const path = [period && !isOwn(form) ? 'to' : 'end'];
    context.addIssue({ code: 'custom', path, params: { reason: 'end_before_start' } });
    return z.NEVER;
  }
  const { resourceId, organisationId, zone, quantity, purpose, key } = form;
  const extras = readExtras(form);
  return { resourceId, organisationId, period, zone, quantity, purpose, key, extras };
});

type RequestFields = z.output<typeof requestFields>;

const EXTRA = 'extra.';

/** How many of each extra, by the owner's word for it; the field is named `extra.<word>`. */
function readExtras(form: Record<string, unknown>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) => {
      const isCount = typeof value === 'string' && /^\d{1,5}$/.test(value.trim());
      return name.startsWith(EXTRA) && isCount && Number(value) > 0
        ? [[name.slice(EXTRA.length), Number(value)] as const]
        : [];
    }),
  );
}

function isOwn({ part, from, to }: RequestFields): boolean {
  return part === 'own' && (to === undefined || to === from);
}

function readPeriod({ from, to, part, start, end, zone }: RequestFields): Period | null {
  const when = readWhen({
    from,
    ...(to ? { to } : {}),
    ...(part ? { part } : {}),
    ...(start ? { start } : {}),
    ...(end ? { end } : {}),
  });
  if (!when) return null;
  return part === 'own' ? periodOf(when, zone) : fromNowOn(when, zone, now());
}

function isZone(zone: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const note = z.string().trim().max(MAX_NOTE);

export const cancelSchema = z.object({
  bookingId: z.guid(),
  note: note.optional(),
  /** Where to go on, when that is not the booking itself. */
  next: z.string().max(2_000).optional(),
});

type Query = Record<string, string | string[] | undefined>;
type Changeable = { period: Period; zone: string; quantity: number };

/** What the address of the change page wishes; what it does not say stays as it is. */
export function readWish(
  query: Query,
  { period, zone, quantity }: Changeable,
  hasBegun: boolean,
): { period: Period; quantity: number; isChanged: boolean } {
  const text = (name: string) => {
    const value = query[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const wishedQuantity = z.coerce.number().int().min(1).max(100_000).safeParse(text('n'));
  const input = Object.fromEntries(
    (['from', 'to', 'part', 'start', 'end'] as const).flatMap((name) => {
      const value = text(name);
      return value ? [[name, value]] : [];
    }),
  );
  const when = hasBegun
    ? readWhen({ from: input.to ?? '', to: input.to ?? '', start: '00:00', end: input.end ?? '' })
    : readWhen(input);
  const read = when && periodOf(when, zone);
  const wished = read && hasBegun ? { start: period.start, end: read.end } : read;
  const found = {
    period: wished && wished.end > wished.start ? wished : period,
    quantity: wishedQuantity.success ? wishedQuantity.data : quantity,
  };
  return {
    ...found,
    isChanged:
      found.quantity !== quantity ||
      found.period.start.getTime() !== period.start.getTime() ||
      found.period.end.getTime() !== period.end.getTime(),
  };
}

/** The times as the page that showed them reckoned them; `to` is not included. */
export const changeSchema = z.object({
  bookingId: z.guid(),
  startsAt: z.iso.datetime({ offset: true }),
  endsAt: z.iso.datetime({ offset: true }),
  quantity: z.coerce.number().int().min(1).max(100_000),
  note: note.optional(),
});

export const withdrawChangeSchema = z.object({ bookingId: z.guid(), changeId: z.guid() });

export const answerSchema = z.object({ bookingId: z.guid(), note: note.min(1), key: actKey });
