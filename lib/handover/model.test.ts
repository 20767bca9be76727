import { describe, expect, it } from 'vitest';
import { countToDo, handoverDay, type Handover } from './model';
import { returnSchema } from './schema';

// a Saturday noon in Berlin
const now = new Date('2026-10-24T10:00:00Z');

function booking(id: string, given: Partial<Handover> & { from: string; to: string }): Handover {
  const { from, to, ...more } = given;
  return {
    id,
    version: 1,
    status: 'approved',
    turn: null,
    holdExpiresAt: null,
    period: { start: new Date(from), end: new Date(to) },
    zone: 'Europe/Berlin',
    poolSlug: 'ostviertel',
    quantity: 1,
    thing: null,
    owner: 'Werkhof',
    borrower: 'Chor',
    resourceId: 'r',
    ownerId: 'o',
    organisationId: 'b',
    person: null,
    phone: '',
    ...more,
  };
}

const sections = (bookings: Handover[]) =>
  Object.fromEntries(
    Object.entries(handoverDay(bookings, now)).map(([key, list]) => [
      key,
      list.map(({ id }) => id),
    ]),
  );

describe('the day of who hands over', () => {
  it('puts late first, then what returns and leaves today, and what can be noted already', () => {
    const out = { status: 'handed_over' as const };
    expect(
      sections([
        booking('leaves later', { from: '2026-10-24T16:00Z', to: '2026-10-25T16:00Z' }),
        booking('leaves', { from: '2026-10-24T12:00Z', to: '2026-10-24T16:00Z' }),
        booking('late', { ...out, from: '2026-10-23T08:00Z', to: '2026-10-24T09:59Z' }),
        booking('returns', { ...out, from: '2026-10-23T08:00Z', to: '2026-10-24T18:00Z' }),
        booking('away', { ...out, from: '2026-10-23T08:00Z', to: '2026-10-27T18:00Z' }),
        // Sunday in Berlin, still Saturday in UTC
        booking('tomorrow', { from: '2026-10-24T22:30Z', to: '2026-10-25T10:00Z' }),
        booking('far', { from: '2026-10-26T08:00Z', to: '2026-10-26T10:00Z' }),
        booking('over', { from: '2026-10-24T06:00Z', to: '2026-10-24T09:00Z' }),
      ]),
    ).toEqual({
      late: ['late'],
      back: ['returns'],
      out: ['leaves', 'leaves later'],
      away: ['away'],
      tomorrow: ['tomorrow'],
    });
  });

  it('a whole day ends on its last day, also when the clock goes back', () => {
    const whole = booking('whole', {
      status: 'handed_over',
      from: '2026-10-23T22:00Z',
      to: '2026-10-24T22:00Z',
    });
    expect(sections([whole]).back).toEqual(['whole']);
  });

  it('counts what is to be done today', () => {
    const day = handoverDay(
      [booking('leaves', { from: '2026-10-24T12:00Z', to: '2026-10-24T16:00Z' })],
      now,
    );
    expect(countToDo(day)).toBe(1);
  });
});

it('who says that something is wrong says what', () => {
  const bookingId = '00000000-0000-4000-8000-000000000001';
  expect(returnSchema.parse({ bookingId })).toMatchObject({ condition: 'fine', place: 'handover' });
  const { error } = returnSchema.safeParse({ bookingId, condition: 'damaged' });
  expect(error?.issues[0]).toMatchObject({ path: ['note'], params: { reason: 'required' } });
});
