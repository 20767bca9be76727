import { z } from 'zod';
import { Blanks } from '../../platform/blanks';
import { TERMS_SCOPES, TOPICS, type Topic } from '../model/levels';
import {
  AUDIENCES,
  CONFIRMED_PER,
  DAY_COUNTS,
  PERIOD_KINDS,
  QUOTA_MEASURES,
  QUOTA_PERIODS,
  REQUEST_MODES,
} from '../model/rules';
import { APPROVALS } from '../../listings/model';
import { MOST_LINES, readOpening, time, type Json } from './opening';

/**
 * The editor posts one question at a time. A field is called as SQL calls it when it refuses
 * (`maxDays`), a line of a list by its path (`quotas.0.most`).
 */
export const termsField = (...path: (string | number)[]): string => path.join('.');

export const TIME_UNITS = { minutes: 1, hours: 60, days: 1_440, weeks: 10_080 } as const;
export type TimeUnit = keyof typeof TIME_UNITS;
const UNITS: readonly TimeUnit[] = ['minutes', 'hours', 'days', 'weeks'];

/** The largest unit that says it exactly: 2,880 minutes are two days. */
export function inUnits(minutes: number | null): { amount: string; unit: TimeUnit } {
  if (minutes === null) return { amount: '', unit: 'hours' };
  if (minutes === 0) return { amount: '0', unit: 'hours' };
  const unit = UNITS.findLast((one) => minutes % TIME_UNITS[one] === 0) ?? 'minutes';
  return { amount: String(minutes / TIME_UNITS[unit]), unit };
}

/** Lengths that fill a day evenly. */
export const SLOT_MINUTES = [15, 30, 45, 60, 90, 120, 180, 240, 360, 480, 720, 1_440] as const;

const YEAR_MINUTES = 527_040;

function duration(blanks: Blanks, name: string): number | null {
  const amount = blanks.whole(YEAR_MINUTES, name);
  if (amount === undefined) return null;
  const minutes = amount * TIME_UNITS[blanks.choice(UNITS, `${name}Unit`) ?? 'hours'];
  if (minutes <= YEAR_MINUTES) return minutes;
  blanks.refuse('whole', name);
  return null;
}

function readLength(blanks: Blanks): Json {
  const least = duration(blanks, 'minMinutes');
  const most = duration(blanks, 'maxMinutes');
  const fewest = blanks.between(1, 366, 'minDays') ?? null;
  const days = blanks.between(1, 366, 'maxDays') ?? null;
  if (least === 0) blanks.refuse('whole', 'minMinutes');
  if (most === 0) blanks.refuse('whole', 'maxMinutes');
  if (least !== null && most !== null && least > most)
    blanks.refuse('less_than_least', 'maxMinutes');
  if (fewest !== null && days !== null && fewest > days)
    blanks.refuse('less_than_least', 'maxDays');
  return {
    min_minutes: least,
    max_minutes: most,
    min_days: fewest,
    max_days: days,
    day_count: blanks.choice(DAY_COUNTS, 'dayCount') ?? null,
  };
}

function readAhead(blanks: Blanks): Json {
  return {
    lead_minutes: duration(blanks, 'leadMinutes'),
    lead_working_days: blanks.whole(250, 'leadWorkingDays') ?? null,
    horizon_days: blanks.between(1, 1_095, 'horizonDays') ?? null,
  };
}

function readParts(blanks: Blanks): Json[] {
  const rows: Json[] = [];
  for (let line = 0; line < MOST_LINES.parts; line += 1) {
    const at = ['dayParts', line] as const;
    const name = blanks.text(...at, 'name');
    const starts = time(blanks, ...at, 'starts');
    const ends = time(blanks, ...at, 'ends');
    if (name === '' && starts === undefined && ends === undefined) continue;
    if (name === '' || name.length > 60)
      blanks.refuse(name ? 'invalid' : 'required', ...at, 'name');
    if (starts === undefined) blanks.refuse('required', ...at, 'starts');
    if (ends === undefined) blanks.refuse('required', ...at, 'ends');
    rows.push({ name, starts_at: starts, ends_at: ends });
  }
  if (rows.length === 0) blanks.refuse('required', 'dayParts');
  return rows;
}

function readPeriods(blanks: Blanks): Json {
  const kind = blanks.choice(PERIOD_KINDS, 'periodKind') ?? null;
  if (kind === 'slots') {
    const slot = blanks.between(5, 1_440, 'slotMinutes');
    if (slot === undefined) blanks.refuse('required', 'slotMinutes');
    return {
      period_kind: kind,
      slot_minutes: slot,
      slot_starts_at: time(blanks, 'slotStartsAt') ?? null,
    };
  }
  if (kind === 'days') {
    const [pickup, back] = [time(blanks, 'pickupAt'), time(blanks, 'returnAt')];
    if (pickup === undefined) blanks.refuse('required', 'pickupAt');
    if (back === undefined) blanks.refuse('required', 'returnAt');
    return { period_kind: kind, pickup_at: pickup, return_at: back };
  }
  return kind === 'parts'
    ? { period_kind: kind, day_parts: readParts(blanks) }
    : { period_kind: kind };
}

function readAudience(blanks: Blanks): Json {
  const audience = blanks.choice(AUDIENCES, 'audience') ?? null;
  if (audience === 'own_first') {
    const days = blanks.between(1, 366, 'ownFirstDays');
    if (days === undefined && blanks.text('ownFirstDays') === '')
      blanks.refuse('required', 'ownFirstDays');
    return { audience, own_first_days: days };
  }
  return audience === 'chosen'
    ? { audience, organisations: blanks.list('organisations') }
    : { audience };
}

function readShares(blanks: Blanks): Json {
  const quotas: Json[] = [];
  for (let line = 0; line < MOST_LINES.quotas; line += 1) {
    const most = blanks.between(1, 10_000, 'quotas', line, 'most');
    if (most === undefined) continue;
    const measure = blanks.choice(QUOTA_MEASURES, 'quotas', line, 'measure') ?? 'open_bookings';
    const per =
      measure === 'open_bookings'
        ? null
        : (blanks.choice(QUOTA_PERIODS, 'quotas', line, 'per') ?? 'month');
    if (quotas.some((other) => other.measure === measure && other.per === per))
      blanks.refuse('line_twice', 'quotas', line, 'most');
    quotas.push({ measure, per, most });
  }
  return { pickups_per_day: blanks.between(1, 1_000, 'pickupsPerDay') ?? null, quotas };
}

function readShown(blanks: Blanks): Json {
  const confirmations: Json[] = [];
  for (let line = 0; line < MOST_LINES.confirmations; line += 1) {
    const name = blanks.text('confirmations', line, 'name');
    if (name === '') continue;
    if (name.length < 2 || name.length > 120)
      blanks.refuse('invalid', 'confirmations', line, 'name');
    if (confirmations.some((other) => other.name === name))
      blanks.refuse('twice', 'confirmations', line, 'name');
    const per = blanks.choice(CONFIRMED_PER, 'confirmations', line, 'per') ?? 'organisation';
    const months = blanks.between(1, 120, 'confirmations', line, 'validMonths') ?? null;
    confirmations.push({ name, per, valid_months: per === 'organisation' ? months : null });
  }
  return { confirmations };
}

function readDecides(blanks: Blanks): Json {
  const noShow = duration(blanks, 'noShowMinutes');
  if (noShow !== null && (noShow < 10 || noShow > 10_080)) blanks.refuse('whole', 'noShowMinutes');
  return {
    request_mode: blanks.choice(REQUEST_MODES, 'requestMode') ?? null,
    hold_hours: blanks.between(1, 720, 'holdHours') ?? null,
    no_show_minutes: noShow,
  };
}

const READ: Record<Topic, (blanks: Blanks) => Json> = {
  length: readLength,
  ahead: readAhead,
  opening: readOpening,
  periods: readPeriods,
  audience: readAudience,
  shares: readShares,
  decides: readDecides,
  shown: readShown,
};

/** To say nothing of one's own to a question. */
const NOTHING: Record<Topic, Json> = {
  length: { min_minutes: null, max_minutes: null, min_days: null, max_days: null, day_count: null },
  ahead: { lead_minutes: null, lead_working_days: null, horizon_days: null },
  opening: {
    opening: null,
    hours_apply: null,
    closed_on_public_holidays: null,
    closed_in_school_holidays: null,
    opening_hours: [],
    opening_exceptions: [],
  },
  periods: { period_kind: null, day_parts: [] },
  audience: { audience: null, organisations: [] },
  shares: { pickups_per_day: null, quotas: [] },
  decides: { request_mode: null, hold_hours: null, no_show_minutes: null },
  shown: { confirmations: [] },
};

const about = z.looseObject({
  scope: z.enum(TERMS_SCOPES),
  id: z.uuid(),
  topic: z.enum(TOPICS),
  /** As it was read; left out where nothing was said yet. */
  updatedAt: z.iso.datetime({ offset: true }).optional(),
  act: z.enum(['save', 'takeBack']).default('save'),
  approval: z.enum(APPROVALS).optional(),
});

/** The filled-in sentences of one question as `set_terms` takes them. */
export const termsSchema = about.transform((form, context) => {
  const { scope, id, topic, updatedAt, approval } = form;
  const isTakenBack = form.act === 'takeBack';
  const terms = isTakenBack ? NOTHING[topic] : READ[topic](new Blanks(form, context, termsField));
  // who decides is a thing's own: no level above says it
  const decides = scope === 'resource' && topic === 'decides' && !isTakenBack && approval;
  return { scope, id, updatedAt, terms: decides ? { ...terms, approval } : terms };
});

export type TermsInput = z.output<typeof termsSchema>;

export const copySchema = z.object({ fromResourceId: z.uuid(), toResourceId: z.uuid() });
export type CopyInput = z.output<typeof copySchema>;
