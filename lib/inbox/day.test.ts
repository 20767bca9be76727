import { describe, expect, it } from 'vitest';
import type { BookingCard, OpenRequest } from '../bookings/model';
import { besideRequest, mergePeriods, movementsOn, type Neighbour } from './model/day';

const zone = 'Europe/Berlin';
const period = (start: string, end: string) => ({ start: new Date(start), end: new Date(end) });

const card: BookingCard = {
  id: 'asked',
  version: 1,
  status: 'requested',
  turn: 'owner',
  holdExpiresAt: null,
  period: period('2026-10-24T08:00Z', '2026-10-24T12:00Z'),
  zone,
  poolSlug: 'ostviertel',
  quantity: 1,
  thing: null,
  owner: 'SV Ost',
  borrower: 'Chor',
};
const request: OpenRequest = {
  ...card,
  resourceId: 'hall',
  ownerId: 'sv',
  organisationId: 'borrower',
  purpose: '',
  requestedBy: null,
  createdAt: new Date('2026-10-20T08:00Z'),
  lastAction: 'requested',
  lastNote: '',
  event: null,
};

function neighbour(id: string, given: Partial<Neighbour> = {}): Neighbour {
  return {
    id,
    kind: 'booking',
    resourceId: 'tent',
    ownerId: 'sv',
    eventId: null,
    title: id,
    label: '',
    quantity: 1,
    period: period('2026-10-24T14:00Z', '2026-10-24T16:00Z'),
    ...given,
  };
}

describe('what else happens next to a request', () => {
  it('shows the same thing first, then what is at the same time', () => {
    const { neighbours } = besideRequest(request, [
      neighbour('later'),
      neighbour('meanwhile', { period: period('2026-10-24T09:00Z', '2026-10-24T10:00Z') }),
      neighbour('same thing', { resourceId: 'hall' }),
    ]);
    expect(neighbours.map(({ id }) => id)).toEqual(['same thing', 'meanwhile', 'later']);
    expect(neighbours.map(({ isAtSameTime }) => isAtSameTime)).toEqual([false, true, false]);
  });

  it('leaves out itself, other owners and other days', () => {
    const { neighbours } = besideRequest(request, [
      neighbour('asked'),
      neighbour('other owner', { ownerId: 'fc' }),
      neighbour('next day', { period: period('2026-10-24T22:00Z', '2026-10-25T10:00Z') }),
    ]);
    expect(neighbours).toEqual([]);
  });

  it('counts what it does not show', () => {
    const many = Array.from({ length: 7 }, (_, index) => neighbour(String(index)));
    expect(besideRequest(request, many)).toMatchObject({ more: 3 });
  });
});

it('asks the database for few stretches', () => {
  expect(
    mergePeriods([
      period('2026-10-26T00:00Z', '2026-10-27T00:00Z'),
      period('2026-10-24T00:00Z', '2026-10-25T00:00Z'),
      period('2026-10-24T12:00Z', '2026-10-25T12:00Z'),
    ]),
  ).toEqual([
    period('2026-10-24T00:00Z', '2026-10-25T12:00Z'),
    period('2026-10-26T00:00Z', '2026-10-27T00:00Z'),
  ]);
});

describe('today’s comings and goings', () => {
  const now = new Date('2026-10-24T10:00Z');
  const approved = (id: string, start: string, end: string): BookingCard => ({
    ...card,
    id,
    status: 'approved',
    turn: null,
    period: period(start, end),
  });

  it('name what leaves and what returns, by time of day', () => {
    const movements = movementsOn(
      [
        approved('afternoon', '2026-10-24T12:00Z', '2026-10-24T16:00Z'),
        approved('until noon', '2026-10-22T08:00Z', '2026-10-24T10:00Z'),
        approved('elsewhen', '2026-10-22T08:00Z', '2026-10-26T10:00Z'),
      ],
      now,
    );
    expect(movements.map(({ direction, booking }) => `${direction} ${booking.id}`)).toEqual([
      'back until noon',
      'out afternoon',
      'back afternoon',
    ]);
  });

  it('expect a whole day back on that day, not on the next', () => {
    const [back] = movementsOn([approved('day', '2026-10-22T22:00Z', '2026-10-24T22:00Z')], now);
    expect(back?.direction).toBe('back');
  });
});
