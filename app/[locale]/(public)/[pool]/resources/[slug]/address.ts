import { readWhen, type When } from '@/lib/availability/model';
import { firstOf, whenInput, type SearchParams } from '@/lib/listings/model';
import { now } from '@/lib/platform/clock';
import { dayOf, isDay, monthOf, type Day } from '@/lib/platform/dates';

/** What the address of a thing's page says: the wished time, how many, and which month is shown. */
export type PageAddress = { when: When | null; quantity: number; month: Day; today: Day };

const MONTHS_AHEAD = 35;

export function readPage(params: SearchParams, zone: string): PageAddress {
  const today = dayOf(now(), zone);
  const when = readWhen(whenInput(params));
  const asked = `${firstOf(params.month)}-01`;
  const wished = isDay(asked) ? asked : monthOf(when?.from ?? today);
  const earliest = monthOf(today);
  const latest = monthOf(today, MONTHS_AHEAD);
  const month = wished < earliest ? earliest : wished > latest ? latest : wished;
  const quantity = Math.max(1, Number.parseInt(firstOf(params.n), 10) || 1);
  return { when, quantity, month, today };
}
