import { describe, expect, test } from 'vitest';
import { ask } from '../support/acts';
import { scenes, type Scene } from '../support/database';
import { nasty } from '../support/nasty';
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
  type Actor,
} from '../support/people';
import { refused } from '../support/refusal';
import { clubs, things } from '../support/story';
import { from, when } from '../support/when';

const scene = scenes();
const act = (s: Scene, who: Actor, fn: string, id: unknown, note?: string) =>
  s.as(who).call(fn, { p_booking_id: id, ...(note === undefined ? {} : { p_note: note }) });
const state = async (s: Scene, id: unknown) =>
  (await s.sql('select status, version from public.bookings where id = $1', [id]))[0];
const log = async (s: Scene, id: unknown) =>
  (
    await s.sql(
      'select action, side, from_status, to_status, note from public.booking_log where booking_id = $1 order by version',
      [id],
    )
  ).map((r) => [r.action, r.side, r.from_status, r.to_status, r.note]);
const events = async (s: Scene) =>
  (await s.sql('select topic from private.outbox order by id')).map((r) => r.topic);

describe.each(['approve_booking', 'decline_booking', 'ask_about_booking'])('%s', (fn) => {
  test.each([
    ['amir, the approver', amir],
    ['ada, the admin', ada],
  ])('%s of the owner can', (_title, who) =>
    scene(async (s) => {
      const b = await ask(s, mia, things.beamer);
      expect(await act(s, who, fn, b.id, 'ok?')).toMatchObject({
        last_actor_id: who.id,
        last_side: 'owner',
        version: 2,
        last_note: 'ok?',
      });
    })(),
  );

  test.each<[string, Actor, string]>([
    ['olga, a plain member of the owner', olga, 'NTFND'],
    ['mia, who asked', mia, 'DNIED'],
    ['bea, her admin', bea, 'DNIED'],
    ['otto, of a third organisation', otto, 'NTFND'],
    ['paul, admin in another pool', paul, 'NTFND'],
    ["rita, the QM's reviewer", rita, 'DNIED'],
    ["manu, the QM's manager", manu, 'DNIED'],
    ['susi', susi, 'NTFND'],
    ['penny', penny, 'NTFND'],
    ['nina', nina, 'NTFND'],
    ['a passer-by', anon, '42501'],
    ['the secret key', service, '42501'],
  ])('%s can not, and nothing changes', (_title, who, code) =>
    scene(async (s) => {
      const b = await ask(s, mia, things.beamer);
      await refused(act(s, who, fn, b.id, 'x'), code);
      expect(await state(s, b.id)).toEqual({ status: 'requested', version: 1 });
      expect(await events(s)).toEqual(['booking_requested']);
    })(),
  );

  test.each(['approved', 'declined', 'cancelled', 'expired'])(
    'a booking that is %s can not be decided again',
    (status) =>
      scene(async (s) => {
        const b = await ask(s, mia, things.beamer);
        if (status === 'approved') await act(s, amir, 'approve_booking', b.id);
        if (status === 'declined') await act(s, amir, 'decline_booking', b.id);
        if (status === 'cancelled') await act(s, mia, 'cancel_booking', b.id);
        if (status === 'expired') {
          await s.sql(`update public.bookings set hold_expires_at = now() where id = $1`, [b.id]);
          await s.as(service).call('expire_holds');
        }
        const refusal = await refused(act(s, ada, fn, b.id, 'x'), 'BKSTA');
        expect(refusal.params).toMatchObject({ status });
        expect(await state(s, b.id)).toEqual({ status, version: 2 });
      })(),
  );

  test(
    'a suspended owner decides nothing',
    scene(async (s) => {
      const b = await ask(s, mia, things.beamer);
      await s.as(manu).call('suspend_organisation', { p_organisation_id: clubs.werkhof });
      await refused(act(s, ada, fn, b.id, 'x'), 'ORGST');
    }),
  );

  test(
    'a note of 10,000 characters is refused',
    scene(async (s) => {
      const b = await ask(s, mia, things.beamer);
      await refused(act(s, amir, fn, b.id, 'x'.repeat(10_000)), 'INPUT', {
        field: 'p_note',
        reason: 'too_long',
      });
      expect(await state(s, b.id)).toEqual({ status: 'requested', version: 1 });
    }),
  );

  test.each(nasty)('a note with $name is kept as text', ({ text, kept }) =>
    scene(async (s) => {
      const b = await ask(s, mia, things.beamer);
      expect((await act(s, amir, fn, b.id, text)).last_note).toBe(kept);
    })(),
  );
});

describe('approval', () => {
  test(
    'turns the hold into a booking, and tells',
    scene(async (s) => {
      const b = await ask(s, mia, things.beamer);
      expect(await act(s, amir, 'approve_booking', b.id, 'at the back door')).toMatchObject({
        status: 'approved',
        awaiting: null,
        hold_expires_at: null,
      });
      expect(await s.sql('select kind from public.allocations')).toEqual([{ kind: 'booking' }]);
      expect(await log(s, b.id)).toEqual([
        ['requested', 'borrower', null, 'requested', null],
        ['approved', 'owner', 'requested', 'approved', 'at the back door'],
      ]);
      expect(await events(s)).toEqual(['booking_requested', 'booking_approved']);
    }),
  );

  test(
    'of a request whose hold has vanished takes the slot anew when it is free',
    scene(async (s) => {
      const b = await ask(s, mia, things.beamer);
      await s.sql('delete from public.allocations');
      await act(s, amir, 'approve_booking', b.id);
      expect(await s.sql('select kind, booking_id from public.allocations')).toEqual([
        { kind: 'booking', booking_id: b.id },
      ]);
    }),
  );

  test(
    'of a request whose hold has vanished and whose slot is taken is refused',
    scene(async (s) => {
      const b = await ask(s, mia, things.beamer);
      await s.sql('delete from public.allocations');
      await ask(s, otto, things.beamer);
      await refused(act(s, amir, 'approve_booking', b.id), 'BKOVL');
      expect(await state(s, b.id)).toEqual({ status: 'requested', version: 1 });
      expect(await s.sql('select count(*)::int as n from public.allocations')).toEqual([{ n: 1 }]);
    }),
  );

  test(
    'of a pile request whose hold has vanished and whose benches are gone is refused',
    scene(async (s) => {
      const b = await ask(s, mia, things.benches, { p_quantity: 8 });
      await s.sql('delete from public.allocations');
      await ask(s, otto, things.benches, { p_quantity: 5 });
      await refused(act(s, amir, 'approve_booking', b.id), 'BKCAP');
    }),
  );

  test(
    'of a request whose hold ran out but was not swept yet is still possible',
    scene(async (s) => {
      const b = await ask(s, mia, things.beamer);
      await s.sql(`update public.bookings set hold_expires_at = now() - interval '1 hour'`);
      expect((await act(s, amir, 'approve_booking', b.id)).status).toBe('approved');
      expect((await s.as(service).call('expire_holds')).expire_holds).toBe(0);
    }),
  );

  test(
    'of something that is over is refused',
    scene(async (s) => {
      const b = await ask(s, mia, things.beamer);
      await s.sql(
        `update public.bookings set starts_at = now() - interval '2 days', ends_at = now() - interval '1 day'`,
      );
      await refused(act(s, amir, 'approve_booking', b.id), 'BKSTA', { reason: 'over' });
      expect((await act(s, amir, 'decline_booking', b.id)).status).toBe('declined');
    }),
  );

  test(
    'for a borrower who was suspended meanwhile is refused; declining is not',
    scene(async (s) => {
      const b = await ask(s, mia, things.beamer);
      await s.as(manu).call('suspend_organisation', { p_organisation_id: clubs.kickers });
      await refused(act(s, amir, 'approve_booking', b.id), 'ORGST', { reason: 'borrower' });
      await act(s, amir, 'decline_booking', b.id);
    }),
  );

  test(
    'still works for a thing that was paused meanwhile',
    scene(async (s) => {
      const b = await ask(s, mia, things.beamer);
      await s
        .as(amir)
        .call('set_resource_status', { p_resource_id: things.beamer, p_status: 'paused' });
      expect((await act(s, amir, 'approve_booking', b.id)).status).toBe('approved');
    }),
  );
});

describe('asking back', () => {
  test(
    "keeps the request; it is the borrower's turn, then the owner's again",
    scene(async (s) => {
      const b = await ask(s, mia, things.beamer);
      expect(await act(s, amir, 'ask_about_booking', b.id, 'what time exactly?')).toMatchObject({
        status: 'requested',
        awaiting: 'borrower',
        version: 2,
      });
      expect(await act(s, mia, 'answer_booking', b.id, 'at ten')).toMatchObject({
        status: 'requested',
        awaiting: 'owner',
        version: 3,
        last_side: 'borrower',
      });
      expect(await act(s, amir, 'approve_booking', b.id)).toMatchObject({
        status: 'approved',
        version: 4,
      });
      expect((await log(s, b.id)).map(([action]) => action)).toEqual([
        'requested',
        'asked',
        'answered',
        'approved',
      ]);
      expect(await events(s)).toEqual([
        'booking_requested',
        'booking_asked',
        'booking_answered',
        'booking_approved',
      ]);
    }),
  );

  test(
    'needs a question',
    scene(async (s) => {
      const b = await ask(s, mia, things.beamer);
      for (const note of ['', ' \n', '\u200B'])
        await refused(act(s, amir, 'ask_about_booking', b.id, note), 'INPUT', {
          field: 'p_note',
          reason: 'required',
        });
      await refused(
        s.as(amir).call('ask_about_booking', { p_booking_id: b.id, p_note: null }),
        'INPUT',
      );
    }),
  );

  test(
    'gives the borrower two days, and the owner two days after the answer; never past the start',
    scene(async (s) => {
      const b = await ask(s, mia, things.beamer, from(30, 1, 2));
      await s.sql(`update public.bookings set hold_expires_at = now() + interval '1 hour'`);
      const left = async () =>
        (
          await s.sql(
            'select extract(epoch from hold_expires_at - now()) / 3600 as h from public.bookings',
          )
        )[0]?.h;
      await act(s, amir, 'ask_about_booking', b.id, '?');
      expect(await left()).toBe(48);
      await s.sql(`update public.bookings set hold_expires_at = now() + interval '1 hour'`);
      await act(s, mia, 'answer_booking', b.id, '!');
      expect(await left()).toBe(48);
      await s.sql(
        `update public.bookings set hold_expires_at = now() + interval '1 hour', starts_at = now() + interval '5 hours'`,
      );
      await act(s, amir, 'ask_about_booking', b.id, '?');
      expect(await left()).toBe(5);
    }),
  );

  test(
    'a borrower can not keep a slot by adding words nobody asked for',
    scene(async (s) => {
      const b = await ask(s, mia, things.beamer, from(30, 1, 2));
      await s.sql(`update public.bookings set hold_expires_at = now() + interval '1 hour'`);
      await act(s, mia, 'answer_booking', b.id, 'please!');
      expect(
        (
          await s.sql(
            `select hold_expires_at = now() + interval '1 hour' as same from public.bookings`,
          )
        )[0]?.same,
      ).toBe(true);
    }),
  );

  test.each<[string, Actor, string]>([
    ['amir, who asked back', amir, 'DNIED'],
    ['olga', olga, 'NTFND'],
    ['otto', otto, 'NTFND'],
    ['paul', paul, 'NTFND'],
    ['rita', rita, 'DNIED'],
    ['manu', manu, 'DNIED'],
    ['a passer-by', anon, '42501'],
    ['the secret key', service, '42501'],
  ])('%s can not answer for the borrower', (_title, who, code) =>
    scene(async (s) => {
      const b = await ask(s, mia, things.beamer);
      await act(s, amir, 'ask_about_booking', b.id, '?');
      await refused(act(s, who, 'answer_booking', b.id, '!'), code);
    })(),
  );

  test(
    "bea can answer for mia, her club's word",
    scene(async (s) => {
      const b = await ask(s, mia, things.beamer);
      await act(s, amir, 'ask_about_booking', b.id, '?');
      expect((await act(s, bea, 'answer_booking', b.id, '!')).last_actor_id).toBe(bea.id);
    }),
  );

  test(
    'nobody answers what is decided, nor with nothing',
    scene(async (s) => {
      const b = await ask(s, mia, things.beamer);
      await refused(act(s, mia, 'answer_booking', b.id, ' '), 'INPUT');
      await act(s, amir, 'decline_booking', b.id);
      await refused(act(s, mia, 'answer_booking', b.id, 'but why'), 'BKSTA');
    }),
  );
});

describe('holds that run out', () => {
  test(
    'expire, free the slot, and tell both sides',
    scene(async (s) => {
      const b = await ask(s, mia, things.benches, { p_quantity: 12 });
      await ask(s, otto, things.beamer);
      await s.sql('update public.bookings set hold_expires_at = now() where id = $1', [b.id]);
      expect((await s.as(service).call('expire_holds')).expire_holds).toBe(1);
      expect(await log(s, b.id)).toEqual([
        ['requested', 'borrower', null, 'requested', null],
        ['expired', 'system', 'requested', 'expired', null],
      ]);
      expect(await events(s)).toEqual([
        'booking_requested',
        'booking_requested',
        'booking_expired',
      ]);
      expect(await s.sql('select count(*)::int as n from public.allocations')).toEqual([{ n: 1 }]);
      expect((await s.as(service).call('expire_holds')).expire_holds).toBe(0);
    }),
  );

  test(
    "stand in nobody's way even before the sweep: in a request, a kit, a closure",
    scene(async (s) => {
      await ask(s, mia, things.beamer);
      await ask(s, mia, things.benches, { p_quantity: 12 });
      await s.sql('update public.bookings set hold_expires_at = now()');
      await ask(s, otto, things.cinemaKit);
      expect(await s.sql('select status from public.bookings order by status')).toEqual([
        { status: 'approved' },
        { status: 'expired' },
        { status: 'expired' },
      ]);
      await ask(s, mia, things.beamer, from(9, 1, 2));
      await s.sql(`update public.bookings set hold_expires_at = now() where status = 'requested'`);
      await s.as(amir).call('close_resource', {
        p_resource_id: things.beamer,
        p_starts_at: when(9),
        p_ends_at: when(10),
      });
    }),
  );

  test(
    'on other things are left to the sweep',
    scene(async (s) => {
      const b = await ask(s, mia, things.beamer);
      await s.sql('update public.bookings set hold_expires_at = now()');
      await ask(s, otto, things.bike);
      expect(await state(s, b.id)).toMatchObject({ status: 'requested' });
    }),
  );

  test.each<[string, Actor]>([
    ['a passer-by', anon],
    ['mia', mia],
    ['ada', ada],
    ['manu', manu],
  ])('%s can not call the sweep', (_title, who) =>
    scene(async (s) => {
      await refused(s.as(who).call('expire_holds'), '42501');
    })(),
  );
});

describe('the transition table', () => {
  test(
    'holds even against the owner of the database',
    scene(async (s) => {
      const b = await ask(s, mia, things.beamer);
      const force = async (set: string) => {
        await s.sql('savepoint f');
        await refused(s.sql(`update public.bookings set ${set} where id = $1`, [b.id]), 'BKSTA');
        await s.sql('rollback to f');
      };
      await force(
        `status = 'declined', awaiting = null, version = version + 1, last_action = 'declined', last_side = 'borrower'`,
      );
      await force(
        `status = 'expired', awaiting = null, version = version + 1, last_action = 'expired', last_side = 'owner'`,
      );
      await act(s, amir, 'decline_booking', b.id);
      await force(
        `status = 'approved', version = version + 1, last_action = 'approved', last_side = 'owner'`,
      );
      await s.sql('savepoint f');
      await refused(
        s.sql(`update public.bookings set last_note = 'rewritten' where id = $1`, [b.id]),
        'STALE',
      );
      await s.sql('rollback to f');
    }),
  );

  test(
    'a closed set of moves, written out',
    scene(async (s) => {
      const rows = await s.sql(
        `select coalesce(from_status, '-') || ' ' || to_status || ' ' || action || ' ' || side as move from private.booking_transitions order by 1`,
      );
      expect(rows.map((r) => r.move)).toEqual(
        [
          '- approved requested borrower',
          '- offered offered system',
          '- requested requested borrower',
          'approved approved change_declined owner',
          'approved approved change_expired system',
          'approved approved change_granted owner',
          'approved approved change_proposed borrower',
          'approved approved change_withdrawn borrower',
          'approved approved changed borrower',
          'approved approved damaged borrower',
          'approved cancelled cancelled borrower',
          'approved cancelled cancelled system',
          'approved cancelled cancelled owner',
          'approved handed_over handed_over owner',
          'approved no_show no_show owner',
          'approved no_show no_show system',
          'approved returned returned owner',
          'handed_over handed_over change_declined owner',
          'handed_over handed_over change_expired system',
          'handed_over handed_over change_granted owner',
          'handed_over handed_over change_proposed borrower',
          'handed_over handed_over change_withdrawn borrower',
          'handed_over handed_over changed borrower',
          'handed_over handed_over damaged borrower',
          'handed_over handed_over damaged owner',
          'handed_over handed_over overdue system',
          'handed_over returned returned owner',
          'offered approved accepted borrower',
          'offered cancelled cancelled borrower',
          'offered expired expired system',
          'offered requested accepted borrower',
          'requested approved approved owner',
          'requested cancelled cancelled borrower',
          'requested cancelled cancelled system',
          'requested declined declined owner',
          'requested expired expired system',
          'requested passed_over passed_over system',
          'requested requested answered borrower',
          'requested requested asked owner',
          'requested requested changed borrower',
          'returned returned damaged borrower',
          'returned returned damaged owner',
        ].sort(),
      );
    }),
  );
});
