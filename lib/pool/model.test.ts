import { describe, expect, test } from 'vitest';
import { asDay } from '../platform/dates';
import { ownPeriod, presetPeriod, reportPeriod, type PeriodPreset } from './model';

const days = (preset: PeriodPreset, today: string) => {
  const { from, to } = presetPeriod(preset, asDay(today));
  return [from, to];
};

describe('the period the neighbourhood management looks at', () => {
  test.each<[PeriodPreset, string, string, string]>([
    ['this-month', '2026-11-23', '2026-11-01', '2026-11-30'],
    ['this-month', '2028-02-29', '2028-02-01', '2028-02-29'],
    ['last-month', '2026-01-31', '2025-12-01', '2025-12-31'],
    ['last-month', '2026-03-31', '2026-02-01', '2026-02-28'],
    ['this-year', '2026-01-01', '2026-01-01', '2026-12-31'],
    ['this-year', '2026-12-31', '2026-01-01', '2026-12-31'],
    ['last-12-months', '2026-11-23', '2025-12-01', '2026-11-30'],
    ['last-12-months', '2026-12-31', '2026-01-01', '2026-12-31'],
  ])('%s seen on %s runs from %s to %s', (preset, today, from, to) => {
    expect(days(preset, today)).toEqual([from, to]);
  });

  test('is what the address says: own days, one day included', () => {
    expect(ownPeriod('2026-05-01', '2026-05-01')).toMatchObject({
      preset: null,
      from: '2026-05-01',
      to: '2026-05-01',
    });
  });

  test.each([
    ['2026-05-02', '2026-05-01'],
    ['2026-02-30', '2026-05-01'],
    ['2010-01-01', '2026-05-01'],
    ["'; drop", '2026-05-01'],
    [undefined, '2026-05-01'],
    [['2026-01-01', '2026-02-01'], '2026-05-01'],
  ])('falls back to the year and says so when the days %j to %j make no sense', (from, to) => {
    const { period, isRefused } = reportPeriod({ from, to }, asDay('2026-11-23'));
    expect(period).toMatchObject({ preset: 'this-year', from: '2026-01-01' });
    expect(isRefused).toBe(true);
  });

  test('is the year when the address says nothing or something unknown', () => {
    expect(reportPeriod({}, asDay('2026-11-23')).isRefused).toBe(false);
    expect(reportPeriod({ period: 'forever' }, asDay('2026-11-23')).period.preset).toBe(
      'this-year',
    );
  });
});
