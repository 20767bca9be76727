import { describe, expect, it } from 'vitest';
import { asDay } from '../platform/dates';
import {
  errandsOf,
  groupByOwner,
  likelyDay,
  missingOf,
  priceOf,
  proposalOf,
  stateOf,
  tallyOf,
  type EventItem,
  type EventPart,
  type Offer,
} from './model';
import { choiceSchema, replaceSchema, requestSchema } from './schema';

const period = { start: new Date('2026-12-11T15:00:00Z'), end: new Date('2026-12-13T11:00:00Z') };
type Status = NonNullable<EventPart['booking']>['status'];

const part = (id: string, owner: string, status: Status | null, quantity = 1): EventPart => ({
  id,
  quantity,
  period,
  thing: null,
  owner,
  booking: status && { id: `b-${id}`, status, turn: null, note: '' },
  refused: status ? null : { code: 'BKOVL' },
});
const item = (given: Partial<EventItem>): EventItem => ({
  id: 'i',
  what: 'Bänke',
  words: 'Bänke',
  picture: '',
  quantity: 1,
  period,
  isWaived: false,
  parts: [],
  ...given,
});

describe('how an event stands', () => {
  const stand = { status: 'sent' as const, settleBy: null, endedBy: null };

  it('has a gap until somebody steps in or it goes on without', () => {
    const gone = item({ quantity: 3, parts: [part('1', 'A', 'declined', 3)] });
    expect(missingOf(gone)).toBe(3);
    expect(missingOf({ ...gone, parts: [...gone.parts, part('2', 'B', 'requested', 2)] })).toBe(1);
    expect(missingOf({ ...gone, isWaived: true })).toBe(0);
    expect(stateOf({ ...stand, settleBy: new Date(), items: [gone] })).toBe('gap');
  });

  it('is granted, partly, or nothing of it, once all have answered', () => {
    const settled = { ...stand, status: 'settled' as const };
    const yes = item({ parts: [part('1', 'A', 'approved')] });
    const no = item({ parts: [part('2', 'B', 'declined')] });
    expect(stateOf({ ...settled, items: [yes] })).toBe('granted');
    expect(stateOf({ ...settled, items: [yes, no] })).toBe('partly');
    expect(stateOf({ ...settled, items: [no] })).toBe('nothing');
    expect(tallyOf([yes, no])).toEqual({ granted: 1, open: 0, lost: 1, all: 2 });
  });

  it('says who called it off', () => {
    const off = { ...stand, status: 'cancelled' as const, items: [] };
    expect(stateOf({ ...off, endedBy: 'system' })).toBe('called_off');
    expect(stateOf({ ...off, endedBy: 'borrower' })).toBe('cancelled');
  });

  it('shows each owner once, and nobody who was not asked', () => {
    const groups = groupByOwner([
      item({ parts: [part('1', 'A', 'approved'), part('2', 'B', 'requested')] }),
      item({ what: 'Zelt', parts: [part('3', 'A', 'requested'), part('4', 'C', null)] }),
    ]);
    expect(groups.map(({ owner, parts }) => [owner, parts.length])).toEqual([
      ['A', 2],
      ['B', 1],
    ]);
  });

  it('lists what to fetch and bring back by day, without what was declined', () => {
    const days = errandsOf(
      [item({ parts: [part('1', 'A', 'approved'), part('2', 'B', 'declined')] })],
      'Europe/Berlin',
    );
    expect(days.map(({ day, errands }) => [day, errands.map((one) => one.direction)])).toEqual([
      ['2026-12-11', ['fetch']],
      ['2026-12-13', ['return']],
    ]);
  });
});

describe('what is proposed', () => {
  const offer = (take: number, problem: Offer['problem'] = null): Offer =>
    ({ take, problem, price: null }) as Offer;

  it('leaves missing what nobody has, and what no longer holds', () => {
    expect(proposalOf([offer(3), offer(2), offer(0)], 7).left).toBe(2);
    expect(proposalOf([offer(3), offer(2, { code: 'BKOVL' })], 5).left).toBe(2);
  });

  it('adds up what is known and counts what is not', () => {
    const price = { totalMinor: 1_250, depositMinor: 5_000, currency: 'EUR' };
    const { totals, unknown } = priceOf([{ price }, { price }, { price: null }]);
    expect(totals.get('EUR')).toEqual({ total: 2_500, deposit: 10_000 });
    expect(unknown).toBe(1);
  });

  it('begins three weeks ahead on a Saturday', () => {
    expect(likelyDay(asDay('2026-11-23'))).toBe('2026-12-19');
  });
});

describe('what a form sends', () => {
  const id = '00000000-0000-4000-8000-000000000001';
  const token = `${id}_2026-12-11T15:00:00.000Z_2026-12-13T11:00:00.000Z`;

  it('is what the page showed, put together by wish', () => {
    const form = { eventId: id, key: 'k', mode: 'best_effort', part: [`${id}|12|${token}`] };
    expect(requestSchema.parse(form).items).toEqual([
      {
        item_id: id,
        parts: [
          {
            resource_id: id,
            quantity: 12,
            starts_at: '2026-12-11T15:00:00.000Z',
            ends_at: '2026-12-13T11:00:00.000Z',
          },
        ],
      },
    ]);
  });

  it.each(['', 'x', `${id}|0|${token}`, `${id}|viele|${token}`, `${id}|1|${id}_gestern_morgen`])(
    'cannot be made up: %s',
    (part) => {
      expect(
        requestSchema.safeParse({ eventId: id, key: 'k', mode: 'best_effort', part }).success,
      ).toBe(false);
      expect(replaceSchema.safeParse({ eventId: id, part }).success).toBe(false);
    },
  );

  it('chooses of each offer how many, and nothing of those with none', () => {
    const chosen = choiceSchema.parse({ eventId: id, itemId: id, [`take:${token}`]: '2' });
    expect(chosen.parts).toHaveLength(1);
    expect(choiceSchema.parse({ eventId: id, itemId: id, [`take:${token}`]: '0' }).parts).toEqual(
      [],
    );
    expect(
      choiceSchema.safeParse({ eventId: id, itemId: id, [`take:${token}`]: '-1' }).success,
    ).toBe(false);
  });
});
