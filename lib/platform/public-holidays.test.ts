import { describe, expect, test } from 'vitest';
import { publicHolidays } from './public-holidays';

const named = (region: string, year: number) =>
  publicHolidays(region, [year], 'de')?.map(({ startsOn, name }) => `${startsOn} ${name}`) ?? [];

describe('public holidays of a region', () => {
  test('are those of its state', () => {
    const nrw = named('DE-NW', 2027);
    expect(nrw).toContain('2027-01-01 Neujahr');
    expect(nrw).toContain('2027-03-26 Karfreitag');
    expect(nrw.some((line) => line.startsWith('2027-11-01'))).toBe(true);
    expect(named('DE-BE', 2027).some((line) => line.startsWith('2027-11-01'))).toBe(false);
    expect(named('DE-BE', 2027).some((line) => line.startsWith('2027-03-08'))).toBe(true);
  });

  test('leave out days that are no day off, like Christmas Eve', () => {
    expect(named('DE-NW', 2027).some((line) => line.startsWith('2027-12-24'))).toBe(false);
    expect(named('DE-NW', 2027).length).toBe(11);
  });

  test('are not known for a region that does not exist', () => {
    expect(publicHolidays('XX', [2027], 'de')).toBeNull();
    expect(publicHolidays('DE-XX', [2027], 'de')).toBeNull();
  });
});
