import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, asDay, asWallTime, periodOfDays, type Day } from '@/lib/platform/dates';
import {
  askedOn,
  availabilityOf,
  dayAvailability,
  flawOf,
  freeSpans,
  fromNowOn,
  nextSaturday,
  partOf,
  periodOf,
  piecesOf,
  presets,
  readWhen,
  thisWeekend,
  throughout,
  whenKey,
  whenOf,
  whenQuery,
  wholeDays,
  type BusySpan,
  type When,
} from './model';

const ZONE = 'Europe/Berlin';
const HOUR = 3_600_000;
const day = asDay;
const at = (text: string) => new Date(text);
const own = (from: string, start: string, end: string, to = from): When => ({
  from: day(from),
  to: day(to),
  start: asWallTime(start),
  end: asWallTime(end),
});
const hours = ({ start, end }: { start: Date; end: Date }) => (+end - +start) / HOUR;

describe('what somebody means by “when”', () => {
  test('a day is the whole day', () => {
    const period = periodOf(wholeDays(day('2026-11-28')), ZONE);
    expect(period.start.toISOString()).toBe('2026-11-27T23:00:00.000Z');
    expect(hours(period)).toBe(24);
  });

  test('the Sunday of the autumn clock change has 25 hours, the one in spring 23', () => {
    expect(hours(periodOf(wholeDays(day('2026-10-25')), ZONE))).toBe(25);
    expect(hours(periodOf(wholeDays(day('2027-03-28')), ZONE))).toBe(23);
  });

  test('an evening until midnight ends with the day', () => {
    const period = periodOf(own('2026-11-28', '18:00', '00:00'), ZONE);
    expect(hours(period)).toBe(6);
  });

  test('from the hour that spring leaves out, the next one is meant', () => {
    const period = periodOf(own('2027-03-28', '02:30', '05:00'), ZONE);
    expect(period.start.toISOString()).toBe('2027-03-28T01:30:00.000Z');
  });

  test('of the hour that autumn repeats, the second is meant', () => {
    const period = periodOf(own('2026-10-25', '02:30', '05:00'), ZONE);
    expect(period.start.toISOString()).toBe('2026-10-25T01:30:00.000Z');
  });

  test('the hours between two and three in spring hold no time at all', () => {
    expect(flawOf(periodOf(own('2027-03-28', '02:00', '03:00'), ZONE))).toBe('end_before_start');
  });

  test('who asks for today at half past two gets the rest of it, hours that were typed stay', () => {
    const now = at('2026-11-28T13:33:20Z');
    const rest = fromNowOn(wholeDays(day('2026-11-28')), ZONE, now);
    expect(rest.start.toISOString()).toBe('2026-11-28T13:30:00.000Z');
    const typed = own('2026-11-28', '09:00', '17:00');
    expect(fromNowOn(typed, ZONE, now)).toEqual(periodOf(typed, ZONE));
  });

  test('the address says it as briefly as it can, and is read back', () => {
    expect(whenQuery(wholeDays(day('2026-11-28')))).toEqual({ from: '2026-11-28' });
    const evening = readWhen({ from: '2026-11-28', to: '', part: 'evening' });
    expect(evening && partOf(evening)).toBe('evening');
    expect(evening && readWhen(whenQuery(evening))).toEqual(evening);
  });

  test('nonsense in the address is no time', () => {
    expect(readWhen({ from: '2026-02-30' })).toBeNull();
    expect(readWhen({ from: "'; drop table", start: '25:00' })).toBeNull();
    expect(readWhen({ from: '2026-11-28', start: '25:00', end: 'x' })).toEqual(
      wholeDays(day('2026-11-28')),
    );
  });

  test('a year and a day is too long', () => {
    expect(flawOf(periodOf(wholeDays(day('2026-01-01'), day('2027-01-02')), ZONE))).toBe(
      'too_long',
    );
  });

  test('every period of whole minutes comes back from its wall time', () => {
    const start = fc.date({ min: at('2026-01-01T00:00Z'), max: at('2028-01-01T00:00Z') });
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 30_000 }), (moment, minutes) => {
        const begin = new Date(Math.floor(+moment / 60_000) * 60_000);
        const period = { start: begin, end: new Date(+begin + minutes * 60_000) };
        // The repeated hour is the only one that wall time cannot tell apart.
        fc.pre(!comesAgain(period.start) && !comesAgain(period.end));
        expect(periodOf(whenOf(period, ZONE), ZONE)).toEqual(period);
      }),
      { numRuns: 500 },
    );
  });
});

function comesAgain(moment: Date): boolean {
  const shown = (date: Date) => date.toLocaleString('en', { timeZone: ZONE });
  return shown(moment) === shown(new Date(+moment + HOUR));
}

describe('the days most people look for', () => {
  const monday = day('2026-11-23');

  test('on a Monday: today, tomorrow, the weekend, Saturday', () => {
    expect(presets(monday).map(({ name, when }) => `${name} ${whenKey(when)}`)).toEqual([
      'today 2026-11-23',
      'tomorrow 2026-11-24',
      'weekend 2026-11-28_2026-11-29',
      'saturday 2026-11-28',
    ]);
  });

  test('on a Friday, tomorrow is Saturday and is offered once', () => {
    expect(presets(day('2026-11-27')).map(({ name }) => name)).toEqual([
      'today',
      'tomorrow',
      'weekend',
    ]);
  });

  test('on a Saturday the next one is in a week, and the weekend has begun', () => {
    expect(nextSaturday(day('2026-11-28'))).toBe('2026-12-05');
    expect(thisWeekend(day('2026-11-28'))).toEqual(wholeDays(day('2026-11-28'), day('2026-11-29')));
  });

  test('on a Sunday the weekend is what is left of it', () => {
    expect(thisWeekend(day('2026-11-29'))).toEqual(wholeDays(day('2026-11-29')));
  });

  test('the next Saturday is a Saturday within a week, whatever today is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_000 }), (n) => {
        const today = addDays(monday, n);
        const next = nextSaturday(today);
        expect(new Date(next).getUTCDay()).toBe(6);
        expect(next > today && next <= addDays(today, 7)).toBe(true);
      }),
    );
  });
});

describe('a day in the calendar', () => {
  const ground = (spans: BusySpan[], stock = 1, now = '2026-11-01T00:00Z') => ({
    spans,
    stock,
    zone: ZONE,
    now: at(now),
  });
  const busy = (start: string, end: string, state: BusySpan['state'], free = 0): BusySpan => ({
    start: at(start),
    end: at(end),
    state,
    free,
  });
  const saturday = day('2026-11-28');
  const stateOn = (spans: BusySpan[], stock?: number, now?: string) =>
    dayAvailability(saturday, ground(spans, stock, now));

  test('is free when nothing touches it, the night before included', () => {
    const nightBefore = busy('2026-11-27T18:00Z', '2026-11-27T23:00Z', 'taken');
    expect(stateOn([nightBefore])).toMatchObject({ state: 'free', free: 1, isPast: false });
  });

  test('is partly free when some hours are taken', () => {
    expect(stateOn([busy('2026-11-28T09:00Z', '2026-11-28T11:00Z', 'taken')])).toMatchObject({
      state: 'some',
      free: 0,
    });
  });

  test('is taken when the waking hours are, although the night is free', () => {
    expect(stateOn([busy('2026-11-28T06:00Z', '2026-11-28T22:00Z', 'taken')]).state).toBe('taken');
  });

  test('is asked for when only requests stand there, taken as soon as one is decided', () => {
    const asked = busy('2026-11-27T23:00Z', '2026-11-28T12:00Z', 'requested');
    const rest = ['2026-11-28T12:00Z', '2026-11-28T23:00Z'] as const;
    expect(stateOn([asked, busy(...rest, 'requested')]).state).toBe('requested');
    expect(stateOn([asked, busy(...rest, 'taken')]).state).toBe('taken');
  });

  test('says how many of a pile are free from morning to night', () => {
    const spans = [
      busy('2026-11-28T08:00Z', '2026-11-28T10:00Z', 'some', 5),
      busy('2026-11-28T10:00Z', '2026-11-28T12:00Z', 'some', 3),
    ];
    expect(stateOn(spans, 12)).toMatchObject({ state: 'some', free: 3 });
  });

  test('counts from now on when it is today', () => {
    const morning = busy('2026-11-28T07:00Z', '2026-11-28T10:00Z', 'taken');
    expect(stateOn([morning], 1, '2026-11-28T10:00Z').state).toBe('free');
  });

  test('is over when it is over', () => {
    expect(stateOn([], 1, '2026-11-29T00:00Z').isPast).toBe(true);
  });

  test('covers all 25 hours of the autumn Sunday and all 23 of the spring one', () => {
    for (const [sunday, length] of [
      ['2026-10-25', 25],
      ['2027-03-28', 23],
    ] as const) {
      const whole = periodOfDays(day(sunday), day(sunday), ZONE);
      const lastHour = { start: new Date(+whole.end - HOUR), end: whole.end };
      const pieces = piecesOf(whole, [{ ...lastHour, state: 'taken', free: 0 }], 1);
      expect(pieces.reduce((sum, piece) => sum + hours(piece), 0)).toBe(length);
      expect(freeSpans(pieces).map(hours)).toEqual([length - 1]);
    }
  });
});

describe('pieces of a period', () => {
  const base = +at('2026-11-28T00:00Z');
  const period = { start: new Date(base), end: new Date(base + 24 * HOUR) };
  const STOCK = 12;
  // Spans as the database gives them: in any order, never overlapping.
  const spansOf = fc
    .array(
      fc.record({
        gap: fc.integer({ min: 0, max: 6 }),
        length: fc.integer({ min: 1, max: 8 }),
        free: fc.integer({ min: 0, max: STOCK - 1 }),
        asked: fc.boolean(),
      }),
      { maxLength: 8 },
    )
    .map((list) => {
      let hour = -6;
      return list.map(({ gap, length, free, asked }): BusySpan => {
        const start = hour + gap;
        hour = start + length;
        const state = free > 0 ? 'some' : asked ? 'requested' : 'taken';
        return {
          start: new Date(base + start * HOUR),
          end: new Date(base + hour * HOUR),
          state,
          free,
        };
      });
    });

  test('follow one another without gap or overlap from its start to its end', () => {
    fc.assert(
      fc.property(spansOf, (spans) => {
        const pieces = piecesOf(period, spans.toReversed(), STOCK);
        expect(pieces[0]?.start).toEqual(period.start);
        expect(pieces.at(-1)?.end).toEqual(period.end);
        pieces.forEach((piece, index) => {
          expect(+piece.end).toBeGreaterThan(+piece.start);
          if (index > 0) expect(piece.start).toEqual(pieces[index - 1]?.end);
        });
      }),
    );
  });

  test('agree at every half hour with a plain look at the spans', () => {
    fc.assert(
      fc.property(spansOf, fc.integer({ min: 1, max: STOCK }), (spans, wanted) => {
        const pieces = piecesOf(period, spans, STOCK);
        const free = freeSpans(pieces, wanted);
        for (let moment = base + HOUR / 4; moment < +period.end; moment += HOUR / 2) {
          const covers = ({ start, end }: { start: Date; end: Date }) =>
            +start <= moment && moment < +end;
          const expected = spans.find(covers)?.free ?? STOCK;
          expect(pieces.find(covers)?.free).toBe(expected);
          expect(free.some(covers)).toBe(expected >= wanted);
        }
      }),
    );
  });

  test('leave the spans they were made of untouched, however often they are joined', () => {
    fc.assert(
      fc.property(spansOf, (spans) => {
        const pieces = piecesOf(period, spans, STOCK);
        const before = JSON.stringify(pieces);
        freeSpans(pieces);
        expect(JSON.stringify(pieces)).toBe(before);
      }),
    );
  });

  test('a period is as scarce as its worst moment', () => {
    fc.assert(
      fc.property(spansOf, (spans) => {
        const pieces = piecesOf(period, spans, STOCK);
        const { free, state } = throughout(pieces, STOCK);
        expect(free).toBe(Math.min(...pieces.map((piece) => piece.free)));
        if (free > 0) expect(state).toBe(availabilityOf(free, STOCK));
        else expect(['taken', 'requested']).toContain(state);
      }),
    );
  });
});

test('the words of the day parts hold the hours they name', () => {
  const parts = ['morning', 'afternoon', 'evening'].map((part) =>
    readWhen({ from: '2026-11-28', part }),
  );
  const spans = parts.map((when) => when && hours(periodOf(when, ZONE)));
  expect(spans).toEqual([4, 6, 5]);
  expect(new Set<Day | undefined>(parts.map((when) => when?.from)).size).toBe(1);
});

test('a day says for how many it is wished at its busiest', () => {
  const span = (start: string, end: string, requests: number) => ({
    start: at(start),
    end: at(end),
    requests,
  });
  const spans = [
    span('2026-11-28T10:00:00Z', '2026-11-28T12:00:00Z', 1),
    span('2026-11-28T12:00:00Z', '2026-11-28T13:00:00Z', 3),
    // midnight in Berlin is when the day ends
    span('2026-11-28T23:00:00Z', '2026-11-29T02:00:00Z', 7),
  ];
  expect(askedOn(day('2026-11-28'), spans, ZONE)).toBe(3);
  expect(askedOn(day('2026-11-27'), spans, ZONE)).toBe(0);
});
