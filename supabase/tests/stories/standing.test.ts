import { describe, expect, test } from 'vitest';
import { ask } from '../support/acts';
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
import { check } from '../support/rules';
import { clubs, pools, things } from '../support/story';
import { ruled } from '../support/terms';
import { from, on, wall } from '../support/when';

const scene = scenes();
const grant = (s: Scene, more: Args = {}, who: Actor = amir) =>
  s.as(who).call('grant_standing_approval', {
    p_organisation_id: clubs.werkhof,
    p_resource_id: things.beamer,
    p_organisation_ids: [clubs.kickers],
    ...more,
  });
const standing = (s: Scene) =>
  s.sql(`update public.resources set approval = 'standing' where id = any($1)`, [
    [things.beamer, things.benches],
  ]);
/** What the check foretells is what happens. */
async function decided(s: Scene, who: typeof mia, thing: string, more: Args = {}): Promise<Row> {
  const { decision, ok } = await check(s, who, thing, more);
  expect(ok).toBe(true);
  await s.sql('savepoint a');
  const b = await ask(s, who, thing, more);
  expect(b.decision).toEqual(decision);
  expect(b.status).toBe(decision?.by === 'approver' ? 'requested' : 'approved');
  await s.sql('rollback to a');
  return decision as Row;
}

describe('standing approvals', () => {
  test(
    'whom the owner named is approved at once and told by what; others are asked about',
    scene(async (s) => {
      await standing(s);
      expect(await decided(s, mia, things.beamer)).toMatchObject({
        by: 'approver',
        reason: 'not_covered',
      });
      const given = await grant(s, { p_note: 'seit Jahren' });
      expect(await decided(s, mia, things.beamer)).toEqual({
        by: 'standing',
        reason: 'named',
        params: { standing_approval_id: given.id, days: 1 },
      });
      expect(await decided(s, otto, things.beamer)).toMatchObject({ by: 'approver' });
      expect(await decided(s, mia, things.benches)).toMatchObject({ by: 'approver' });
      const b = await ask(s, mia, things.beamer);
      const [log] = await s
        .as(mia)
        .sql('select details from public.booking_log where booking_id = $1', [b.id]);
      expect(log?.details).toEqual({ decision: b.decision });
      expect((await check(s, anon, things.beamer, from(9, 1, 2))).decision).toMatchObject({
        by: 'approver',
      });
    }),
  );

  test(
    'for all of the owner that say standing, and for none that says manual',
    scene(async (s) => {
      await standing(s);
      await s.sql(`update public.resources set approval = 'manual' where id = $1`, [
        things.benches,
      ]);
      await grant(s, { p_resource_id: null });
      expect(await decided(s, mia, things.beamer)).toMatchObject({ by: 'standing' });
      expect(await decided(s, mia, things.benches)).toMatchObject({
        by: 'approver',
        reason: 'manual',
      });
    }),
  );

  test(
    'up to so many days and pieces, on these weekdays, until that day, until revoked',
    scene(async (s) => {
      await standing(s);
      const given = await grant(s, {
        p_resource_id: null,
        p_max_days: 2,
        p_max_quantity: 4,
        p_weekdays: [6, 7, 5],
        p_valid_until: on(1, 2),
      });
      expect(given.weekdays).toEqual([5, 6, 7]);
      const weekend = wall(on(6, 3), '10:00', '18:00', on(7, 3));
      const by = async (more: Args) => (await decided(s, mia, things.benches, more)).by as string;
      expect(await by({ ...weekend, p_quantity: 4 })).toBe('standing');
      expect(await by({ ...weekend, p_quantity: 5 })).toBe('approver');
      expect(await by(wall(on(5, 3), '10:00', '18:00', on(7, 3)))).toBe('approver');
      expect(await by(wall(on(4, 3), '10:00', '18:00'))).toBe('approver');
      // ends as Monday begins: touches none of it
      expect(await by(wall(on(7, 3), '10:00', '00:00', on(1, 4)))).toBe('standing');
      expect(await by(wall(on(7, 3), '10:00', '00:01', on(1, 4)))).toBe('approver');
      await s.sql(
        `update public.standing_approvals set valid_until = (now() at time zone 'Europe/Berlin')::date - 1`,
      );
      expect(await by(weekend)).toBe('approver');
      await s.sql(
        `update public.standing_approvals set valid_until = (now() at time zone 'Europe/Berlin')::date`,
      );
      expect(await by(weekend)).toBe('standing');
      const b = await ask(s, mia, things.benches, weekend);
      await s.as(ada).call('revoke_standing_approval', { p_standing_approval_id: given.id });
      expect(await by(weekend)).toBe('approver');
      expect(
        (await s.sql('select status from public.bookings where id = $1', [b.id]))[0]?.status,
      ).toBe('approved');
    }),
  );

  test(
    'for whoever brought back so many in order: damaged ones and those of other owners do not count',
    scene(async (s) => {
      await standing(s);
      await grant(s, { p_organisation_ids: null, p_min_clean_returns: 2 });
      const returned = async (thing: string, day: number, condition: string) => {
        const b = await ask(s, mia, thing, from(day, 10, 12));
        await s.sql(
          `update public.bookings set status = 'returned', version = version + 1, awaiting = null, hold_expires_at = null,
             last_action = 'returned', last_side = 'owner', returned_at = now(), return_condition = $2 where id = $1`,
          [b.id, condition],
        );
      };
      await s.sql(
        `insert into private.booking_transitions (from_status, to_status, action, side) values ('requested', 'returned', 'returned', 'owner')`,
      );
      await returned(things.bike, 10, 'fine');
      await returned(things.bike, 11, 'damaged');
      await returned(things.projector, 12, 'fine');
      expect(await decided(s, mia, things.beamer)).toMatchObject({ by: 'approver' });
      await returned(things.bike, 13, 'fine');
      expect(await decided(s, mia, things.beamer)).toMatchObject({
        by: 'standing',
        reason: 'clean_returns',
        params: { min_clean_returns: 2 },
      });
      expect(await decided(s, otto, things.beamer)).toMatchObject({ by: 'approver' });
    }),
  );

  test(
    'only approvers and admins of the owner grant, revoke and read them',
    scene(async (s) => {
      for (const who of [olga, mia, manu, rita, nina, paul])
        await refused(grant(s, {}, who), 'DNIED');
      for (const who of [anon, service]) await refused(grant(s, {}, who), '42501');
      const given = await grant(s);
      const revoke = (who: Actor) =>
        s.as(who).call('revoke_standing_approval', { p_standing_approval_id: given.id });
      await refused(revoke(olga), 'DNIED');
      for (const who of [mia, manu, nina]) await refused(revoke(who), 'NTFND');
      const read = async (who: Actor, table: string) =>
        (await s.as(who).sql(`select * from public.${table}`)).length;
      for (const table of ['standing_approvals', 'standing_approval_organisations']) {
        for (const who of [amir, ada]) expect(await read(who, table)).toBe(1);
        for (const who of [olga, mia, bea, manu, rita, nina, paul])
          expect(await read(who, table)).toBe(0);
        await refused(read(anon, table), '42501');
      }
      expect((await revoke(amir)).revoked_by).toBe(amir.id);
      expect((await revoke(ada)).revoked_by).toBe(amir.id);
    }),
  );

  test.each<[string, Args, string, string]>([
    ['for nobody', { p_organisation_ids: null }, 'INPUT', 'p_organisation_ids'],
    [
      'for some and for all who are good',
      { p_min_clean_returns: 2 },
      'INPUT',
      'p_organisation_ids',
    ],
    [
      'for nought returns',
      { p_organisation_ids: null, p_min_clean_returns: 0 },
      'INPUT',
      'p_min_clean_returns',
    ],
    [
      'for somebody of another pool',
      { p_organisation_ids: [clubs.westclub] },
      'NTFND',
      'p_organisation_ids',
    ],
    ["for somebody else's thing", { p_resource_id: things.projector }, 'NTFND', 'p_resource_id'],
    ['for no day', { p_max_days: 0 }, 'INPUT', 'p_max_days'],
    ['for no piece', { p_max_quantity: 0 }, 'INPUT', 'p_max_quantity'],
    ['on the eighth weekday', { p_weekdays: [8] }, 'INPUT', 'p_weekdays'],
    ['on no weekday', { p_weekdays: [] }, 'INPUT', 'p_weekdays'],
    ['until the end of days', { p_valid_until: 'infinity' }, 'INPUT', 'p_valid_until'],
  ])('one %s is refused', (_, more, code, field) =>
    scene(async (s) => {
      await refused(grant(s, more), code, { field });
    })(),
  );
});

describe('confirmations', () => {
  const wants = async (s: Scene, per: string, months: number | null = null, pool = false) => {
    const terms = await ruled(
      s,
      pool ? { pool: pools.ostviertel } : { organisation: clubs.werkhof },
      {},
    );
    const [row] = await s.sql(
      'insert into public.confirmations (terms_id, name, per, valid_months) values ($1, $2, $3, $4) returning id',
      [terms, `Einweisung ${per}`, per, months],
    );
    return row?.id as string;
  };
  const record = (
    s: Scene,
    who: Actor,
    id: string,
    more: Args = { p_organisation_id: clubs.kickers },
  ) => s.as(who).call('record_confirmation', { p_confirmation_id: id, ...more });
  const revoke = (
    s: Scene,
    who: Actor,
    id: string,
    more: Args = { p_organisation_id: clubs.kickers },
  ) => s.as(who).call('revoke_confirmation', { p_confirmation_id: id, ...more });
  /** What a hand over asks first; a refusal undoes only itself. */
  const required = async (s: Scene, id: unknown) => {
    await s.sql('savepoint required');
    try {
      await s.sql(
        'select private.require_confirmations(b) from public.bookings b where b.id = $1',
        [id],
      );
    } catch (error) {
      await s.sql('rollback to savepoint required');
      throw error;
    }
  };

  test(
    'what is not confirmed yet has an approver decide, even where nobody needed to be asked',
    scene(async (s) => {
      const id = await wants(s, 'organisation');
      expect(await decided(s, mia, things.bike)).toEqual({
        by: 'approver',
        reason: 'confirmation',
        params: { missing: 'Einweisung organisation', count: 1 },
      });
      expect(await decided(s, olga, things.bike)).toMatchObject({ by: 'instant' });
      await record(s, amir, id);
      expect(await decided(s, mia, things.bike)).toMatchObject({ by: 'instant' });
      expect(await decided(s, otto, things.bike)).toMatchObject({ reason: 'confirmation' });
      await revoke(s, ada, id);
      expect(await decided(s, mia, things.bike)).toMatchObject({ reason: 'confirmation' });
      await record(s, amir, id);
      await standing(s);
      await grant(s, { p_resource_id: null, p_organisation_ids: [clubs.kickers, clubs.chor] });
      expect(await decided(s, mia, things.beamer)).toMatchObject({ by: 'standing' });
      expect(await decided(s, otto, things.beamer)).toMatchObject({ reason: 'confirmation' });
    }),
  );

  test(
    'a confirmation runs out after its months, and again renews it',
    scene(async (s) => {
      const id = await wants(s, 'organisation', 6);
      await record(s, amir, id);
      const [row] = await s.sql(
        `select valid_until = now() + interval '6 months' as right from public.organisation_confirmations`,
      );
      expect(row?.right).toBe(true);
      await s.sql('update public.organisation_confirmations set valid_until = now()');
      expect(await decided(s, mia, things.bike)).toMatchObject({ reason: 'confirmation' });
      await record(s, amir, id);
      expect(await decided(s, mia, things.bike)).toMatchObject({ by: 'instant' });
    }),
  );

  test(
    'what each booking needs stops none before it is there, and stops its hand over',
    scene(async (s) => {
      const id = await wants(s, 'booking');
      expect(await decided(s, mia, things.bike)).toMatchObject({ by: 'instant' });
      const b = await ask(s, mia, things.bike);
      const refusal = await refused(required(s, b.id), 'BKCNF');
      expect(refusal.params).toEqual({ missing: 'Einweisung booking', count: 1 });
      const of = { p_booking_id: b.id };
      await record(s, amir, id, of);
      await required(s, b.id);
      await revoke(s, amir, id, of);
      await refused(required(s, b.id), 'BKCNF');
      await required(s, (await ask(s, olga, things.beamer)).id);
    }),
  );

  test(
    'both kinds stop a hand over',
    scene(async (s) => {
      const once = await wants(s, 'organisation');
      const each = await wants(s, 'booking');
      const b = await ask(s, mia, things.beamer);
      const refusal = await refused(required(s, b.id), 'BKCNF');
      expect(refusal.params?.count).toBe(2);
      await record(s, amir, each, { p_booking_id: b.id });
      await record(s, amir, once);
      await required(s, b.id);
    }),
  );

  test(
    'only who decides for the owner records; what the pool wants, its managers',
    scene(async (s) => {
      const id = await wants(s, 'organisation');
      for (const who of [olga, mia, bea, manu, rita, nina, paul]) {
        await refused(record(s, who, id), 'DNIED');
        await refused(revoke(s, who, id), 'DNIED');
      }
      for (const who of [anon, service]) await refused(record(s, who, id), '42501');
      await refused(revoke(s, amir, id), 'NTFND');
      await refused(record(s, amir, id, {}), 'INPUT', { field: 'p_organisation_id' });
      await refused(record(s, amir, id, { p_organisation_id: clubs.westclub }), 'NTFND');
      const ofPool = await wants(s, 'organisation', null, true);
      for (const who of [amir, ada, rita]) await refused(record(s, who, ofPool), 'DNIED');
      await record(s, manu, ofPool);
      const each = await wants(s, 'booking');
      const b = await ask(s, mia, things.bike);
      const elsewhere = await ask(s, mia, things.projector, from(9, 10, 12));
      await refused(record(s, amir, each, {}), 'INPUT', { field: 'p_booking_id' });
      await refused(record(s, mia, each, { p_booking_id: b.id }), 'DNIED');
      for (const who of [otto, nina])
        await refused(record(s, who, each, { p_booking_id: b.id }), 'NTFND');
      await refused(record(s, amir, each, { p_booking_id: elsewhere.id }), 'NTFND');
    }),
  );

  test(
    'what is confirmed is read by the two it is between and the QM',
    scene(async (s) => {
      await record(s, amir, await wants(s, 'organisation'));
      const b = await ask(s, mia, things.bike);
      await record(s, amir, await wants(s, 'booking'), { p_booking_id: b.id });
      const read = async (who: Actor, table: string) =>
        (await s.as(who).sql(`select * from public.${table}`)).length;
      for (const table of ['organisation_confirmations', 'booking_confirmations']) {
        for (const who of [mia, bea, amir, ada, manu, rita]) expect(await read(who, table)).toBe(1);
        for (const who of [otto, nina, paul]) expect(await read(who, table)).toBe(0);
        await refused(read(anon, table), '42501');
      }
    }),
  );
});

describe('money', () => {
  const priced = (s: Scene, prices: Row) =>
    s.as(ada).call('set_prices', {
      p_scope: 'resource',
      p_id: things.bike,
      p_prices: JSON.stringify(prices),
    });

  test(
    'nobody agrees at once to a price that nobody knows',
    scene(async (s) => {
      await priced(s, { mode: 'on_request' });
      expect(await decided(s, mia, things.bike)).toMatchObject({ by: 'approver', reason: 'price' });
      expect(await decided(s, olga, things.bike)).toMatchObject({ by: 'instant' });
      await priced(s, {
        mode: 'tariff',
        groups: { others: { hour: { first_minor: 500, further_minor: 200 } } },
      });
      expect(await decided(s, mia, things.bike)).toMatchObject({ by: 'instant' });
    }),
  );

  test(
    'what was quoted stays, whatever it costs later',
    scene(async (s) => {
      await priced(s, {
        mode: 'tariff',
        groups: { others: { hour: { first_minor: 500, further_minor: 200 } } },
      });
      const { price } = await check(s, mia, things.bike);
      const b = await ask(s, mia, things.bike);
      expect(b).toMatchObject({ price_minor: 700, price });
      await priced(s, { mode: 'tariff', groups: { others: { hour: { first_minor: 9900 } } } });
      expect(
        (await s.as(mia).sql('select price_minor from public.bookings where id = $1', [b.id]))[0]
          ?.price_minor,
      ).toBe(700);
      expect(await ask(s, mia, things.beamer)).toMatchObject({ price: null, price_minor: null });
    }),
  );

  test(
    'what is asked for along with it is in the price, and what does not exist is refused',
    scene(async (s) => {
      await priced(s, {
        mode: 'free',
        extras: [{ name: 'Helm', unit: 'piece', due: 'asked', amount_minor: 150 }],
      });
      const extras = (x: Row) => ({ p_extras: JSON.stringify(x) });
      expect((await check(s, mia, things.bike, extras({ Helm: 2 }))).price).toMatchObject({
        total_minor: 300,
      });
      await refused(ask(s, mia, things.bike, extras({ Sattel: 1 })), 'INPUT', {
        field: 'p_extras',
      });
      expect(await ask(s, mia, things.bike, extras({ Helm: 2 }))).toMatchObject({
        price_minor: 300,
      });
    }),
  );
});
