import { describe, expect, test } from 'vitest';
import { asDay, asWallTime } from '@/lib/platform/dates';
import { periodOf, type BusySpan } from '../model';
import { clockChangeOf, FULL_HOURS, lengthChoices, startChoices, usualLength } from './hours';

const ZONE = 'Europe/Berlin';
const taken = (start: string, end: string): BusySpan => ({
  start: new Date(start),
  end: new Date(end),
  state: 'taken',
  free: 0,
});
const ground = (spans: BusySpan[] = [], now = '2026-01-01T00:00Z') => ({
  spans,
  stock: 1,
  zone: ZONE,
  now: new Date(now),
});
const wish = (spans: BusySpan[] = []) => ({ spans, stock: 1, zone: ZONE, quantity: 1 });
const saturday = asDay('2026-11-28');
const autumn = asDay('2026-10-25');
const spring = asDay('2027-03-28');

describe('when it could begin', () => {
  test('each hour says whether it is free', () => {
    const busy = taken('2026-11-28T09:00Z', '2026-11-28T11:30Z');
    const choices = startChoices(saturday, FULL_HOURS, ground([busy]));
    expect(choices).toHaveLength(24);
    expect(choices.filter(({ free }) => free === 0).map(({ time }) => time)).toEqual([
      '10:00',
      '11:00',
      '12:00',
    ]);
  });

  test('what is over is not offered; the running hour is', () => {
    const choices = startChoices(saturday, FULL_HOURS, ground([], '2026-11-28T14:20Z'));
    expect(choices[0]?.time).toBe('15:00');
  });

  test('the hour that spring leaves out is none; the one that autumn repeats is told', () => {
    const times = startChoices(spring, FULL_HOURS, ground()).map(({ time }) => time);
    expect(times).toHaveLength(23);
    expect(times).not.toContain('02:00');
    const choices = startChoices(autumn, FULL_HOURS, ground());
    expect(choices).toHaveLength(24);
    expect(choices.filter(({ isTwice }) => isTwice).map(({ time }) => time)).toEqual(['02:00']);
  });

  test('of the hour that comes twice, the second says whether it is free', () => {
    const first = taken('2026-10-25T00:00Z', '2026-10-25T01:00Z');
    const second = taken('2026-10-25T01:00Z', '2026-10-25T02:00Z');
    const freeAt2 = (span: BusySpan) =>
      startChoices(autumn, FULL_HOURS, ground([span])).find(({ time }) => time === '02:00')?.free;
    expect([freeAt2(first), freeAt2(second)]).toEqual([1, 0]);
  });
});

describe('for how long', () => {
  const from = (time: string, spans: BusySpan[] = [], day = saturday) =>
    lengthChoices(day, asWallTime(time), wish(spans));
  const minutes = (choices: ReturnType<typeof lengthChoices>) =>
    choices.map((choice) => choice.minutes);

  test('only as long as it is free, and never past midnight', () => {
    expect(minutes(from('10:00', [taken('2026-11-28T11:00Z', '2026-11-28T12:00Z')]))).toEqual([
      60, 90, 120,
    ]);
    expect(minutes(from('22:00'))).toEqual([60, 90, 120]);
    expect(from('22:00').at(-1)?.when).toMatchObject({
      from: saturday,
      to: saturday,
      end: '00:00',
    });
    expect(from('10:00', [taken('2026-11-28T08:00Z', '2026-11-28T20:00Z')])).toEqual([]);
  });

  test('of a pile, as long as so many are free', () => {
    const some: BusySpan = {
      ...taken('2026-11-28T12:00Z', '2026-11-28T20:00Z'),
      state: 'some',
      free: 3,
    };
    const pile = { spans: [some], stock: 12, zone: ZONE };
    const of = (quantity: number) =>
      minutes(lengthChoices(saturday, asWallTime('12:00'), { ...pile, quantity })).at(-1);
    expect([of(3), of(4)]).toEqual([720, 60]);
  });

  test('hours are hours that pass: across the clock change, the clock says another end', () => {
    const ends = (day: typeof spring, time: string) =>
      Object.fromEntries(from(time, [], day).map(({ minutes: m, when }) => [m, when.end]));
    expect(ends(spring, '01:00')).toMatchObject({ 60: '03:00', 120: '04:00' });
    // one hour later it is 02:00 for the first time, which no clock can tell from the second
    expect(ends(autumn, '01:00')).toMatchObject({ 120: '02:00', 180: '03:00' });
    expect(ends(autumn, '01:00')).not.toHaveProperty('60');
    for (const day of [spring, autumn]) {
      for (const { minutes: m, when } of from('01:00', [], day)) {
        const { start, end } = periodOf(when, ZONE);
        expect((end.getTime() - start.getTime()) / 60_000).toBe(m);
      }
    }
  });

  test('a tap on a start keeps the length that was wished before, else two hours', () => {
    const choices = from('10:00');
    expect(usualLength(choices, 240)?.end).toBe('14:00');
    expect(usualLength(choices, null)?.end).toBe('12:00');
    expect(usualLength(from('23:00'), 240)?.end).toBe('00:00');
    expect(usualLength([], null)).toBeNull();
  });

  test('in a grid of hours nobody is offered half of one', () => {
    const choices = lengthChoices(saturday, asWallTime('10:00'), { ...wish(), step: 60 });
    expect(minutes(choices)).not.toContain(90);
  });
});

test('most days have 24 hours; two Sundays a year have not', () => {
  expect([saturday, spring, autumn].map((day) => clockChangeOf(day, ZONE))).toEqual([
    null,
    'missing',
    'twice',
  ]);
});
