import { homeOf } from './acts';
import type { Acting, Args, Row } from './database';
import type { Person } from './people';

const DAY = 86_400_000;

/** The date so many days after another one; after today when told only the number. */
export function on(days: number, after?: string): string {
  const from = after ? Date.parse(`${after}T00:00:00Z`) : Date.now();
  return new Date(Math.floor(from / DAY) * DAY + days * DAY).toISOString().slice(0, 10);
}

/** As many dates, a week apart. */
export const weeks = (count: number, first: string): string[] =>
  Array.from({ length: count }, (_, i) => on(7 * i, first));

const NAMES = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
export const weekday = (day: string): string =>
  NAMES[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';

/** From six to eight in the evening, every week. */
export const weekly = (first: string, count: number, more: Args = {}): Args => ({
  p_rule: `FREQ=WEEKLY;COUNT=${count}`,
  p_starts_on: first,
  p_start_time: '18:00',
  p_end_time: '20:00',
  ...more,
});

type Stage = { as(who: Person): Acting };

/** Somebody asks for a thing regularly, for their own organisation. */
export const askRegularly = (stage: Stage, who: Person, thing: string, more: Args): Promise<Row> =>
  stage.as(who).call('request_series', {
    p_resource_id: thing,
    p_organisation_id: homeOf(who),
    ...more,
  });

type Looking = { sql(text: string, values?: unknown[]): Promise<Row[]> };

/** The dates of a series with what became of them, as the owner of the database reads them. */
export const datesOf = (stage: Looking, series: Row): Promise<Row[]> =>
  stage.sql(
    `select so.occurrence_on::text as on, so.state, b.status, b.id,
       to_char(b.starts_at at time zone 'Europe/Berlin', 'YYYY-MM-DD HH24:MI') as starts,
       to_char(b.ends_at at time zone 'Europe/Berlin', 'YYYY-MM-DD HH24:MI') as ends, b.resource_id
     from public.series_occurrences so left join public.bookings b on b.id = so.booking_id
     where so.series_id = $1 order by so.occurrence_on`,
    [series.id],
  );

/** “booked booked skipped”: how the dates stand, in their order. */
export const statesOf = async (stage: Looking, series: Row): Promise<string> =>
  (await datesOf(stage, series)).map((date) => date.state as string).join(' ');

export const statusesOf = async (stage: Looking, series: Row): Promise<string> =>
  (await datesOf(stage, series)).map((date) => (date.status as string | null) ?? '-').join(' ');
