import { describe, expect, test } from 'vitest';
import { ask } from '../support/acts';
import { scenes, type Row, type Scene } from '../support/database';
import { planned, send } from '../support/events';
import { ada, amir, bea, mia, otto } from '../support/people';
import { assets, clubs, pools, things } from '../support/story';
import { from, when } from '../support/when';

// What triggers keep true, whoever writes: told by writing as the owner of the database where that is plainest.
const scene = scenes();

const one = async ({ sql }: Scene, text: string, values: unknown[] = []): Promise<Row> =>
  (await sql(text, values))[0] ?? {};
const listing = (s: Scene, thing: string) =>
  one(s, 'select quantity, listed from public.resources where id = $1', [thing]);
const inForce = async (s: Scene, thing: string) =>
  (
    await one(
      s,
      'select to_jsonb(e) as terms from public.effective_terms e where resource_id = $1',
      [thing],
    )
  ).terms as Row;
/** The events that went over a channel since the last look. */
const announced = async ({ sql }: Scene): Promise<string[]> =>
  (
    await sql(
      'with said as (delete from realtime.messages returning topic, event) select * from said order by 1, 2',
    )
  ).map(({ topic, event }) => `${String(topic).split(':')[0] ?? ''} ${String(event)}`);

describe('how many there are of a thing', () => {
  test(
    'follows the stock of what it is made of',
    scene(async (s) => {
      await s.sql('update public.assets set quantity = 20 where id = $1', [assets.benches]);
      expect(await listing(s, things.benches)).toMatchObject({ quantity: 20 });
      expect(await listing(s, things.cinemaKit)).toMatchObject({ quantity: 1 });
    }),
  );

  test(
    'follows how many of each it takes',
    scene(async (s) => {
      await s.sql('update public.resource_assets set quantity = 5 where resource_id = $1', [
        things.benches,
      ]);
      expect(await listing(s, things.benches)).toMatchObject({ quantity: 2 });
    }),
  );

  test(
    'and nothing is made of what belongs to somebody else',
    scene(async (s) => {
      await expect(
        s.sql('insert into public.resource_assets (resource_id, asset_id) values ($1, $2)', [
          things.projector,
          assets.bike,
        ]),
      ).rejects.toThrow(/own organisation/);
    }),
  );
});

describe('what is in force for a thing', () => {
  test(
    'is there as soon as the thing is, and says what its terms say',
    scene(async (s) => {
      const { id } = await one(
        s,
        `insert into public.resources (pool_id, organisation_id, slug, kind, title)
         values ($1, $2, 'neu', 'room', 'Zwirbelraum') returning id`,
        [pools.ostviertel, clubs.werkhof],
      );
      expect(await inForce(s, String(id))).toMatchObject({ period_kind: 'minutes' });
      await s.sql('update public.terms set min_minutes = 90 where resource_id = $1', [things.van]);
      expect(await inForce(s, things.van)).toMatchObject({ min_minutes: 90 });
    }),
  );

  test(
    'has the quotas ready, with the first, with another number and with the last',
    scene(async (s) => {
      const quotas = async () => (await inForce(s, things.van)).quotas;
      const van = `(select id from public.terms where resource_id = '${things.van}')`;
      const row = { terms_id: expect.any(String) as string, owner_id: clubs.werkhof };
      const hours = { ...row, measure: 'hours', per: 'month', resource_id: things.van };
      expect(await quotas()).toEqual([]);
      await s.sql(
        `insert into public.quotas (terms_id, measure, per, most) values (${van}, 'hours', 'month', 10)`,
      );
      expect(await quotas()).toEqual([{ ...hours, most: 10 }]);
      await s.sql(`update public.quotas set most = 12`);
      expect(await quotas()).toEqual([{ ...hours, most: 12 }]);
      await s.sql(`delete from public.quotas`);
      expect(await quotas()).toEqual([]);
    }),
  );

  test(
    'says whether there are confirmations, with the first and with the last',
    scene(async (s) => {
      expect(await inForce(s, things.van)).toMatchObject({ has_confirmations: false });
      await s.sql(
        `insert into public.confirmations (terms_id, name, per)
         select id, 'Einweisung', 'booking' from public.terms where resource_id = $1`,
        [things.van],
      );
      expect(await inForce(s, things.van)).toMatchObject({ has_confirmations: true });
      await s.sql(`delete from public.confirmations`);
      expect(await inForce(s, things.van)).toMatchObject({ has_confirmations: false });
    }),
  );

  const vanTerms = `(select id from public.terms where resource_id = '${things.van}')`;
  const weeks = async (s: Scene) =>
    String(
      (
        await one(
          s,
          `select concat_ws(' | ', array_to_string(week, ' '), array_to_string(seasons, ', '), array_to_string(season_weeks, ' '), exceptions) as said
           from private.opening_weeks where terms_id = ${vanTerms}`,
        )
      ).said,
    );

  test(
    'has the week ready, with the first hours, with others and with the last',
    scene(async (s) => {
      await s.sql(`insert into public.opening_hours (terms_id, weekday, opens_at, closes_at, season_from, season_to) values
        (${vanTerms}, 2, '09:00', '12:00', null, null), (${vanTerms}, 2, '13:00', '18:00', null, null),
        (${vanTerms}, 7, '10:00', '24:00', '12-01', '02-29')`);
      expect(await weeks(s)).toBe(
        '{} {[540,720),[780,1080)} {} {} {} {} {} | 12-01 02-29 | {} {} {} {} {} {} {[600,1440)} | {}',
      );
      await s.sql(`update public.opening_hours set weekday = 3 where season_from is null`);
      expect(await weeks(s)).toMatch(/^{} {} {\[540/);
      await s.sql(`delete from public.opening_hours where terms_id = ${vanTerms}`);
      expect(await weeks(s)).toBe('{} {} {} {} {} {} {} |  |  | {}');
    }),
  );

  test(
    'knows on which dates it is different, with the first exception, with others and with the last',
    scene(async (s) => {
      await s.sql(`insert into public.opening_exceptions (terms_id, starts_on, ends_on) values
        (${vanTerms}, '2031-05-01', '2031-05-02'), (${vanTerms}, '2031-05-02', '2031-05-10')`);
      expect(await weeks(s)).toContain('{[2031-05-01,2031-05-11)}');
      await s.sql(
        `update public.opening_exceptions set starts_on = '2031-05-04', ends_on = '2031-05-04'`,
      );
      expect(await weeks(s)).toContain('{[2031-05-04,2031-05-05)}');
      await s.sql('delete from public.opening_exceptions');
      expect(await weeks(s)).toMatch(/ \{\}$/);
    }),
  );
});

describe('how many days a booking counts', () => {
  test(
    'is kept as it was agreed, and counted anew with another period',
    scene(async (s) => {
      const counted = async () =>
        (await one(s, 'select counted_days from public.bookings where id = $1', [id])).counted_days;
      const { id } = await one(
        s,
        `insert into public.bookings (pool_id, resource_id, owner_id, organisation_id, starts_at, ends_at, quantity, status, last_action, last_side)
         select pool_id, id, organisation_id, $2, '2031-05-01 12:00+02', '2031-05-03 11:00+02', 1, 'approved', 'requested', 'borrower'
         from public.resources where id = $1 returning id`,
        [things.van, clubs.kickers],
      );
      expect(await counted()).toBe(3);
      await s.sql(`update public.terms set day_count = 'started' where resource_id = $1`, [
        things.van,
      ]);
      expect(await counted()).toBe(3);
      await s.sql(
        `update public.bookings set ends_at = '2031-05-03 12:00+02', version = 2, last_action = 'changed' where id = $1`,
        [id],
      );
      expect(await counted()).toBe(2);
    }),
  );
});

describe('what is listed and found', () => {
  const found = async (s: Scene, words: string) =>
    (await s.as(otto).rows('search_resources', { p_pool: 'ostviertel', p_query: words })).map(
      (r) => r.id,
    );

  test(
    'a thing is listed only while it is published and its organisation admitted',
    scene(async (s) => {
      await s.sql(`update public.resources set status = 'paused' where id = $1`, [things.bike]);
      expect(await listing(s, things.bike)).toMatchObject({ listed: false });
      await s.sql(`update public.organisations set status = 'suspended' where id = $1`, [
        clubs.werkhof,
      ]);
      expect(await listing(s, things.beamer)).toMatchObject({ listed: false });
      await s.sql(`update public.organisations set status = 'admitted' where id = $1`, [
        clubs.werkhof,
      ]);
      expect(await listing(s, things.beamer)).toMatchObject({ listed: true });
    }),
  );

  test(
    'things are found by the new name of their organisation',
    scene(async (s) => {
      await s.sql(`update public.organisations set name = 'Quappenburg' where id = $1`, [
        clubs.werkhof,
      ]);
      expect(await found(s, 'Quappenburg')).toContain(things.beamer);
    }),
  );

  test(
    'the search learns the words of new things and of new titles, so that it forgives a slip in them',
    scene(async (s) => {
      const { id } = await one(
        s,
        `insert into public.resources (pool_id, organisation_id, slug, kind, title)
         values ($1, $2, 'neu', 'room', 'Zwirbelapparat') returning id`,
        [pools.ostviertel, clubs.werkhof],
      );
      expect(await found(s, 'Zwirbelaparat')).toContain(id);
      await s.sql(`update public.resources set title = 'Quastenpinsel' where id = $1`, [
        things.bike,
      ]);
      expect(await found(s, 'Quastenpinzel')).toContain(things.bike);
      const words = await s.sql(
        `select 1 from private.vocabulary where word ~ '^(zwirbel|quasten)'`,
      );
      expect(words.length).toBeGreaterThanOrEqual(2);
    }),
  );
});

describe('who is told to look again', () => {
  test(
    'everybody, when a thing is closed, opened again, paused or asked for',
    scene(async (s) => {
      await announced(s);
      const closure = await s.as(amir).call('close_resource', {
        p_resource_id: things.bike,
        p_starts_at: when(20),
        p_ends_at: when(21),
      });
      expect(await announced(s)).toEqual(['pool availability_changed']);
      await s.as(amir).call('reopen_resource', { p_closure_id: closure.id });
      expect(await announced(s)).toEqual(['pool availability_changed']);
      await s.sql(`update public.resources set status = 'paused' where id = $1`, [things.bike]);
      expect(await announced(s)).toEqual(['pool availability_changed']);
      await ask(s, mia, things.beamer);
      expect(await announced(s)).toEqual([
        'organisation booking_changed',
        'organisation booking_changed',
        'pool availability_changed',
      ]);
    }),
  );

  test(
    'those who wait and those whose thing it is, when somebody waits',
    scene(async (s) => {
      await ask(s, mia, things.bike, from(9, 10, 12));
      await announced(s);
      await s.as(otto).call('join_waiting_list', {
        p_resource_id: things.bike,
        p_organisation_id: clubs.chor,
        ...from(9, 10, 12),
      });
      expect(await announced(s)).toEqual([
        'organisation waiting_changed',
        'organisation waiting_changed',
      ]);
    }),
  );

  test(
    'those who plan an event, when it is sent',
    scene(async (s) => {
      const event = await planned(s, bea, [{ what: 'Rad', parts: [[things.bike, 1]] }]);
      await announced(s);
      await send(s, bea, event);
      expect(await announced(s)).toContain('organisation event_changed');
    }),
  );

  test(
    'the management, when an organisation wants to join',
    scene(async (s) => {
      const waiting = () =>
        s.sql(
          `select 1 from private.outbox where topic like 'organisation%' and organisation_id is not null`,
        );
      const before = await waiting();
      await s.sql(
        `insert into public.organisations (pool_id, slug, name, kind) values ($1, 'neue', 'Neue', 'initiative')`,
        [pools.ostviertel],
      );
      expect(await waiting()).toHaveLength(before.length + 1);
    }),
  );
});

describe('the invitations of an admin', () => {
  test.each([
    ['goes', 'delete from public.memberships where person_id = $1'],
    ['is one no longer', `update public.memberships set role = 'member' where person_id = $1`],
  ])('are void when the admin %s', (_how, act) =>
    scene(async (s) => {
      await s.as(ada).call('invite_member', { p_organisation_id: clubs.werkhof });
      await s.sql(act, [ada.id]);
      expect(
        await s.sql(
          'select 1 from public.invitations where invited_by = $1 and revoked_at is null',
          [ada.id],
        ),
      ).toEqual([]);
    })(),
  );
});
