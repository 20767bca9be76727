import { expect, test } from 'vitest';
import { ask } from '../support/acts';
import { crowd } from '../support/crowd';
import type { Acting } from '../support/database';
import { amir, bea, boris, mia, olga, otto, service, type Person } from '../support/people';
import { insert, assets, clubs, pools, things } from '../support/story';
import { from, when } from '../support/when';
import type pg from 'pg';

const c = crowd(20);
const borrowers = [mia, boris, bea, otto, olga];
const nth = (i: number) => borrowers[i % borrowers.length] as Person;
const days = (rounds: number, first = 10) => Array.from({ length: rounds }, (_, i) => first + i);
const asks = (thing: string, more: object) => (who: Person) => (a: Acting) =>
  ask({ as: () => a }, who, thing, { ...more });
const everyone = (
  n: number,
  act: (who: Person, i: number) => (a: Acting) => ReturnType<Acting['call']>,
) =>
  Array.from({ length: n }, (_, i): [Person, (a: Acting) => ReturnType<Acting['call']>] => [
    nth(i),
    act(nth(i), i),
  ]);

test('twenty people press at once for one slot: exactly one gets it', async () => {
  for (const day of days(30)) {
    for (const thing of [things.bike, things.beamer]) {
      const { done, refused } = await c.rush(everyone(20, asks(thing, from(day, 10, 12))));
      expect(done).toHaveLength(1);
      expect(refused).toEqual({ BKOVL: 19 });
    }
  }
});

test('also when their periods only touch here and there', async () => {
  for (const day of days(20, 50)) {
    const { refused } = await c.rush(
      everyone(20, (who, i) =>
        asks(things.bike, { p_starts_at: when(day, 8, i * 7), p_ends_at: when(day, 9, i * 7) })(
          who,
        ),
      ),
    );
    expect(Object.keys(refused)).toEqual(['BKOVL']);
  }
});

test('twenty people want one of the last three of twelve benches: exactly three get one', async () => {
  for (const day of days(30)) {
    await ask(c, mia, things.benches, { ...from(day, 8, 14), p_quantity: 9 });
    const { done, refused } = await c.rush(everyone(20, asks(things.benches, from(day, 10, 12))));
    expect(done).toHaveLength(3);
    expect(refused).toEqual({ BKCAP: 17 });
  }
});

test('twenty people want different numbers of benches at different hours: never more than twelve are out', async () => {
  for (const day of days(20, 50)) {
    const { refused } = await c.rush(
      everyone(20, (who, i) =>
        asks(things.benches, { ...from(day, 8 + (i % 5), 13 + (i % 7)), p_quantity: 1 + (i % 6) })(
          who,
        ),
      ),
    );
    expect(Object.keys(refused)).toEqual(['BKCAP']);
  }
});

test('the kit against its parts: the beamer goes to one of them, and the benches suffice', async () => {
  for (const day of days(20, 100)) {
    const { done, refused } = await c.rush(
      everyone(18, (who, i) =>
        asks([things.cinemaKit, things.beamer, things.benches][i % 3] as string, {
          ...from(day, 10, 12),
          p_quantity: i % 3 === 2 ? 2 : 1,
        })(who),
      ),
    );
    const of = (thing: string) => done.filter((b) => b.resource_id === thing).length;
    expect(of(things.cinemaKit) + of(things.beamer)).toBe(1);
    expect(of(things.cinemaKit) * 10 + of(things.benches) * 2).toBeLessThanOrEqual(12);
    expect(Object.keys(refused).filter((code) => code !== 'BKOVL' && code !== 'BKCAP')).toEqual([]);
  }
});

test('the whole hall against its halves: the whole or the halves, never both', async () => {
  let wholes = 0;
  for (const day of days(30, 130)) {
    const { done, refused } = await c.rush(
      everyone(18, (who, i) =>
        asks([things.hall, things.hallA, things.hallB][i % 3] as string, from(day, 10, 12))(who),
      ),
    );
    const of = (thing: string) => done.filter((b) => b.resource_id === thing).length;
    wholes += of(things.hall);
    expect([of(things.hall), of(things.hallA), of(things.hallB)]).toEqual(
      of(things.hall) === 1 ? [1, 0, 0] : [0, 1, 1],
    );
    expect(Object.keys(refused)).toEqual(['BKOVL']);
  }
  expect(wholes).toBeLessThanOrEqual(30);
});

test('the same press of the button, ten times at once, is one booking', async () => {
  for (const day of days(30, 170)) {
    const key = { p_idempotency_key: `tap-${day}` };
    const { done, refused } = await c.rush(
      Array.from({ length: 10 }, () => [
        mia,
        asks(things.bike, { ...from(day, 10, 12), ...key })(mia),
      ]),
    );
    expect(refused).toEqual({});
    expect(new Set(done.map((b) => b.id)).size).toBe(1);
    expect(
      (
        await c.sql('select count(*) as n from public.bookings where idempotency_key = $1', [
          key.p_idempotency_key,
        ])
      )[0]?.n,
    ).toBe(1);
  }
});

test('the same key for different things at once: one is done, the others are told', async () => {
  for (const day of days(20, 210)) {
    const { done, refused } = await c.rush(
      Array.from({ length: 10 }, (_, i) => [
        mia,
        asks([things.bike, things.hallA, things.kitchen][i % 3] as string, {
          ...from(day, 10, 12),
          p_idempotency_key: `mix-${day}`,
        })(mia),
      ]),
    );
    expect(new Set(done.map((b) => b.id)).size).toBe(1);
    expect(Object.keys(refused)).toEqual(['IDEMP']);
  }
});

test('two kits that name the same four assets in opposite order never wait in a circle', async () => {
  const owner = {
    query: (text: string, values: unknown[]) => c.sql(text, values),
  } as unknown as pg.ClientBase;
  const kits = ['00000000-0000-4000-8003-0000000000a1', '00000000-0000-4000-8003-0000000000a2'];
  const parts = [assets.beamer, assets.benches, assets.bike, assets.kitchen];
  for (const [i, kit] of kits.entries()) {
    await insert(owner, 'public.resources', [
      {
        id: kit,
        pool_id: pools.ostviertel,
        organisation_id: clubs.werkhof,
        slug: `kit-${i}`,
        kind: 'equipment',
        title: `Kit ${i}`,
        approval: 'instant',
      },
    ]);
    for (const part of i === 0 ? parts : [...parts].reverse())
      await insert(owner, 'public.resource_assets', [
        { resource_id: kit, asset_id: part, quantity: 1 },
      ]);
  }
  for (const day of days(30, 240)) {
    const { done, refused } = await c.rush(
      everyone(20, (who, i) => asks(kits[i % 2] as string, from(day, 10, 12))(who)),
    );
    expect(done).toHaveLength(1);
    expect(refused).toEqual({ BKOVL: 19 });
  }
});

test('requests that end holds which ran out, on kits that share parts crosswise, never wait in a circle', async () => {
  // Each pair of things shares a part with the next pair, so that whoever sweeps touches others' parts.
  const shared = [
    things.cinemaKit,
    things.beamer,
    things.benches,
    things.bike,
    things.hall,
    things.hallA,
    things.hallB,
    things.kitchen,
    '00000000-0000-4000-8003-0000000000a1',
    '00000000-0000-4000-8003-0000000000a2',
  ];
  for (const day of days(30, 280)) {
    await c.sql(`update public.resources set approval = 'manual' where id = any($1)`, [shared]);
    await c.rush(
      everyone(20, (who, i) => asks(shared[i % shared.length] as string, from(day, 10, 12))(who)),
    );
    await c.sql(`update public.bookings set hold_expires_at = now() where status = 'requested'`);
    const { refused } = await c.rush(
      [
        ...everyone(19, (who, i) =>
          asks(shared[(i * 7) % shared.length] as string, from(day, 10 + (i % 2), 12))(who),
        ),
        [service, (a: Acting) => a.call('expire_holds')] as const,
      ].map(([who, act]) => [who, act] as [Person, typeof act]),
    );
    expect(Object.keys(refused).filter((code) => code !== 'BKOVL' && code !== 'BKCAP')).toEqual([]);
  }
  await c.sql(`update public.resources set approval = 'instant' where id = any($1)`, [shared]);
});

test('piles are refused to transactions that would look at an old snapshot', async () => {
  const client = await c.connect();
  for (const level of ['repeatable read', 'serializable']) {
    await client.query(`begin isolation level ${level}; set local role authenticated`);
    await client.query(`select set_config('request.jwt.claims', $1, true)`, [
      JSON.stringify({ sub: mia.id, role: 'authenticated' }),
    ]);
    await expect(
      client.query('select public.request_booking($1, $2, $3, $4)', [
        things.benches,
        clubs.kickers,
        when(400, 1),
        when(400, 2),
      ]),
    ).rejects.toMatchObject({ code: '0A000' });
    await client.query('rollback');
    await client.query(`begin isolation level ${level}; set local role authenticated`);
    await client.query(`select set_config('request.jwt.claims', $1, true)`, [
      JSON.stringify({ sub: amir.id, role: 'authenticated' }),
    ]);
    await expect(
      client.query('select public.change_stock($1, 5)', [things.benches]),
    ).rejects.toMatchObject({ code: '0A000' });
    await client.query('rollback');
  }
});
