import { expect, test } from 'vitest';
import { ask } from '../support/acts';
import { brokenEvents } from '../support/broken-events';
import { crowd } from '../support/crowd';
import type { Acting, Row } from '../support/database';
import { planned, send, type PlannedEvent, type Wish } from '../support/events';
import { ada, amir, bea, boris, mia, olga, otto, service, type Actor } from '../support/people';
import { things } from '../support/story';
import { ruled } from '../support/terms';
import { from } from '../support/when';

const c = crowd(12);
type Act = [Actor, (a: Acting) => Promise<Row>];
const shuffled = <T>(items: T[]): T[] =>
  items
    .map((item) => [Math.random(), item] as const)
    .sort((a, b) => a[0] - b[0])
    .map(([, item]) => item);
const inOrder = async () => expect(await c.sql(brokenEvents)).toEqual([]);
const sending = (who: typeof mia, event: PlannedEvent, key?: string): Act => [
  who,
  async (a) => ({ rows: await send({ as: () => a }, who, event, key) }),
];
const live = async (id: string) =>
  (
    await c.sql(
      `select count(*) as n from public.bookings where event_id = $1 and status in ('requested', 'approved')`,
      [id],
    )
  )[0]?.n as number;
const planOf = async (id: string) =>
  (await c.sql('select status, settle_by from public.event_plans where event_id = $1', [id]))[0];

const wishes: Wish[] = [
  { what: 'Bänke', parts: [[things.benches, 7]] },
  { what: 'Halle', parts: [[things.hall, 1]] },
  { what: 'Film', parts: [[things.beamer, 1]] },
  { what: 'Leinwand', parts: [[things.projector, 1]] },
  { what: 'Rad', parts: [[things.bike, 1]] },
];
const askers = [mia, bea, boris, olga, otto, amir, ada, mia];

test('eight events over the same things, each in its own order: one gets all, seven nothing, nobody waits in a circle', async () => {
  for (let i = 0; i < 12; i++) {
    const events = [];
    for (const who of askers)
      events.push({ who, event: await planned(c, who, shuffled(wishes), from(20 + i, 10, 12)) });
    const { done, refused } = await c.rush(events.map(({ who, event }) => sending(who, event)));
    expect(done).toHaveLength(1);
    expect(refused).toEqual({ EVMIS: 7 });
    const counts = [];
    for (const { event } of events) counts.push(await live(event.id));
    expect(counts.sort()).toEqual([0, 0, 0, 0, 0, 0, 0, 5]);
  }
  await inOrder();
});

test('events that overlap in part, wholes and halves, kits and piles: all or nothing for each', async () => {
  const lists: Wish[][] = [
    [
      { what: 'A', parts: [[things.hallA, 1]] },
      { what: 'Rad', parts: [[things.bike, 1]] },
    ],
    [
      { what: 'Halle', parts: [[things.hall, 1]] },
      { what: 'Kino', parts: [[things.cinemaKit, 1]] },
    ],
    [
      { what: 'Kino', parts: [[things.cinemaKit, 1]] },
      { what: 'B', parts: [[things.hallB, 1]] },
    ],
    [
      { what: 'Rad', parts: [[things.bike, 1]] },
      { what: 'Bänke', parts: [[things.benches, 3]] },
    ],
    [
      { what: 'Film', parts: [[things.beamer, 1]] },
      { what: 'B', parts: [[things.hallB, 1]] },
      { what: 'Bänke', parts: [[things.benches, 12]] },
    ],
    [
      { what: 'Küche', parts: [[things.kitchen, 1]] },
      { what: 'A', parts: [[things.hallA, 1]] },
    ],
  ];
  for (let i = 0; i < 20; i++) {
    const events = [];
    for (const [n, list] of lists.entries()) {
      const who = askers[n] ?? mia;
      events.push({
        who,
        size: list.length,
        event: await planned(c, who, shuffled(list), from(50 + i, 10, 12)),
      });
    }
    const { done, refused } = await c.rush(
      shuffled(events.map(({ who, event }) => sending(who, event))),
    );
    expect(done.length).toBeGreaterThan(0);
    expect(Object.keys(refused).filter((code) => code !== 'EVMIS')).toEqual([]);
    for (const { event, size } of events) expect([0, size]).toContain(await live(event.id));
  }
  await inOrder();
});

test('an event against single requests for its things: all of it or nothing, and every slot has one owner', async () => {
  for (let i = 0; i < 20; i++) {
    const event = await planned(c, mia, shuffled(wishes), from(90 + i, 10, 12));
    const single = (who: typeof mia, thing: string, more = {}): Act => [
      who,
      (a) => ask({ as: () => a }, who, thing, { ...from(90 + i, 11, 13), ...more }),
    ];
    const { refused } = await c.rush(
      shuffled([
        sending(mia, event),
        single(otto, things.beamer),
        single(olga, things.benches, { p_quantity: 8 }),
        single(otto, things.hallB),
        single(bea, things.cinemaKit),
      ]),
    );
    expect([0, 5]).toContain(await live(event.id));
    for (const code of Object.keys(refused)) expect(['EVMIS', 'BKOVL', 'BKCAP']).toContain(code);
  }
  await inOrder();
});

test('the same press arriving six times at once: one event, one set of bookings, one mail to each owner', async () => {
  for (let i = 0; i < 12; i++) {
    const event = await planned(c, mia, wishes, from(120 + i, 10, 12));
    await c.sql('delete from private.outbox where booking_id is null');
    const { done, refused } = await c.rush(
      Array.from({ length: 6 }, () => sending(mia, event, `once ${i}`)),
    );
    expect(refused).toEqual({});
    expect(new Set(done.map((row) => JSON.stringify(row.rows))).size).toBe(1);
    expect(await live(event.id)).toBe(5);
    expect(
      await c.sql(`select topic from private.outbox where payload ->> 'event_id' = $1`, [event.id]),
    ).toEqual([{ topic: 'event_requested' }, { topic: 'event_requested' }]);
  }
  await inOrder();
});

const sweep: Act = [service, (a) => a.call('sweep_events')];
const expire: Act = [service, (a) => a.call('expire_holds')];
const on = (who: Actor, fn: string, args: object): Act => [who, (a) => a.call(fn, { ...args })];

test('declined, cancelled and swept at once: in the end it is off as a whole, or has a gap with its deadline', async () => {
  const ends = new Set<string>();
  for (let i = 0; i < 25; i++) {
    const event = await planned(c, mia, wishes, from(150 + i, 10, 12));
    await send(c, mia, event);
    const bookings = await c.sql(
      `select id, resource_id from public.bookings where event_id = $1`,
      [event.id],
    );
    const benches = bookings.find((b) => b.resource_id === things.benches)?.id as string;
    const film = bookings.find((b) => b.resource_id === things.beamer)?.id as string;
    await c.sql(`update public.bookings set hold_expires_at = now() where id = $1`, [film]);
    const { refused } = await c.rush(
      shuffled([
        on(amir, 'decline_booking', { p_booking_id: benches }),
        on(ada, 'approve_event_parts', { p_event_id: event.id }),
        ...(i % 2 ? [on(bea, 'cancel_event', { p_event_id: event.id })] : []),
        sweep,
        expire,
        sweep,
      ]),
    );
    for (const code of Object.keys(refused)) expect(['BKSTA']).toContain(code);
    await c.as(service).call('sweep_events');
    const plan = await planOf(event.id);
    ends.add(plan?.status as string);
    if (i % 2) expect([plan?.status, await live(event.id)]).toEqual(['cancelled', 0]);
    else if ((await live(event.id)) < 5) expect(plan?.settle_by).not.toBeNull();
  }
  expect([...ends]).toContain('cancelled');
  await inOrder();
});

test('a gap filled in the moment its time is up: filled and kept, or called off as a whole', async () => {
  const ends: Record<string, number> = {};
  for (let i = 0; i < 25; i++) {
    const event = await planned(
      c,
      mia,
      [
        { what: 'Film', parts: [[things.beamer, 1]] },
        { what: 'Bänke', parts: [[things.benches, 7]] },
      ],
      from(190 + i, 10, 12),
    );
    await send(c, mia, event);
    const [film] = await c.sql(
      'select id from public.bookings where event_id = $1 and resource_id = $2',
      [event.id, things.beamer],
    );
    await c.as(amir).call('decline_booking', { p_booking_id: film?.id });
    await c.sql('update public.event_plans set settle_by = now() where event_id = $1', [event.id]);
    const { refused } = await c.rush(
      shuffled([
        on(mia, 'replace_event_item', {
          p_item_id: event.items[0],
          p_parts: JSON.stringify([{ resource_id: things.projector, quantity: 1 }]),
        }),
        on(amir, 'decline_event_parts', { p_event_id: event.id }),
        on(bea, 'accept_without', { p_item_id: event.items[0] }),
        sweep,
        sweep,
      ]),
    );
    for (const code of Object.keys(refused)) expect(code).toBe('BKSTA');
    const plan = await planOf(event.id);
    ends[plan?.status as string] = (ends[plan?.status as string] ?? 0) + 1;
    if (plan?.status === 'cancelled') expect(await live(event.id)).toBe(0);
  }
  expect(Object.keys(ends).length).toBeGreaterThan(0);
  await inOrder();
});

test('two sweeps and twenty events whose time is up over the same things: each is called off once', async () => {
  const events: PlannedEvent[] = [];
  for (let i = 0; i < 20; i++) {
    const event = await planned(c, mia, shuffled(wishes), from(230 + i, 10, 12));
    await send(c, mia, event);
    const [one] = await c.sql(
      'select id from public.bookings where event_id = $1 and resource_id = $2',
      [event.id, things.beamer],
    );
    await c.as(amir).call('decline_booking', { p_booking_id: one?.id });
    events.push(event);
  }
  await c.sql('update public.event_plans set settle_by = now() where settle_by is not null');
  const asks = Array.from({ length: 6 }, (_, i): Act => [
    otto,
    (a) => ask({ as: () => a }, otto, things.benches, { ...from(230 + i, 10, 12), p_quantity: 3 }),
  ]);
  const { refused } = await c.rush([sweep, ...asks, sweep, sweep]);
  expect(refused).toEqual({});
  await c.as(service).call('sweep_events');
  for (const event of events) {
    expect(await planOf(event.id)).toMatchObject({ status: 'cancelled' });
    expect(await live(event.id)).toBe(0);
  }
  const told = await c.sql(
    `select payload ->> 'event_id' as id, count(*) as n from private.outbox where topic = 'event_ran_out' group by 1 having count(*) > 1`,
  );
  expect(told).toEqual([]);
  await inOrder();
});

test('quotas and pick-ups are counted one after the other: events of one club over two owners never exceed them', async () => {
  const terms = await ruled(c, { resource: things.bike }, { pickups_per_day: 1 });
  await ruled(c, { resource: things.kitchen }, { pickups_per_day: 1 });
  await c.sql(
    `insert into public.quotas (terms_id, measure, per, most) values ($1, 'hours', 'week', 5)`,
    [terms],
  );
  const events = [];
  for (let i = 0; i < 10; i++) {
    const list: Wish[] = shuffled([
      { what: 'Rad', parts: [[things.bike, 1]] },
      { what: 'Küche', parts: [[things.kitchen, 1]] },
    ]);
    // all on one day, one after the other: only the count stands in the way
    events.push(await planned(c, mia, list, from(290, 2 + i * 2, 3 + i * 2)));
  }
  const { done, refused } = await c.rush(events.map((event) => sending(mia, event)));
  expect(done).toHaveLength(1);
  expect(refused).toEqual({ EVMIS: 9 });
  await inOrder();
});
