import { describe, expect, it } from 'vitest';
import { asDay } from '../../platform/dates';
import { readOften, readRule, ruleOf, withUntil, type Wish } from './rule';

const tuesday = asDay('2026-11-03');
const wish = (more: Partial<Wish>): Wish => ({
  rhythm: 'weeks',
  every: 1,
  weekdays: [],
  from: tuesday,
  until: asDay('2027-02-28'),
  ...more,
});

describe('what somebody chooses', () => {
  it.each([
    [wish({}), 'FREQ=WEEKLY;BYDAY=TU;UNTIL=20270228'],
    [wish({ every: 2, weekdays: [4, 2] }), 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;UNTIL=20270228'],
    [wish({ rhythm: 'days' }), 'FREQ=DAILY;UNTIL=20270228'],
    [wish({ rhythm: 'monthWeekday' }), 'FREQ=MONTHLY;BYDAY=1TU;UNTIL=20270228'],
    [
      wish({ rhythm: 'monthWeekday', from: asDay('2026-11-30') }),
      'FREQ=MONTHLY;BYDAY=-1MO;UNTIL=20270228',
    ],
    [wish({ rhythm: 'monthDay' }), 'FREQ=MONTHLY;BYMONTHDAY=3;UNTIL=20270228'],
    [
      wish({ rhythm: 'monthDay', from: asDay('2026-11-30') }),
      'FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20270228',
    ],
  ])('becomes a rule, %#', (chosen, rule) => {
    expect(ruleOf(chosen)).toBe(rule);
  });

  it('is read from one choice, and nothing else is', () => {
    expect(readOften('weeks-2')).toEqual({ rhythm: 'weeks', every: 2 });
    expect(readOften('weeks-99')).toBeNull();
    expect(readOften('')).toBeNull();
  });
});

describe('a rule', () => {
  it.each([
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TH,TU;COUNT=4', { kind: 'weeks', every: 2, weekdays: [2, 4] }],
    ['FREQ=WEEKLY;COUNT=4', { kind: 'weeks', every: 1, weekdays: [2] }],
    ['FREQ=DAILY;INTERVAL=3;COUNT=4', { kind: 'days', every: 3 }],
    ['FREQ=MONTHLY;COUNT=4', { kind: 'monthDay', every: 1, day: 3 }],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', { kind: 'monthDay', every: 1, day: -1 }],
    ['FREQ=MONTHLY;BYDAY=-1FR', { kind: 'monthWeekday', every: 1, place: -1, weekday: 5 }],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', { kind: 'own' }],
    ['FREQ=YEARLY', { kind: 'own' }],
    ['FREQ=MONTHLY;BYDAY=1MO,3MO', { kind: 'own' }],
  ])('is told in words where there are words: %s', (rule, parts) => {
    expect(readRule(rule, tuesday)).toEqual(parts);
  });

  it('gets another end', () => {
    expect(withUntil('FREQ=WEEKLY;COUNT=4;BYDAY=TU', asDay('2027-06-30'))).toBe(
      'FREQ=WEEKLY;BYDAY=TU;UNTIL=20270630',
    );
  });
});
