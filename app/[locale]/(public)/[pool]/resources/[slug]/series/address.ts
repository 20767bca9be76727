import type { PlanValues } from '@/components/series/plan-fields';
import { firstOf, type SearchParams } from '@/lib/listings/model';
import { addDays, monthOf, type Day } from '@/lib/platform/dates';
import { WEEKDAYS } from '@/lib/series/model/rule';
import { planSchema, type PlanForm } from '@/lib/series/schema';

export type PlanFault = keyof PlanValues;
export type PlanAddress = {
  values: PlanValues;
  /** Null until enough is said. */
  plan: PlanForm | null;
  faults: PlanFault[];
};

/** What the address of the planning page says; what it leaves open is filled in for the form. */
export function readPlan(params: SearchParams, today: Day): PlanAddress {
  const list = (value: string | string[] | undefined) =>
    value === undefined ? [] : Array.isArray(value) ? value : [value];
  const days = list(params.day)
    .map(Number)
    .filter((day) => WEEKDAYS.some((known) => known === day));
  const text = (name: string) => firstOf(params[name]);
  const values: PlanValues = {
    often: text('often') || 'weeks-1',
    days,
    from: text('from'),
    until: text('until'),
    start: text('start') || '18:00',
    end: text('end') || '20:00',
    n: text('n') || '1',
  };
  const isAsked = params.until !== undefined;
  const parsed = planSchema.safeParse({ ...values, day: days, until: values.until || undefined });
  if (parsed.success) return { values, plan: parsed.data, faults: [] };
  const faults = parsed.error.issues.map(({ path }) => String(path[0]) as PlanFault);
  return {
    values: {
      ...values,
      from: values.from || today,
      // three months are a good first look
      until: values.until || addDays(monthOf(today, 4), -1),
    },
    plan: null,
    faults: isAsked ? [...new Set(faults)] : [],
  };
}
