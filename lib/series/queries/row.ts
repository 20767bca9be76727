import 'server-only';
import type { Thing } from '../../bookings/model';
import { RESOURCE_KINDS } from '../../listings/model';
import { oneOf } from '../../platform/closed-list';
import { asDay, asWallTime, type Day, type WallTime } from '../../platform/dates';
import { coverUrl } from '../../platform/photo-url';

/** What every view of a series needs, as PostgREST is asked for it. */
export const SERIES =
  'id, version, rule, starts_on, start_time, end_time, end_days, quantity, purpose, status, resource_id, owner_id, organisation_id, requested_by, created_at, pools(slug, time_zone), resources(title:reader_title, slug, kind, picture, place, resource_photos(path, position)), requester:profiles!series_requested_by_fkey(display_name)';

type ThingRow = {
  /** In the reader's language; null only to the generated types. */
  title: string | null;
  slug: string;
  kind: string;
  picture: string;
  place: string;
  resource_photos: { path: string; position: number }[];
};

/** why: what row level security hides comes as null where the types promise a row. */
export function visible<T>(row: T): T | null {
  return row;
}

export function toThing(row: ThingRow | null): Thing | null {
  if (!row) return null;
  const { resource_photos: photos, kind, title, ...thing } = row;
  const cover = photos.toSorted((a, b) => a.position - b.position)[0];
  return {
    ...thing,
    title: title ?? '',
    kind: oneOf(RESOURCE_KINDS, kind),
    photoUrl: cover ? coverUrl(cover.path) : null,
  };
}

type TimesRow = { starts_on: string; start_time: string; end_time: string; end_days: number };

/** Postgres says 18:00:00, and 24:00 for the end of a day. */
export function toTimes(row: TimesRow): {
  startsOn: Day;
  startTime: WallTime;
  endTime: WallTime;
  endDays: number;
} {
  const isMidnight = row.end_time.startsWith('24:');
  return {
    startsOn: asDay(row.starts_on),
    startTime: asWallTime(row.start_time.slice(0, 5)),
    endTime: asWallTime(isMidnight ? '00:00' : row.end_time.slice(0, 5)),
    endDays: row.end_days + (isMidnight ? 1 : 0),
  };
}
