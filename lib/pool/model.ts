import type { ResourceKind } from '@/lib/listings/model';
import type { OrganisationKind, OrganisationStatus } from '@/lib/organisations/model';
import { addDays, isDay, monthOf, type Day } from '@/lib/platform/dates';

export const PERIOD_PRESETS = ['this-month', 'last-month', 'this-year', 'last-12-months'] as const;
export type PeriodPreset = (typeof PERIOD_PRESETS)[number];

/** Days as people name them, the last one included. */
export type ReportPeriod = { preset: PeriodPreset | null; from: Day; to: Day };

export const DEFAULT_PRESET: PeriodPreset = 'this-year';
/** The database answers for at most ten years at once. */
const MAX_DAYS = 3_700;

export function isPreset(value: unknown): value is PeriodPreset {
  return PERIOD_PRESETS.some((preset) => preset === value);
}

/** Whole months and years: a report of half a month compares with nothing. */
export function presetPeriod(preset: PeriodPreset, today: Day): ReportPeriod {
  const lastOf = (month: Day) => addDays(monthOf(month, 1), -1);
  const year = today.slice(0, 4);
  switch (preset) {
    case 'this-month':
      return { preset, from: monthOf(today), to: lastOf(today) };
    case 'last-month':
      return { preset, from: monthOf(today, -1), to: lastOf(monthOf(today, -1)) };
    case 'this-year':
      return {
        preset,
        from: yearStart(year),
        to: addDays(yearStart(String(Number(year) + 1)), -1),
      };
    case 'last-12-months':
      return { preset, from: monthOf(today, -11), to: lastOf(today) };
  }
}

function yearStart(year: string): Day {
  const day = `${year}-01-01`;
  if (!isDay(day)) throw new RangeError(`not a year: ${year}`);
  return day;
}

/** The period of an address: own days when both are given and make sense, else a preset. */
export function reportPeriod(
  query: { period?: unknown; from?: unknown; to?: unknown },
  today: Day,
): { period: ReportPeriod; isRefused: boolean } {
  const own = ownPeriod(query.from, query.to);
  if (own) return { period: own, isRefused: false };
  const isRefused = query.from !== undefined || query.to !== undefined;
  const preset = isPreset(query.period) ? query.period : DEFAULT_PRESET;
  return { period: presetPeriod(preset, today), isRefused };
}

export function ownPeriod(from: unknown, to: unknown): ReportPeriod | null {
  if (!isDay(from) || !isDay(to) || from > to || addDays(from, MAX_DAYS) <= to) return null;
  return { preset: null, from, to };
}

export type PoolOrganisation = {
  id: string;
  slug: string;
  name: string;
  kind: OrganisationKind;
  status: OrganisationStatus;
  about: string;
  email: string;
  phone: string;
  website: string;
  address: string;
  createdAt: Date;
  members: number;
  things: number;
  /** Recognised as serving the common good. */
  isCommonGood: boolean;
  /** What the QM last told it. */
  note: string;
};

export type Totals = {
  requests: number;
  approved: number;
  declined: number;
  cancelled: number;
  expired: number;
  open: number;
  lending: number;
  borrowing: number;
  resourcesUsed: number;
  /** Null: nothing was answered. */
  medianAnswerMinutes: number | null;
  answeredWithinADay: number | null;
};

export type MonthRow = { month: Day; requests: number; approved: number; refused: number };

export type KindRow = {
  kind: ResourceKind;
  requests: number;
  approved: number;
  refused: number;
  hours: number;
};

export type OrganisationRow = {
  id: string;
  name: string;
  kind: OrganisationKind;
  lent: number;
  borrowed: number;
  asked: number;
  refused: number;
  medianAnswerMinutes: number | null;
};

export type ResourceRow = {
  id: string;
  slug: string;
  title: string;
  kind: ResourceKind;
  owner: string;
  quantity: number;
  approved: number;
  refused: number;
  hours: number;
  /** Booked part of all the time there was, 0 to 1. */
  utilisation: number;
  lastUsed: Date | null;
};

export const REPORT_TABLES = ['totals', 'months', 'kinds', 'organisations', 'resources'] as const;
export type ReportTable = (typeof REPORT_TABLES)[number];
