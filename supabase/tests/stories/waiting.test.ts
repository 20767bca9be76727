import { describe, expect, test } from 'vitest';
import { ask, homeOf } from '../support/acts';
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
  penny,
  rita,
  service,
  susi,
  type Person,
} from '../support/people';
import { refused } from '../support/refusal';
import { clubs, things } from '../support/story';
import { from, when } from '../support/when';

const scene = scenes();

/** Somebody waits for a thing for their own organisation. */
const wait = (s: Scene, who: Person, thing: string, more: Args = {}): Promise<Row> =>
  s.as(who).call('join_waiting_list', {
    p_resource_id: thing,
    p_organisation_id: homeOf(who),
    ...from(7, 10, 12),
    ...more,
  });
const entry = async (s: Scene, id: unknown): Promise<Row> =>
  (await s.sql('select * from public.waiting_entries where id = $1', [id]))[0] ?? {};
const booking = async (s: Scene, id: unknown): Promise<Row> =>
  (await s.sql('select * from public.bookings where id = $1', [id]))[0] ?? {};
const offerOf = async (s: Scene, id: unknown): Promise<Row> =>
  booking(s, (await entry(s, id)).booking_id);
const cancel = (s: Scene, who: Person, id: unknown) =>
  s.as(who).call('cancel_booking', { p_booking_id: id });

describe('joining the line', () => {
  test(
    'otto CAN wait for the beamer that mia has, and the same wish again keeps his place',
    scene(async (s) => {
      await ask(s, mia, things.beamer);
      const first = await wait(s, otto, things.beamer, { p_purpose: 'Probe' });
      expect(first).toMatchObject({
        status: 'waiting',
        quantity: 1,
        purpose: 'Probe',
        organisation_id: clubs.chor,
        owner_id: clubs.werkhof,
        booking_id: null,
      });
      expect((await wait(s, otto, things.beamer)).id).toBe(first.id);
    }),
  );

  test(
    'nobody CAN wait for what is free: it is asked for',
    scene(async (s) => {
      await refused(wait(s, otto, things.beamer), 'INPUT', {
        field: 'p_starts_at',
        reason: 'free',
      });
      await ask(s, mia, things.benches, { p_quantity: 8 });
      await refused(wait(s, otto, things.benches, { p_quantity: 4 }), 'INPUT', { reason: 'free' });
      await wait(s, otto, things.benches, { p_quantity: 5 });
    }),
  );

  test(
    'one place in line at a time for one club: neither another number nor a time that overlaps',
    scene(async (s) => {
      await ask(s, mia, things.beamer, from(7, 8, 20));
      await wait(s, otto, things.beamer);
      await refused(wait(s, otto, things.beamer, from(7, 11, 13)), 'QUOTA', { reason: 'waiting' });
      await wait(s, otto, things.beamer, from(7, 12, 13));
    }),
  );

  test(
    'passers-by, strangers and clubs that cannot book can NOT wait, and nothing can be waited for that is not lent',
    scene(async (s) => {
      await ask(s, mia, things.beamer);
      const args = { p_resource_id: things.beamer, ...from(7, 10, 12) };
      const join = (who: Person | 'anon', club: string) =>
        s.as(who).call('join_waiting_list', { ...args, p_organisation_id: club });
      await refused(join(anon, clubs.chor), '42501');
      await refused(join(nina, clubs.chor), 'DNIED');
      await refused(join(otto, clubs.kickers), 'DNIED');
      await refused(join(susi, clubs.ruheverein), 'ORGST');
      await refused(join(penny, clubs.neuland), 'ORGST');
      await refused(join(paul, clubs.westclub), 'NTFND');
      await refused(wait(s, otto, things.paused), 'RESST');
      await refused(wait(s, otto, things.beamer, { p_quantity: 2 }), 'BKCAP');
      await refused(wait(s, otto, things.beamer, { p_quantity: 0 }), 'INPUT');
      await refused(wait(s, otto, things.beamer, from(-7, 10, 12)), 'BKLED');
    }),
  );

  test(
    'thirty places in line are enough for one club',
    scene(async (s) => {
      await s.as(amir).call('close_resource', {
        p_resource_id: things.beamer,
        p_starts_at: when(10),
        p_ends_at: when(60),
      });
      for (let day = 10; day < 40; day++) await wait(s, otto, things.beamer, from(day, 10, 12));
      await refused(wait(s, otto, things.beamer, from(41, 10, 12)), 'QUOTA');
    }),
  );
});

describe('what one may see of a line', () => {
  test(
    'the club that waits, the approvers of the owner and the QM see who waits; others do not',
    scene(async (s) => {
      await ask(s, mia, things.beamer);
      await wait(s, otto, things.beamer);
      const seen = async (who: Person) =>
        (await s.as(who).sql('select id from public.waiting_entries')).length;
      for (const who of [otto, amir, ada, rita, manu]) expect(await seen(who), who.name).toBe(1);
      for (const who of [mia, bea, olga, paul, nina]) expect(await seen(who), who.name).toBe(0);
      await refused(s.as(anon).sql('select id from public.waiting_entries'), '42501');
    }),
  );

  test(
    'places count those who came before, over halves and wholes; everybody learns how many, nobody who',
    scene(async (s) => {
      await ask(s, mia, things.hall, from(7, 8, 20));
      const one = await wait(s, otto, things.hallA);
      const two = await wait(s, olga, things.hall);
      const three = await wait(s, bea, things.hallB, from(7, 11, 13));
      const elsewhere = await wait(s, boris, things.hallA, from(7, 15, 16));
      const places = async (who: Person) =>
        Object.fromEntries(
          (
            await s.as(who).rows('waiting_places', {
              p_entry_ids: [one, two, three, elsewhere].map((e) => e.id),
            })
          ).map((r) => [r.entry_id as string, r.place as number]),
        );
      expect(await places(amir)).toEqual({
        [one.id]: 1,
        [two.id]: 2,
        [three.id]: 2,
        [elsewhere.id]: 1,
      });
      expect(await places(otto)).toEqual({ [one.id]: 1 });
      const count = async (thing: string) =>
        (await s.as(anon).call('waiting_count', { p_resource_id: thing, ...from(7, 10, 12) }))
          .waiting_count as number;
      expect(await count(things.hallA)).toBe(2);
      expect(await count(things.hallB)).toBe(2);
      expect(await count(things.hall)).toBe(3);
      await refused(count(things.paused), 'NTFND');
    }),
  );

  test(
    'only the club that waits CAN leave, and leaving twice is leaving',
    scene(async (s) => {
      await ask(s, mia, things.beamer);
      const { id } = await wait(s, otto, things.beamer);
      for (const who of [mia, amir, manu, nina])
        await refused(s.as(who).call('leave_waiting_list', { p_entry_id: id }), 'NTFND');
      expect((await s.as(otto).call('leave_waiting_list', { p_entry_id: id })).status).toBe('left');
      expect((await s.as(otto).call('leave_waiting_list', { p_entry_id: id })).status).toBe('left');
    }),
  );
});

describe('when time gets free', () => {
  const frees: [string, string, (s: Scene, held: Row) => Promise<unknown>][] = [
    ['is cancelled', 'beamer', (s, held) => cancel(s, mia, held.id)],
    [
      'is declined',
      'beamer',
      (s, held) => s.as(amir).call('decline_booking', { p_booking_id: held.id }),
    ],
    [
      'runs out and is swept',
      'beamer',
      async (s, held) => {
        await s.sql('update public.bookings set hold_expires_at = now() where id = $1', [held.id]);
        return s.as(service).call('expire_holds');
      },
    ],
    [
      'runs out and somebody else presses',
      'beamer',
      async (s, held) => {
        await s.sql('update public.bookings set hold_expires_at = now() where id = $1', [held.id]);
        // whoever asks later sweeps in passing, and is refused: the line comes first
        return refused(ask(s, boris, things.beamer), 'BKOVL');
      },
    ],
  ];
  test.each(frees)('because a request %s, otto who waits gets it offered', (_how, _thing, free) =>
    scene(async (s) => {
      const held = await ask(s, mia, things.beamer);
      const { id } = await wait(s, otto, things.beamer, { p_purpose: 'Probe' });
      await free(s, held);
      // the refused request took its sweep back with it; the next one offers for good
      await s.as(service).call('expire_holds');
      const offer = await offerOf(s, id);
      expect(offer).toMatchObject({
        status: 'offered',
        awaiting: 'borrower',
        organisation_id: clubs.chor,
        requested_by: otto.id,
        purpose: 'Probe',
        last_action: 'offered',
        last_side: 'system',
      });
      expect((await entry(s, id)).status).toBe('offered');
      await refused(ask(s, boris, things.beamer), 'BKOVL');
      await refused(wait(s, otto, things.beamer, from(7, 11, 13)), 'QUOTA');
    })(),
  );

  test(
    'a closure that is taken back, and more of a pile, serve the line too',
    scene(async (s) => {
      const closure = await s
        .as(amir)
        .call('close_resource', { p_resource_id: things.bike, ...from(7, 0, 23) });
      const bike = await wait(s, otto, things.bike);
      await s.as(amir).call('reopen_resource', { p_closure_id: closure.id });
      expect((await offerOf(s, bike.id)).status).toBe('offered');
      await ask(s, mia, things.benches, { p_quantity: 10 });
      const benches = await wait(s, otto, things.benches, { p_quantity: 6 });
      await s.as(ada).call('change_stock', { p_resource_id: things.benches, p_quantity: 15 });
      expect((await entry(s, benches.id)).status).toBe('waiting');
      await s.as(ada).call('change_stock', { p_resource_id: things.benches, p_quantity: 16 });
      expect((await offerOf(s, benches.id)).status).toBe('offered');
    }),
  );

  test(
    'the first whose whole time and number fits gets it; who wants more than is free waits on',
    scene(async (s) => {
      const held = await ask(s, mia, things.benches, { p_quantity: 6 });
      await ask(s, mia, things.benches, { p_quantity: 6 });
      const many = await wait(s, otto, things.benches, { p_quantity: 9 });
      const few = await wait(s, olga, things.benches, { p_quantity: 4 });
      const rest = await wait(s, boris, things.benches, { p_quantity: 2 });
      await cancel(s, mia, held.id);
      const states = async () =>
        Promise.all([many, few, rest].map(async (e) => (await entry(s, e.id)).status));
      expect(await states()).toEqual(['waiting', 'offered', 'offered']);
    }),
  );

  test(
    'half a hall that is given back serves who waits for the whole, once both halves are free',
    scene(async (s) => {
      const a = await ask(s, mia, things.hallA);
      const b = await ask(s, boris, things.hallB);
      const whole = await wait(s, otto, things.hall);
      const half = await wait(s, olga, things.hallA);
      await cancel(s, mia, a.id);
      expect((await entry(s, whole.id)).status).toBe('waiting');
      expect((await entry(s, half.id)).status).toBe('offered');
      await s
        .as(olga)
        .call('decline_offer', { p_booking_id: (await entry(s, half.id)).booking_id });
      await cancel(s, boris, b.id);
      expect((await offerOf(s, whole.id)).status).toBe('offered');
      await refused(ask(s, mia, things.hallA), 'BKOVL');
    }),
  );

  test(
    'what is taken away and put back within one act is not free',
    scene(async (s) => {
      const held = await ask(s, mia, things.beamer);
      const { id } = await wait(s, otto, things.beamer);
      await s.sql(
        `with gone as (delete from public.allocations where booking_id = $1 returning *)
         select count(*) from gone`,
        [held.id],
      );
      await s.sql(
        `insert into public.allocations (asset_id, exclusive, quantity, blocked, kind, booking_id)
         select a.id, a.exclusive, 1, tstzrange($2, $3), 'hold', $1 from public.assets a
         join public.resource_assets ra on ra.asset_id = a.id where ra.resource_id = $4`,
        [held.id, when(7, 10), when(7, 12), things.beamer],
      );
      await s.as(otto).sql('select 1');
      expect((await entry(s, id)).status).toBe('waiting');
    }),
  );

  test(
    'half an hour before the start nothing is offered any more, and then the waiting ends',
    scene(async (s) => {
      const held = await ask(s, mia, things.beamer);
      const { id } = await wait(s, otto, things.beamer);
      const at = (minutes: number) =>
        s.sql(
          `update public.waiting_entries set starts_at = now() + make_interval(mins => $2) where id = $1`,
          [id, minutes],
        );
      await at(20);
      await cancel(s, mia, held.id);
      expect((await entry(s, id)).status).toBe('waiting');
      await at(-1);
      await s.as(service).call('tend_waiting_lists');
      expect((await entry(s, id)).status).toBe('lapsed');
    }),
  );

  test(
    'what a thing listed again or a shorter buffer makes possible is offered by the sweep',
    scene(async (s) => {
      await ask(s, mia, things.kitchen, from(7, 8, 10));
      const { id } = await wait(s, otto, things.kitchen, from(7, 10, 12));
      await s.sql(`update public.resources set buffer_before_minutes = 0 where id = $1`, [
        things.kitchen,
      ]);
      await s.as(service).call('tend_waiting_lists');
      // the buffer after mia's booking stands as it was promised to her
      expect((await entry(s, id)).status).toBe('waiting');
      const later = await s.sql(
        `update public.waiting_entries set starts_at = $2, ends_at = $3 where id = $1 returning id`,
        [id, when(7, 11), when(7, 12)],
      );
      expect(later).toHaveLength(1);
      expect((await s.as(service).call('tend_waiting_lists')).tend_waiting_lists).toBe(1);
      expect((await entry(s, id)).status).toBe('offered');
    }),
  );
});

describe('an offer', () => {
  const offered = async (s: Scene, thing: string = things.beamer) => {
    const held = await ask(s, mia, thing);
    const first = await wait(s, otto, thing);
    const second = await wait(s, boris, thing);
    await cancel(s, mia, held.id);
    return { offer: await offerOf(s, first.id), first, second };
  };

  test(
    'accepted it is a request where the owner wants to be asked, and booked where nobody needs to be',
    scene(async (s) => {
      const { offer, first } = await offered(s);
      const accepted = await s.as(otto).call('accept_offer', { p_booking_id: offer.id });
      expect(accepted).toMatchObject({
        status: 'requested',
        awaiting: 'owner',
        last_action: 'accepted',
      });
      expect(accepted.hold_expires_at.getTime()).toBeGreaterThan(Date.now() + 3_600_000);
      expect((await entry(s, first.id)).status).toBe('fulfilled');
      await s.as(amir).call('approve_booking', { p_booking_id: offer.id });
      const instant = await offered(s, things.bike);
      expect(
        await s.as(otto).call('accept_offer', { p_booking_id: instant.offer.id }),
      ).toMatchObject({ status: 'approved', awaiting: null, hold_expires_at: null });
      const [{ kind } = {}] = await s.sql(
        'select kind from public.allocations where booking_id = $1',
        [instant.offer.id],
      );
      expect(kind).toBe('booking');
    }),
  );

  test(
    'declined or run out it goes to the next in line',
    scene(async (s) => {
      const { offer, first, second } = await offered(s);
      await s.as(otto).call('decline_offer', { p_booking_id: offer.id });
      expect((await entry(s, first.id)).status).toBe('left');
      const next = await offerOf(s, second.id);
      expect(next.status).toBe('offered');
      await s.sql('update public.bookings set hold_expires_at = now() where id = $1', [next.id]);
      await refused(s.as(boris).call('accept_offer', { p_booking_id: next.id }), 'BKSTA', {
        reason: 'ran_out',
      });
      await s.as(service).call('expire_holds');
      expect((await booking(s, next.id)).status).toBe('expired');
      expect((await entry(s, second.id)).status).toBe('lapsed');
      await ask(s, bea, things.beamer);
    }),
  );

  test(
    'of a club is answered by its members only, and once',
    scene(async (s) => {
      const { offer } = await offered(s);
      const acts = ['accept_offer', 'decline_offer'];
      for (const act of acts) {
        await refused(s.as(amir).call(act, { p_booking_id: offer.id }), 'DNIED');
        await refused(s.as(manu).call(act, { p_booking_id: offer.id }), 'DNIED');
        await refused(s.as(mia).call(act, { p_booking_id: offer.id }), 'NTFND');
        await refused(s.as(anon).call(act, { p_booking_id: offer.id }), '42501');
      }
      await refused(s.as(amir).call('approve_booking', { p_booking_id: offer.id }), 'BKSTA');
      await s.as(otto).call('accept_offer', { p_booking_id: offer.id });
      for (const act of acts)
        await refused(s.as(otto).call(act, { p_booking_id: offer.id }), 'BKSTA');
    }),
  );

  test(
    'can NOT be taken by a club that was suspended, nor of a thing that is no longer lent',
    scene(async (s) => {
      const { offer } = await offered(s);
      await s
        .as(ada)
        .call('set_resource_status', { p_resource_id: things.beamer, p_status: 'paused' });
      await refused(s.as(otto).call('accept_offer', { p_booking_id: offer.id }), 'RESST');
      await s
        .as(ada)
        .call('set_resource_status', { p_resource_id: things.beamer, p_status: 'published' });
      await s.as(manu).call('suspend_organisation', { p_organisation_id: clubs.chor, p_note: 'x' });
      await refused(s.as(otto).call('accept_offer', { p_booking_id: offer.id }), 'ORGST');
    }),
  );

  test(
    'tells who waited, and nobody else',
    scene(async (s) => {
      await offered(s);
      const mails = await s.as(service).rows('claim_deliveries', { p_limit: 100 });
      expect(mails.filter((m) => m.topic === 'booking_offered').map((m) => m.email)).toEqual([
        otto.email,
      ]);
    }),
  );

  test.each([
    // made at (Berlin), period starts, ends at
    ['2027-06-01T09:00+02:00', '2027-07-01T10:00+02:00', '2027-06-01T21:00+02:00'],
    ['2027-06-01T09:01+02:00', '2027-07-01T10:00+02:00', '2027-06-02T12:00+02:00'],
    ['2027-06-01T22:00+02:00', '2027-07-01T10:00+02:00', '2027-06-02T12:00+02:00'],
    ['2027-06-01T03:00+02:00', '2027-07-01T10:00+02:00', '2027-06-01T15:00+02:00'],
    ['2027-06-01T22:00+02:00', '2027-06-02T07:30+02:00', '2027-06-02T07:30+02:00'],
    ['2027-06-01T08:00+02:00', '2027-06-01T11:00+02:00', '2027-06-01T11:00+02:00'],
    // the night in which the clock goes forward, and back
    ['2027-03-27T22:00+01:00', '2027-07-01T10:00+02:00', '2027-03-28T12:00+02:00'],
    ['2026-10-24T22:00+02:00', '2027-07-01T10:00+02:00', '2026-10-25T12:00+01:00'],
  ])(
    'made at %s for %s ends at %s: at least twelve hours, and never overnight',
    (at, starts, ends) =>
      scene(async (s) => {
        const [{ until } = {}] = await s.sql(
          `select private.offer_ends_at($1, $2, 'Europe/Berlin') as until`,
          [at, starts],
        );
        expect(until.toISOString()).toBe(new Date(ends).toISOString());
      })(),
  );
});
