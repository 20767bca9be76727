import { describe, expect, it } from 'vitest';
import { mayCancel, nextStep, type BookingCard, type Standing } from './model';
import { groupByMonth, groupByTime } from './model/grouped';

const now = new Date('2026-10-21T10:00:00Z'); // a Wednesday
const zone = 'Europe/Berlin';

type Given = Partial<Pick<BookingCard, 'status' | 'turn' | 'holdExpiresAt'>> & {
  from?: string;
  to?: string;
};

function booking({
  from = '2026-10-24T08:00:00Z',
  to = '2026-10-24T16:00:00Z',
  ...given
}: Given = {}) {
  return {
    status: 'requested' as const,
    turn: 'owner' as const,
    holdExpiresAt: null,
    zone,
    period: { start: new Date(from), end: new Date(to) },
    ...given,
  };
}

const stranger: Standing = { isBorrower: false, isDecider: false, mayCancelForBorrower: false };
const asker: Standing = { ...stranger, isBorrower: true, mayCancelForBorrower: true };
const colleague: Standing = { ...stranger, isBorrower: true };
const approver: Standing = { ...stranger, isDecider: true };

describe('calling a booking off', () => {
  it('is open to who asked, for requests and promises', () => {
    expect(mayCancel(booking(), asker, now)).toBe('borrower');
    expect(mayCancel(booking({ status: 'approved', turn: null }), asker, now)).toBe('borrower');
  });

  it('is not open to a colleague without a role, nor to somebody who only looks', () => {
    expect(mayCancel(booking(), colleague, now)).toBeNull();
    expect(mayCancel(booking(), stranger, now)).toBeNull();
  });

  it('is open to the owner only for what was promised', () => {
    expect(mayCancel(booking(), approver, now)).toBeNull();
    expect(mayCancel(booking({ status: 'approved', turn: null }), approver, now)).toBe('owner');
  });

  it('ends with the booking', () => {
    const over = booking({
      status: 'approved',
      from: '2026-10-20T08:00Z',
      to: '2026-10-21T10:00Z',
    });
    expect(mayCancel(over, asker, now)).toBeNull();
  });
});

describe('what happens next', () => {
  it.each([
    ['an approver decides', booking(), approver, 'decide'],
    ['who asked waits', booking(), asker, 'waitOwner'],
    ['who was asked back answers', booking({ turn: 'borrower' }), asker, 'answer'],
    ['who asked back waits', booking({ turn: 'borrower' }), approver, 'waitBorrower'],
    ['a hold that ran out is over', booking({ holdExpiresAt: now }), approver, 'ranOut'],
    ['a promise is ready', booking({ status: 'approved', turn: null }), asker, 'ready'],
    ['a lender hands over', booking({ status: 'approved', turn: null }), approver, 'handOver'],
    ['a refusal is one', booking({ status: 'declined', turn: null }), asker, 'declined'],
  ] as const)('%s', (_, given, standing, step) => {
    expect(nextStep(given, standing, now)).toBe(step);
  });
});

describe('a list of bookings', () => {
  it('puts what waits for me first, then what is nearest', () => {
    const groups = groupByTime(
      [
        booking({
          status: 'approved',
          turn: null,
          from: '2026-10-20T08:00Z',
          to: '2026-10-22T08:00Z',
        }),
        booking({ from: '2026-10-21T15:00Z', to: '2026-10-21T16:00Z' }),
        // Thursday in Berlin, still Wednesday in UTC
        booking({ from: '2026-10-21T22:30Z', to: '2026-10-21T23:00Z' }),
        booking(),
        booking({ from: '2026-10-26T08:00Z', to: '2026-10-26T09:00Z' }),
        booking({ from: '2026-11-14T08:00Z', to: '2026-11-14T09:00Z' }),
        booking({ turn: 'borrower', from: '2026-12-01T08:00Z', to: '2026-12-01T09:00Z' }),
      ],
      now,
    );
    expect(groups.map(({ key, month }) => month ?? key)).toEqual([
      'yours',
      'now',
      'today',
      'tomorrow',
      'week',
      'nextWeek',
      '2026-11-01',
    ]);
  });

  it('puts the past into its months, in the order it came', () => {
    const past = (from: string) =>
      booking({ status: 'approved', turn: null, from, to: from.replace('T08', 'T09') });
    const groups = groupByMonth([
      past('2026-10-02T08:00Z'),
      past('2026-09-05T08:00Z'),
      past('2026-09-01T08:00Z'),
    ]);
    expect(groups.map(({ month, bookings }) => [month, bookings.length])).toEqual([
      ['2026-10-01', 1],
      ['2026-09-01', 2],
    ]);
  });
});
