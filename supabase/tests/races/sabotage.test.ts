import { expect, test } from 'vitest';
import { ask } from '../support/acts';
import { broken } from '../support/books';
import { crowd } from '../support/crowd';
import type { Acting, Row } from '../support/database';
import { ada, amir, mia, otto, type Person } from '../support/people';
import { things } from '../support/story';
import { from } from '../support/when';
import type pg from 'pg';

// These prove that the races can be lost: each takes one guard away in this file's own database and
// expects the double booking that the other files expect never to see.
const c = crowd(20);
const rush = (thing: string, day: number) =>
  c.rush(
    Array.from({ length: 20 }, (_, i): [Person, (a: Acting) => Promise<Row>] => {
      const who = i % 2 ? mia : otto;
      return [who, (a) => ask({ as: () => a }, who, thing, from(day, 10, 12))];
    }),
  );
const owner = {
  query: async (text: string) => ({ rows: await c.sql(text) }),
} as unknown as pg.ClientBase;
const clean = () =>
  c.sql('truncate public.bookings, public.allocations, private.outbox restart identity cascade');

test('without the exclusion constraint many get the one slot, and the books show it', async () => {
  await c.sql('alter table public.allocations drop constraint allocations_asset_id_blocked_excl');
  expect((await rush(things.bike, 10)).done.length).toBeGreaterThan(1);
  expect((await broken(owner)).some((problem) => problem.includes('above its stock'))).toBe(true);
  await clean();
  await c.sql(
    `alter table public.allocations add constraint allocations_asset_id_blocked_excl exclude using gist (asset_id with =, blocked with &&) where (exclusive)`,
  );
  expect((await rush(things.bike, 10)).done).toHaveLength(1);
});

test('without the lock the count of a pile is a race, and the books show it', async () => {
  const [{ guard, lock } = {}] = await c.sql(
    `select pg_get_functiondef('private.tg_allocations__guard_pile'::regproc) as guard, pg_get_functiondef('private.lock_assets'::regproc) as lock`,
  );
  await c.sql((guard as string).replace('for no key update', ''));
  await c.sql((lock as string).replace('for no key update', ''));
  let worst = 0;
  for (let day = 20; day < 40 && worst <= 12; day++)
    worst = Math.max(worst, (await rush(things.benches, day)).done.length);
  expect(worst).toBeGreaterThan(12);
  expect((await broken(owner)).some((problem) => problem.includes('above its stock'))).toBe(true);
  await clean();
  await c.sql(guard as string);
  await c.sql(lock as string);
  expect((await rush(things.benches, 20)).done).toHaveLength(12);
});

test('without the row lock the transition table still lets only one approval through', async () => {
  const [{ lock } = {}] = await c.sql(
    `select pg_get_functiondef('private.lock_booking'::regproc) as lock`,
  );
  await c.sql((lock as string).replace('for no key update', ''));
  const approvals = async (day: number) => {
    const b = await ask(c, mia, things.beamer, from(day, 10, 12));
    return c.rush(
      [amir, ada, amir, ada].map((who): [Person, (a: Acting) => Promise<Row>] => [
        who,
        (a) => a.call('approve_booking', { p_booking_id: b.id }),
      ]),
    );
  };
  for (let day = 60; day < 80; day++)
    expect(await approvals(day)).toMatchObject({
      done: [{ status: 'approved' }],
      refused: { BKSTA: 3 },
    });
  await c.sql(
    `insert into private.booking_transitions (from_status, to_status, action, side) values ('approved', 'approved', 'approved', 'owner')`,
  );
  let approved = 0;
  for (let day = 80; day < 110; day++)
    approved = Math.max(approved, (await approvals(day)).done.length);
  expect(approved).toBeGreaterThan(1);
  await c.sql(lock as string);
  await c.sql(
    `delete from private.booking_transitions where from_status = 'approved' and to_status = 'approved'`,
  );
  await clean();
});
