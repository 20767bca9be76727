import { z } from 'zod';
import { fromNowOn, periodOf, readWhen } from '../availability/model';
import { now } from '../platform/clock';
import type { Period } from '../platform/dates';
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

export const cancelSchema = z.object({ bookingId: z.guid(), note: note.optional() });

export const answerSchema = z.object({ bookingId: z.guid(), note: note.min(1) });
