import { readWhen, type When } from '@/lib/availability/model';
import { shownMonth } from '@/lib/availability/model/grid';
import { firstOf, whenInput, type SearchParams } from '@/lib/listings/model';
import { now } from '@/lib/platform/clock';
import { dayOf, type Day } from '@/lib/platform/dates';

/** What the address of a thing's page says: the wished time, how many, and which month is shown. */
export type PageAddress = { when: When | null; quantity: number; month: Day; today: Day };

export function readPage(params: SearchParams, zone: string): PageAddress {
  const today = dayOf(now(), zone);
  const when = readWhen(whenInput(params));
  const month = shownMonth(params.month, when?.from ?? today, today);
  const quantity = Math.max(1, Number.parseInt(firstOf(params.n), 10) || 1);
  return { when, quantity, month, today };
}
