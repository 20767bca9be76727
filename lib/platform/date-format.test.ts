import { describe, expect, test } from 'vitest';
import { formatDay, formatDistance, formatInstant, formatPeriod, formatTime } from './date-format';
import { asDay, asWallTime, periodOfDays, toInstant } from './dates';

const BERLIN = 'Europe/Berlin';
const moment = (day: string, time: string) => toInstant(asDay(day), asWallTime(time), BERLIN);
const plain = (text: string) => text.replace(/[\u2009\u202f\u00a0]/g, ' ');

describe('periods in words', () => {
  test('whole days are said without hours, and the last day is the one people mean', () => {
    const weekend = periodOfDays(asDay('2026-10-24'), asDay('2026-10-25'), BERLIN);
    expect(plain(formatPeriod(weekend, 'de', BERLIN))).toBe('Sa., 24. – So., 25. Okt.');
    const saturday = periodOfDays(asDay('2026-10-24'), asDay('2026-10-24'), BERLIN);
    expect(plain(formatPeriod(saturday, 'de', BERLIN))).toBe('Sa., 24. Okt.');
    expect(plain(formatPeriod(saturday, 'en', BERLIN))).toBe('Sat 24 Oct');
  });

  test('hours of one day name the day once', () => {
    const period = { start: moment('2026-10-24', '14:00'), end: moment('2026-10-24', '18:00') };
    expect(plain(formatPeriod(period, 'de', BERLIN))).toBe('Sa., 24. Okt., 14:00–18:00 Uhr');
  });
});

describe('moments in words', () => {
  test('the zone is the pool’s, whatever the machine thinks', () => {
    const late = new Date('2026-10-24T22:30:00Z');
    expect(formatTime(late, 'de', BERLIN)).toBe('00:30');
    expect(formatInstant(late, 'de', BERLIN, 'short')).toContain('25.10.');
    expect(formatDay(asDay('2026-10-25'), 'de', 'long')).toBe('Sonntag, 25. Oktober 2026');
  });

  test('how long ago, how soon', () => {
    const now = moment('2026-10-24', '12:00');
    expect(formatDistance(moment('2026-10-21', '12:00'), now, 'de')).toBe('vor 3 Tagen');
    expect(formatDistance(moment('2026-10-24', '14:00'), now, 'en')).toBe('in 2 hours');
  });
});
