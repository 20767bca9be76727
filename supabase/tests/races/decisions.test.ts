import { expect, test } from 'vitest';
import { ask } from '../support/acts';
import { crowd } from '../support/crowd';
import type { Acting, Row } from '../support/database';
import { ada, amir, bea, mia, otto, service, type Actor } from '../support/people';
import { clubs, things } from '../support/story';
import { from, when } from '../support/when';

const c = crowd(12);
type Act = [Actor, (a: Acting) => Promise<Row>];
const on = (who: Actor, fn: string, id: unknown): Act => [
  who,
  (a) => a.call(fn, { p_booking_id: id }),
];
const statusOf = async (id: unknown) =>
  (await c.sql('select status from public.bookings where id = $1', [id]))[0]?.status as string;
const log = async (id: unknown) =>
  (
    await c.sql('select action from public.booking_log where booking_id = $1 order by version', [
      id,
    ])
  ).map((r) => r.action as string);
const shuffled = <T>(items: T[]): T[] =>
  items
    .map((item) => [Math.random(), item] as const)
    .sort((a, b) => a[0] - b[0])
    .map(([, item]) => item);

test('approved by six at once: one approves, five are told it has moved on', async () => {
  for (let i = 0; i < 40; i++) {
    const b = await ask(c, mia, things.beamer, from(10 + i, 10, 12));
    const { done, refused } = await c.rush(
      [amir, ada, amir, ada, amir, ada].map((who) => on(who, 'approve_booking', b.id)),
    );
    expect(done).toHaveLength(1);
    expect(refused).toEqual({ BKSTA: 5 });
    expect(await log(b.id)).toEqual(['requested', 'approved']);
  }
});

test('approved against declined: one of them', async () => {
  const ends = new Set<string>();
  for (let i = 0; i < 40; i++) {
    const b = await ask(c, mia, things.beamer, from(60 + i, 10, 12));
    const { done, refused } = await c.rush(
      shuffled([on(amir, 'approve_booking', b.id), on(ada, 'decline_booking', b.id)]),
    );
    expect(done).toHaveLength(1);
    expect(refused).toEqual({ BKSTA: 1 });
    ends.add(await statusOf(b.id));
  }
  expect(ends.size).toBeGreaterThan(0);
});

test('approved against expired: approved with its slot, or expired without', async () => {
  for (let i = 0; i < 40; i++) {
    const b = await ask(c, mia, things.beamer, from(110 + i, 10, 12));
    await c.sql('update public.bookings set hold_expires_at = now() where id = $1', [b.id]);
    const sweep: Act = [service, (a) => a.call('expire_holds')];
    const { refused } = await c.rush(
      shuffled([on(amir, 'approve_booking', b.id), sweep, sweep, sweep]),
    );
    const status = await statusOf(b.id);
    expect(refused).toEqual(status === 'expired' ? { BKSTA: 1 } : {});
    expect(['approved', 'expired']).toContain(status);
  }
});

test('approved against otto, who asks for the slot of a hold that just ran out: one of them has it', async () => {
  for (let i = 0; i < 40; i++) {
    const b = await ask(c, mia, things.beamer, from(160 + i, 10, 12));
    await c.sql('update public.bookings set hold_expires_at = now() where id = $1', [b.id]);
    const request: Act = [
      otto,
      (a) => ask({ as: () => a }, otto, things.beamer, from(160 + i, 11, 13)),
    ];
    const { done, refused } = await c.rush(shuffled([on(amir, 'approve_booking', b.id), request]));
    expect(done).toHaveLength(1);
    expect(refused).toEqual((await statusOf(b.id)) === 'approved' ? { BKOVL: 1 } : { BKSTA: 1 });
  }
});

test('approval of two requests whose holds have vanished, for one slot: one gets it', async () => {
  for (let i = 0; i < 40; i++) {
    const one = await ask(c, mia, things.beamer, from(210 + i, 10, 12));
    await c.sql('delete from public.allocations where booking_id = $1', [one.id]);
    const two = await ask(c, otto, things.beamer, from(210 + i, 11, 13));
    await c.sql('delete from public.allocations where booking_id = $1', [two.id]);
    const { done, refused } = await c.rush(
      shuffled([on(amir, 'approve_booking', one.id), on(ada, 'approve_booking', two.id)]),
    );
    expect(done).toHaveLength(1);
    expect(refused).toEqual({ BKOVL: 1 });
    for (const id of [one.id, two.id])
      if ((await statusOf(id)) === 'requested')
        await c.as(amir).call('decline_booking', { p_booking_id: id });
  }
});

test('cancelled against approved: cancelled in the end, and the slot is free', async () => {
  const stories = new Set<string>();
  for (let i = 0; i < 40; i++) {
    const b = await ask(c, mia, things.beamer, from(260 + i, 10, 12));
    const { refused } = await c.rush(
      shuffled([
        on(amir, 'approve_booking', b.id),
        on(mia, 'cancel_booking', b.id),
        on(bea, 'cancel_booking', b.id),
      ]),
    );
    expect(await statusOf(b.id)).toBe('cancelled');
    const story = (await log(b.id)).join(' ');
    stories.add(story);
    expect(refused).toEqual({ BKSTA: story === 'requested cancelled' ? 2 : 1 });
  }
  for (const story of stories)
    expect(['requested cancelled', 'requested approved cancelled']).toContain(story);
});

test('a slot that is freed goes to one of those who wait for it, while it is freed', async () => {
  for (let i = 0; i < 30; i++) {
    const b = await ask(c, mia, things.benches, { ...from(310 + i, 10, 12), p_quantity: 12 });
    const request: Act = [
      otto,
      (a) =>
        ask({ as: () => a }, otto, things.benches, { ...from(310 + i, 10, 12), p_quantity: 12 }),
    ];
    const { done, refused } = await c.rush([
      on(mia, 'cancel_booking', b.id),
      ...Array.from({ length: 8 }, () => request),
    ]);
    expect(done.filter((row) => row.requested_by === otto.id).length).toBeLessThanOrEqual(1);
    expect(Object.keys(refused)).toEqual(['BKCAP']);
  }
});

test('closing against asking: the closure or the requests, never both', async () => {
  const ends = new Set<string>();
  for (let i = 0; i < 40; i++) {
    for (const thing of [things.bike, things.benches, things.hall]) {
      const close: Act = [
        amir,
        (a) =>
          a.call('close_resource', {
            p_resource_id: thing,
            p_starts_at: when(350 + i, 8),
            p_ends_at: when(350 + i, 20),
          }),
      ];
      const wanted = thing === things.hall ? things.hallA : thing;
      const request: Act = [otto, (a) => ask({ as: () => a }, otto, wanted, from(350 + i, 10, 12))];
      const { done, refused } = await c.rush(shuffled([close, request, request]));
      const closed = done.some((row) => 'reopened_at' in row);
      ends.add(closed ? 'closed' : 'asked');
      if (closed) expect(done).toHaveLength(1);
      expect(Object.keys(refused).filter((code) => code !== 'BKOVL' && code !== 'BKCAP')).toEqual(
        [],
      );
    }
  }
});

test('reopened twice against asked for: open once, and asked for at most once', async () => {
  for (let i = 0; i < 30; i++) {
    const closure = await c.as(amir).call('close_resource', {
      p_resource_id: things.kitchen,
      p_starts_at: when(400 + i, 8),
      p_ends_at: when(400 + i, 20),
    });
    const reopen: Act = [ada, (a) => a.call('reopen_resource', { p_closure_id: closure.id })];
    const request: Act = [
      otto,
      (a) => ask({ as: () => a }, otto, things.kitchen, from(400 + i, 10, 12)),
    ];
    const { refused } = await c.rush(shuffled([reopen, reopen, request, request]));
    expect(Object.keys(refused)).toEqual(['BKOVL']);
  }
});

test('a question sent six times at once with one key is asked once', async () => {
  for (let i = 0; i < 20; i++) {
    const b = await ask(c, mia, things.beamer, from(400 + i, 10, 12));
    const args = { p_booking_id: b.id, p_note: 'ramp?', p_idempotency_key: `again-${i}` };
    const { refused } = await c.rush(
      Array.from({ length: 6 }, (): Act => [amir, (a) => a.call('ask_about_booking', args)]),
    );
    expect(refused).toEqual({});
    expect(await log(b.id)).toEqual(['requested', 'asked']);
  }
});

test('a thing listed six times at once with one key stands there once', async () => {
  for (let i = 0; i < 10; i++) {
    const args = {
      p_organisation_id: clubs.werkhof,
      p_kind: 'equipment',
      p_title: `Zelt ${i}`,
      p_idempotency_key: `listed-${i}`,
    };
    const { done, refused } = await c.rush(
      Array.from({ length: 6 }, (): Act => [amir, (a) => a.call('list_resource', args)]),
    );
    expect(refused).toEqual({});
    expect(new Set(done.map(({ id }) => id)).size).toBe(1);
  }
});
