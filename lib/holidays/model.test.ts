import { expect, test } from 'vitest';
import { asDay } from '@/lib/platform/dates';
import { spansOf, yearsAhead, type HolidayDate } from './model';

const date = (day: string, name: string, kind: HolidayDate['kind'] = 'school'): HolidayDate => ({
  kind,
  name,
  day: asDay(day),
});

test('days in a row with one name are one span, whatever lies beside them', () => {
  expect(
    spansOf([
      date('2027-12-24', 'Weihnachtsferien'),
      date('2027-12-25', 'Weihnachten', 'public'),
      date('2027-12-25', 'Weihnachtsferien'),
      date('2027-12-26', 'Weihnachten', 'public'),
      date('2027-12-26', 'Weihnachtsferien'),
      date('2027-12-28', 'Weihnachtsferien'),
    ]).map(({ name, from, to }) => `${name} ${from} ${to}`),
  ).toEqual([
    'Weihnachtsferien 2027-12-24 2027-12-26',
    'Weihnachten 2027-12-25 2027-12-26',
    'Weihnachtsferien 2027-12-28 2027-12-28',
  ]);
});

test('three years ahead are known', () => {
  expect(yearsAhead(asDay('2026-12-31'))).toEqual([2026, 2027, 2028, 2029]);
});
