import { z } from 'zod';
import { periodOf, readWhen } from '../availability/model';
import { listOf } from '../platform/form-schema';
import type { Period } from '../platform/dates';
import { EVENT_MODES } from './model';

const when = {
  zone: z.string().max(64).refine(isZone),
  from: z.iso.date(),
  to: z.iso.date().optional(),
  part: z.string().max(20).optional(),
  start: z.string().max(5).optional(),
  end: z.string().max(5).optional(),
};
type WhenFields = {
  zone: string;
  from: string;
  to?: string | undefined;
  part?: string | undefined;
  start?: string | undefined;
  end?: string | undefined;
};

function isZone(zone: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function readPeriod({ zone, from, to, part, start, end }: WhenFields): Period | null {
  const read = readWhen({
    from,
    ...(to ? { to } : {}),
    ...(part ? { part } : {}),
    ...(start ? { start } : {}),
    ...(end ? { end } : {}),
  });
  const period = read && periodOf(read, zone);
  return period && period.start < period.end ? period : null;
}

const flaw = ({ part }: WhenFields) => ({
  code: 'custom' as const,
  path: [part === 'own' ? 'end' : 'to'],
  params: { reason: 'end_before_start' },
});

/** The fields of step one: what, when, how many people, where. */
export const planSchema = z
  .object({
    eventId: z.guid(),
    organisationId: z.guid(),
    template: z.string().max(60).optional(),
    title: z.string().trim().min(2).max(120),
    guests: z.coerce.number().int().min(1).max(100_000),
    place: z.string().trim().max(240).optional(),
    ...when,
  })
  .transform((form, context) => {
    const period = readPeriod(form);
    if (!period) {
      context.addIssue(flaw(form));
      return z.NEVER;
    }
    const { eventId, organisationId, template, title, guests, place } = form;
    return { eventId, organisationId, template, title, guests, place, period };
  });
export type PlanInput = z.output<typeof planSchema>;

/** One wish: what, how many, when, and which words find it. */
export const itemSchema = z
  .object({
    eventId: z.guid(),
    itemId: z.guid(),
    what: z.string().trim().min(1).max(120),
    words: z.string().trim().max(200).optional(),
    picture: z
      .string()
      .regex(/^[a-z0-9-]{0,40}$/)
      .default(''),
    quantity: z.coerce.number().int().min(1).max(100_000),
    ...when,
  })
  .transform((form, context) => {
    const period = readPeriod(form);
    if (!period) {
      context.addIssue(flaw(form));
      return z.NEVER;
    }
    const { eventId, itemId, what, words, picture, quantity } = form;
    return { eventId, itemId, what, words, picture, quantity, period };
  });
export type ItemInput = z.output<typeof itemSchema>;

export const itemRefSchema = z.object({ eventId: z.guid(), itemId: z.guid() });
export type ItemRef = z.output<typeof itemRefSchema>;

const token = z
  .string()
  .transform((text) => text.split('_'))
  .pipe(z.tuple([z.guid(), z.iso.datetime(), z.iso.datetime()]));

function readPart(value: string, quantity: number): PartInput | null {
  const read = token.safeParse(value);
  if (!read.success) return null;
  const [resource_id, starts_at, ends_at] = read.data;
  return { resource_id, quantity, starts_at, ends_at };
}

/** As the database takes it. */
export type PartInput = {
  resource_id: string;
  quantity: number;
  starts_at: string;
  ends_at: string;
};

const TAKE = 'take:';

/** How many of which offer: one number field for each, called `take:<token>`; or `one` of them. */
export const choiceSchema = z
  .looseObject({ eventId: z.guid(), itemId: z.guid() })
  .transform((form, context) => {
    const parts: PartInput[] = [];
    const one = typeof form.one === 'string' ? readPart(form.one, 1) : null;
    if (one) parts.push(one);
    for (const [name, value] of Object.entries(form)) {
      if (!name.startsWith(TAKE)) continue;
      const quantity = Number(value);
      const part = readPart(name.slice(TAKE.length), quantity);
      if (!part || !Number.isInteger(quantity) || quantity < 0 || quantity > 100_000) {
        context.addIssue({ code: 'custom', path: [name], params: { reason: 'invalid' } });
        return z.NEVER;
      }
      if (quantity > 0) parts.push(part);
    }
    return { eventId: form.eventId, itemId: form.itemId, parts };
  });
export type ChoiceInput = z.output<typeof choiceSchema>;

const part = z.string().transform((text, context) => {
  const [id = '', quantity = '', ...rest] = text.split('|');
  const read = readPart(rest.join('|'), Number(quantity));
  const itemId = z.guid().safeParse(id);
  if (!read || !itemId.success || !(read.quantity >= 1)) {
    context.addIssue({ code: 'custom', params: { reason: 'invalid' } });
    return z.NEVER;
  }
  return { itemId: itemId.data, part: read };
});

/** What the page showed is what is asked for: `part` fields read `item|number|token`. */
export const requestSchema = z
  .object({
    eventId: z.guid(),
    key: z.string().min(1).max(200),
    mode: z.enum(EVENT_MODES),
    note: z.string().trim().max(2_000).optional(),
    part: listOf(part),
  })
  .transform(({ part: parts, ...form }) => {
    const items = new Map<string, PartInput[]>();
    for (const { itemId, part: one } of parts) {
      items.set(itemId, [...(items.get(itemId) ?? []), one]);
    }
    return {
      ...form,
      items: [...items].map(([item_id, list]) => ({ item_id, parts: list })),
    };
  });
export type RequestInput = z.output<typeof requestSchema>;

export const replaceSchema = z
  .object({ eventId: z.guid(), part: listOf(part) })
  .transform(({ eventId, part: parts }, context) => {
    const [first] = parts;
    if (!first) {
      context.addIssue({ code: 'custom', path: ['part'], params: { reason: 'required' } });
      return z.NEVER;
    }
    return { eventId, itemId: first.itemId, parts: parts.map((one) => one.part) };
  });
export type ReplaceInput = z.output<typeof replaceSchema>;

const note = z.string().trim().max(2_000).optional();

export const cancelSchema = z.object({ eventId: z.guid(), note });
export type CancelInput = z.output<typeof cancelSchema>;

export const approvePartsSchema = z.object({ eventId: z.guid(), note });

/** A ready reason, own words, or both; one of them must be there. */
export const declinePartsSchema = z
  .object({ eventId: z.guid(), reason: z.string().trim().max(300).optional(), note })
  .transform(({ eventId, reason, note: words }, context) => {
    const text = [reason, words].filter(Boolean).join('\n');
    if (text === '') {
      context.addIssue({ code: 'custom', path: ['note'], params: { reason: 'required' } });
      return z.NEVER;
    }
    return { eventId, note: text.slice(0, 2_000) };
  });
export type DecideInput = { eventId: string; note?: string | undefined };
