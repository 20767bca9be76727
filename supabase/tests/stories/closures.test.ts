import { describe, expect, test } from 'vitest';
import { ask } from '../support/acts';
import { scenes, type Scene } from '../support/database';
import { nasty } from '../support/nasty';
import {
  ada,
  amir,
  anon,
  manu,
  mia,
  nina,
  olga,
  otto,
  paul,
  rita,
  service,
  susi,
  type Actor,
} from '../support/people';
import { refused } from '../support/refusal';
import { assets, things } from '../support/story';
import { from, when } from '../support/when';

const scene = scenes();
const close = (s: Scene, who: Actor, thing: string | null, more: object = {}) =>
  s.as(who).call('close_resource', { p_resource_id: thing, ...from(7, 8, 20), ...more });
const taken = async (s: Scene) =>
  (
    await s.sql(
      'select a.name, al.quantity, al.kind from public.allocations al join public.assets a on a.id = al.asset_id order by 1',
    )
  ).map((r) => `${r.name} ${r.quantity} ${r.kind}`);

describe('closing', () => {
  test.each([
    ['amir', amir],
    ['ada', ada],
  ])('%s can close a thing of the Werkhof, and all of it', (_title, who) =>
    scene(async (s) => {
      const c = await close(s, who, things.benches, { p_reason: 'painting' });
      expect(c).toMatchObject({
        resource_id: things.benches,
        reason: 'painting',
        created_by: who.id,
        reopened_at: null,
      });
      expect(await taken(s)).toEqual(['benches 12 closure']);
      await refused(ask(s, mia, things.benches), 'BKCAP');
    })(),
  );

  test.each<[string, Actor, string]>([
    ['olga, a plain member', olga, 'DNIED'],
    ['mia, a borrower', mia, 'DNIED'],
    ['otto', otto, 'DNIED'],
    ['paul', paul, 'DNIED'],
    ['rita', rita, 'DNIED'],
    ['manu', manu, 'DNIED'],
    ['nina', nina, 'DNIED'],
    ['a passer-by', anon, '42501'],
    ['the secret key', service, '42501'],
  ])('%s can not', (_title, who, code) =>
    scene(async (s) => {
      await refused(close(s, who, things.benches), code);
      expect(await s.sql('select id from public.closures')).toEqual([]);
    })(),
  );

  test(
    'susi can close what her suspended organisation owns: it lends nothing anyway',
    scene(async (s) => {
      await close(s, susi, things.ofSuspended);
    }),
  );

  test(
    'a whole hall closes both halves; a half closes the whole; a kit closes what one kit takes',
    scene(async (s) => {
      await close(s, amir, things.hall);
      expect(await taken(s)).toEqual(['hallA 1 closure', 'hallB 1 closure']);
      await refused(ask(s, mia, things.hallB), 'BKOVL');
      await close(s, amir, things.hallA, from(8, 8, 20));
      await refused(ask(s, mia, things.hall, from(8, 10, 12)), 'BKOVL');
      await ask(s, mia, things.hallB, from(8, 10, 12));
      await close(s, amir, things.cinemaKit, from(9, 8, 20));
      await ask(s, mia, things.benches, { ...from(9, 10, 12), p_quantity: 2 });
      await refused(ask(s, mia, things.benches, { ...from(9, 10, 12), p_quantity: 1 }), 'BKCAP');
    }),
  );

  test(
    'is refused while a booking or a request stands there, and leaves no trace',
    scene(async (s) => {
      await ask(s, mia, things.beamer);
      await refused(close(s, amir, things.beamer), 'BKOVL');
      await ask(s, mia, things.benches);
      await refused(close(s, amir, things.benches), 'BKCAP', { standing: 1 });
      await refused(close(s, amir, things.cinemaKit), 'BKOVL', { standing: 1 });
      expect(await s.sql('select id from public.closures')).toEqual([]);
      expect(await taken(s)).toEqual(['beamer 1 hold', 'benches 1 hold']);
    }),
  );

  test(
    'takes no buffers, but meets those of bookings',
    scene(async (s) => {
      await ask(s, mia, things.kitchen, from(7, 10, 12));
      await refused(close(s, amir, things.kitchen, from(7, 12, 14)), 'BKOVL');
      await close(s, amir, things.kitchen, from(7, 13, 14));
      await refused(ask(s, otto, things.kitchen, from(7, 14, 15)), 'BKOVL');
      await ask(s, otto, things.kitchen, { p_starts_at: when(7, 14, 30), p_ends_at: when(7, 15) });
    }),
  );

  test(
    'twice at the same time is refused',
    scene(async (s) => {
      await close(s, amir, things.beamer);
      await refused(close(s, amir, things.beamer, from(7, 10, 11)), 'BKOVL', { standing: 0 });
      await refused(close(s, amir, things.cinemaKit), 'BKOVL', { standing: 0 });
      await close(s, amir, things.benches);
      await refused(close(s, amir, things.benches), 'BKCAP', { standing: 0 });
    }),
  );

  test(
    'may lie in the past (the owner writes down what was), not have no length, no end, or over a year',
    scene(async (s) => {
      await close(s, amir, things.beamer, { p_starts_at: when(-9), p_ends_at: when(-8) });
      await refused(
        close(s, amir, things.beamer, { p_starts_at: when(7), p_ends_at: when(7) }),
        'INPUT',
        { reason: 'end_before_start' },
      );
      await refused(close(s, amir, things.beamer, { p_ends_at: 'infinity' }), 'INPUT', {
        field: 'p_ends_at',
      });
      await refused(close(s, amir, things.beamer, { p_starts_at: '-infinity' }), 'INPUT', {
        field: 'p_starts_at',
      });
      await refused(close(s, amir, things.beamer, { p_ends_at: when(400) }), 'BKLEN');
      await refused(
        close(s, amir, things.beamer, { p_starts_at: when(1400), p_ends_at: when(1401) }),
        'BKLED',
      );
    }),
  );

  test(
    'a forged or missing thing is not found',
    scene(async (s) => {
      await refused(close(s, amir, '11111111-1111-4111-8111-111111111111'), 'NTFND');
      await refused(close(s, amir, null), 'NTFND');
    }),
  );

  test.each(nasty)('a reason with $name is kept as text', ({ text, kept }) =>
    scene(async (s) => {
      expect((await close(s, amir, things.beamer, { p_reason: text })).reason).toBe(kept);
    })(),
  );

  test(
    'a reason of 10,000 characters is refused',
    scene(async (s) => {
      await refused(close(s, amir, things.beamer, { p_reason: 'x'.repeat(10_000) }), 'INPUT', {
        field: 'p_reason',
      });
    }),
  );
});

describe('reopening', () => {
  const reopen = (s: Scene, who: Actor, id: unknown) =>
    s.as(who).call('reopen_resource', { p_closure_id: id });
  test(
    'amir takes a closure back; twice changes nothing more',
    scene(async (s) => {
      const c = await close(s, ada, things.beamer);
      const first = await reopen(s, amir, c.id);
      expect(first.reopened_at).not.toBeNull();
      expect(await taken(s)).toEqual([]);
      expect((await reopen(s, amir, c.id)).reopened_at).toEqual(first.reopened_at);
      await ask(s, mia, things.beamer);
    }),
  );

  test.each<[string, Actor, string]>([
    ['olga', olga, 'DNIED'],
    ['mia', mia, 'DNIED'],
    ['paul', paul, 'DNIED'],
    ['manu', manu, 'DNIED'],
    ['rita', rita, 'DNIED'],
    ['a passer-by', anon, '42501'],
    ['the secret key', service, '42501'],
  ])('%s can not', (_title, who, code) =>
    scene(async (s) => {
      const c = await close(s, ada, things.beamer);
      await refused(reopen(s, who, c.id), code);
      expect(await taken(s)).toEqual(['beamer 1 closure']);
    })(),
  );

  test(
    'a forged id is not found',
    scene(async (s) => {
      await refused(reopen(s, amir, '11111111-1111-4111-8111-111111111111'), 'NTFND');
    }),
  );
});

describe('stock', () => {
  const stock = (s: Scene, thing: string, n: number | null, who: Actor = amir) =>
    s.as(who).call('change_stock', { p_resource_id: thing, p_quantity: n });

  test(
    'twelve benches become five when no more are promised at any instant',
    scene(async (s) => {
      await ask(s, mia, things.benches, { ...from(7, 8, 10), p_quantity: 5 });
      await ask(s, otto, things.benches, { ...from(7, 10, 12), p_quantity: 5 });
      expect((await stock(s, things.benches, 5)).quantity).toBe(5);
      await refused(ask(s, mia, things.benches, { ...from(7, 11, 13) }), 'BKCAP');
    }),
  );

  test(
    'but not while six are promised, and the refusal says how many',
    scene(async (s) => {
      await ask(s, mia, things.benches, { p_quantity: 3 });
      await ask(s, otto, things.benches, { p_quantity: 3 });
      const refusal = await refused(stock(s, things.benches, 5), 'BKCAP', { field: 'p_quantity' });
      expect(refusal.params).toMatchObject({ promised: 6 });
      expect(
        (await s.sql('select quantity from public.resources where id = $1', [things.benches]))[0]
          ?.quantity,
      ).toBe(12);
      expect((await stock(s, things.benches, 6)).quantity).toBe(6);
    }),
  );

  test(
    'what is over promises nothing',
    scene(async (s) => {
      await ask(s, mia, things.benches, { p_quantity: 12 });
      await s.sql(
        `update public.allocations set blocked = tstzrange(now() - interval '2 days', now() - interval '1 day')`,
      );
      expect((await stock(s, things.benches, 1)).quantity).toBe(1);
    }),
  );

  test(
    'the one beamer becomes three while booked: two more can be asked for, not three',
    scene(async (s) => {
      await ask(s, mia, things.beamer);
      expect((await stock(s, things.beamer, 3)).quantity).toBe(3);
      expect(await s.sql('select exclusive from public.allocations')).toEqual([
        { exclusive: false },
      ]);
      await refused(ask(s, otto, things.beamer, { p_quantity: 3 }), 'BKCAP');
      await ask(s, otto, things.beamer, { p_quantity: 2 });
      await refused(ask(s, otto, things.beamer), 'BKCAP');
    }),
  );

  test(
    'three become one again when at most one is promised, and one is then really one',
    scene(async (s) => {
      await stock(s, things.beamer, 3);
      await ask(s, mia, things.beamer);
      await ask(s, otto, things.beamer, { ...from(7, 12, 14) });
      await s.sql(`insert into public.allocations (asset_id, exclusive, quantity, blocked, kind, booking_id)
      select asset_id, exclusive, 3, tstzrange(now() - interval '2 days', now() - interval '1 day'), 'booking', booking_id from public.allocations limit 1`);
      expect((await stock(s, things.beamer, 1)).quantity).toBe(1);
      await refused(ask(s, olga, things.beamer), 'BKCAP');
      await ask(s, olga, things.beamer, from(8, 1, 2));
      await refused(ask(s, mia, things.beamer, from(8, 1, 2)), 'BKCAP');
    }),
  );

  test(
    'three do not become one while two are out at once',
    scene(async (s) => {
      await stock(s, things.beamer, 3);
      await ask(s, mia, things.beamer, { p_quantity: 2 });
      const refusal = await refused(stock(s, things.beamer, 1), 'BKCAP');
      expect(refusal.params).toMatchObject({ promised: 2 });
    }),
  );

  test(
    'what is made of it follows: fewer than ten benches make no cinema',
    scene(async (s) => {
      const kit = async () =>
        (await s.sql('select quantity from public.resources where id = $1', [things.cinemaKit]))[0]
          ?.quantity;
      expect(await kit()).toBe(1);
      await stock(s, things.benches, 9);
      expect(await kit()).toBe(0);
      await refused(ask(s, mia, things.cinemaKit), 'BKCAP');
      await stock(s, things.benches, 40);
      await stock(s, things.beamer, 3);
      expect(await kit()).toBe(3);
    }),
  );

  test(
    'a closure closes all of it, also after the stock has changed',
    scene(async (s) => {
      await close(s, amir, things.benches);
      await stock(s, things.benches, 20);
      await refused(ask(s, mia, things.benches), 'BKCAP');
      await stock(s, things.benches, 4);
      expect(await taken(s)).toEqual(['benches 4 closure']);
      await close(s, amir, things.beamer);
      await stock(s, things.beamer, 3);
      await refused(ask(s, mia, things.beamer), 'BKCAP');
      await stock(s, things.beamer, 1);
      await refused(ask(s, mia, things.beamer), 'BKCAP');
      expect(await taken(s)).toEqual(['beamer 1 closure', 'benches 4 closure']);
    }),
  );

  test(
    "a kit's number follows from its parts",
    scene(async (s) => {
      await refused(stock(s, things.cinemaKit, 2), 'INPUT', { reason: 'kit' });
      await refused(stock(s, things.hall, 2), 'INPUT', { reason: 'kit' });
    }),
  );

  test.each([[0], [-1], [100_001], [null]])('%s is no stock', (n) =>
    scene(async (s) => {
      await refused(stock(s, things.benches, n), 'INPUT', { field: 'p_quantity', reason: 'range' });
    })(),
  );

  test(
    'olga may for the beamer, which she listed, and not for the benches',
    scene(async (s) => {
      await stock(s, things.beamer, 2, olga);
      await refused(stock(s, things.benches, 2, olga), 'DNIED');
    }),
  );

  test.each<[string, Actor, string]>([
    ['mia', mia, 'DNIED'],
    ['paul', paul, 'DNIED'],
    ['manu', manu, 'DNIED'],
    ['nina', nina, 'DNIED'],
    ['a passer-by', anon, '42501'],
    ['the secret key', service, '42501'],
  ])("%s can not change the Werkhof's stock", (_title, who, code) =>
    scene(async (s) => {
      await refused(stock(s, things.benches, 2, who), code);
    })(),
  );
});

describe('the guards stand on the table', () => {
  const direct = (
    s: Scene,
    asset: string,
    quantity: number,
    exclusive: boolean,
    starts = when(7, 10),
    ends = when(7, 12),
  ) =>
    s.sql(
      `insert into public.allocations (asset_id, exclusive, quantity, blocked, kind, booking_id)
      select $1, $2, $3, tstzrange($4, $5), 'booking', b.id from public.bookings b limit 1`,
      [asset, exclusive, quantity, starts, ends],
    );

  test(
    'not even the owner of the database puts two into one slot, or thirteen on twelve benches',
    scene(async (s) => {
      await ask(s, mia, things.beamer);
      const beamer = (await s.sql('select asset_id from public.allocations'))[0]
        ?.asset_id as string;
      const benches = (
        await s.sql('select asset_id from public.resource_assets where resource_id = $1', [
          things.benches,
        ])
      )[0]?.asset_id as string;
      const no = async (act: () => Promise<unknown>, code: string) => {
        await s.sql('savepoint g');
        await refused(act(), code);
        await s.sql('rollback to g');
      };
      await no(() => direct(s, beamer, 1, true), '23P01');
      await no(() => direct(s, beamer, 1, false), '23503');
      await no(() => direct(s, benches, 12, true), '23514');
      await no(() => direct(s, benches, 1, true), '23503');
      await no(() => direct(s, benches, 13, false), 'BKCAP');
      await no(() => direct(s, beamer, 1, true, when(8), when(8)), '23514');
      await no(() => direct(s, beamer, 1, true, when(8), 'infinity'), '23514');
      await direct(s, benches, 12, false);
      await no(
        () => s.sql('update public.allocations set quantity = 13 where asset_id = $1', [benches]),
        'BKCAP',
      );
      await no(
        () => s.sql('update public.assets set quantity = 11 where id = $1', [benches]),
        'BKCAP',
      );
      await no(
        () =>
          s.sql('update public.assets set quantity = 1, exclusive = true where id = $1', [benches]),
        'BKCAP',
      );
      await no(() => s.sql('delete from public.assets where id = $1', [benches]), '23503');
    }),
  );

  test(
    "not even the owner of the database makes a thing of another organisation's asset",
    scene(async (s) => {
      await s.sql('savepoint g');
      await refused(
        s.sql('insert into public.resource_assets (resource_id, asset_id) values ($1, $2)', [
          things.beamer,
          assets.projector,
        ]),
        '23514',
      );
      await s.sql('rollback to g');
      await refused(
        s.sql('update public.resource_assets set asset_id = $2 where resource_id = $1', [
          things.bike,
          assets.projector,
        ]),
        '23514',
      );
    }),
  );
});
