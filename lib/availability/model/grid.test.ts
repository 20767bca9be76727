import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, asDay, weekdayOf } from '@/lib/platform/dates';
import { addMonths, entryDay, picked, walked } from './grid';

const day = asDay;
const span = (from: string, to = from) => ({ from: day(from), to: day(to) });

describe('days are taken by taps', () => {
  const [friday, sunday] = [day('2026-11-27'), day('2026-11-29')];

  test('one day is one tap, whatever was chosen before', () => {
    expect(picked(null, friday, 'one')).toEqual(span(friday));
    expect(picked(span(friday), sunday, 'one')).toEqual(span(sunday));
  });

  test('of several, the first and the last are tapped', () => {
    expect(picked(span(friday), sunday, 'several')).toEqual(span(friday, sunday));
  });

  test('an earlier day, or a third tap, begins anew; the same day stays', () => {
    expect(picked(span(sunday), friday, 'several')).toEqual(span(friday));
    expect(picked(span(friday, sunday), sunday, 'several')).toEqual(span(sunday));
    expect(picked(span(friday), friday, 'several')).toEqual(span(friday));
  });
});

describe('keys walk through the days', () => {
  const saturday = day('2026-11-28');
  const walk = (key: string, more: Partial<Parameters<typeof walked>[2]> = {}) =>
    walked(saturday, key, { isRtl: false, firstWeekday: 1, isShift: false, ...more });

  test('arrows lead to the next day and the next week', () => {
    expect(['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp'].map((key) => walk(key))).toEqual([
      '2026-11-29',
      '2026-11-27',
      '2026-12-05',
      '2026-11-21',
    ]);
  });

  test('from right to left, the next day lies on the left', () => {
    expect(walk('ArrowLeft', { isRtl: true })).toBe('2026-11-29');
    expect(walk('ArrowRight', { isRtl: true })).toBe('2026-11-27');
    expect(walk('ArrowDown', { isRtl: true })).toBe('2026-12-05');
  });

  test('Home and End are the ends of the week as the language counts it', () => {
    expect([walk('Home'), walk('End')]).toEqual(['2026-11-23', '2026-11-29']);
    const arabic = { isRtl: true, firstWeekday: 6 };
    expect([walk('Home', arabic), walk('End', arabic)]).toEqual(['2026-11-28', '2026-12-04']);
  });

  test('Page keys turn months, with Shift years; the last day stays the last', () => {
    expect(walk('PageDown')).toBe('2026-12-28');
    expect(walk('PageUp', { isShift: true })).toBe('2025-11-28');
    expect(addMonths(day('2027-01-31'), 1)).toBe('2027-02-28');
    expect(addMonths(day('2028-02-29'), -12)).toBe('2027-02-28');
    expect(addMonths(day('2026-12-31'), 2)).toBe('2027-02-28');
  });

  test('other keys are left to the browser', () => {
    expect(walk('Enter')).toBeNull();
    expect(walk('a')).toBeNull();
  });

  test('Home and End stay within seven days and on their weekdays, wherever one stands', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5_000 }),
        fc.integer({ min: 1, max: 7 }),
        (n, first) => {
          const at = addDays(saturday, n);
          const ground = { isRtl: false, firstWeekday: first, isShift: false };
          const [home, end] = [walked(at, 'Home', ground), walked(at, 'End', ground)];
          if (!home || !end) throw new Error('they lead somewhere');
          expect(weekdayOf(home)).toBe(first);
          expect(addDays(home, 6)).toBe(end);
          expect(home <= at && at <= end).toBe(true);
        },
      ),
    );
  });
});

test('Tab leads to what is chosen, else to today, else to the first day there is', () => {
  const days = [day('2026-11-23'), day('2026-11-24'), day('2026-11-25')];
  const today = day('2026-11-24');
  expect(entryDay(days, span('2026-11-20', '2026-11-23'), today)).toBe('2026-11-23');
  expect(entryDay(days, span('2026-12-01'), today)).toBe('2026-11-24');
  expect(entryDay(days, null, day('2026-10-01'))).toBe('2026-11-23');
  expect(entryDay([], null, today)).toBeUndefined();
});
