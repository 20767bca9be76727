import { describe, expect, test } from 'vitest';
import { ask } from '../support/acts';
import { playAt } from '../support/clock';
import { scenes, type Row, type Scene } from '../support/database';
import {
  ada,
  amir,
  anon,
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
import { assets, clubs, things } from '../support/story';
import { from, when } from '../support/when';

const scene = scenes();
const withdraw = (s: Scene, who: Actor, thing: string, fromDay: number, toDay: number) =>
  s.as(who).call('withdraw_resource', {
    p_resource_id: thing,
    p_from: when(fromDay),
    p_until: when(toDay),
    p_reason: 'broken',
  });
const standing = (s: Scene, who: Actor, thing: string, more = {}) =>
  s.as(who).rows('list_standing_bookings', {
    p_resource_id: thing,
    p_starts_at: when(0),
    p_ends_at: when(30),
    ...more,
  });
const approved = async (s: Scene, thing: string, more = {}): Promise<Row> => {
  const b = await ask(s, mia, thing, more);
  return b.status === 'approved' ? b : s.as(amir).call('approve_booking', { p_booking_id: b.id });
};
const strangers: [string, Actor, string][] = [
  ['olga, a plain member of the owner', olga, 'DNIED'],
  ['mia, who borrows it', mia, 'DNIED'],
  ['otto', otto, 'DNIED'],
  ['paul, of another pool', paul, 'DNIED'],
  ['rita', rita, 'DNIED'],
  ['manu', manu, 'DNIED'],
  ['nina', nina, 'DNIED'],
  ['a passer-by', anon, '42501'],
  ['the secret key', service, '42501'],
];

describe('a thing that broke', () => {
  test(
    'can be withdrawn although bookings stand: they stay, and nothing new comes between',
    scene(async (s) => {
      const b = await approved(s, things.beamer);
      await withdraw(s, amir, things.beamer, 6, 9);
      await refused(ask(s, otto, things.beamer, from(7, 12, 14)), 'BKOVL');
      await refused(ask(s, otto, things.beamer, from(7, 8, 10)), 'BKOVL');
      expect(await s.sql('select status from public.bookings')).toEqual([{ status: 'approved' }]);
      await s.as(amir).call('cancel_booking', { p_booking_id: b.id, p_note: 'sorry, it broke' });
      // what got free is closed at once
      await refused(ask(s, otto, things.beamer, from(7, 10, 12)), 'BKOVL');
    }),
  );

  test(
    'of a pile closes what is left, and what comes back; of a hall both halves',
    scene(async (s) => {
      const b = await approved(s, things.benches, { p_quantity: 5 });
      await withdraw(s, amir, things.benches, 6, 9);
      await refused(ask(s, otto, things.benches, { p_quantity: 1 }), 'BKCAP');
      await s.as(mia).call('change_booking', { p_booking_id: b.id, p_quantity: 3 });
      await refused(ask(s, otto, things.benches, { p_quantity: 1 }), 'BKCAP');
      const half = await approved(s, things.hallA);
      await withdraw(s, amir, things.hall, 6, 9);
      await refused(ask(s, otto, things.hallB), 'BKOVL');
      await s.as(mia).call('cancel_booking', { p_booking_id: half.id });
      await refused(ask(s, otto, things.hallA), 'BKOVL');
      await ask(s, otto, things.hall, from(9, 10, 12));
    }),
  );

  test(
    'takes back what a declined wish held, what ran out and what came home early',
    scene(async (s) => {
      const b = await approved(s, things.beamer);
      const c = await s
        .as(mia)
        .call('change_booking', { p_booking_id: b.id, p_ends_at: when(7, 14) });
      await withdraw(s, amir, things.beamer, 6, 9);
      await s.as(amir).call('decline_change', { p_change_id: c.id });
      await refused(ask(s, otto, things.beamer, from(7, 12, 14)), 'BKOVL');
      const r = await ask(s, mia, things.bike);
      await playAt(s, r.id, -1, 20);
      await withdraw(s, amir, things.bike, 0, 5);
      await s.as(amir).call('return_booking', { p_booking_id: r.id });
      await refused(ask(s, otto, things.bike, from(2, 10, 12)), 'BKOVL');
    }),
  );

  test(
    'is lent again once it is reopened',
    scene(async (s) => {
      const closure = await withdraw(s, amir, things.beamer, 6, 9);
      await s.as(ada).call('reopen_resource', { p_closure_id: closure.id });
      const b = await ask(s, otto, things.beamer);
      await s.as(otto).call('cancel_booking', { p_booking_id: b.id });
      await ask(s, mia, things.beamer);
    }),
  );

  test(
    'a second withdrawal takes over what the first gives back',
    scene(async (s) => {
      const first = await withdraw(s, amir, things.beamer, 6, 9);
      await withdraw(s, amir, things.beamer, 7, 8);
      await s.as(amir).call('reopen_resource', { p_closure_id: first.id });
      await refused(ask(s, otto, things.beamer), 'BKOVL');
      await ask(s, otto, things.beamer, from(6, 10, 12));
    }),
  );

  test.each(strangers)('%s can not withdraw it', (_title, who, code) =>
    scene(async (s) => {
      await refused(withdraw(s, who, things.beamer, 6, 9), code);
      expect(await s.sql('select 1 from public.closures')).toEqual([]);
    })(),
  );
});

describe('what stands against it', () => {
  test(
    'is listed for the owner, of all things made of the same, each with what else would do',
    scene(async (s) => {
      const b = await approved(s, things.beamer);
      const kit = await ask(s, boris, things.cinemaKit, from(8, 10, 12));
      await ask(s, otto, things.benches);
      const rows = await standing(s, amir, things.beamer);
      expect(rows.map((r) => [r.booking_id, r.resource_title, r.organisation_name])).toEqual([
        [b.id, 'Beamer', 'Kickers Ost'],
        [kit.id, 'Kino im Hof', 'Kickers Ost'],
      ]);
      expect((rows[0]?.substitutes as Row[]).map((r) => r.title)).toContain('Beamer mit Leinwand');
      expect(rows[0]).toMatchObject({ requested_by_name: 'mia', status: 'approved' });
    }),
  );

  test.each(strangers)('%s can not list it', (_title, who, code) =>
    scene(async (s) => {
      await approved(s, things.beamer);
      await refused(standing(s, who, things.beamer), code);
    })(),
  );

  test(
    'is told with the refusal to close',
    scene(async (s) => {
      const b = await approved(s, things.beamer);
      const p = await ask(s, otto, things.benches, { p_quantity: 2 });
      const close = (thing: string) =>
        s.as(amir).call('close_resource', {
          p_resource_id: thing,
          p_starts_at: when(7),
          p_ends_at: when(8),
        });
      expect((await refused(close(things.beamer), 'BKOVL')).params).toMatchObject({
        standing: 1,
        bookings: [{ id: b.id, status: 'approved', organisation_name: 'Kickers Ost' }],
      });
      expect((await refused(close(things.benches), 'BKCAP')).params).toMatchObject({
        standing: 1,
        bookings: [{ id: p.id, status: 'requested', quantity: 2 }],
      });
    }),
  );

  test(
    'is told with the refusal to have fewer, to who decides; who only listed it learns how many',
    scene(async (s) => {
      const b = await approved(s, things.benches, { p_quantity: 8 });
      await ask(s, otto, things.benches, { ...from(9, 10, 12), p_quantity: 2 });
      await s.sql('update public.resources set created_by = $1 where id = $2', [
        olga.id,
        things.benches,
      ]);
      const shrink = (who: Actor) =>
        s.as(who).call('change_stock', { p_resource_id: things.benches, p_quantity: 5 });
      const toAmir = await refused(shrink(amir), 'BKCAP');
      expect(toAmir.params).toMatchObject({ promised: 8, standing: 1, bookings: [{ id: b.id }] });
      const toOlga = await refused(shrink(olga), 'BKCAP');
      expect(toOlga.params).toEqual({ promised: 8 });
      expect(
        (await standing(s, amir, things.benches, { p_above: 5 })).map((r) => r.booking_id),
      ).toEqual([b.id]);
    }),
  );
});

describe('the number of a withdrawn pile', () => {
  test(
    'grows into the withdrawal and not around it, and shrinks down to what is promised',
    scene(async (s) => {
      const number = (count: number) =>
        s.as(amir).call('change_stock', { p_resource_id: things.benches, p_quantity: count });
      // all twelve are promised for two hours of the day, eight for the two after
      await ask(s, mia, things.benches, { p_quantity: 12, ...from(7, 10, 12) });
      await ask(s, mia, things.benches, { p_quantity: 8, ...from(7, 12, 14) });
      await withdraw(s, amir, things.benches, 6, 9);
      await number(20);
      for (const hours of [from(7, 10, 12), from(7, 12, 14), from(7, 15, 16)])
        await refused(ask(s, otto, things.benches, hours), 'BKCAP');
      await ask(s, otto, things.benches, { p_quantity: 20, ...from(10, 10, 12) });
      await refused(number(19), 'BKCAP');
      await number(20);
    }),
  );

  test(
    'is not held up by the withdrawal itself',
    scene(async (s) => {
      await ask(s, mia, things.benches, { p_quantity: 8 });
      await withdraw(s, amir, things.benches, 6, 9);
      const shrink = (count: number) =>
        s.as(amir).call('change_stock', { p_resource_id: things.benches, p_quantity: count });
      expect(await shrink(9)).toMatchObject({ quantity: 9 });
      const refusal = await refused(shrink(7), 'BKCAP');
      expect(refusal.params).toMatchObject({ promised: 8 });
      await refused(ask(s, otto, things.benches), 'BKCAP');
    }),
  );
});

describe('a pile that two withdrawals share', () => {
  const taken = (s: Scene, at: string) =>
    s.sql(
      `select sum(quantity)::int as taken from public.allocations
       where asset_id = $1 and kind = 'closure' and blocked @> $2::timestamptz`,
      [assets.benches, at],
    );

  test(
    'gives what gets free to one of them, and refuses nobody who frees it',
    scene(async (s) => {
      const b = await ask(s, mia, things.benches, { p_quantity: 12 });
      await withdraw(s, amir, things.benches, 6, 9);
      await withdraw(s, amir, things.cinemaKit, 6, 9);
      await s.as(mia).call('cancel_booking', { p_booking_id: b.id });
      expect(await taken(s, when(7, 11))).toEqual([{ taken: 12 }]);
    }),
  );

  test(
    'can grow',
    scene(async (s) => {
      await ask(s, mia, things.benches, { p_quantity: 2 });
      await withdraw(s, amir, things.cinemaKit, 6, 9);
      await withdraw(s, amir, things.benches, 6, 9);
      const grown = s.as(amir).call('change_stock', {
        p_resource_id: things.benches,
        p_quantity: 30,
      });
      expect(await grown).toMatchObject({ quantity: 30 });
      expect(await taken(s, when(7, 11))).toEqual([{ taken: 28 }]);
      expect(await taken(s, when(8, 11))).toEqual([{ taken: 30 }]);
    }),
  );
});

describe('what a thing is made of', () => {
  const parts = (s: Scene, who: Actor, thing: string, ids: string[], quantities?: number[]) =>
    s.as(who).call('change_parts', {
      p_resource_id: thing,
      p_asset_ids: ids,
      ...(quantities ? { p_quantities: quantities } : {}),
    });
  const allocated = async (s: Scene, id: unknown) =>
    (
      await s.sql(
        'select a.name, al.quantity from public.allocations al join public.assets a on a.id = al.asset_id where booking_id = $1 order by 1',
        [id],
      )
    ).map((r) => `${r.quantity as number} ${r.name as string}`);

  test(
    'can change under bookings: each gets the new parts for its time',
    scene(async (s) => {
      const b = await ask(s, mia, things.cinemaKit);
      expect(await allocated(s, b.id)).toEqual(['1 beamer', '10 benches']);
      await parts(
        s,
        amir,
        things.cinemaKit,
        [assets.beamer, assets.benches, assets.bike],
        [1, 8, 1],
      );
      expect(await allocated(s, b.id)).toEqual(['1 beamer', '8 benches', '1 bike']);
      await refused(ask(s, otto, things.bike), 'BKOVL');
      await ask(s, otto, things.benches, { p_quantity: 4 });
    }),
  );

  test(
    'is refused where a booking could not be kept, with the list of them, and nothing changes',
    scene(async (s) => {
      const b = await ask(s, mia, things.cinemaKit);
      await ask(s, mia, things.cinemaKit, from(8, 10, 12));
      await ask(s, otto, things.bike);
      const refusal = await refused(
        parts(s, amir, things.cinemaKit, [assets.beamer, assets.bike]),
        'BKOVL',
      );
      expect(refusal.params).toMatchObject({ standing: 1, bookings: [{ id: b.id }] });
      expect(await allocated(s, b.id)).toEqual(['1 beamer', '10 benches']);
      await ask(s, otto, things.benches, { p_quantity: 5, ...from(7, 10, 12) }).then(
        () => expect.fail('ten of twelve benches are out'),
        () => undefined,
      );
    }),
  );

  test(
    'a pile that is short stands against it too',
    scene(async (s) => {
      await ask(s, mia, things.cinemaKit);
      await ask(s, otto, things.benches, { p_quantity: 2 });
      await refused(
        parts(s, amir, things.cinemaKit, [assets.beamer, assets.benches], [1, 11]),
        'BKOVL',
      );
    }),
  );

  test(
    'a hall that loses a half frees it; closures follow',
    scene(async (s) => {
      const b = await ask(s, mia, things.hall);
      const closure = await s.as(amir).call('close_resource', {
        p_resource_id: things.hall,
        p_starts_at: when(9),
        p_ends_at: when(10),
      });
      await parts(s, amir, things.hall, [assets.hallA]);
      expect(await allocated(s, b.id)).toEqual(['1 hallA']);
      await ask(s, otto, things.hallB);
      await ask(s, otto, things.hallB, from(9, 10, 12));
      await parts(s, amir, things.hall, [assets.hallA, assets.kitchen]);
      await refused(ask(s, otto, things.kitchen, from(9, 10, 12)), 'BKOVL');
      await s.as(amir).call('reopen_resource', { p_closure_id: closure.id });
      await ask(s, otto, things.kitchen, from(9, 10, 12));
    }),
  );

  test.each<[string, string[], number[] | undefined, string]>([
    ['of nothing', [], undefined, 'INPUT'],
    ['of one thing twice', [assets.bike, assets.bike], undefined, 'INPUT'],
    ["of others' things", [assets.projector], undefined, 'NTFND'],
    ['of more than there are', [assets.bike], [2], 'BKCAP'],
    ['of zero of something', [assets.bike], [0], 'INPUT'],
    ['of two numbers for one thing', [assets.bike], [1, 1], 'INPUT'],
  ])('can not be made %s', (_title, ids, quantities, code) =>
    scene(async (s) => {
      await refused(parts(s, amir, things.cinemaKit, ids, quantities), code);
      expect(
        await s.sql('select 1 from public.resource_assets where resource_id = $1', [
          things.cinemaKit,
        ]),
      ).toHaveLength(2);
    })(),
  );

  test.each(strangers)('%s can not change it', (_title, who, code) =>
    scene(async (s) => {
      await refused(parts(s, who, things.cinemaKit, [assets.beamer]), code);
    })(),
  );
});

describe('damage', () => {
  const report = (s: Scene, who: Actor, id: unknown, note: string | null = 'lens cracked') =>
    s.as(who).call('report_damage', { p_booking_id: id, p_note: note });

  test(
    'is told by either side to the other, and stands in the story',
    scene(async (s) => {
      const b = await approved(s, things.beamer);
      await playAt(s, b.id, -1, 2);
      await s.as(service).rows('claim_deliveries', { p_limit: 200 });
      await report(s, mia, b.id);
      await s.as(amir).call('return_booking', { p_booking_id: b.id });
      await report(s, amir, b.id, 'and the bag');
      const told = (await s.as(service).rows('claim_deliveries', { p_limit: 200 })).filter(
        (r) => r.topic === 'booking_damaged',
      );
      expect(told.map((r) => `${r.display_name as string} ${r.note as string}`).sort()).toEqual([
        'ada lens cracked',
        'amir lens cracked',
        'mia and the bag',
      ]);
      expect(await s.sql('select status from public.bookings')).toEqual([{ status: 'returned' }]);
    }),
  );

  test.each<[string, Actor, string]>([
    ['otto', otto, 'NTFND'],
    ['olga, a plain member of the owner', olga, 'NTFND'],
    ['manu', manu, 'DNIED'],
    ['a passer-by', anon, '42501'],
  ])('%s can not report it', (_title, who, code) =>
    scene(async (s) => {
      const b = await approved(s, things.beamer);
      await playAt(s, b.id, -1, 2);
      await refused(report(s, who, b.id), code);
    })(),
  );

  test(
    'needs a word; not before it began, nor a month after',
    scene(async (s) => {
      const b = await approved(s, things.beamer);
      await refused(report(s, mia, b.id), 'BKSTA', { reason: 'too_early' });
      await playAt(s, b.id, -1, 2);
      await refused(report(s, mia, b.id, null), 'INPUT', { field: 'p_note', reason: 'required' });
      await s.as(amir).call('return_booking', { p_booking_id: b.id });
      await s.sql(`update public.bookings set returned_at = now() - interval '31 days'`);
      await refused(report(s, mia, b.id), 'BKSTA', { reason: 'over' });
    }),
  );
});

describe('a promise whose thing or side disappears from the catalogue', () => {
  const sees = async (s: Scene, who: Actor) => ({
    titles: (
      await s.as(who).sql('select title from public.resources where id = $1', [things.beamer])
    ).length,
    werkhof: (
      await s.as(who).sql('select name from public.organisations where id = $1', [clubs.werkhof])
    ).length,
    kickers: (
      await s.as(who).sql('select name from public.organisations where id = $1', [clubs.kickers])
    ).length,
  });

  test.each(['paused', 'retired'])('%s: mia still reads what she has, otto does not', (status) =>
    scene(async (s) => {
      await approved(s, things.beamer);
      await s
        .as(ada)
        .call('set_resource_status', { p_resource_id: things.beamer, p_status: status });
      expect(await sees(s, mia)).toMatchObject({ titles: 1 });
      expect(await sees(s, boris)).toMatchObject({ titles: 1 });
      expect(await sees(s, otto)).toMatchObject({ titles: 0 });
      expect(await sees(s, anon)).toMatchObject({ titles: 0 });
    })(),
  );

  test(
    'suspended: both sides still read the other one, strangers do not',
    scene(async (s) => {
      await approved(s, things.beamer);
      await s.as(manu).call('suspend_organisation', { p_organisation_id: clubs.werkhof });
      await s.as(manu).call('suspend_organisation', { p_organisation_id: clubs.kickers });
      expect(await sees(s, mia)).toEqual({ titles: 1, werkhof: 1, kickers: 1 });
      expect(await sees(s, amir)).toEqual({ titles: 1, werkhof: 1, kickers: 1 });
      // a plain member of the owner has nothing to do with its bookings
      expect(await sees(s, olga)).toEqual({ titles: 1, werkhof: 1, kickers: 0 });
      expect(await sees(s, otto)).toEqual({ titles: 0, werkhof: 0, kickers: 0 });
      expect(await sees(s, anon)).toEqual({ titles: 0, werkhof: 0, kickers: 0 });
    }),
  );
});
