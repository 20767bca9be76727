import { describe, expect, test } from 'vitest';
import { ask } from '../support/acts';
import { occupied, playAt } from '../support/clock';
import { scenes, type Args, type Row, type Scene } from '../support/database';
import {
  ada,
  amir,
  anon,
  bea,
  boris,
  manu,
  mia,
  nina,
  olga,
  otto,
  paul,
  rita,
  service,
  type Actor,
} from '../support/people';
import { refused } from '../support/refusal';
import { assets, clubs, pools, things } from '../support/story';
import { from, when } from '../support/when';

const scene = scenes();

const change = (s: Scene, who: Actor, id: unknown, more: Args) =>
  s.as(who).call('change_booking', { p_booking_id: id, ...more });
const booking = async (s: Scene, id: unknown): Promise<Row> =>
  (await s.sql('select * from public.bookings where id = $1', [id]))[0] ?? {};
const last = async (s: Scene, id: unknown) =>
  (
    await s.sql(
      'select action, side, from_status, to_status, note, details from public.booking_log where booking_id = $1 order by version desc limit 1',
      [id],
    )
  )[0];
const topics = async (s: Scene) =>
  (await s.sql('select topic from private.outbox order by id')).map((r) => r.topic as string);

/** Mia's promised beamer, ten to twelve on day 7. */
async function approved(s: Scene, thing = things.beamer, more: Args = {}): Promise<Row> {
  const b = await ask(s, mia, thing, more);
  return b.status === 'approved' ? b : s.as(amir).call('approve_booking', { p_booking_id: b.id });
}
const until = (hour: number) => ({ p_ends_at: when(7, hour) });
const hours = (row: Row) =>
  [row.starts_at as Date, row.ends_at as Date].map((d) => d.toISOString());

describe('a request', () => {
  test(
    'changes in place, holds the new slot alone, and the owner looks again',
    scene(async (s) => {
      const b = await ask(s, mia, things.beamer);
      await s.as(amir).call('ask_about_booking', { p_booking_id: b.id, p_note: '?' });
      const c = await change(s, mia, b.id, { ...from(8, 9, 11), p_note: 'a day later' });
      expect(c).toMatchObject({ status: 'granted', from_quantity: 1, quantity: 1 });
      const now = await booking(s, b.id);
      expect(now).toMatchObject({ status: 'requested', awaiting: 'owner', version: 3 });
      expect(hours(now)).toEqual([when(8, 9), when(8, 11)]);
      expect(await s.sql('select kind, lower(blocked) as a from public.allocations')).toEqual([
        { kind: 'hold', a: new Date(when(8, 9)) },
      ]);
      expect(await last(s, b.id)).toMatchObject({
        action: 'changed',
        side: 'borrower',
        note: 'a day later',
        details: { change_id: c.id, from: { quantity: 1 }, to: { quantity: 1 } },
      });
      await ask(s, otto, things.beamer);
    }),
  );

  test(
    'into taken time is refused and stays as it was',
    scene(async (s) => {
      const b = await ask(s, mia, things.beamer);
      await ask(s, otto, things.beamer, from(7, 12, 14));
      await refused(change(s, mia, b.id, until(13)), 'BKOVL');
      expect(await booking(s, b.id)).toMatchObject({ status: 'requested', version: 1 });
      expect(
        await s.sql('select 1 from public.allocations where booking_id = $1', [b.id]),
      ).toHaveLength(1);
    }),
  );

  test(
    'that holds nothing, because requests compete, holds nothing after it either',
    scene(async (s) => {
      const b = await ask(s, mia, things.beamer);
      await s.sql('delete from public.allocations where booking_id = $1', [b.id]);
      await change(s, mia, b.id, until(13));
      expect(await s.sql('select 1 from public.allocations')).toEqual([]);
      expect(hours(await booking(s, b.id))[1]).toBe(when(7, 13));
    }),
  );
});

describe('a promised booking', () => {
  test(
    'stays valid as it was while a longer one is proposed; only what is new is held',
    scene(async (s) => {
      const b = await approved(s);
      const c = await change(s, mia, b.id, { ...until(14), p_note: 'film is long' });
      expect(c).toMatchObject({ status: 'proposed', note: 'film is long' });
      expect(hours(await booking(s, b.id))).toEqual([when(7, 10), when(7, 12)]);
      expect(
        await s.sql(
          'select lower(blocked) as a, upper(blocked) as z, kind, change_id from public.allocations order by 1',
        ),
      ).toEqual([
        { a: new Date(when(7, 10)), z: new Date(when(7, 12)), kind: 'booking', change_id: null },
        { a: new Date(when(7, 12)), z: new Date(when(7, 14)), kind: 'hold', change_id: c.id },
      ]);
      await refused(ask(s, otto, things.beamer, from(7, 13, 15)), 'BKOVL');
      await ask(s, otto, things.beamer, from(7, 14, 15));
      expect(await topics(s)).toContain('booking_change_proposed');
    }),
  );

  test(
    'moved by an hour needs one hour more, and grants give the other one free',
    scene(async (s) => {
      const b = await approved(s);
      const c = await change(s, bea, b.id, from(7, 11, 13));
      await s.as(ada).call('grant_change', { p_change_id: c.id, p_note: 'fine' });
      expect(hours(await booking(s, b.id))).toEqual([when(7, 11), when(7, 13)]);
      expect(await s.sql('select kind from public.allocations')).toEqual([{ kind: 'booking' }]);
      expect(await last(s, b.id)).toMatchObject({
        action: 'change_granted',
        side: 'owner',
        note: 'fine',
        from_status: 'approved',
        to_status: 'approved',
      });
      await ask(s, otto, things.beamer, from(7, 10, 11));
    }),
  );

  test(
    'of a pile holds the difference in number where both times meet, and all of it beyond',
    scene(async (s) => {
      const b = await approved(s, things.benches, { p_quantity: 4 });
      const c = await change(s, mia, b.id, { ...until(14), p_quantity: 7 });
      expect(
        (
          await s.sql(
            'select quantity, lower(blocked) as a, change_id is not null as more from public.allocations order by blocked, id',
          )
        ).map((r) => [r.quantity, (r.a as Date).toISOString(), r.more]),
      ).toEqual([
        [4, when(7, 10), false],
        [3, when(7, 10), true],
        [7, when(7, 12), true],
      ]);
      await refused(ask(s, otto, things.benches, { p_quantity: 6 }), 'BKCAP');
      await s.as(amir).call('grant_change', { p_change_id: c.id });
      expect(await s.sql('select quantity from public.allocations')).toEqual([{ quantity: 7 }]);
      expect(await booking(s, b.id)).toMatchObject({ quantity: 7, version: 4 });
    }),
  );

  test(
    'beyond what is there is refused, and nothing changes',
    scene(async (s) => {
      const b = await approved(s, things.benches, { p_quantity: 4 });
      await ask(s, otto, things.benches, { p_quantity: 6 });
      await refused(change(s, mia, b.id, { p_quantity: 7 }), 'BKCAP');
      await refused(change(s, mia, b.id, { p_quantity: 13 }), 'BKCAP');
      await refused(change(s, mia, b.id, { p_quantity: 0 }), 'INPUT', { field: 'p_quantity' });
      expect(await booking(s, b.id)).toMatchObject({ quantity: 4, version: 2 });
      expect(await s.sql('select 1 from public.booking_changes')).toEqual([]);
    }),
  );

  test(
    'shortened or lessened is granted at once, whoever would have to be asked',
    scene(async (s) => {
      const b = await approved(s, things.benches, { p_quantity: 4 });
      expect(await change(s, mia, b.id, { ...until(11), p_quantity: 2 })).toMatchObject({
        status: 'granted',
      });
      expect(await booking(s, b.id)).toMatchObject({ quantity: 2, last_action: 'changed' });
      expect(await s.sql('select quantity, kind from public.allocations')).toEqual([
        { quantity: 2, kind: 'booking' },
      ]);
    }),
  );

  test(
    'of a thing that nobody needs to be asked for changes at once, and meets the guards',
    scene(async (s) => {
      const b = await approved(s, things.bike);
      expect(await change(s, mia, b.id, until(14))).toMatchObject({ status: 'granted' });
      await ask(s, otto, things.bike, from(7, 14, 16));
      await refused(change(s, mia, b.id, until(15)), 'BKOVL');
      expect(hours(await booking(s, b.id))[1]).toBe(when(7, 14));
    }),
  );

  test(
    'of a hall takes both halves for the new time',
    scene(async (s) => {
      const b = await approved(s, things.hall);
      await change(s, mia, b.id, until(13));
      await refused(ask(s, otto, things.hallA, from(7, 12, 13)), 'BKOVL');
      await refused(ask(s, otto, things.hallB, from(7, 12, 13)), 'BKOVL');
    }),
  );

  test(
    'keeps its buffers around the new time',
    scene(async (s) => {
      const b = await approved(s, things.kitchen);
      await change(s, mia, b.id, until(14));
      await refused(ask(s, otto, things.kitchen, from(7, 15, 16)), 'BKOVL');
      await ask(s, otto, things.kitchen, { p_starts_at: when(7, 15, 30), p_ends_at: when(7, 16) });
    }),
  );

  test(
    'proposed twice holds the last wish only; the same wish twice is one',
    scene(async (s) => {
      const b = await approved(s);
      const first = await change(s, mia, b.id, until(14));
      expect((await change(s, mia, b.id, until(14))).id).toBe(first.id);
      const second = await change(s, mia, b.id, until(13));
      expect(second.id).not.toBe(first.id);
      expect(
        (await s.sql('select status from public.booking_changes order by ends_at desc')).map(
          (r) => r.status,
        ),
      ).toEqual(['withdrawn', 'proposed']);
      await ask(s, otto, things.beamer, from(7, 13, 15));
      await refused(s.as(amir).call('grant_change', { p_change_id: first.id }), 'BKSTA', {
        reason: 'change',
      });
    }),
  );

  test(
    'sent again after it was granted gives the same change',
    scene(async (s) => {
      const b = await approved(s, things.bike);
      const first = await change(s, mia, b.id, until(14));
      expect((await change(s, mia, b.id, until(14))).id).toBe(first.id);
      expect(await booking(s, b.id)).toMatchObject({ version: 2 });
    }),
  );

  test(
    'to which nothing is changed is refused',
    scene(async (s) => {
      const b = await approved(s);
      await refused(change(s, mia, b.id, {}), 'INPUT', { reason: 'unchanged' });
    }),
  );

  test.each<[string, Args, string, string?]>([
    ['into the past', { p_starts_at: when(-2), p_ends_at: when(-1) }, 'INPUT', 'past'],
    ['to begin in the past', { p_starts_at: when(-1) }, 'BKLED', 'past'],
    ['backwards', { p_ends_at: when(7, 9) }, 'INPUT', 'end_before_start'],
    ['to no time', { p_ends_at: 'infinity' }, 'INPUT', 'required'],
    ['to more than a year', { p_ends_at: when(400) }, 'BKLEN'],
  ])('can not be changed %s', (_title, args, code, reason) =>
    scene(async (s) => {
      const b = await approved(s);
      await refused(change(s, mia, b.id, args), code, reason ? { reason } : {});
    })(),
  );

  test(
    'of a thing that is paused can get shorter, not longer',
    scene(async (s) => {
      const b = await approved(s);
      await s
        .as(ada)
        .call('set_resource_status', { p_resource_id: things.beamer, p_status: 'paused' });
      await refused(change(s, mia, b.id, until(14)), 'RESST');
      expect(await change(s, mia, b.id, until(11))).toMatchObject({ status: 'granted' });
    }),
  );
});

describe('a booking that has begun', () => {
  test(
    'can be extended, not moved',
    scene(async (s) => {
      const b = await approved(s);
      await playAt(s, b.id, -1, 1);
      const ends = new Date(Date.now() + 3 * 3_600_000).toISOString();
      await refused(change(s, mia, b.id, { p_starts_at: when(1), p_ends_at: when(2) }), 'INPUT', {
        field: 'p_starts_at',
        reason: 'begun',
      });
      expect(await change(s, mia, b.id, { p_ends_at: ends })).toMatchObject({ status: 'proposed' });
    }),
  );

  test(
    'and was handed over can be extended, also when it is late, and is late no more',
    scene(async (s) => {
      const b = await approved(s, things.bike);
      await playAt(s, b.id, -3, 1);
      await s.as(amir).call('hand_over_booking', { p_booking_id: b.id });
      await playAt(s, b.id, -3, -1);
      await s.as(service).call('sweep_overdue');
      expect(await booking(s, b.id)).toMatchObject({ last_action: 'overdue' });
      const ends = new Date(Date.now() + 2 * 3_600_000).toISOString();
      expect(await change(s, mia, b.id, { p_ends_at: ends })).toMatchObject({ status: 'granted' });
      expect(await booking(s, b.id)).toMatchObject({
        status: 'handed_over',
        overdue_since: null,
        kept_until: null,
      });
      expect((await occupied(s, b.id)).map((r) => Math.round(Number(r[4])))).toEqual([2]);
    }),
  );

  test(
    'and is over can not be changed',
    scene(async (s) => {
      const b = await approved(s);
      await playAt(s, b.id, -3, -1);
      await refused(change(s, mia, b.id, { p_ends_at: when(1) }), 'BKSTA', { reason: 'over' });
    }),
  );
});

describe('who may', () => {
  test.each([
    ['mia, who asked', mia],
    ['boris, her approver', boris],
    ['bea, her admin', bea],
  ])('%s can change', (_title, who) =>
    scene(async (s) => {
      const b = await approved(s);
      expect(await change(s, who, b.id, until(13))).toMatchObject({
        status: 'proposed',
        proposed_by: who.id,
      });
    })(),
  );

  test.each<[string, Actor, string]>([
    ['amir, the approver of the owner', amir, 'DNIED'],
    ['olga, a member of the owner', olga, 'NTFND'],
    ['otto, of a third organisation', otto, 'NTFND'],
    ['paul, of another pool', paul, 'NTFND'],
    ['rita, who only reads', rita, 'DNIED'],
    ['manu, the manager', manu, 'DNIED'],
    ['nina', nina, 'NTFND'],
    ['a passer-by', anon, '42501'],
    ['the secret key', service, '42501'],
  ])('%s can not change, and nothing does', (_title, who, code) =>
    scene(async (s) => {
      const b = await approved(s);
      await refused(change(s, who, b.id, until(13)), code);
      expect(await booking(s, b.id)).toMatchObject({ version: 2 });
    })(),
  );

  test(
    'a colleague of mia without a role can not change what boris asked for',
    scene(async (s) => {
      const b = await ask(s, boris, things.beamer);
      await refused(change(s, mia, b.id, until(13)), 'DNIED');
    }),
  );

  test(
    'a suspended borrower can not',
    scene(async (s) => {
      const b = await approved(s);
      await s.as(manu).call('suspend_organisation', { p_organisation_id: clubs.kickers });
      await refused(change(s, mia, b.id, until(13)), 'ORGST');
    }),
  );

  test.each<[string, Actor, string, string]>([
    ['grant_change', mia, 'DNIED', 'mia, who wishes it'],
    ['grant_change', bea, 'DNIED', 'bea, her admin'],
    ['grant_change', olga, 'NTFND', 'olga, a member of the owner'],
    ['grant_change', otto, 'NTFND', 'otto'],
    ['grant_change', manu, 'DNIED', 'manu'],
    ['grant_change', anon, '42501', 'a passer-by'],
    ['decline_change', mia, 'DNIED', 'mia'],
    ['decline_change', olga, 'NTFND', 'olga'],
    ['decline_change', rita, 'DNIED', 'rita'],
    ['withdraw_change', amir, 'DNIED', 'amir, the owner'],
    ['withdraw_change', otto, 'NTFND', 'otto'],
    ['withdraw_change', service, '42501', 'the secret key'],
  ])('%s: %s can not (%s), says %s', (fn, who, code) =>
    scene(async (s) => {
      const b = await approved(s);
      const c = await change(s, mia, b.id, until(13));
      await refused(s.as(who).call(fn, { p_change_id: c.id }), code);
      expect(await booking(s, b.id)).toMatchObject({ version: 3 });
    })(),
  );

  test(
    'nobody decides about a change that there is not',
    scene(async (s) => {
      for (const fn of ['grant_change', 'decline_change', 'withdraw_change'])
        await refused(s.as(amir).call(fn, { p_change_id: assets.beamer }), 'NTFND');
    }),
  );
});

describe('what becomes of a wish', () => {
  test.each<[string, Actor, string, string, string]>([
    ['declined by amir', amir, 'decline_change', 'declined', 'change_declined'],
    ['withdrawn by mia', mia, 'withdraw_change', 'withdrawn', 'change_withdrawn'],
  ])('%s: all stays as it was, and what it held is free', (_title, who, fn, status, action) =>
    scene(async (s) => {
      const b = await approved(s);
      const c = await change(s, mia, b.id, until(14));
      expect(await s.as(who).call(fn, { p_change_id: c.id })).toMatchObject({ status });
      expect(await booking(s, b.id)).toMatchObject({ status: 'approved', last_action: action });
      await ask(s, otto, things.beamer, from(7, 12, 14));
      await refused(s.as(amir).call('grant_change', { p_change_id: c.id }), 'BKSTA');
    })(),
  );

  test(
    'nobody answers: it expires like a hold, by the sweep or by who asks for its slot',
    scene(async (s) => {
      const b = await approved(s);
      await change(s, mia, b.id, until(14));
      await s.sql('update public.booking_changes set expires_at = now()');
      await ask(s, otto, things.beamer, from(7, 12, 14));
      expect(await booking(s, b.id)).toMatchObject({
        status: 'approved',
        last_action: 'change_expired',
        last_side: 'system',
        last_actor_id: null,
      });
      await change(s, mia, b.id, { p_starts_at: when(7, 9) });
      await s.sql(`update public.booking_changes set expires_at = now() where status = 'proposed'`);
      expect(await s.as(service).call('expire_holds')).toEqual({ expire_holds: 1 });
      expect((await booking(s, b.id)).version).toBe(6);
    }),
  );

  test.each<[string, (s: Scene, id: unknown) => Promise<unknown>]>([
    ['cancelled', (s, id) => s.as(mia).call('cancel_booking', { p_booking_id: id })],
    ['cancelled by the owner', (s, id) => s.as(ada).call('cancel_booking', { p_booking_id: id })],
  ])('the booking is %s: the wish is dropped and nothing stays occupied', (_title, end) =>
    scene(async (s) => {
      const b = await approved(s);
      const c = await change(s, mia, b.id, until(14));
      await end(s, b.id);
      expect(await s.sql('select status from public.booking_changes')).toEqual([
        { status: 'dropped' },
      ]);
      expect(await s.sql('select 1 from public.allocations')).toEqual([]);
      await refused(s.as(amir).call('grant_change', { p_change_id: c.id }), 'BKSTA');
    })(),
  );

  test(
    'it can not be granted once its time is over, and a suspended owner grants nothing',
    scene(async (s) => {
      const b = await approved(s);
      const c = await change(s, mia, b.id, until(14));
      await s.as(manu).call('suspend_organisation', { p_organisation_id: clubs.werkhof });
      await refused(s.as(ada).call('grant_change', { p_change_id: c.id }), 'ORGST');
      await s.as(manu).call('admit_organisation', { p_organisation_id: clubs.werkhof });
      await s.sql(
        `update public.booking_changes set starts_at = now() - interval '3 hours', ends_at = now() - interval '1 hour'`,
      );
      await refused(s.as(ada).call('grant_change', { p_change_id: c.id }), 'BKSTA', {
        reason: 'over',
      });
    }),
  );

  test(
    'is read by both sides and the QM, and by nobody else',
    scene(async (s) => {
      const b = await approved(s);
      await change(s, mia, b.id, until(14));
      const count = async (who: Actor) =>
        (await s.as(who).sql('select 1 from public.booking_changes')).length;
      for (const who of [mia, boris, amir, ada, rita, manu]) expect(await count(who)).toBe(1);
      for (const who of [otto, olga, paul, nina]) expect(await count(who)).toBe(0);
      await refused(count(anon), '42501');
    }),
  );

  test(
    'tells the owner of the wish with its deadline and both times, and mia of the answer',
    scene(async (s) => {
      const b = await approved(s);
      const c = await change(s, mia, b.id, until(14));
      await s.as(service).rows('claim_deliveries', { p_limit: 200 });
      await s.sql('update private.deliveries set next_attempt_at = now() where attempts = 1');
      const told = async (topic: string) =>
        (await s.as(service).rows('claim_deliveries', { p_limit: 200 })).filter(
          (r) => r.topic === topic,
        );
      const wishes = await told('booking_change_proposed');
      expect(wishes.map((r) => r.display_name).sort()).toEqual(['ada', 'amir']);
      expect(wishes[0]).toMatchObject({
        side: 'borrower',
        payload: { from: { quantity: 1 }, to: { quantity: 1 } },
        hold_expires_at: c.expires_at as Date,
      });
      await s.as(amir).call('grant_change', { p_change_id: c.id });
      expect((await told('booking_change_granted')).map((r) => r.display_name)).toEqual(['mia']);
    }),
  );
});

describe('money', () => {
  /** Two euros an hour; later than three days before, half of it is due. */
  const priced = async (s: Scene) => {
    await s.sql(
      `with t as (
         insert into public.terms (pool_id, organisation_id, resource_id, price_mode, cancel_free_days, cancel_fee_percent)
         values ($1, $2, $3, 'tariff', 3, 50) returning id)
       insert into public.tariffs (terms_id, price_group, unit, first_minor)
       select id, 'others', 'hour', 200 from t`,
      [pools.ostviertel, clubs.werkhof, things.bike],
    );
  };

  test(
    'a change is priced anew, and the booking takes the new price',
    scene(async (s) => {
      await priced(s);
      const b = await ask(s, mia, things.bike);
      expect(b.price_minor).toBe(400);
      const c = await change(s, mia, b.id, until(14));
      expect(c).toMatchObject({ from_price: { total_minor: 400 }, price: { total_minor: 800 } });
      expect(await booking(s, b.id)).toMatchObject({ price_minor: 800 });
    }),
  );

  test(
    'what was quoted stays when the tariff changes and nobody changes the booking',
    scene(async (s) => {
      await priced(s);
      const b = await ask(s, mia, things.bike);
      await s.sql('update public.tariffs set first_minor = 900');
      expect(await booking(s, b.id)).toMatchObject({ price_minor: 400 });
      await change(s, mia, b.id, until(11));
      expect(await booking(s, b.id)).toMatchObject({ price_minor: 900 });
    }),
  );

  test(
    'cancelling late says what is due; early, or by the owner, nothing is',
    scene(async (s) => {
      await priced(s);
      const cancel = async (who: Actor, day: number) => {
        const b = await ask(s, mia, things.bike, from(day, 10, 12));
        return (await s.as(who).call('cancel_booking', { p_booking_id: b.id }))
          .last_details as unknown;
      };
      expect(await cancel(mia, 7)).toEqual({});
      expect(await cancel(mia, 2)).toEqual({ fee_minor: 200, currency: 'EUR' });
      expect(await cancel(amir, 2)).toEqual({});
    }),
  );
});

describe('the rules of the owner', () => {
  const rule = (s: Scene, column: string, value: unknown) =>
    s.sql(
      `insert into public.terms (pool_id, organisation_id, resource_id, ${column}) values ($1, $2, $3, $4)`,
      [pools.ostviertel, clubs.werkhof, things.beamer, value],
    );

  test.each<[string, string, unknown, Args, string]>([
    ['longer than allowed', 'max_minutes', 150, until(14), 'BKLEN'],
    ['shorter than allowed', 'min_minutes', 100, until(11), 'BKLEN'],
    ['sooner than allowed', 'lead_minutes', 8 * 1440, from(6, 10, 12), 'BKLED'],
    ['further than allowed', 'horizon_days', 10, from(12, 10, 12), 'BKLED'],
  ])('a booking can not become %s', (_title, column, value, args, code) =>
    scene(async (s) => {
      const b = await approved(s);
      await rule(s, column, value);
      await refused(change(s, mia, b.id, args), code);
    })(),
  );

  test(
    'that came later than a promise do not stand against less of it, nor against more of what had begun to be fine',
    scene(async (s) => {
      const b = await approved(s);
      await rule(s, 'lead_minutes', 30 * 1440);
      expect(await change(s, mia, b.id, until(11))).toMatchObject({ status: 'granted' });
      // the start has met the rule that held then
      expect(await change(s, mia, b.id, until(13))).toMatchObject({ status: 'proposed' });
    }),
  );

  test(
    'a standing approval that covers the new time grants it at once',
    scene(async (s) => {
      const b = await approved(s);
      await s.sql(`update public.resources set approval = 'standing' where id = $1`, [
        things.beamer,
      ]);
      expect(await change(s, mia, b.id, until(13))).toMatchObject({ status: 'proposed' });
      await s.as(ada).call('grant_standing_approval', {
        p_organisation_id: clubs.werkhof,
        p_resource_id: things.beamer,
        p_organisation_ids: [clubs.kickers],
      });
      expect(await change(s, mia, b.id, until(14))).toMatchObject({ status: 'granted' });
      expect((await booking(s, b.id)).last_details).toMatchObject({ decision: { by: 'standing' } });
    }),
  );
});
