import { describe, expect, test } from 'vitest';
import { readWhen, wholeDays } from '@/lib/availability/model';
import { addDays, asDay, asWallTime, weekdayOf, type Day } from '@/lib/platform/dates';
import { fitted, timeFieldsOf } from './model/choices';
import { acrossClosedDays } from './model/handover-days';
import { HOLD_HOURS, HORIZON_DAYS, type OpenHours, type Rules } from './model/rules';
import { stretchesOf, weeksOf } from './model/week';
import { rulesInWords } from './model/words';
import { readVerdict } from './schema/verdict';

const none: Rules = {
  periodKind: 'minutes',
  slotMinutes: null,
  slotStartsAt: null,
  pickupAt: null,
  returnAt: null,
  parts: [],
  dayCount: 'calendar',
  minMinutes: null,
  maxMinutes: null,
  minDays: null,
  maxDays: null,
  leadMinutes: 0,
  leadWorkingDays: 0,
  horizonDays: HORIZON_DAYS,
  hours: null,
  hoursApply: 'use',
  exceptions: [],
  closedOnPublicHolidays: false,
  closedInSchoolHolidays: false,
  pickupsPerDay: null,
  audience: 'pool',
  ownFirstDays: null,
  requestMode: 'hold',
  holdHours: HOLD_HOURS,
  noShowMinutes: null,
  quotas: [],
  confirmations: [],
};
const open = (weekday: number, opens: string, closes: string): OpenHours => ({
  weekday,
  opens,
  closes,
  season: null,
});
const saturday = asDay('2026-12-05');

describe('rules in words', () => {
  test('who lends without rules says nothing', () => {
    expect(rulesInWords(none)).toEqual([]);
  });

  test('each rule is one sentence', () => {
    const said = rulesInWords({
      ...none,
      audience: 'own_first',
      ownFirstDays: 14,
      periodKind: 'days',
      pickupAt: '14:00',
      returnAt: '10:00',
      minDays: 1,
      maxDays: 3,
      dayCount: 'open',
      leadWorkingDays: 2,
      hours: [open(2, '09:30', '11:30')],
      hoursApply: 'handover',
      closedOnPublicHolidays: true,
      quotas: [{ measure: 'weekends', per: 'quarter', most: 2 }],
      confirmations: [{ name: 'Führerschein', per: 'booking', validMonths: null }],
    });
    expect(said.map(({ say }) => say)).toEqual([
      'audience_own_first',
      'days',
      'days_between',
      'count_open',
      'lead_working',
      'hours_handover',
      'holidays_public',
      'quota_weekends',
      'confirm_booking',
    ]);
    expect(said[1]?.values).toEqual({ pickup: '14:00', back: '10:00' });
  });
});

describe('a week of opening hours', () => {
  test('days with the same hours share a line', () => {
    const [week] = weeksOf([2, 4].map((day) => open(day, '09:30', '11:30')));
    expect(week?.lines).toEqual([
      { weekdays: [2, 4], spans: [{ opens: '09:30', closes: '11:30' }] },
    ]);
    expect(stretchesOf([1, 2, 3, 6])).toEqual([
      { from: 1, to: 3 },
      { from: 6, to: 6 },
    ]);
  });
});

describe('days on which nobody hands it over', () => {
  // Tuesdays and Thursdays, as many lenders have it
  const hours = [open(2, '17:00', '19:00'), open(4, '09:30', '11:30')];
  const rules: Rules = { ...none, hours, hoursApply: 'handover' };
  const opening = (days: Day[], spans = hours) =>
    days.map((day) => {
      const its = spans.filter(({ weekday }) => weekday === weekdayOf(day));
      return { day, spans: its, closed: its.length > 0 ? null : ('closed_day' as const), name: '' };
    });
  const around = Array.from({ length: 21 }, (_, n) => addDays(saturday, n - 10));
  const long = { day: asDay('2026-11-01'), time: asWallTime('12:00') };
  const across = (from: Day, to: Day, now = long, spans = hours, more: Partial<Rules> = {}) =>
    acrossClosedDays(wholeDays(from, to), { ...rules, ...more }, opening(around, spans), now);

  test('a Saturday begins on Thursday and ends on Tuesday, each at its own hours', () => {
    expect(across(saturday, saturday)).toEqual({
      from: '2026-12-03',
      start: '09:30',
      to: '2026-12-08',
      end: '19:00',
    });
  });

  test('only the end that is closed moves', () => {
    expect(across(asDay('2026-12-03'), saturday)).toMatchObject({
      from: '2026-12-03',
      to: '2026-12-08',
    });
    expect(across(saturday, asDay('2026-12-08'))).toMatchObject({
      from: '2026-12-03',
      to: '2026-12-08',
    });
    const thursday = wholeDays(asDay('2026-12-03'));
    expect(acrossClosedDays(thursday, rules, opening(around), long)).toBe(thursday);
  });

  test('not before now: what opened today already is too late', () => {
    const at = (time: string) => ({ day: asDay('2026-12-03'), time: asWallTime(time) });
    expect(across(saturday, saturday, at('09:00'))).toMatchObject({ from: '2026-12-03' });
    expect(across(saturday, saturday, at('10:00'))).toEqual(wholeDays(saturday));
  });

  test('until midnight is until the next day begins', () => {
    const night = [open(4, '09:30', '11:30'), open(7, '20:00', '24:00')];
    expect(across(saturday, saturday, long, night)).toMatchObject({
      to: '2026-12-07',
      end: '00:00',
    });
  });

  test('days keep their times, and only days that are open then will do', () => {
    const days = {
      periodKind: 'days',
      pickupAt: asWallTime('10:00'),
      returnAt: asWallTime('18:00'),
    } as const;
    expect(across(saturday, saturday, long, hours, days)).toEqual({
      ...wholeDays(saturday),
      from: '2026-12-03',
      to: '2026-12-08',
    });
    const late = { ...days, returnAt: asWallTime('20:00') };
    expect(across(saturday, saturday, long, hours, late)).toEqual(wholeDays(saturday));
  });

  test('who is never open keeps the day', () => {
    expect(across(saturday, saturday, long, [])).toEqual(wholeDays(saturday));
  });
});

describe('a day that somebody only names', () => {
  const meant = (rules: Rules, day = saturday) =>
    fitted(wholeDays(day), timeFieldsOf({ ...none, ...rules }, []));

  test('is the whole day where nothing is said', () => {
    expect(meant(none)).toEqual(wholeDays(saturday));
  });

  test('is the opening hours where there are some', () => {
    expect(meant({ ...none, hours: [open(6, '10:00', '24:00')] })).toEqual({
      from: saturday,
      to: saturday,
      start: '10:00',
      end: '00:00',
    });
  });

  test('is from the pick-up to the return, on the next day where that is earlier', () => {
    expect(meant({ ...none, periodKind: 'days', pickupAt: '14:00', returnAt: '10:00' })).toEqual({
      from: saturday,
      to: '2026-12-06',
      start: '14:00',
      end: '10:00',
    });
  });

  test('is all parts of it, or the first slots of the grid', () => {
    const parts = [
      { name: 'Vormittag', starts: '08:00', ends: '12:00' },
      { name: 'Abend', starts: '18:00', ends: '22:00' },
    ];
    expect(meant({ ...none, periodKind: 'parts', parts })).toMatchObject({
      start: '08:00',
      end: '22:00',
    });
    expect(
      meant({ ...none, periodKind: 'slots', slotMinutes: 90, slotStartsAt: '08:15' }),
    ).toMatchObject({ start: '00:45', end: '02:15' });
  });

  test('a choice of the form is read as it was offered', () => {
    expect(readWhen({ from: saturday, part: '20:00-02:00' })).toEqual({
      from: saturday,
      to: '2026-12-06',
      start: '20:00',
      end: '02:00',
    });
    expect(readWhen({ from: saturday, to: '2026-12-06', part: '20:00-00:00' })).toEqual({
      from: saturday,
      to: '2026-12-07',
      start: '20:00',
      end: '00:00',
    });
  });
});

test('what the dry run answers is read with all broken rules', () => {
  expect(
    readVerdict({
      ok: false,
      violations: [{ code: 'BKCLO', field: 'p_starts_at', params: { reason: 'closed_day' } }],
      decision: { by: 'approver', reason: 'manual', params: {} },
    }),
  ).toEqual({
    violations: [{ code: 'BKCLO', field: 'startsAt', params: { reason: 'closed_day' } }],
    decision: { by: 'approver', reason: 'manual', params: {} },
  });
});
