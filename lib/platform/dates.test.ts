import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  asDay,
  asWallTime,
  dayOf,
  daysBetween,
  daysOf,
  isDay,
  isWallTime,
  isWholeDays,
  lastDayOf,
  monthOf,
  overlaps,
  periodOfDays,
  startOfDay,
  timeOf,
  toInstant,
  weekdayOf,
  weeksOfMonth,
} from './dates';

const BERLIN = 'Europe/Berlin';
const at = (day: string, time: string, zone = BERLIN) =>
  toInstant(asDay(day), asWallTime(time), zone).toISOString();

describe('wall time becomes an instant', () => {
  test('in summer and in winter', () => {
    expect(at('2026-07-01', '09:30')).toBe('2026-07-01T07:30:00.000Z');
    expect(at('2026-12-01', '09:30')).toBe('2026-12-01T08:30:00.000Z');
  });

  test('the hour that spring leaves out shifts forward', () => {
    expect(at('2027-03-28', '01:59')).toBe('2027-03-28T00:59:00.000Z');
    expect(at('2027-03-28', '02:30')).toBe('2027-03-28T01:30:00.000Z');
    expect(timeOf(new Date(at('2027-03-28', '02:30')), BERLIN)).toBe('03:30');
    expect(at('2027-03-28', '03:00')).toBe('2027-03-28T01:00:00.000Z');
  });

  test('of the hour that autumn repeats, the second is meant', () => {
    expect(at('2026-10-25', '02:30')).toBe('2026-10-25T01:30:00.000Z');
    expect(at('2026-10-25', '03:00')).toBe('2026-10-25T02:00:00.000Z');
  });

  test('in zones that are not ours', () => {
    expect(at('2026-03-08', '02:30', 'America/New_York')).toBe('2026-03-08T07:30:00.000Z');
    expect(at('2026-06-01', '00:00', 'Asia/Kolkata')).toBe('2026-05-31T18:30:00.000Z');
    // Lord Howe moves its clocks by half an hour.
    expect(at('2026-10-04', '02:15', 'Australia/Lord_Howe')).toBe('2026-10-03T15:45:00.000Z');
  });
});

describe('days', () => {
  test('the day of the change is 25 or 23 hours long', () => {
    const hours = (day: string) => {
      const { start, end } = periodOfDays(asDay(day), asDay(day), BERLIN);
      return (end.getTime() - start.getTime()) / 3_600_000;
    };
    expect(hours('2026-10-25')).toBe(25);
    expect(hours('2027-03-28')).toBe(23);
    expect(hours('2026-10-26')).toBe(24);
  });

  test('a weekend ends on Sunday, not on Monday', () => {
    const weekend = periodOfDays(asDay('2026-10-24'), asDay('2026-10-25'), BERLIN);
    expect(lastDayOf(weekend, BERLIN)).toBe('2026-10-25');
    expect(daysOf(weekend, BERLIN)).toEqual(['2026-10-24', '2026-10-25']);
    expect(isWholeDays(weekend, BERLIN)).toBe(true);
    expect(isWholeDays(weekend, 'Europe/London')).toBe(false);
  });

  test('what touches does not overlap', () => {
    const saturday = periodOfDays(asDay('2026-10-24'), asDay('2026-10-24'), BERLIN);
    const sunday = periodOfDays(asDay('2026-10-25'), asDay('2026-10-25'), BERLIN);
    expect(overlaps(saturday, sunday)).toBe(false);
    expect(overlaps(saturday, saturday)).toBe(true);
  });

  test('only real days and times are let in', () => {
    expect(isDay('2026-02-29')).toBe(false);
    expect(isDay('2028-02-29')).toBe(true);
    expect(isDay('2026-13-01')).toBe(false);
    expect(isDay('26-1-1')).toBe(false);
    expect(isDay(null)).toBe(false);
    expect(isWallTime('24:00')).toBe(false);
    expect(isWallTime('23:59')).toBe(true);
    expect(() => asDay('morgen')).toThrow(RangeError);
  });

  test('weeks of a month start where the language starts them', () => {
    expect(weekdayOf(asDay('2026-10-25'))).toBe(7);
    const german = weeksOfMonth(asDay('2026-10-15'), 1);
    expect(german[0]?.[0]).toBe('2026-09-28');
    expect(german.at(-1)?.at(-1)).toBe('2026-11-01');
    const arabic = weeksOfMonth(asDay('2026-10-15'), 6);
    expect(arabic[0]?.[0]).toBe('2026-09-26');
    expect(monthOf(asDay('2026-12-31'), 1)).toBe('2027-01-01');
    expect(monthOf(asDay('2026-01-31'), -1)).toBe('2025-12-01');
  });
});

const zones = fc.constantFrom(BERLIN, 'UTC', 'America/New_York', 'Asia/Tehran', 'Pacific/Apia');
const instants = fc.date({
  min: new Date('2026-09-01T00:00:00Z'),
  max: new Date('2027-05-01T00:00:00Z'),
  noInvalidDate: true,
});
const days = instants.map((instant) => dayOf(instant, 'UTC'));

describe('whatever the moment', () => {
  test('every instant lies in the day it is said to lie in', () => {
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const day = dayOf(instant, zone);
        expect(instant >= startOfDay(day, zone)).toBe(true);
        expect(instant < startOfDay(addDays(day, 1), zone)).toBe(true);
      }),
    );
  });

  test('a minute that exists once comes back as it was said', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 1439 }), zones, (day, minute, zone) => {
        const two = (n: number) => String(n).padStart(2, '0');
        const time = asWallTime(`${two(Math.floor(minute / 60))}:${two(minute % 60)}`);
        const instant = toInstant(day, time, zone);
        const shown = `${dayOf(instant, zone)} ${timeOf(instant, zone)}`;
        // Shown later only in a gap, never earlier and never by more than an hour.
        expect(shown >= `${day} ${time}`).toBe(true);
        const gap = Date.parse(`${shown.replace(' ', 'T')}Z`) - Date.parse(`${day}T${time}Z`);
        expect(gap).toBeLessThanOrEqual(3_600_000);
      }),
    );
  });

  test('a period of days has exactly its days, across every clock change', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 60 }), zones, (first, length, zone) => {
        const last = addDays(first, length);
        const period = periodOfDays(first, last, zone);
        expect(daysOf(period, zone)).toEqual(daysBetween(first, last));
        expect(isWholeDays(period, zone)).toBe(true);
      }),
    );
  });
});
