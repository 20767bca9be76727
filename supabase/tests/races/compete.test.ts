import { beforeAll, expect, test } from 'vitest';
import { ask } from '../support/acts';
import { crowd } from '../support/crowd';
import type { Acting, Row } from '../support/database';
import { ada, amir, mia, otto, service, type Actor } from '../support/people';
import { things } from '../support/story';
import { ruled } from '../support/terms';
import { from, when } from '../support/when';

/** Two clubs ask for the same slot, neither holds it; the owner's people decide at the same moment. */
const c = crowd(8);
beforeAll(async () => {
  for (const resource of [things.beamer, things.benches]) {
    await ruled(c, { resource }, { request_mode: 'compete' });
  }
});

type Act = [Actor, (a: Acting) => Promise<Row>];
const on = (who: Actor, fn: string, b: Row): Act => [
  who,
  (a) => a.call(fn, { p_booking_id: b.id }),
];
const statusOf = async (b: Row) =>
  (await c.sql('select status from public.bookings where id = $1', [b.id]))[0]?.status as string;
const both = async (day: number, thing = things.beamer, more: Row = {}): Promise<[Row, Row]> => {
  const wish = { ...from(day, 10, 12), ...more };
  return [await ask(c, mia, thing, wish), await ask(c, otto, thing, wish)];
};
const turned = (acts: Act[], i: number) => (i % 2 === 0 ? acts : [...acts].reverse());

test('approved against approved: exactly one has it, the other is passed over or still told so', async () => {
  for (let i = 0; i < 40; i++) {
    const pair = await both(10 + i);
    const { done, refused } = await c.rush(
      turned([on(amir, 'approve_booking', pair[0]), on(ada, 'approve_booking', pair[1])], i),
    );
    expect(done).toHaveLength(1);
    // who comes second finds the slot taken, or the request answered
    expect(['BKOVL', 'BKSTA']).toContain(Object.keys(refused)[0]);
    await c.as(service).call('answer_passed_over');
    const ends = await Promise.all(pair.map(statusOf));
    expect(ends.sort()).toEqual(['approved', 'passed_over']);
  }
});

test('approved against withdrawn: she has it and calls it off, or it never came to that', async () => {
  for (let i = 0; i < 40; i++) {
    const [hers, his] = await both(60 + i);
    const { refused } = await c.rush(
      turned([on(amir, 'approve_booking', hers), on(mia, 'cancel_booking', hers)], i),
    );
    // she may call off what was promised as well, so that her word stands either way
    expect(await statusOf(hers)).toBe('cancelled');
    expect([{}, { BKSTA: 1 }]).toContainEqual(refused);
    // and where the slot was hers for a moment, his request was answered by that
    expect(await statusOf(his)).toBe('BKSTA' in refused ? 'requested' : 'passed_over');
  }
});

test('approved against the other one withdrawn: both happen, and nobody is passed over twice', async () => {
  for (let i = 0; i < 40; i++) {
    const [hers, his] = await both(110 + i);
    const { refused } = await c.rush(
      turned([on(amir, 'approve_booking', hers), on(otto, 'cancel_booking', his)], i),
    );
    expect(await statusOf(hers)).toBe('approved');
    expect([{}, { BKSTA: 1 }]).toContainEqual(refused);
    expect(await statusOf(his)).toBe('BKSTA' in refused ? 'passed_over' : 'cancelled');
  }
});

test('a pile is never promised beyond its stock, whoever presses', async () => {
  for (let i = 0; i < 25; i++) {
    const pair = await both(160 + i, things.benches, { p_quantity: 7 });
    const { done } = await c.rush(
      turned([on(amir, 'approve_booking', pair[0]), on(ada, 'approve_booking', pair[1])], i),
    );
    expect(done).toHaveLength(1);
  }
});

test('approved against closed: one of them has the time', async () => {
  for (let i = 0; i < 40; i++) {
    const [hers] = await both(200 + i);
    const closing: Act = [
      ada,
      (a) =>
        a.call('close_resource', {
          p_resource_id: things.beamer,
          p_starts_at: when(200 + i),
          p_ends_at: when(201 + i),
          p_reason: 'repair',
        }),
    ];
    const { done } = await c.rush(turned([on(amir, 'approve_booking', hers), closing], i));
    expect(done).toHaveLength(1);
  }
});
