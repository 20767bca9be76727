import { expect, test } from 'vitest';
import { ask } from '../support/acts';
import { playAt } from '../support/clock';
import { crowd } from '../support/crowd';
import type { Acting, Row } from '../support/database';
import { ada, amir, bea, mia, otto, service, type Actor } from '../support/people';
import { clubs, pools, things } from '../support/story';
import { from, when } from '../support/when';

const ROUNDS = 25;
const c = crowd(12);
type Act = [Actor, (a: Acting) => Promise<Row>];
const on = (who: Actor, fn: string, id: unknown, more = {}): Act => [
  who,
  (a) => a.call(fn, { p_booking_id: id, ...more }),
];
const sweep: Act = [service, (a) => a.call('sweep_overdue')];
const asking = (thing: string, more: Record<string, unknown>): Act => [
  otto,
  (a) => ask({ as: () => a }, otto, thing, more),
];
const shuffled = <T>(items: T[]): T[] =>
  items
    .map((item) => [Math.random(), item] as const)
    .sort((a, b) => a[0] - b[0])
    .map(([, item]) => item);
const row = async (id: unknown) =>
  (await c.sql('select * from public.bookings where id = $1', [id]))[0] as Row;
const log = async (id: unknown) =>
  (
    await c.sql('select action from public.booking_log where booking_id = $1 order by version', [
      id,
    ])
  ).map((r) => r.action as string);
const promised = async (thing: string, day: number, more = {}): Promise<Row> => {
  const b = await ask(c, mia, thing, { ...from(day, 10, 12), ...more });
  return b.status === 'approved' ? b : c.as(amir).call('approve_booking', { p_booking_id: b.id });
};
const longer = (day: number) => ({ p_ends_at: when(day, 14) });
const hours = (n: number) => new Date(Date.now() + n * 3_600_000).toISOString();
const emptied = () =>
  c.sql('truncate public.bookings, public.allocations, private.outbox restart identity cascade');

test('a wish for more against a request for the same slot: one of them has it', async () => {
  const ends = new Set<string>();
  for (let i = 0; i < ROUNDS; i++) {
    const b = await promised(things.beamer, 10 + i);
    const { done, refused } = await c.rush(
      shuffled([
        on(mia, 'change_booking', b.id, longer(10 + i)),
        asking(things.beamer, from(10 + i, 12, 14)),
        asking(things.beamer, from(10 + i, 13, 15)),
      ]),
    );
    expect(done.length).toBeGreaterThan(0);
    expect(Object.keys(refused)).toEqual(['BKOVL']);
    ends.add(done.some((r) => 'from_starts_at' in r) ? 'wish' : 'request');
  }
  expect(ends.size).toBeGreaterThan(0);
});

test('of a pile, many who wish for more share what is left and no more', async () => {
  for (let i = 0; i < ROUNDS; i++) {
    const mine = await promised(things.benches, 40 + i, { p_quantity: 4 });
    const theirs = await ask(c, otto, things.benches, { ...from(40 + i, 10, 12), p_quantity: 4 });
    await c.as(amir).call('approve_booking', { p_booking_id: theirs.id });
    const { done, refused } = await c.rush([
      on(mia, 'change_booking', mine.id, { p_quantity: 7 }),
      on(otto, 'change_booking', theirs.id, { p_quantity: 7 }),
      asking(things.benches, { ...from(40 + i, 10, 12), p_quantity: 3 }),
    ]);
    expect(done).toHaveLength(1);
    expect(refused).toEqual({ BKCAP: 2 });
  }
});

test('granted against withdrawn against cancelled: the books tell one story', async () => {
  const stories = new Set<string>();
  for (let i = 0; i < ROUNDS; i++) {
    const b = await promised(things.beamer, 80 + i);
    const wish = await c.as(mia).call('change_booking', { p_booking_id: b.id, ...longer(80 + i) });
    const answer = (who: Actor, fn: string): Act => [
      who,
      (a) => a.call(fn, { p_change_id: wish.id }),
    ];
    await c.rush(
      shuffled([
        answer(amir, 'grant_change'),
        answer(ada, 'decline_change'),
        answer(mia, 'withdraw_change'),
        on(bea, 'cancel_booking', b.id),
      ]),
    );
    const now = await row(b.id);
    expect(now.status).toBe('cancelled');
    const story = (await log(b.id)).slice(3);
    stories.add(story.join(' '));
    expect(story.at(-1)).toBe('cancelled');
    expect(story.length).toBeLessThanOrEqual(2);
    expect(
      await c.sql('select 1 from public.allocations where booking_id = $1', [b.id]),
    ).toHaveLength(0);
  }
  expect(stories.size).toBeGreaterThan(0);
});

test('granted against run out, while others ask for the slot: granted with it, or run out without', async () => {
  for (let i = 0; i < ROUNDS; i++) {
    const b = await promised(things.beamer, 110 + i);
    const wish = await c.as(mia).call('change_booking', { p_booking_id: b.id, ...longer(110 + i) });
    await c.sql('update public.booking_changes set expires_at = now() where id = $1', [wish.id]);
    const { done } = await c.rush(
      shuffled([
        [amir, (a) => a.call('grant_change', { p_change_id: wish.id })] as Act,
        [service, (a) => a.call('expire_holds')] as Act,
        asking(things.beamer, from(110 + i, 12, 14)),
      ]),
    );
    const [{ status } = {}] = await c.sql(
      'select status from public.booking_changes where id = $1',
      [wish.id],
    );
    const got = done.some((r) => r.requested_by === otto.id);
    expect(status === 'granted' ? !got : status === 'expired').toBe(true);
  }
});

test('changed by two at once: two changes one after the other, and never a lost one', async () => {
  for (let i = 0; i < ROUNDS; i++) {
    const b = await promised(things.bike, 140 + i);
    const { done } = await c.rush([
      on(mia, 'change_booking', b.id, { p_ends_at: when(140 + i, 14) }),
      on(bea, 'change_booking', b.id, { p_ends_at: when(140 + i, 16) }),
    ]);
    expect(done).toHaveLength(2);
    const now = await row(b.id);
    expect(now.version).toBe(3);
    const changes = await c.sql(
      'select from_ends_at, ends_at from public.booking_changes where booking_id = $1 order by decided_at',
      [b.id],
    );
    expect(changes[1]?.from_ends_at).toEqual(changes[0]?.ends_at);
    expect(now.ends_at).toEqual(changes[1]?.ends_at);
  }
});

test('handed over twice, by two people and twice by one phone: once', async () => {
  for (let i = 0; i < ROUNDS; i++) {
    const b = await promised(things.bike, 2);
    await playAt(c, b.id, -1, 2);
    const phone = on(amir, 'hand_over_booking', b.id, { p_idempotency_key: `k${i}` });
    const { done, refused } = await c.rush(
      shuffled([phone, phone, phone, on(ada, 'hand_over_booking', b.id)]),
    );
    expect(await log(b.id)).toEqual(['requested', 'handed_over']);
    const wasPhone = (await row(b.id)).handover_key !== null;
    expect(done).toHaveLength(wasPhone ? 3 : 1);
    expect(refused).toEqual(wasPhone ? { BKSTA: 1 } : { BKSTA: 3 });
    await emptied();
  }
});

test('handed over against released because nobody came: one of them', async () => {
  await c.sql(
    'insert into public.terms (pool_id, organisation_id, resource_id, no_show_minutes) values ($1, $2, $3, 30)',
    [pools.ostviertel, clubs.werkhof, things.bike],
  );
  const ends = new Set<string>();
  for (let i = 0; i < ROUNDS; i++) {
    const b = await promised(things.bike, 2);
    await playAt(c, b.id, -1, 5);
    const { done } = await c.rush(
      shuffled([
        on(amir, 'hand_over_booking', b.id),
        [service, (a) => a.call('release_no_shows')] as Act,
        [service, (a) => a.call('release_no_shows')] as Act,
        asking(things.bike, { p_starts_at: hours(1), p_ends_at: hours(2) }),
      ]),
    );
    const { status } = await row(b.id);
    ends.add(status as string);
    expect(await log(b.id)).toEqual(['requested', status]);
    const got = done.some((r) => r.requested_by === otto.id);
    if (status === 'handed_over') expect(got).toBe(false);
    await emptied();
  }
  expect([...ends].every((status) => ['handed_over', 'no_show'].includes(status))).toBe(true);
});

test('back against the sweep of what is late, while others ask: never late after it is back', async () => {
  for (let i = 0; i < ROUNDS; i++) {
    const b = await promised(things.bike, 2);
    await playAt(c, b.id, -3, 1);
    await c.as(amir).call('hand_over_booking', { p_booking_id: b.id });
    await playAt(c, b.id, -3, -1);
    const next = asking(things.bike, { p_starts_at: hours(0.1), p_ends_at: hours(2) });
    const { refused } = await c.rush(
      shuffled([sweep, sweep, next, next, on(amir, 'return_booking', b.id)]),
    );
    expect(Object.keys(refused)).toEqual(['BKOVL']);
    expect((await row(b.id)).status).toBe('returned');
    const story = await log(b.id);
    expect(story.at(-1)).toBe('returned');
    expect(
      await c.sql(
        'select 1 from public.allocations where booking_id = $1 and upper(blocked) > now()',
        [b.id],
      ),
    ).toHaveLength(0);
    await emptied();
  }
});

test('a thing that is late and those who ask for it: who was promised keeps it, nobody else gets it', async () => {
  for (let i = 0; i < ROUNDS; i++) {
    const b = await promised(things.hall, 2);
    await playAt(c, b.id, -3, 1);
    await c.as(amir).call('hand_over_booking', { p_booking_id: b.id });
    await playAt(c, b.id, -3, -1);
    const wants = [things.hall, things.hallA, things.hallB].map((thing) =>
      asking(thing, { p_starts_at: hours(1), p_ends_at: hours(2) }),
    );
    await c.rush(shuffled([sweep, sweep, ...wants, ...wants]));
    await c.as(service).call('sweep_overdue');
    await emptied();
  }
});

test('withdrawn while its booking is cancelled and others ask: nobody slips in', async () => {
  for (let i = 0; i < ROUNDS; i++) {
    const b = await promised(things.bike, 170 + i);
    const withdraw: Act = [
      amir,
      (a) =>
        a.call('withdraw_resource', {
          p_resource_id: things.bike,
          p_from: when(170 + i),
          p_until: when(171 + i),
        }),
    ];
    const next = asking(things.bike, from(170 + i, 10, 12));
    await c.rush(shuffled([withdraw, on(mia, 'cancel_booking', b.id), next, next, next]));
    // who asked may have come before the withdrawal, never after it
    await c.rush([next, asking(things.bike, from(170 + i, 8, 10))]).then(({ done }) => {
      expect(done).toEqual([]);
    });
  }
});

test('a kit gets another part while people book that part and the kit: every promise keeps its parts', async () => {
  const parts = async () =>
    (
      await c.sql('select asset_id, quantity from public.resource_assets where resource_id = $1', [
        things.cinemaKit,
      ])
    ).map((r) => r.asset_id as string);
  const before = await parts();
  const [{ asset } = {}] = await c.sql(
    'select asset_id as asset from public.resource_assets where resource_id = $1',
    [things.bike],
  );
  for (let i = 0; i < ROUNDS; i++) {
    await promised(things.cinemaKit, 200 + i);
    const change = (ids: string[]): Act => [
      amir,
      (a) => a.call('change_parts', { p_resource_id: things.cinemaKit, p_asset_ids: ids }),
    ];
    const { refused } = await c.rush(
      shuffled([
        change([...before, asset as string]),
        change(before),
        asking(things.cinemaKit, from(200 + i, 12, 14)),
        asking(things.bike, from(200 + i, 11, 13)),
        asking(things.bike, from(200 + i, 13, 15)),
      ]),
    );
    expect(Object.keys(refused).filter((code) => code !== 'BKOVL')).toEqual([]);
  }
});
