import { describe, expect, test } from 'vitest';
import { ask } from '../support/acts';
import { occupied, playAt } from '../support/clock';
import { scenes, type Args, type Row, type Scene } from '../support/database';
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
  rita,
  service,
  type Actor,
} from '../support/people';
import { refused } from '../support/refusal';
import { clubs, pools, things } from '../support/story';
import { from } from '../support/when';

const scene = scenes();
const act = (s: Scene, who: Actor, fn: string, id: unknown, more: Args = {}) =>
  s.as(who).call(fn, { p_booking_id: id, ...more });
const booking = async (s: Scene, id: unknown): Promise<Row> =>
  (await s.sql('select * from public.bookings where id = $1', [id]))[0] ?? {};
const actions = async (s: Scene, id: unknown) =>
  (
    await s.sql(
      'select action, side from public.booking_log where booking_id = $1 order by version',
      [id],
    )
  ).map((r) => `${r.action as string} ${r.side as string}`);
const outbox = async (s: Scene, topic: string) =>
  s.sql('select booking_id, payload from private.outbox where topic = $1 order by id', [topic]);
const hoursFromNow = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

/** Mia's bike, from an hour ago to in two hours. */
async function running(s: Scene, thing = things.bike, fromHours = -1, toHours = 2): Promise<Row> {
  const b = await ask(s, mia, thing);
  if (b.status !== 'approved') await act(s, amir, 'approve_booking', b.id);
  return playAt(s, b.id, fromHours, toHours);
}
async function out(s: Scene, thing = things.bike, fromHours = -1, toHours = 2): Promise<Row> {
  const b = await running(s, thing, fromHours, toHours);
  await act(s, amir, 'hand_over_booking', b.id);
  return booking(s, b.id);
}

describe('who hands over and takes back', () => {
  const intents: [string, (s: Scene) => Promise<Row>, string][] = [
    ['hand_over_booking', running, 'handed_over'],
    ['return_booking', out, 'returned'],
    ['mark_no_show', running, 'no_show'],
  ];
  const allowed: [string, Actor][] = [
    ['amir, the approver of the owner', amir],
    ['ada, its admin', ada],
  ];
  const others: [string, Actor, string][] = [
    ['olga, a plain member of the owner', olga, 'NTFND'],
    ['mia, who borrows', mia, 'DNIED'],
    ['bea, her admin', bea, 'DNIED'],
    ['otto, of a third organisation', otto, 'NTFND'],
    ['paul, of another pool', paul, 'NTFND'],
    ['rita, who only reads', rita, 'DNIED'],
    ['manu, the manager', manu, 'DNIED'],
    ['nina', nina, 'NTFND'],
    ['a passer-by', anon, '42501'],
    ['the secret key', service, '42501'],
  ];
  for (const [fn, prepare, status] of intents) {
    test.each(allowed)(`${fn}: %s can`, (_title, who) =>
      scene(async (s) => {
        const b = await prepare(s);
        expect(await act(s, who, fn, b.id)).toMatchObject({
          status,
          last_actor_id: who === 'anon' || who === 'service' ? null : who.id,
          last_side: 'owner',
        });
      })(),
    );
    test.each(others)(`${fn}: %s can not, and nothing changes`, (_title, who, code) =>
      scene(async (s) => {
        const b = await prepare(s);
        await refused(act(s, who, fn, b.id), code);
        expect(await booking(s, b.id)).toMatchObject({ status: b.status, version: b.version });
      })(),
    );
  }

  test(
    'a suspended owner still hands over what it promised, and takes it back',
    scene(async (s) => {
      const b = await running(s);
      await s.as(manu).call('suspend_organisation', { p_organisation_id: clubs.werkhof });
      expect(await act(s, ada, 'hand_over_booking', b.id)).toMatchObject({ status: 'handed_over' });
      expect(await act(s, ada, 'return_booking', b.id)).toMatchObject({ status: 'returned' });
    }),
  );
});

describe('each status', () => {
  const reach: Record<string, (s: Scene) => Promise<Row>> = {
    requested: (s) => ask(s, mia, things.beamer),
    approved: running,
    handed_over: out,
    returned: async (s) => act(s, amir, 'return_booking', (await out(s)).id),
    no_show: async (s) => act(s, amir, 'mark_no_show', (await running(s)).id),
    declined: async (s) => act(s, amir, 'decline_booking', (await ask(s, mia, things.beamer)).id),
    cancelled: async (s) => act(s, mia, 'cancel_booking', (await ask(s, mia, things.beamer)).id),
    expired: async (s) => {
      const b = await ask(s, mia, things.beamer);
      await s.sql('update public.bookings set hold_expires_at = now()');
      await s.as(service).call('expire_holds');
      return booking(s, b.id);
    },
  };
  const acts: [string, Actor, Args, string[]][] = [
    ['hand_over_booking', amir, {}, ['approved']],
    ['return_booking', amir, {}, ['approved', 'handed_over']],
    ['mark_no_show', amir, {}, ['approved']],
    ['cancel_booking', mia, {}, ['requested', 'approved']],
    [
      'change_booking',
      mia,
      { p_ends_at: hoursFromNow(1) },
      ['requested', 'approved', 'handed_over'],
    ],
    ['report_damage', mia, { p_note: 'x' }, ['approved', 'handed_over', 'returned']],
    ['approve_booking', amir, {}, ['requested']],
    ['decline_booking', amir, {}, ['requested']],
  ];
  for (const [fn, who, args, may] of acts) {
    test.each(Object.keys(reach).filter((status) => !may.includes(status)))(
      `${fn} can not be done to a booking that is %s`,
      (status) =>
        scene(async (s) => {
          const b = await (reach[status] as (s: Scene) => Promise<Row>)(s);
          expect(b.status).toBe(status);
          const refusal = await refused(act(s, who, fn, b.id, args), 'BKSTA');
          expect(refusal.params).toMatchObject({ status });
          expect((await booking(s, b.id)).version).toBe(b.version);
        })(),
    );
  }
});

describe('handing over', () => {
  test(
    'is noted with its time and told',
    scene(async (s) => {
      const b = await running(s);
      await act(s, amir, 'hand_over_booking', b.id, {
        p_note: 'with the charger',
        p_at: hoursFromNow(-0.5),
      });
      const now = await booking(s, b.id);
      expect(now).toMatchObject({
        status: 'handed_over',
        last_note: 'with the charger',
        kept_from: null,
      });
      expect(Date.now() - (now.handed_over_at as Date).getTime()).toBeGreaterThan(1_700_000);
      expect(await actions(s, b.id)).toEqual(['requested borrower', 'handed_over owner']);
      expect(await outbox(s, 'booking_handed_over')).toHaveLength(1);
    }),
  );

  test(
    'sent twice by a phone that lost the answer happens once, also after the return',
    scene(async (s) => {
      const b = await running(s);
      const key = { p_idempotency_key: 'k1' };
      await act(s, amir, 'hand_over_booking', b.id, key);
      expect(await act(s, amir, 'hand_over_booking', b.id, key)).toMatchObject({ version: 2 });
      await act(s, amir, 'return_booking', b.id, { p_idempotency_key: 'k2' });
      expect(await act(s, amir, 'hand_over_booking', b.id, key)).toMatchObject({ version: 3 });
      expect(await act(s, ada, 'return_booking', b.id, { p_idempotency_key: 'k2' })).toMatchObject({
        version: 3,
        status: 'returned',
      });
      await refused(act(s, amir, 'hand_over_booking', b.id, { p_idempotency_key: 'k3' }), 'BKSTA');
    }),
  );

  test(
    'by two people is done by the first',
    scene(async (s) => {
      const b = await running(s);
      await act(s, amir, 'hand_over_booking', b.id, { p_idempotency_key: 'amir' });
      const refusal = await refused(
        act(s, ada, 'hand_over_booking', b.id, { p_idempotency_key: 'ada' }),
        'BKSTA',
      );
      expect(refusal.params).toMatchObject({ status: 'handed_over' });
    }),
  );

  test(
    'never lies in the future, nor more than a week before the booking begins',
    scene(async (s) => {
      const b = await running(s);
      await act(s, amir, 'hand_over_booking', b.id, { p_at: hoursFromNow(5) });
      expect((await booking(s, b.id)).handed_over_at <= new Date()).toBe(true);
      const c = await running(s, things.hallA);
      await act(s, amir, 'hand_over_booking', c.id, { p_at: hoursFromNow(-24 * 400) });
      const now = await booking(s, c.id);
      expect((now.starts_at as Date).getTime() - (now.handed_over_at as Date).getTime()).toBe(
        7 * 86_400_000,
      );
    }),
  );

  test(
    'is refused more than a week early, and once it is over',
    scene(async (s) => {
      const b = await ask(s, mia, things.bike, from(9, 10, 12));
      await refused(act(s, amir, 'hand_over_booking', b.id), 'BKSTA', { reason: 'too_early' });
      await playAt(s, b.id, -3, -1);
      await refused(act(s, amir, 'hand_over_booking', b.id), 'BKSTA', { reason: 'over' });
      // noted late, but it happened in time
      await act(s, amir, 'hand_over_booking', b.id, { p_at: hoursFromNow(-2) });
    }),
  );

  test(
    'a thing that leaves the evening before is gone from then on',
    scene(async (s) => {
      const b = await running(s, things.bike, 20, 24);
      await act(s, amir, 'hand_over_booking', b.id);
      expect(await occupied(s, b.id)).toEqual([['bike', 1, 'booking', 0, 24]]);
      await refused(
        ask(s, otto, things.bike, { p_starts_at: hoursFromNow(2), p_ends_at: hoursFromNow(3) }),
        'BKOVL',
      );
    }),
  );

  test(
    'early does not take the time of who has it until then',
    scene(async (s) => {
      const b = await running(s, things.bike, 20, 24);
      const other = await ask(s, otto, things.bike, {
        p_starts_at: hoursFromNow(2),
        p_ends_at: hoursFromNow(3),
      });
      await act(s, amir, 'hand_over_booking', b.id);
      expect(await occupied(s, b.id)).toEqual([['bike', 1, 'booking', 20, 24]]);
      expect(other.status).toBe('approved');
    }),
  );

  test(
    'the key of a room, given early, leaves the room to others',
    scene(async (s) => {
      const b = await running(s, things.hallA, 20, 24);
      await act(s, amir, 'hand_over_booking', b.id);
      await ask(s, otto, things.hallA, {
        p_starts_at: hoursFromNow(2),
        p_ends_at: hoursFromNow(3),
      });
    }),
  );
});

describe('returning', () => {
  test(
    'early frees the rest at once, buffers kept',
    scene(async (s) => {
      const b = await out(s, things.kitchen, -1, 10);
      await act(s, amir, 'return_booking', b.id);
      // sixty minutes for clearing up
      expect(await occupied(s, b.id)).toEqual([['kitchen', 1, 'booking', -1.5, 1]]);
      await ask(s, otto, things.kitchen, {
        p_starts_at: hoursFromNow(1.6),
        p_ends_at: hoursFromNow(3),
      });
      const now = await booking(s, b.id);
      expect(now).toMatchObject({
        status: 'returned',
        return_condition: 'fine',
        ends_at: b.ends_at,
      });
    }),
  );

  test(
    'of some of a pile frees all of its booking',
    scene(async (s) => {
      const b = await ask(s, mia, things.benches, { p_quantity: 12 });
      await act(s, amir, 'approve_booking', b.id);
      await playAt(s, b.id, -1, 5);
      await act(s, amir, 'hand_over_booking', b.id);
      await act(s, amir, 'return_booking', b.id);
      await ask(s, otto, things.benches, {
        p_starts_at: hoursFromNow(0.1),
        p_ends_at: hoursFromNow(3),
        p_quantity: 12,
      });
    }),
  );

  test(
    'at the agreed time changes nothing in the books',
    scene(async (s) => {
      const b = await out(s, things.kitchen, -5, 0.1);
      await playAt(s, b.id, -5, -0.1);
      await act(s, amir, 'return_booking', b.id);
      expect(await occupied(s, b.id)).toEqual([['kitchen', 1, 'booking', -5.5, 0.9]]);
    }),
  );

  test(
    'damaged or incomplete asks what is wrong; and says it',
    scene(async (s) => {
      const b = await out(s);
      for (const condition of ['damaged', 'incomplete'])
        await refused(act(s, amir, 'return_booking', b.id, { p_condition: condition }), 'INPUT', {
          field: 'p_note',
          reason: 'required',
        });
      await refused(act(s, amir, 'return_booking', b.id, { p_condition: 'lost' }), 'INPUT', {
        field: 'p_condition',
        reason: 'choice',
      });
      await act(s, amir, 'return_booking', b.id, { p_condition: 'damaged', p_note: 'flat tyre' });
      expect(await booking(s, b.id)).toMatchObject({
        return_condition: 'damaged',
        last_note: 'flat tyre',
        last_details: { condition: 'damaged' },
      });
    }),
  );

  test(
    'is noted also when nobody noted the hand over; not before it began',
    scene(async (s) => {
      const b = await running(s);
      expect(await act(s, amir, 'return_booking', b.id)).toMatchObject({
        status: 'returned',
        handed_over_at: null,
      });
      const c = await running(s, things.hallA, 2, 4);
      await refused(act(s, amir, 'return_booking', c.id), 'BKSTA', { reason: 'too_early' });
    }),
  );

  test(
    'right after a hand over by mistake, days early, frees everything',
    scene(async (s) => {
      const b = await running(s, things.hallA, 20, 24);
      await act(s, amir, 'hand_over_booking', b.id);
      await act(s, amir, 'return_booking', b.id);
      expect(await occupied(s, b.id)).toEqual([]);
    }),
  );

  test(
    'ends a wish to change, and frees what it held',
    scene(async (s) => {
      const b = await out(s, things.beamer);
      await act(s, mia, 'change_booking', b.id, { p_ends_at: hoursFromNow(9) });
      await act(s, amir, 'return_booking', b.id);
      expect(await s.sql('select status from public.booking_changes')).toEqual([
        { status: 'dropped' },
      ]);
      expect(await s.sql('select 1 from public.allocations where change_id is not null')).toEqual(
        [],
      );
    }),
  );
});

describe('late', () => {
  const sweep = (s: Scene) => s.as(service).call('sweep_overdue');

  test.each<[string, Actor]>([
    ['mia', mia],
    ['ada', ada],
    ['manu', manu],
    ['a passer-by', anon],
  ])('%s can not sweep', (_title, who) =>
    scene(async (s) => {
      for (const fn of ['sweep_overdue', 'release_no_shows'])
        await refused(s.as(who).call(fn), '42501');
    })(),
  );

  test(
    'a thing that is still out keeps its place for a day, and after a quarter of an hour it is late',
    scene(async (s) => {
      const b = await out(s);
      await playAt(s, b.id, -3, -0.1);
      expect(await sweep(s)).toEqual({ sweep_overdue: 0 });
      expect((await occupied(s, b.id))[0]?.[4]).toBeGreaterThan(24);
      await refused(
        ask(s, otto, things.bike, { p_starts_at: hoursFromNow(0.1), p_ends_at: hoursFromNow(3) }),
        'BKOVL',
      );
      await playAt(s, b.id, -3, -0.5);
      expect(await sweep(s)).toEqual({ sweep_overdue: 1 });
      const now = await booking(s, b.id);
      expect(now).toMatchObject({
        status: 'handed_over',
        last_action: 'overdue',
        overdue_since: now.ends_at,
      });
      expect(await sweep(s)).toEqual({ sweep_overdue: 0 });
      expect((await booking(s, b.id)).version).toBe(now.version);
    }),
  );

  test(
    'never takes what somebody else was promised, and warns them once',
    scene(async (s) => {
      const b = await out(s);
      const next = await ask(s, otto, things.bike, {
        p_starts_at: hoursFromNow(3),
        p_ends_at: hoursFromNow(5),
      });
      await playAt(s, b.id, -3, -1);
      await playAt(s, next.id, 1, 3);
      await sweep(s);
      await sweep(s);
      expect(await occupied(s, b.id)).toEqual([['bike', 1, 'booking', -3, 1]]);
      expect((await outbox(s, 'booking_delayed')).map((r) => r.booking_id)).toEqual([next.id]);
      const told = (await s.as(service).rows('claim_deliveries', { p_limit: 200 })).filter((r) =>
        ['booking_delayed', 'booking_overdue'].includes(r.topic as string),
      );
      expect(told.map((r) => `${r.display_name as string} ${r.topic as string}`).sort()).toEqual([
        'ada booking_overdue',
        'amir booking_overdue',
        'mia booking_overdue',
        'otto booking_delayed',
      ]);
      // otto learns that it may be late, not who is
      const toOtto = told.find((r) => r.display_name === 'otto');
      expect(JSON.stringify(toOtto)).not.toContain('Kickers');
      expect(JSON.stringify(toOtto)).not.toContain(String(b.id));
    }),
  );

  test(
    'of a pile others are warned only where the rest does not suffice',
    scene(async (s) => {
      const b = await ask(s, mia, things.benches, { p_quantity: 6 });
      await act(s, amir, 'approve_booking', b.id);
      const enough = await ask(s, otto, things.benches, { ...from(8, 10, 12), p_quantity: 6 });
      const short = await ask(s, otto, things.benches, { ...from(9, 10, 12), p_quantity: 7 });
      await playAt(s, b.id, -3, 1);
      await act(s, amir, 'hand_over_booking', b.id);
      await playAt(s, b.id, -3, -1);
      await playAt(s, enough.id, 2, 4);
      await playAt(s, short.id, 6, 8);
      await sweep(s);
      expect((await occupied(s, b.id))[0]?.[4]).toBe(6);
      expect((await outbox(s, 'booking_delayed')).map((r) => r.booking_id)).toEqual([short.id]);
    }),
  );

  test(
    'comes back: what it still kept is free',
    scene(async (s) => {
      const b = await out(s);
      await playAt(s, b.id, -3, -1);
      await sweep(s);
      await act(s, amir, 'return_booking', b.id);
      expect(await occupied(s, b.id)).toEqual([['bike', 1, 'booking', -3, 0]]);
      expect(await booking(s, b.id)).toMatchObject({ status: 'returned' });
      expect((await booking(s, b.id)).overdue_since).not.toBeNull();
    }),
  );

  test(
    'a late thing whose borrower wishes to extend keeps what the wish holds',
    scene(async (s) => {
      const b = await out(s, things.beamer);
      await act(s, mia, 'change_booking', b.id, { p_ends_at: hoursFromNow(30) });
      await sweep(s);
      expect((await occupied(s, b.id)).map((r) => r[2])).toEqual(['booking', 'change']);
    }),
  );
});

describe('nobody came', () => {
  const rule = (s: Scene, minutes: number) =>
    s.sql(
      `insert into public.terms (pool_id, organisation_id, resource_id, no_show_minutes) values ($1, $2, $3, $4)`,
      [pools.ostviertel, clubs.werkhof, things.bike, minutes],
    );
  const sweep = (s: Scene) => s.as(service).call('release_no_shows');

  test(
    'a thing without such a rule waits for ever',
    scene(async (s) => {
      await running(s, things.bike, -5, 2);
      expect(await sweep(s)).toEqual({ release_no_shows: 0 });
    }),
  );

  test(
    'after the minutes that the terms say the rest is free, and both sides are told',
    scene(async (s) => {
      await rule(s, 30);
      const b = await running(s, things.bike, -0.4, 4);
      expect(await sweep(s)).toEqual({ release_no_shows: 0 });
      await playAt(s, b.id, -0.6, 4);
      expect(await sweep(s)).toEqual({ release_no_shows: 1 });
      expect(await booking(s, b.id)).toMatchObject({
        status: 'no_show',
        last_side: 'system',
        last_actor_id: null,
      });
      await ask(s, otto, things.bike, {
        p_starts_at: hoursFromNow(0.1),
        p_ends_at: hoursFromNow(3),
      });
      const told = (await s.as(service).rows('claim_deliveries', { p_limit: 200 })).filter(
        (r) => r.topic === 'booking_no_show',
      );
      expect(told.map((r) => r.display_name).sort()).toEqual(['ada', 'amir', 'mia']);
    }),
  );

  test(
    'what was handed over, what has not begun and what is long over is left alone',
    scene(async (s) => {
      await rule(s, 30);
      await out(s, things.bike, -1, 2);
      const b = await ask(s, mia, things.bike, from(3, 10, 12));
      await playAt(s, b.id, 5, 6);
      const old = await ask(s, mia, things.bike, from(4, 10, 12));
      await playAt(s, old.id, -80, -79);
      expect(await sweep(s)).toEqual({ release_no_shows: 0 });
    }),
  );

  test(
    'the owner says so, not before it began',
    scene(async (s) => {
      const b = await running(s, things.bike, 1, 2);
      await refused(act(s, amir, 'mark_no_show', b.id), 'BKSTA', { reason: 'too_early' });
      await playAt(s, b.id, -0.1, 2);
      await act(s, amir, 'mark_no_show', b.id, { p_note: 'waited' });
      expect(await occupied(s, b.id)).toEqual([]);
      expect(await actions(s, b.id)).toEqual(['requested borrower', 'no_show owner']);
    }),
  );
});
