import { inRange, wholeDays, type TimeRange, type When } from '@/lib/availability/model';
import type { ResourceKind } from '@/lib/listings/model';
import { asWallTime, type Day } from '@/lib/platform/dates';
import { timeFieldsOf, usualRange } from './choices';
import type { Rules } from './rules';
import type { DayOpening } from './week';

const range = (start: string, end: string): TimeRange => ({
  start: asWallTime(start),
  end: asWallTime(end),
});

/** What people usually ask for where the rules leave it open. */
const USUAL: Record<ResourceKind, TimeRange> = {
  equipment: range('10:00', '18:00'),
  installation: range('14:00', '18:00'),
  room: range('15:00', '20:00'),
  vehicle: range('09:00', '17:00'),
  service: range('16:00', '18:00'),
};

/** A wish as many would have it on a day. */
export function usualWish(
  kind: ResourceKind,
  rules: Rules,
  opening: readonly DayOpening[],
  day: Day,
): When {
  const fields = timeFieldsOf(rules, opening);
  const fitting = fields.kind === 'free' ? USUAL[kind] : usualRange(fields);
  return fitting ? inRange(day, day, fitting) : wholeDays(day);
}
