import 'server-only';
import { cache } from 'react';
import { oneOf } from '../../platform/closed-list';
import { asDay, type Day } from '../../platform/dates';
import { rowsOf } from '../../platform/db/answer';
import { serverDb } from '../../platform/db/server';
import {
  AUDIENCES,
  CONFIRMED_PER,
  DAY_COUNTS,
  HOURS_APPLY,
  PERIOD_KINDS,
  QUOTA_MEASURES,
  QUOTA_PERIODS,
  REQUEST_MODES,
  type Clock,
  type Confirmation,
  type OpenHours,
  type OpeningException,
  type PartOfDay,
  type Quota,
  type Rules,
} from '../model/rules';

/** `09:30:00` as the database says it. */
export const clock = (time: string): Clock => time.slice(0, 5);
const clockOrNull = (time: string | null): Clock | null => (time === null ? null : clock(time));

/** The rules that hold for a thing; null when it is not there for who asks. Once per request. */
export const findRules = cache(async (resourceId: string): Promise<Rules | null> => {
  const db = await serverDb();
  const row = rowsOf(
    await db.from('effective_terms').select('*').eq('resource_id', resourceId).maybeSingle(),
  );
  if (!row) return null;
  const { hours_terms_id: hoursId, parts_terms_id: partsId, level_ids: levels } = row;
  const [hours, exceptions, parts, quotas, confirmations] = await Promise.all([
    hoursId ? listHours(hoursId) : null,
    hoursId ? listExceptions(hoursId) : [],
    partsId && row.period_kind === 'parts' ? listParts(partsId) : [],
    row.quotas.length > 0 ? listQuotas(levels) : [],
    row.has_confirmations ? listConfirmations(levels) : [],
  ]);
  return {
    periodKind: oneOf(PERIOD_KINDS, row.period_kind),
    slotMinutes: row.slot_minutes,
    slotStartsAt: clockOrNull(row.slot_starts_at),
    pickupAt: clockOrNull(row.pickup_at),
    returnAt: clockOrNull(row.return_at),
    parts,
    dayCount: oneOf(DAY_COUNTS, row.day_count),
    minMinutes: row.min_minutes,
    maxMinutes: row.max_minutes,
    minDays: row.min_days,
    maxDays: row.max_days,
    leadMinutes: row.lead_minutes,
    leadWorkingDays: row.lead_working_days,
    horizonDays: row.horizon_days,
    hours,
    hoursApply: oneOf(HOURS_APPLY, row.hours_apply),
    exceptions,
    closedOnPublicHolidays: row.closed_on_public_holidays,
    closedInSchoolHolidays: row.closed_in_school_holidays,
    pickupsPerDay: row.pickups_per_day,
    audience: oneOf(AUDIENCES, row.audience),
    ownFirstDays: row.own_first_days,
    requestMode: oneOf(REQUEST_MODES, row.request_mode),
    holdHours: row.hold_hours,
    noShowMinutes: row.no_show_minutes,
    quotas,
    confirmations,
  };
});

export async function listHours(termsId: string): Promise<OpenHours[]> {
  const db = await serverDb();
  const rows = rowsOf(
    await db
      .from('opening_hours')
      .select('weekday, opens_at, closes_at, season_from, season_to')
      .eq('terms_id', termsId)
      .order('weekday')
      .order('opens_at'),
  );
  return rows.map((row) => ({
    weekday: row.weekday,
    opens: clock(row.opens_at),
    closes: clock(row.closes_at),
    season:
      row.season_from !== null && row.season_to !== null
        ? { from: row.season_from, to: row.season_to }
        : null,
  }));
}

/** All of them, or those from a day on. */
export async function listExceptions(termsId: string, from?: Day): Promise<OpeningException[]> {
  const db = await serverDb();
  const all = db
    .from('opening_exceptions')
    .select('starts_on, ends_on, opens_at, closes_at, note')
    .eq('terms_id', termsId);
  const rows = rowsOf(await (from ? all.gte('ends_on', from) : all).order('starts_on'));
  return rows.map((row) => ({
    from: asDay(row.starts_on),
    to: asDay(row.ends_on),
    hours:
      row.opens_at !== null && row.closes_at !== null
        ? { opens: clock(row.opens_at), closes: clock(row.closes_at) }
        : null,
    note: row.note,
  }));
}

export async function listParts(termsId: string): Promise<PartOfDay[]> {
  const db = await serverDb();
  const rows = rowsOf(
    await db
      .from('day_parts')
      .select('name, starts_at, ends_at')
      .eq('terms_id', termsId)
      .order('position'),
  );
  return rows.map(({ name, starts_at, ends_at }) => ({
    name,
    starts: clock(starts_at),
    ends: clock(ends_at),
  }));
}

export async function listQuotas(levels: string[]): Promise<Quota[]> {
  const db = await serverDb();
  const rows = rowsOf(
    await db.from('quotas').select('measure, per, most').in('terms_id', levels).order('measure'),
  );
  return rows.map(({ measure, per, most }) => ({
    measure: oneOf(QUOTA_MEASURES, measure),
    per: per === null ? null : oneOf(QUOTA_PERIODS, per),
    most,
  }));
}

export async function listConfirmations(levels: string[]): Promise<Confirmation[]> {
  const db = await serverDb();
  const rows = rowsOf(
    await db
      .from('confirmations')
      .select('name, per, valid_months')
      .in('terms_id', levels)
      .order('name'),
  );
  return rows.map(({ name, per, valid_months }) => ({
    name,
    per: oneOf(CONFIRMED_PER, per),
    validMonths: valid_months,
  }));
}
