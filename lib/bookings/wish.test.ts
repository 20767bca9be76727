import { describe, expect, it } from 'vitest';
import { readWish } from './schema';

// Saturday 10:00 to 18:00 in Berlin
const booking = {
  period: { start: new Date('2026-10-24T08:00:00Z'), end: new Date('2026-10-24T16:00:00Z') },
  zone: 'Europe/Berlin',
  quantity: 4,
};

describe('a wish in the address', () => {
  it('that says nothing changes nothing', () => {
    expect(readWish({}, booking, false)).toEqual({
      period: booking.period,
      quantity: 4,
      isChanged: false,
    });
  });

  it('means wall time, also over the night in which the clock goes back', () => {
    const query = { from: '2026-10-24', to: '2026-10-25', start: '10:00', end: '18:00', n: '6' };
    expect(readWish(query, booking, false)).toEqual({
      period: { start: booking.period.start, end: new Date('2026-10-25T17:00:00Z') },
      quantity: 6,
      isChanged: true,
    });
  });

  it('keeps the start of what has begun, whatever it says', () => {
    const query = { from: '2026-10-20', to: '2026-10-24', end: '20:00' };
    expect(readWish(query, booking, true).period).toEqual({
      start: booking.period.start,
      end: new Date('2026-10-24T18:00:00Z'),
    });
  });

  it('that is no time at all is not followed', () => {
    for (const query of [
      { from: 'x', n: '-3' },
      { from: '2026-10-24', to: '2026-10-24', start: '18:00', end: '10:00' },
      { from: ['2026-10-24'], n: '1.5' },
    ]) {
      expect(readWish(query, booking, false).isChanged).toBe(false);
    }
  });
});
