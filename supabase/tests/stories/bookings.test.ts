import { describe, expect, test } from 'vitest';
import { ask, homeOf } from '../support/acts';
import { scenes, type Scene } from '../support/database';
import { invisible, nasty } from '../support/nasty';
import {
  ada,
  amir,
  anon,
  bea,
  manu,
  mia,
  nina,
  olga,
  otto,
  paul,
  penny,
  rita,
  service,
  susi,
} from '../support/people';
import { refused } from '../support/refusal';
import { clubs, pools, things } from '../support/story';
import { ruled } from '../support/terms';
import { from, when } from '../support/when';

const scene = scenes();

const traces = async ({ sql }: Scene) =>
  (
    await sql(`select (select count(*) from public.bookings) as bookings, (select count(*) from public.allocations) as allocations,
    (select count(*) from public.booking_log) as log, (select count(*) from private.outbox) as outbox`)
  )[0];

describe('asking', () => {
  test(
    'mia asks for the beamer: it is requested, held and waits for the owner',
    scene(async (s) => {
      const b = await ask(s, mia, things.beamer, { p_purpose: 'film night' });
      expect(b).toMatchObject({
        status: 'requested',
        awaiting: 'owner',
        quantity: 1,
        purpose: 'film night',
        version: 1,
        owner_id: clubs.werkhof,
        organisation_id: clubs.kickers,
        requested_by: mia.id,
        last_action: 'requested',
        last_side: 'borrower',
        last_actor_id: mia.id,
      });
      expect(
        await s.sql(
          'select kind, quantity, exclusive from public.allocations where booking_id = $1',
          [b.id],
        ),
      ).toEqual([{ kind: 'hold', quantity: 1, exclusive: true }]);
      expect(
        await s.sql(
          'select version, action, side, from_status, to_status, actor_id from public.booking_log',
        ),
      ).toEqual([
        {
          version: 1,
          action: 'requested',
          side: 'borrower',
          from_status: null,
          to_status: 'requested',
          actor_id: mia.id,
        },
      ]);
      expect(await s.sql('select topic, booking_id, actor_id from private.outbox')).toEqual([
        { topic: 'booking_requested', booking_id: b.id, actor_id: mia.id },
      ]);
    }),
  );

  test(
    'the bike says instant: mia has it at once, and its owner is told',
    scene(async (s) => {
      const b = await ask(s, mia, things.bike);
      expect(b).toMatchObject({ status: 'approved', awaiting: null, hold_expires_at: null });
      expect(await s.sql('select kind from public.allocations')).toEqual([{ kind: 'booking' }]);
      expect(await s.sql('select topic from private.outbox')).toEqual([
        { topic: 'booking_booked' },
      ]);
    }),
  );

  test(
    'a hold lasts as the pool says, as the thing says, never past its start, at least a quarter of an hour',
    scene(async (s) => {
      const hours = async (more: object) => {
        const b = await ask(s, mia, things.beamer, { ...more });
        return (b.hold_expires_at.getTime() - b.created_at.getTime()) / 3_600_000;
      };
      expect(await hours(from(30, 1, 2))).toBe(72);
      await ruled(s, { pool: pools.ostviertel }, { hold_hours: 24 });
      expect(await hours(from(32, 1, 2))).toBe(24);
      await ruled(s, { resource: things.beamer }, { hold_hours: 5 });
      expect(await hours(from(31, 1, 2))).toBe(5);
      const soon = new Date(Date.now() + 2 * 3_600_000).toISOString();
      expect(await hours({ p_starts_at: soon, p_ends_at: when(2) })).toBeLessThan(2.01);
      const now = new Date(Date.now() + 60_000).toISOString();
      await s.sql('delete from public.allocations');
      expect(await hours({ p_starts_at: now, p_ends_at: when(2) })).toBe(0.25);
    }),
  );

  test(
    "the owner's own people ask like everybody else",
    scene(async (s) => {
      expect((await ask(s, olga, things.beamer)).organisation_id).toBe(clubs.werkhof);
    }),
  );

  test(
    'a passer-by is asked to sign in',
    scene(async (s) => {
      await refused(
        s.as(anon).call('request_booking', {
          p_resource_id: things.bike,
          p_organisation_id: clubs.kickers,
          ...from(7, 1, 2),
        }),
        '42501',
      );
    }),
  );

  test(
    'a session without a person is asked to sign in',
    scene(async (s) => {
      await refused(
        s.sql(`select public.request_booking($1, $2, now(), now())`, [things.bike, clubs.kickers]),
        'LOGIN',
      );
    }),
  );

  test.each([
    ['otto, for an organisation that is not his', otto, clubs.kickers, 'DNIED'],
    ['nina, who belongs to nothing', nina, clubs.kickers, 'DNIED'],
    ["the QM's reviewer", rita, clubs.kickers, 'DNIED'],
    ["the QM's manager", manu, clubs.kickers, 'DNIED'],
    ["paul, for somebody else's organisation in another pool", paul, clubs.kickers, 'DNIED'],
    ['paul, a thing of another pool for his own organisation', paul, clubs.westclub, 'NTFND'],
    ['susi, whose organisation is suspended', susi, clubs.ruheverein, 'ORGST'],
    ['penny, whose organisation is pending', penny, clubs.neuland, 'ORGST'],
    [
      'mia, for an organisation that does not exist',
      mia,
      '11111111-1111-4111-8111-111111111111',
      'NTFND',
    ],
  ])('%s can not ask', (_title, who, organisation, code) =>
    scene(async (s) => {
      await refused(
        s.as(who).call('request_booking', {
          p_resource_id: things.bike,
          p_organisation_id: organisation,
          ...from(7, 1, 2),
        }),
        code,
      );
      expect(await traces(s)).toEqual({ bookings: 0, allocations: 0, log: 0, outbox: 0 });
    })(),
  );

  test(
    'the secret key is no person and asks for nothing',
    scene(async (s) => {
      await refused(
        s.as(service).call('request_booking', {
          p_resource_id: things.bike,
          p_organisation_id: clubs.kickers,
          ...from(7, 1, 2),
        }),
        '42501',
      );
    }),
  );

  test.each([
    ['paused', things.paused, 'RESST'],
    ['retired', things.retired, 'RESST'],
    ['owned by a suspended organisation', things.ofSuspended, 'RESST'],
    ['owned by a pending organisation', things.ofPending, 'RESST'],
    ['of another pool', things.ofWestclub, 'NTFND'],
    ['forged', '11111111-1111-4111-8111-111111111111', 'NTFND'],
    ['missing', null, 'NTFND'],
  ])('nobody can ask for a thing that is %s', (_title, thing, code) =>
    scene(async (s) => {
      await refused(
        s.as(mia).call('request_booking', {
          p_resource_id: thing,
          p_organisation_id: clubs.kickers,
          ...from(7, 1, 2),
        }),
        code,
      );
      expect(await traces(s)).toEqual({ bookings: 0, allocations: 0, log: 0, outbox: 0 });
    })(),
  );
});

describe('bad periods', () => {
  test.each([
    [
      'the end before the start',
      when(7, 12),
      when(7, 10),
      'INPUT',
      'p_ends_at',
      'end_before_start',
    ],
    ['zero length', when(7, 12), when(7, 12), 'INPUT', 'p_ends_at', 'end_before_start'],
    ['no start', null, when(7, 12), 'INPUT', 'p_starts_at', 'required'],
    ['no end', when(7, 12), null, 'INPUT', 'p_ends_at', 'required'],
    ['a start at minus infinity', '-infinity', when(7), 'INPUT', 'p_starts_at', 'required'],
    ['an end at infinity', when(7), 'infinity', 'INPUT', 'p_ends_at', 'required'],
    ['both at infinity', 'infinity', 'infinity', 'INPUT', 'p_starts_at', 'required'],
    ['yesterday', when(-1, 1), when(-1, 2), 'BKLED', 'p_starts_at', 'past'],
    ['the year 4000 before', '4000-01-01 BC', '4000-01-02 BC', 'BKLED', 'p_starts_at', 'past'],
    ['started yesterday', when(-1), when(3), 'BKLED', 'p_starts_at', 'past'],
    ['longer than a year', when(7), when(7 + 367), 'BKLEN', 'p_ends_at', 'too_long'],
    ['from now to the end of time', when(7), '294276-12-31', 'BKLEN', 'p_ends_at', 'too_long'],
    ['four years ahead', when(1470), when(1471), 'BKLED', 'p_starts_at', 'too_far'],
  ])('%s is refused', (_title, starts, ends, code, field, reason) =>
    scene(async (s) => {
      await refused(ask(s, mia, things.bike, { p_starts_at: starts, p_ends_at: ends }), code, {
        field,
        reason,
      });
      expect(await traces(s)).toEqual({ bookings: 0, allocations: 0, log: 0, outbox: 0 });
    })(),
  );

  test(
    'a whole leap year is allowed, a minute more is not',
    scene(async (s) => {
      await ask(s, mia, things.bike, { p_starts_at: when(7), p_ends_at: when(7 + 366) });
      await refused(
        ask(s, mia, things.kitchen, { p_starts_at: when(7), p_ends_at: when(7 + 366, 0, 1) }),
        'BKLEN',
      );
    }),
  );

  test(
    'what is no date at all is refused by the type',
    scene(async (s) => {
      await refused(
        ask(s, mia, things.bike, { p_starts_at: 'next tuesday-ish', p_ends_at: when(7) }),
        '22007',
      );
      await refused(
        ask(s, mia, things.bike, { p_starts_at: '2027-02-30T10:00Z', p_ends_at: when(700) }),
        '22008',
      );
    }),
  );

  test(
    'filling the form at the moment the slot begins is forgiven for five minutes',
    scene(async (s) => {
      const minutesAgo = (n: number) => new Date(Date.now() - n * 60_000).toISOString();
      await ask(s, mia, things.bike, { p_starts_at: minutesAgo(4), p_ends_at: when(2) });
      await refused(
        ask(s, mia, things.kitchen, { p_starts_at: minutesAgo(6), p_ends_at: when(2) }),
        'BKLED',
        { reason: 'past' },
      );
    }),
  );

  test(
    'the van goes for one to eight hours and two days ahead',
    scene(async (s) => {
      await refused(ask(s, mia, things.van, from(1, 10, 12)), 'BKLED', { reason: 'too_soon' });
      await refused(
        ask(s, mia, things.van, { p_starts_at: when(7, 10), p_ends_at: when(7, 10, 59) }),
        'BKLEN',
        { reason: 'too_short' },
      );
      await refused(
        ask(s, mia, things.van, { p_starts_at: when(7, 10), p_ends_at: when(7, 18, 1) }),
        'BKLEN',
        { reason: 'too_long' },
      );
      await ask(s, mia, things.van, { p_starts_at: when(7, 10), p_ends_at: when(7, 11) });
      await ask(s, mia, things.van, { p_starts_at: when(7, 11), p_ends_at: when(7, 19) });
    }),
  );
});

describe('bad quantities', () => {
  test.each([
    [0, 'INPUT'],
    [-1, 'INPUT'],
    [-2147483648, 'INPUT'],
    [null, 'INPUT'],
    [13, 'BKCAP'],
    [2147483647, 'BKCAP'],
  ])('%s of twelve benches is refused', (quantity, code) =>
    scene(async (s) => {
      await refused(ask(s, mia, things.benches, { p_quantity: quantity }), code, {
        field: 'p_quantity',
      });
      expect(await traces(s)).toEqual({ bookings: 0, allocations: 0, log: 0, outbox: 0 });
    })(),
  );

  test(
    'a number that is none is refused by the type',
    scene(async (s) => {
      await refused(ask(s, mia, things.benches, { p_quantity: '1.5' }), '22P02');
      await refused(ask(s, mia, things.benches, { p_quantity: '99999999999' }), '22003');
    }),
  );

  test(
    'two of the one beamer is refused, with how many there are',
    scene(async (s) => {
      const refusal = await refused(ask(s, mia, things.beamer, { p_quantity: 2 }), 'BKCAP');
      expect(refusal.params).toMatchObject({ free: 1, stock: 1 });
    }),
  );
});

describe('text', () => {
  test.each(nasty)('a purpose with $name is kept as text', ({ text, kept }) =>
    scene(async (s) => {
      expect((await ask(s, mia, things.bike, { p_purpose: text })).purpose).toBe(kept);
      expect((await s.sql('select count(*) as n from public.bookings'))[0]?.n).toBe(1);
    })(),
  );

  test.each(invisible.map((text) => [JSON.stringify(text), text]))(
    'a purpose of %s is no purpose',
    (_name, text) =>
      scene(async (s) => {
        expect((await ask(s, mia, things.bike, { p_purpose: text })).purpose).toBe('');
      })(),
  );

  test(
    'a purpose of 2,000 characters is kept, of 10,000 refused, counted in characters',
    scene(async (s) => {
      await ask(s, mia, things.bike, { p_purpose: '🎉'.repeat(2000) });
      const refusal = await refused(
        ask(s, mia, things.kitchen, { p_purpose: 'x'.repeat(10_000) }),
        'INPUT',
        { field: 'p_purpose', reason: 'too_long' },
      );
      expect(refusal.params).toMatchObject({ max: 2000, length: 10_000 });
    }),
  );

  test(
    'a NUL character never reaches the table',
    scene(async (s) => {
      await refused(ask(s, mia, things.bike, { p_purpose: 'a\u0000b' }), '22021');
    }),
  );
});

describe('the same request twice', () => {
  const key = { p_idempotency_key: '7f0c' };
  test(
    'the same key and content give the same booking, once',
    scene(async (s) => {
      const first = await ask(s, mia, things.beamer, { ...key, p_purpose: ' film ' });
      const again = await ask(s, mia, things.beamer, { ...key, p_purpose: 'film' });
      expect(again.id).toBe(first.id);
      expect(await traces(s)).toEqual({ bookings: 1, allocations: 1, log: 1, outbox: 1 });
    }),
  );

  test(
    'the answer is the booking as it stands now',
    scene(async (s) => {
      const b = await ask(s, mia, things.beamer, key);
      await s.as(amir).call('approve_booking', { p_booking_id: b.id });
      expect(await ask(s, mia, things.beamer, key)).toMatchObject({ id: b.id, status: 'approved' });
    }),
  );

  test.each([
    ['quantity', { p_quantity: 2 }],
    ['time', from(8, 10, 12)],
    ['purpose', { p_purpose: 'other' }],
    ['thing', { p_resource_id: things.bike }],
    ['organisation', { p_organisation_id: clubs.chor }],
  ])('the same key with another %s is refused', (_title, other) =>
    scene(async (s) => {
      await ask(s, mia, things.benches, key);
      await refused(ask(s, mia, things.benches, { ...key, ...other }), 'IDEMP');
      expect(await traces(s)).toEqual({ bookings: 1, allocations: 1, log: 1, outbox: 1 });
    })(),
  );

  test(
    "otto's key is not mia's key",
    scene(async (s) => {
      const mias = await ask(s, mia, things.benches, key);
      const ottos = await ask(s, otto, things.benches, key);
      expect(ottos.id).not.toBe(mias.id);
    }),
  );

  test(
    'a key that is too long is refused; without a key two requests are two',
    scene(async (s) => {
      await refused(ask(s, mia, things.benches, { p_idempotency_key: 'k'.repeat(201) }), 'INPUT');
      expect((await ask(s, mia, things.benches)).id).not.toBe(
        (await ask(s, mia, things.benches)).id,
      );
    }),
  );

  test(
    'a request that was refused may be sent again under its key',
    scene(async (s) => {
      const other = await ask(s, otto, things.beamer);
      await refused(ask(s, mia, things.beamer, key), 'BKOVL');
      await s
        .as(otto)
        .call('cancel_booking', { p_booking_id: other.id })
        .catch(() => undefined);
      await s.sql('delete from public.allocations');
      expect((await ask(s, mia, things.beamer, key)).status).toBe('requested');
    }),
  );
});

describe('what is taken is taken', () => {
  test(
    'the second to ask is told so and learns nothing about the first',
    scene(async (s) => {
      await ask(s, otto, things.beamer, { p_purpose: 'secret' });
      const refusal = await refused(
        ask(s, mia, things.beamer, { p_starts_at: when(7, 11), p_ends_at: when(7, 13) }),
        'BKOVL',
      );
      expect(JSON.stringify(refusal)).not.toMatch(/otto|chor|secret|[0-9a-f]{8}-/i);
      expect(await traces(s)).toEqual({ bookings: 1, allocations: 1, log: 1, outbox: 1 });
    }),
  );

  test(
    'one ends at ten, the next begins at ten: both fit',
    scene(async (s) => {
      await ask(s, otto, things.beamer, from(7, 8, 10));
      await ask(s, mia, things.beamer, from(7, 10, 12));
      await ask(s, bea, things.beamer, from(7, 6, 8));
    }),
  );

  test(
    'a declined, cancelled or expired request frees its slot',
    scene(async (s) => {
      const one = await ask(s, otto, things.beamer);
      await s.as(amir).call('decline_booking', { p_booking_id: one.id });
      const two = await ask(s, mia, things.beamer);
      await s.as(mia).call('cancel_booking', { p_booking_id: two.id });
      const three = await ask(s, mia, things.beamer);
      await s.sql(
        `update public.bookings set hold_expires_at = now() - interval '1 minute' where id = $1`,
        [three.id],
      );
      expect((await ask(s, otto, things.beamer)).status).toBe('requested');
      expect(
        (await s.sql('select status from public.bookings where id = $1', [three.id]))[0]?.status,
      ).toBe('expired');
    }),
  );

  test(
    'of twelve benches the peak counts, not the sum',
    scene(async (s) => {
      await ask(s, mia, things.benches, { ...from(7, 8, 10), p_quantity: 7 });
      await ask(s, mia, things.benches, { ...from(7, 10, 12), p_quantity: 7 });
      await ask(s, otto, things.benches, { ...from(7, 8, 12), p_quantity: 5 });
      const refusal = await refused(
        ask(s, otto, things.benches, { ...from(7, 9, 11), p_quantity: 1 }),
        'BKCAP',
      );
      expect(refusal.params).toMatchObject({ free: 0 });
    }),
  );

  test(
    'somebody who wants ten while eight are left is told that eight are',
    scene(async (s) => {
      await ask(s, otto, things.benches, { p_quantity: 4 });
      const refusal = await refused(ask(s, mia, things.benches, { p_quantity: 10 }), 'BKCAP');
      expect(refusal.params).toMatchObject({ free: 8 });
    }),
  );

  test(
    'the kitchen wants half an hour before and an hour after',
    scene(async (s) => {
      await ask(s, mia, things.kitchen, from(7, 10, 12));
      await refused(ask(s, otto, things.kitchen, from(7, 13, 14)), 'BKOVL');
      await refused(
        ask(s, otto, things.kitchen, { p_starts_at: when(7, 13, 29), p_ends_at: when(7, 15) }),
        'BKOVL',
      );
      await ask(s, otto, things.kitchen, { p_starts_at: when(7, 13, 30), p_ends_at: when(7, 15) });
      await refused(
        ask(s, otto, things.kitchen, { p_starts_at: when(7, 8), p_ends_at: when(7, 8, 31) }),
        'BKOVL',
      );
      await ask(s, otto, things.kitchen, { p_starts_at: when(7, 7), p_ends_at: when(7, 8, 30) });
    }),
  );

  test(
    'changed buffers count from now on; what is booked keeps its own',
    scene(async (s) => {
      await ask(s, mia, things.kitchen, from(7, 10, 12));
      await s.sql(
        'update public.resources set buffer_before_minutes = 0, buffer_after_minutes = 0 where id = $1',
        [things.kitchen],
      );
      await refused(
        ask(s, otto, things.kitchen, { p_starts_at: when(7, 12, 59), p_ends_at: when(7, 14) }),
        'BKOVL',
      );
      await ask(s, otto, things.kitchen, from(7, 13, 14));
    }),
  );

  test(
    'half a hall takes the whole, the whole takes both halves, and the other half stays free',
    scene(async (s) => {
      await ask(s, mia, things.hallA, from(7, 10, 12));
      await refused(ask(s, otto, things.hall, from(7, 11, 13)), 'BKOVL');
      await ask(s, otto, things.hallB, from(7, 10, 12));
      await ask(s, otto, things.hall, from(7, 12, 13));
      await refused(ask(s, mia, things.hallB, from(7, 12, 13)), 'BKOVL');
      expect((await s.sql('select count(*) as n from public.allocations'))[0]?.n).toBe(4);
    }),
  );

  test(
    'the cinema kit needs the beamer and ten benches, and takes all or nothing',
    scene(async (s) => {
      await ask(s, mia, things.benches, { p_quantity: 3 });
      await refused(ask(s, otto, things.cinemaKit), 'BKCAP');
      expect(await traces(s)).toEqual({ bookings: 1, allocations: 1, log: 1, outbox: 1 });
      await ask(s, otto, things.cinemaKit, from(8, 10, 12));
      await refused(ask(s, mia, things.beamer, from(8, 10, 12)), 'BKOVL');
      await refused(ask(s, mia, things.benches, { ...from(8, 10, 12), p_quantity: 3 }), 'BKCAP');
      await ask(s, mia, things.benches, { ...from(8, 10, 12), p_quantity: 2 });
      await ask(s, mia, things.beamer, from(9, 10, 12));
      await refused(ask(s, otto, things.cinemaKit, from(9, 10, 12)), 'BKOVL');
    }),
  );

  test(
    'a thing without parts can not be booked',
    scene(async (s) => {
      await s.sql('delete from public.resource_assets where resource_id = $1', [things.bike]);
      await refused(ask(s, mia, things.bike), 'BKCAP');
    }),
  );
});

describe('cancelling', () => {
  const booked = async (s: Scene) => (await ask(s, mia, things.bike)).id as string;
  test.each([
    ['mia, who asked', mia, 'borrower'],
    ['bea, her admin', bea, 'borrower'],
    ["amir, the owner's approver", amir, 'owner'],
    ["ada, the owner's admin", ada, 'owner'],
  ])('%s can cancel a booking', (_title, who, side) =>
    scene(async (s) => {
      const id = await booked(s);
      expect(
        await s.as(who).call('cancel_booking', { p_booking_id: id, p_note: 'rain' }),
      ).toMatchObject({ status: 'cancelled', last_side: side, last_note: 'rain', awaiting: null });
      expect(await s.sql('select * from public.allocations')).toEqual([]);
      expect(
        (
          await s.sql(
            `select topic, payload ->> 'side' as side from private.outbox order by id desc limit 1`,
          )
        )[0],
      ).toEqual({ topic: 'booking_cancelled', side });
    })(),
  );

  test.each([
    ['olga, a plain member of the owner', olga, 'NTFND'],
    ['otto, a stranger', otto, 'NTFND'],
    ['paul, of another pool', paul, 'NTFND'],
    ['nina', nina, 'NTFND'],
    ['rita, who only reads', rita, 'DNIED'],
    ["manu, the QM's manager", manu, 'DNIED'],
    ['a passer-by', anon, '42501'],
    ['the secret key', service, '42501'],
  ])('%s can not', (_title, who, code) =>
    scene(async (s) => {
      const id = await booked(s);
      await refused(s.as(who).call('cancel_booking', { p_booking_id: id }), code);
      expect((await s.sql('select status, version from public.bookings'))[0]).toEqual({
        status: 'approved',
        version: 1,
      });
    })(),
  );

  test(
    'a co-member who did not ask can not cancel',
    scene(async (s) => {
      const id = (
        await s.as(bea).call('request_booking', {
          p_resource_id: things.bike,
          p_organisation_id: homeOf(bea),
          ...from(7, 1, 2),
        })
      ).id;
      await refused(s.as(mia).call('cancel_booking', { p_booking_id: id }), 'DNIED');
    }),
  );

  test(
    "the owner declines a request; cancelling one is the borrower's",
    scene(async (s) => {
      const b = await ask(s, mia, things.beamer);
      await refused(s.as(amir).call('cancel_booking', { p_booking_id: b.id }), 'BKSTA');
      await s.as(mia).call('cancel_booking', { p_booking_id: b.id });
    }),
  );

  test(
    'twice, or after it is over, can not be',
    scene(async (s) => {
      const id = await booked(s);
      await s.as(mia).call('cancel_booking', { p_booking_id: id });
      await refused(s.as(mia).call('cancel_booking', { p_booking_id: id }), 'BKSTA');
      const over = (await ask(s, mia, things.bike)).id;
      await s.sql(
        `update public.bookings set starts_at = now() - interval '2 hours', ends_at = now() where id = $1`,
        [over],
      );
      await refused(s.as(mia).call('cancel_booking', { p_booking_id: over }), 'BKSTA', {
        reason: 'over',
      });
    }),
  );

  test(
    'someone who left the club can not cancel any more',
    scene(async (s) => {
      const id = await booked(s);
      await s.as(mia).call('leave_organisation', { p_organisation_id: clubs.kickers });
      await refused(s.as(mia).call('cancel_booking', { p_booking_id: id }), 'NTFND');
    }),
  );

  test(
    'a booking of the suspended can still be cancelled by them',
    scene(async (s) => {
      const id = await booked(s);
      await s.as(manu).call('suspend_organisation', { p_organisation_id: clubs.kickers });
      expect((await s.as(mia).call('cancel_booking', { p_booking_id: id })).status).toBe(
        'cancelled',
      );
    }),
  );
});

test(
  'whoever is refused, in every intent about bookings, a forged id looks like nothing',
  scene(async (s) => {
    for (const fn of [
      'approve_booking',
      'decline_booking',
      'cancel_booking',
      'ask_about_booking',
      'answer_booking',
    ]) {
      for (const who of [mia, ada, manu]) {
        const args = { p_booking_id: '11111111-1111-4111-8111-111111111111', p_note: 'x' };
        await refused(s.as(who).call(fn, args), 'NTFND');
        await refused(s.as(who).call(fn, { ...args, p_booking_id: null }), 'NTFND');
        await refused(s.as(who).call(fn, { ...args, p_booking_id: 'x' }), '22P02');
      }
    }
  }),
);
