import 'server-only';
import { oneOf } from '../../platform/closed-list';
import { asDay } from '../../platform/dates';
import { rowsOf } from '../../platform/db/answer';
import { serverDb } from '../../platform/db/server';
import { NO_TERMS, OPENINGS, type Level, type OwnTerms, type TermsScope } from '../model/levels';
import {
  AUDIENCES,
  CONFIRMED_PER,
  DAY_COUNTS,
  HOURS_APPLY,
  PERIOD_KINDS,
  QUOTA_MEASURES,
  QUOTA_PERIODS,
  REQUEST_MODES,
} from '../model/rules';
import { clock } from './rules';

type LevelKey = { scope: TermsScope; id: string; name: string };

const LISTS = `opening_hours(weekday, opens_at, closes_at, season_from, season_to),
  opening_exceptions(starts_on, ends_on, opens_at, closes_at, note),
  day_parts(position, name, starts_at, ends_at), quotas(measure, per, most),
  confirmations(name, per, valid_months), terms_organisations(organisation_id)` as const;

/** What each of these levels says itself, in the order given; what says nothing is empty. */
async function listLevels(poolId: string, keys: LevelKey[]): Promise<Level[]> {
  const db = await serverDb();
  const idOf = (scope: TermsScope) => keys.find((key) => key.scope === scope)?.id;
  const [resource, organisation] = [idOf('resource'), idOf('organisation')];
  const scopes = [
    ...(resource ? [`resource_id.eq.${resource}`] : []),
    ...(organisation ? [`and(organisation_id.eq.${organisation},resource_id.is.null)`] : []),
    'organisation_id.is.null',
  ];
  const rows = rowsOf(
    await db.from('terms').select(`*, ${LISTS}`).eq('pool_id', poolId).or(scopes.join(',')),
  );
  return keys.map((key) => {
    const row = rows.find(({ organisation_id: ofWhom, resource_id: ofWhat }) =>
      key.scope === 'resource'
        ? ofWhat === key.id
        : ofWhat === null && (key.scope === 'pool' ? ofWhom === null : ofWhom === key.id),
    );
    return { ...key, terms: row ? toTerms(row) : NO_TERMS };
  });
}

/** A thing's own level, its owner's and its pool's. */
export async function findResourceLevels(resourceId: string): Promise<[Level, ...Level[]] | null> {
  const db = await serverDb();
  const row = rowsOf(
    await db
      .from('resources')
      .select('title:reader_title, pool_id, organisations(id, name, pools(name))')
      .eq('id', resourceId)
      .maybeSingle(),
  );
  if (!row) return null;
  const { id, name, pools } = row.organisations;
  return withOwn(row.pool_id, { scope: 'resource', id: resourceId, name: row.title ?? '' }, [
    { scope: 'organisation', id, name },
    { scope: 'pool', id: row.pool_id, name: pools.name },
  ]);
}

/** An organisation's own level and its pool's. */
export async function findOrganisationLevels(
  organisation: { id: string; name: string },
  pool: { id: string; name: string },
): Promise<[Level, ...Level[]]> {
  return withOwn(pool.id, { scope: 'organisation', ...named(organisation) }, [
    { scope: 'pool', ...named(pool) },
  ]);
}

export async function findPoolLevels(pool: {
  id: string;
  name: string;
}): Promise<[Level, ...Level[]]> {
  return withOwn(pool.id, { scope: 'pool', ...named(pool) }, []);
}

const named = ({ id, name }: { id: string; name: string }) => ({ id, name });

async function withOwn(
  poolId: string,
  own: LevelKey,
  above: LevelKey[],
): Promise<[Level, ...Level[]]> {
  const [first, ...rest] = await listLevels(poolId, [own, ...above]);
  return [first ?? { ...own, terms: NO_TERMS }, ...rest];
}

type Row = {
  updated_at: string;
  period_kind: string | null;
  slot_minutes: number | null;
  slot_starts_at: string | null;
  pickup_at: string | null;
  return_at: string | null;
  day_count: string | null;
  min_minutes: number | null;
  max_minutes: number | null;
  min_days: number | null;
  max_days: number | null;
  lead_minutes: number | null;
  lead_working_days: number | null;
  horizon_days: number | null;
  opening: string | null;
  hours_apply: string | null;
  closed_on_public_holidays: boolean | null;
  closed_in_school_holidays: boolean | null;
  pickups_per_day: number | null;
  audience: string | null;
  own_first_days: number | null;
  request_mode: string | null;
  hold_hours: number | null;
  no_show_minutes: number | null;
  opening_hours: {
    weekday: number;
    opens_at: string;
    closes_at: string;
    season_from: string | null;
    season_to: string | null;
  }[];
  opening_exceptions: {
    starts_on: string;
    ends_on: string;
    opens_at: string | null;
    closes_at: string | null;
    note: string;
  }[];
  day_parts: { position: number; name: string; starts_at: string; ends_at: string }[];
  quotas: { measure: string; per: string | null; most: number }[];
  confirmations: { name: string; per: string; valid_months: number | null }[];
  terms_organisations: { organisation_id: string }[];
};

const clockOrNull = (time: string | null) => (time === null ? null : clock(time));
const known = <T extends string>(list: readonly T[], value: string | null) =>
  value === null ? null : oneOf(list, value);

function toTerms(row: Row): OwnTerms {
  return {
    updatedAt: row.updated_at,
    periodKind: known(PERIOD_KINDS, row.period_kind),
    slotMinutes: row.slot_minutes,
    slotStartsAt: clockOrNull(row.slot_starts_at),
    pickupAt: clockOrNull(row.pickup_at),
    returnAt: clockOrNull(row.return_at),
    parts: row.day_parts
      .toSorted((a, b) => a.position - b.position)
      .map(({ name, starts_at, ends_at }) => ({
        name,
        starts: clock(starts_at),
        ends: clock(ends_at),
      })),
    dayCount: known(DAY_COUNTS, row.day_count),
    minMinutes: row.min_minutes,
    maxMinutes: row.max_minutes,
    minDays: row.min_days,
    maxDays: row.max_days,
    leadMinutes: row.lead_minutes,
    leadWorkingDays: row.lead_working_days,
    horizonDays: row.horizon_days,
    opening: known(OPENINGS, row.opening),
    hours: row.opening_hours
      .map(({ weekday, opens_at, closes_at, season_from: from, season_to: to }) => ({
        weekday,
        opens: clock(opens_at),
        closes: clock(closes_at),
        season: from !== null && to !== null ? { from, to } : null,
      }))
      .sort((a, b) => a.weekday - b.weekday || a.opens.localeCompare(b.opens)),
    exceptions: row.opening_exceptions
      .map(({ starts_on, ends_on, opens_at, closes_at, note }) => ({
        from: asDay(starts_on),
        to: asDay(ends_on),
        hours:
          opens_at !== null && closes_at !== null
            ? { opens: clock(opens_at), closes: clock(closes_at) }
            : null,
        note,
      }))
      .sort((a, b) => a.from.localeCompare(b.from)),
    hoursApply: known(HOURS_APPLY, row.hours_apply),
    closedOnPublicHolidays: row.closed_on_public_holidays,
    closedInSchoolHolidays: row.closed_in_school_holidays,
    pickupsPerDay: row.pickups_per_day,
    audience: known(AUDIENCES, row.audience),
    ownFirstDays: row.own_first_days,
    chosen: row.terms_organisations.map(({ organisation_id: id }) => id),
    requestMode: known(REQUEST_MODES, row.request_mode),
    holdHours: row.hold_hours,
    noShowMinutes: row.no_show_minutes,
    quotas: row.quotas.map(({ measure, per, most }) => ({
      measure: oneOf(QUOTA_MEASURES, measure),
      per: known(QUOTA_PERIODS, per),
      most,
    })),
    confirmations: row.confirmations
      .map(({ name, per, valid_months: validMonths }) => ({
        name,
        per: oneOf(CONFIRMED_PER, per),
        validMonths,
      }))
      .sort((a, b) => a.name.localeCompare(b.name)),
  };
}
