import { expect, test } from 'vitest';
import { ask } from '../support/acts';
import { crowd } from '../support/crowd';
import type { Acting, Row } from '../support/database';
import { ada, bea, boris, claimsOf, manu, mia, otto, type Person } from '../support/people';
import { clubs, pools, things } from '../support/story';
import { ruled } from '../support/terms';
import { from, on, wall } from '../support/when';
import type pg from 'pg';

const c = crowd(12);
const kickers = [mia, boris, bea];
const own = [
  things.beamer,
  things.bike,
  things.hallA,
  things.hallB,
  things.kitchen,
  things.benches,
];
type Act = [Person, (a: Acting) => Promise<Row>];
const asks = (who: Person, thing: string, more: object): Act => [
  who,
  (a) => ask({ as: () => a }, who, thing, { ...more }),
];
const twelve = (act: (i: number) => Act) => Array.from({ length: 12 }, (_, i) => act(i));
const quota = async (terms: string, measure: string, most: number, per: string | null) => {
  await c.sql('delete from public.quotas');
  await c.sql('insert into public.quotas (terms_id, measure, per, most) values ($1, $2, $3, $4)', [
    terms,
    measure,
    per,
    most,
  ]);
};
/** Everything asked for is taken back, so that the next round begins anew. */
const clear = async () => {
  const open = await c.sql(
    `select id from public.bookings where status in ('requested', 'approved')`,
  );
  for (const b of open) {
    const [row] = await c.sql('select requested_by from public.bookings where id = $1', [b.id]);
    const who = [...kickers, otto].find((p) => p.id === row?.requested_by) as Person;
    await c.as(who).call('cancel_booking', { p_booking_id: b.id });
  }
};

test('three people of one club ask for twelve things at once: never more than the three it may have open', async () => {
  const terms = await ruled(c, { organisation: clubs.werkhof }, {});
  await quota(terms, 'open_bookings', 3, null);
  for (let round = 0; round < 15; round++) {
    const { done, refused } = await c.rush(
      twelve((i) =>
        asks(
          kickers[i % 3] as Person,
          own[i % 6] as string,
          from(10 + 2 * round + (i % 2), 10, 11),
        ),
      ),
    );
    expect(done).toHaveLength(3);
    expect(Object.keys(refused).filter((code) => code !== 'QUOTA' && code !== 'BKOVL')).toEqual([]);
    await clear();
  }
});

test('hours of a week: two phones at once never get more together than one after the other', async () => {
  const terms = await ruled(c, { pool: pools.ostviertel }, {});
  await quota(terms, 'hours', 10, 'week');
  for (let round = 0; round < 15; round++) {
    const { done } = await c.rush(
      twelve((i) =>
        asks(kickers[i % 3] as Person, own[i % 6] as string, {
          ...wall(on(1 + (i % 7), 3 + round), '10:00', '13:00'),
        }),
      ),
    );
    expect(done).toHaveLength(3);
  }
  await clear();
  await c.sql('delete from public.quotas');
});

test('two clubs do not wait for each other, and each gets its own', async () => {
  const terms = await ruled(c, { organisation: clubs.werkhof }, {});
  await quota(terms, 'open_bookings', 1, null);
  for (let round = 0; round < 10; round++) {
    const { done } = await c.rush(
      twelve((i) =>
        asks(
          i % 2 ? mia : otto,
          own[i % 6] as string,
          from(60 + 3 * round + Math.floor(i / 6), 10, 11),
        ),
      ),
    );
    expect(done.map((b) => b.organisation_id as string).sort()).toEqual(
      [clubs.kickers, clubs.chor].sort(),
    );
    await clear();
  }
  await c.sql('delete from public.quotas');
});

test('twelve people want to pick up on one day, and the caretaker serves four', async () => {
  await ruled(c, { organisation: clubs.werkhof }, { pickups_per_day: 4 });
  for (let round = 0; round < 15; round++) {
    const { done, refused } = await c.rush(
      twelve((i) =>
        asks(i % 2 ? mia : otto, i % 6 === 5 ? things.benches : (own[i % 5] as string), {
          ...wall(on(2, 3 + round), `${8 + Math.floor(i / 2)}:00`, `${9 + Math.floor(i / 2)}:00`),
        }),
      ),
    );
    expect(done).toHaveLength(4);
    expect(Object.keys(refused).filter((code) => !['BKFUL', 'BKOVL'].includes(code))).toEqual([]);
  }
  await ruled(c, { organisation: clubs.werkhof }, { pickups_per_day: null });
});

test('the same press of the button is one booking, also when it is the last that fits', async () => {
  const terms = await ruled(c, { organisation: clubs.werkhof }, { pickups_per_day: 1 });
  await quota(terms, 'open_bookings', 1, null);
  await clear();
  for (let round = 0; round < 15; round++) {
    const { done, refused } = await c.rush(
      twelve(() =>
        asks(mia, things.bike, {
          ...from(300 + round, 10, 12),
          p_idempotency_key: `last-${round}`,
        }),
      ),
    );
    expect(refused).toEqual({});
    expect(new Set(done.map((b) => b.id)).size).toBe(1);
    await clear();
  }
  await ruled(c, { organisation: clubs.werkhof }, { pickups_per_day: null });
  await c.sql('delete from public.quotas');
});

test('rules of pool, owner and things set at once: what holds is what stands there in the end', async () => {
  const set = (who: Person, scope: string, id: string, terms: object): Act => [
    who,
    (a) => a.call('set_terms', { p_scope: scope, p_id: id, p_terms: JSON.stringify(terms) }),
  ];
  const mine = [things.beamer, things.bike, things.benches];
  for (let round = 1; round < 25; round++) {
    const { done, refused } = await c.rush(
      twelve((i) =>
        i % 4 === 0
          ? set(manu, 'pool', pools.ostviertel, {
              hold_hours: round + i,
              max_days: 100 + round + i,
            })
          : i % 4 === 1
            ? set(ada, 'organisation', clubs.werkhof, {
                lead_minutes: round + i,
                quotas: [{ measure: 'open_bookings', most: 1000 + i }],
              })
            : i % 4 === 2
              ? set(ada, 'resource', mine[i % 3] as string, {
                  max_days: round % 3 ? round : null,
                  min_minutes: i,
                })
              : [
                  ada,
                  (a) =>
                    a.call('list_resource', {
                      p_organisation_id: clubs.werkhof,
                      p_kind: 'equipment',
                      p_title: `Leiter ${round} ${i}`,
                    }),
                ],
      ),
    );
    expect(refused).toEqual({});
    expect(done).toHaveLength(12);
    const stale = await c.sql(`
      select r.title from public.resources r
      join public.effective_terms e on e.resource_id = r.id
      left join public.terms t on t.resource_id = r.id
      left join public.terms o on o.organisation_id = r.organisation_id and o.resource_id is null
      left join public.terms p on p.pool_id = r.pool_id and p.organisation_id is null
      where (e.hold_hours, e.lead_minutes, e.max_days, e.min_minutes, cardinality(e.quotas)) is distinct from (
        coalesce(t.hold_hours, o.hold_hours, p.hold_hours, 72), coalesce(t.lead_minutes, o.lead_minutes, p.lead_minutes, 0),
        coalesce(t.max_days, o.max_days, p.max_days), coalesce(t.min_minutes, o.min_minutes, p.min_minutes),
        (select count(*) from public.quotas q where q.terms_id in (t.id, o.id, p.id)))`);
    expect(stale).toEqual([]);
  }
});

// This takes the lock away and expects what the tests above expect never to see.
const without = async (fn: string, words: RegExp, act: () => Promise<void>) => {
  const [row] = await c.sql(`select pg_get_functiondef('private.${fn}'::regproc) as source`);
  const source = row?.source as string;
  expect(source).toMatch(words);
  await c.sql(source.replace(words, 'null'));
  await act();
  await c.sql(source);
};

test('without the lock on what is counted, a quota is a race', async () => {
  const terms = await ruled(c, { organisation: clubs.werkhof }, {});
  await quota(terms, 'open_bookings', 3, null);
  let most = 0;
  await without('lock_keys', /perform pg_advisory_xact_lock[^;]+/, async () => {
    for (let round = 0; round < 20 && most <= 3; round++) {
      const { done } = await c.rush(
        twelve((i) =>
          asks(
            kickers[i % 3] as Person,
            own[i % 6] as string,
            from(400 + 2 * round + (i % 2), 10, 11),
          ),
        ),
      );
      most = Math.max(most, done.length);
      await clear();
    }
  });
  expect(most).toBeGreaterThan(3);
  await c.sql('delete from public.quotas');
});

/** Ada sets a rule of the beamer; before that is committed manu sets one of the whole pool. */
async function bothAtOnce(round: number): Promise<Row> {
  const [first, second] = [await c.connect(), await c.connect()];
  const speak = async (client: pg.Client, who: Person) => {
    await client.query('begin; set local role authenticated');
    await client.query("select set_config('request.jwt.claims', $1, true)", [claimsOf(who).claims]);
  };
  const set = (client: pg.Client, scope: string, id: string, terms: object) =>
    client.query('select public.set_terms($1, $2, $3)', [scope, id, JSON.stringify(terms)]);
  await speak(first, ada);
  await set(first, 'resource', things.beamer, { min_minutes: round });
  await speak(second, manu);
  const waiting = set(second, 'pool', pools.ostviertel, { hold_hours: round });
  await expect
    .poll(async () =>
      c.sql(
        `select 1 as waits from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      ),
    )
    .toEqual([{ waits: 1 }]);
  await first.query('commit');
  await waiting;
  await second.query('commit');
  await Promise.all([first.end(), second.end()]);
  const [row] = await c.sql(
    'select min_minutes, hold_hours from public.effective_terms where resource_id = $1',
    [things.beamer],
  );
  return row as Row;
}

test('who sets rules of two levels at once waits for the other and loses none', async () => {
  expect(await bothAtOnce(31)).toEqual({ min_minutes: 31, hold_hours: 31 });
  expect(await bothAtOnce(32)).toEqual({ min_minutes: 32, hold_hours: 32 });
});
