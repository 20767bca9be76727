import type { Scene } from './database';
import { pools } from './story';

/** `[1, '09:00', '12:00']`, with a season `[…, '11-01', '02-29']`. */
export type Hours = [
  weekday: number,
  opens: string,
  closes: string,
  seasonFrom?: string,
  seasonTo?: string,
];
/** `['2026-08-01', '2026-08-14']` is closed; `[…, '10:00', '12:00']` is open. */
export type Exception = [
  from: string,
  to: string,
  opens?: string | undefined,
  closes?: string | undefined,
  note?: string,
];

export async function setHours(
  s: Scene,
  termsId: string,
  hours: Hours[],
  exceptions: Exception[] = [],
): Promise<void> {
  await s.sql(
    'select private.write_opening_hours($1, $2), private.write_opening_exceptions($1, $3)',
    [
      termsId,
      JSON.stringify(
        hours.map(([weekday, opens_at, closes_at, season_from, season_to]) => ({
          weekday,
          opens_at,
          closes_at,
          season_from,
          season_to,
        })),
      ),
      JSON.stringify(
        exceptions.map(([starts_on, ends_on, opens_at, closes_at, note]) => ({
          starts_on,
          ends_on,
          opens_at,
          closes_at,
          note,
        })),
      ),
    ],
  );
}

export const setParts = (s: Scene, termsId: string, parts: [string, string, string][]) =>
  s.sql('select private.write_day_parts($1, $2)', [
    termsId,
    JSON.stringify(parts.map(([name, starts_at, ends_at]) => ({ name, starts_at, ends_at }))),
  ]);

export const holiday = (s: Scene, on: string, kind: 'public' | 'school', name: string) =>
  s.sql('insert into public.holidays (pool_id, on_date, kind, name) values ($1, $2, $3, $4)', [
    pools.ostviertel,
    on,
    kind,
    name,
  ]);

/** What a helper of the rules says about a period of a thing, given in wall time of Berlin. */
export async function judged(
  s: Scene,
  helper: 'hours_violation' | 'grid_violation' | 'counted_days',
  thing: string,
  startsAt: string,
  endsAt: string,
): Promise<unknown> {
  const pool = helper === 'grid_violation' ? '' : 'r.pool_id, ';
  const [row] = await s.sql(
    `select private.${helper}(t, ${pool}'Europe/Berlin', $2::timestamp at time zone 'Europe/Berlin', $3::timestamp at time zone 'Europe/Berlin') as said
     from public.effective_terms t join public.resources r on r.id = t.resource_id where t.resource_id = $1`,
    [thing, startsAt, endsAt],
  );
  return row?.said;
}
