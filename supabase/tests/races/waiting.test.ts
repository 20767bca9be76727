import { afterEach, expect, test } from 'vitest';
import { ask, homeOf } from '../support/acts';
import { broken } from '../support/books';
import { crowd } from '../support/crowd';
import type { Acting, Args, Row } from '../support/database';
import {
  ada,
  amir,
  bea,
  boris,
  mia,
  olga,
  otto,
  service,
  type Actor,
  type Person,
} from '../support/people';
import { clubs, insert, things } from '../support/story';
import { from } from '../support/when';
import type pg from 'pg';

const c = crowd(18);
type Act = [Actor, (a: Acting) => Promise<Row>];
const shuffled = <T>(items: T[]): T[] =>
  items
    .map((item) => [Math.random(), item] as const)
    .sort((a, b) => a[0] - b[0])
    .map(([, item]) => item);
const days = (rounds: number, first: number) => Array.from({ length: rounds }, (_, i) => first + i);
const owner = {
  query: async (text: string, values: unknown[] = []) => ({ rows: await c.sql(text, values) }),
} as unknown as pg.ClientBase;

const joining = (who: Person, thing: string, more: Args): Act => [
  who,
  (a) =>
    a.call('join_waiting_list', { p_resource_id: thing, p_organisation_id: homeOf(who), ...more }),
];
const asking = (who: Person, thing: string, more: Args): Act => [
  who,
  (a) => ask({ as: () => a }, who, thing, more),
];
const on = (who: Actor, fn: string, id: unknown): Act => [
  who,
  (a) => a.call(fn, { p_booking_id: id }),
];
const sweep: Act = [service, (a) => a.call('expire_holds')];
const tend: Act = [service, (a) => a.call('tend_waiting_lists')];
const wait = async (who: Person, thing: string, more: Args) =>
  joining(who, thing, more)[1](c.as(who));
const entry = async (id: unknown): Promise<Row> =>
  (await c.sql('select * from public.waiting_entries where id = $1', [id]))[0] ?? {};
const orderly = async () => expect(await broken(owner)).toEqual([]);
// nobody keeps more than thirty places in line
afterEach(() =>
  c.sql(`update public.waiting_entries set status = 'left' where status = 'waiting'`),
);

test('a slot that is freed goes to who waits: of fifteen who press at that moment none slips in between', async () => {
  for (const [thing, quantity, first] of [
    [things.bike, 1, 10],
    [things.benches, 12, 60],
    [things.hall, 1, 110],
  ] as const) {
    for (const day of days(20, first)) {
      const at = from(day, 10, 12);
      const held = await ask(c, mia, thing, { ...at, p_quantity: quantity });
      const waiting = await wait(otto, thing, { ...at, p_quantity: quantity });
      const others = [mia, boris, bea, olga];
      const presses = Array.from({ length: 15 }, (_, i) =>
        asking(others[i % 4] as Person, thing === things.hall && i % 2 ? things.hallA : thing, {
          ...at,
          p_quantity: quantity === 12 ? 1 + (i % 3) : 1,
        }),
      );
      const { done, refused } = await c.rush(
        shuffled([on(mia, 'cancel_booking', held.id), ...presses, tend]),
      );
      expect(done.filter((row) => row.status === 'approved' || row.status === 'requested')).toEqual(
        [],
      );
      expect(Object.values(refused).reduce((sum, n) => sum + n, 0)).toBe(15);
      expect((await entry(waiting.id)).status).toBe('offered');
    }
  }
  await orderly();
});

test('both halves freed at once: who waits for the whole hall gets it, once', async () => {
  for (const day of days(40, 160)) {
    const at = from(day, 10, 12);
    const a = await ask(c, mia, things.hallA, at);
    const b = await ask(c, boris, things.hallB, at);
    const whole = await wait(otto, things.hall, at);
    const { refused } = await c.rush(
      shuffled([on(mia, 'cancel_booking', a.id), on(boris, 'cancel_booking', b.id), tend, sweep]),
    );
    expect(refused).toEqual({});
    expect((await entry(whole.id)).status).toBe('offered');
  }
  await orderly();
});

test('two piles of benches freed at once serve the line in its order, as far as they reach', async () => {
  for (const day of days(30, 210)) {
    const at = from(day, 10, 12);
    const held = [
      await ask(c, mia, things.benches, { ...at, p_quantity: 6 }),
      await ask(c, boris, things.benches, { ...at, p_quantity: 6 }),
    ];
    const first = await wait(otto, things.benches, { ...at, p_quantity: 7 });
    const second = await wait(olga, things.benches, { ...at, p_quantity: 5 });
    const third = await wait(bea, things.benches, { ...at, p_quantity: 4 });
    await c.rush([
      on(mia, 'cancel_booking', held[0]?.id),
      on(boris, 'cancel_booking', held[1]?.id),
    ]);
    const states = await Promise.all(
      [first, second, third].map(async (e) => (await entry(e.id)).status as string),
    );
    // the one freed first is too small for otto, and goes to olga; then four are left, or seven
    expect([states[1], states[2]]).toContain('offered');
    const taken = await c.sql(
      `select coalesce(sum(quantity), 0)::integer as n from public.bookings where resource_id = $1 and starts_at = $2 and status = 'offered'`,
      [things.benches, at.p_starts_at],
    );
    expect(taken[0]?.n).toBeLessThanOrEqual(12);
  }
  await orderly();
});

test('joining against freeing: nobody waits for what is free', async () => {
  const ends = new Set<string>();
  for (const day of days(60, 250)) {
    const at = from(day, 10, 12);
    const held = await ask(c, mia, things.beamer, at);
    const { refused } = await c.rush(
      shuffled([
        on(mia, 'cancel_booking', held.id),
        joining(otto, things.beamer, at),
        joining(olga, things.beamer, at),
      ]),
    );
    expect(Object.keys(refused).filter((code) => code !== 'INPUT')).toEqual([]);
    const states = await c.sql(
      `select status from public.waiting_entries where resource_id = $1 and starts_at = $2 order by ticket`,
      [things.beamer, at.p_starts_at],
    );
    ends.add(states.map((s) => s.status as string).join(' '));
    // whoever was told that it is free may ask: nobody holds it
    if (states.length === 0) await ask(c, otto, things.beamer, at);
    await orderly();
    await c.sql(`update public.waiting_entries set status = 'left' where status = 'waiting'`);
  }
  for (const end of ends) expect(['', 'offered', 'offered waiting']).toContain(end);
});

test('accepted against run out: taken, or the next one has it', async () => {
  for (const day of days(40, 320)) {
    const at = from(day, 10, 12);
    const held = await ask(c, mia, things.beamer, at);
    const first = await wait(otto, things.beamer, at);
    const second = await wait(olga, things.beamer, at);
    await c.as(mia).call('cancel_booking', { p_booking_id: held.id });
    const { booking_id: offer } = await entry(first.id);
    // within the accepting transaction now() stands before the end, for the sweeps after it
    await c.sql(
      `update public.bookings set hold_expires_at = clock_timestamp() + interval '3 milliseconds' where id = $1`,
      [offer],
    );
    const { done, refused } = await c.rush(
      shuffled([on(otto, 'accept_offer', offer), sweep, sweep, asking(mia, things.beamer, at)]),
    );
    await c.as('service').call('expire_holds');
    const taken = done.some((row) => row.last_action === 'accepted');
    expect((await entry(first.id)).status).toBe(taken ? 'fulfilled' : 'lapsed');
    expect((await entry(second.id)).status).toBe(taken ? 'waiting' : 'offered');
    expect(refused.BKOVL).toBe(1);
    if (taken) await c.as(olga).call('leave_waiting_list', { p_entry_id: second.id });
  }
  await orderly();
});

test('accepted and declined by two members of the club at once: one of them', async () => {
  for (const day of days(30, 370)) {
    const at = from(day, 10, 12);
    const held = await ask(c, otto, things.beamer, at);
    const first = await wait(mia, things.beamer, at);
    await c.as(otto).call('cancel_booking', { p_booking_id: held.id });
    const { booking_id: offer } = await entry(first.id);
    const { done, refused } = await c.rush(
      shuffled([
        on(mia, 'accept_offer', offer),
        on(bea, 'decline_offer', offer),
        on(boris, 'accept_offer', offer),
      ]),
    );
    expect(done).toHaveLength(1);
    expect(refused).toEqual({ BKSTA: 2 });
  }
  await orderly();
});

test('left against offered: whoever left has no offer, and the next one has', async () => {
  for (const day of days(40, 410)) {
    const at = from(day, 10, 12);
    const held = await ask(c, mia, things.beamer, at);
    const first = await wait(otto, things.beamer, at);
    const second = await wait(olga, things.beamer, at);
    const leave: Act = [otto, (a) => a.call('leave_waiting_list', { p_entry_id: first.id })];
    const { refused } = await c.rush(shuffled([on(mia, 'cancel_booking', held.id), leave]));
    const one = (await entry(first.id)).status as string;
    expect(refused).toEqual(one === 'offered' ? { BKSTA: 1 } : {});
    expect((await entry(second.id)).status).toBe(one === 'offered' ? 'waiting' : 'offered');
  }
  await orderly();
});

test('sixteen clubs join one line at once: tickets say the order, and offers follow it to the end', async () => {
  // sixteen clubs with a member each
  const members: Person[] = [];
  for (let n = 0; n < 16; n++) {
    const nr = String(n).padStart(2, '0');
    const id = `00000000-0000-4000-8000-00000000aa${nr}`;
    const club = `00000000-0000-4000-8002-00000000aa${nr}`;
    await insert(owner, 'auth.users', [
      {
        id,
        email: `w${nr}@example.org`,
        aud: 'authenticated',
        role: 'authenticated',
        raw_user_meta_data: JSON.stringify({ name: `w${nr}` }),
      },
    ]);
    await c.sql(
      `insert into public.organisations (id, pool_id, slug, name, kind, status)
       select $1, pool_id, $2, $2, 'association', 'admitted' from public.organisations where id = $3`,
      [club, `club-w${nr}`, clubs.kickers],
    );
    await c.sql(
      `insert into public.memberships (organisation_id, person_id, role) values ($1, $2, 'member')`,
      [club, id],
    );
    members.push({ id, name: `w${nr}`, email: `w${nr}@example.org` });
  }
  const clubOf = (who: Person) => who.id.replace('-8000-', '-8002-');
  for (const [round, thing] of [
    things.beamer,
    things.hall,
    things.bike,
    things.kitchen,
  ].entries()) {
    const at = from(460 + round, 10, 12);
    const held = await ask(c, mia, thing, at);
    const { done, refused } = await c.rush(
      shuffled(members).map((who): Act => [
        who,
        (a) =>
          a.call('join_waiting_list', {
            p_resource_id: thing,
            p_organisation_id: clubOf(who),
            ...at,
          }),
      ]),
    );
    expect(refused).toEqual({});
    expect(done).toHaveLength(16);
    const line = (
      await c.sql(
        `select organisation_id from public.waiting_entries where resource_id = $1 and starts_at = $2 order by ticket`,
        [thing, at.p_starts_at],
      )
    ).map((r) => r.organisation_id as string);
    await c.as(mia).call('cancel_booking', { p_booking_id: held.id });
    const served: string[] = [];
    for (let turn = 0; turn < 16; turn++) {
      const [offer] = await c.sql(
        `select id, organisation_id from public.bookings where resource_id = $1 and starts_at = $2 and status = 'offered'`,
        [thing, at.p_starts_at],
      );
      expect(offer).toBeDefined();
      served.push(offer?.organisation_id as string);
      const who = members.find((m) => clubOf(m) === offer?.organisation_id) as Person;
      // others press, sweep and tend while it changes hands
      const pressing = Array.from({ length: 8 }, () => asking(ada, thing, at));
      const end: Act = turn % 2 ? on(who, 'decline_offer', offer?.id) : sweep;
      if (turn % 2 === 0)
        await c.sql('update public.bookings set hold_expires_at = now() where id = $1', [
          offer?.id,
        ]);
      const rush = await c.rush(shuffled([end, ...(turn < 15 ? pressing : []), sweep, tend, tend]));
      expect(rush.done.filter((row) => row.organisation_id === clubs.werkhof)).toEqual([]);
      // a press that looked at the offer just then kept the sweeps from ending it
      await c.as(service).call('expire_holds');
    }
    expect(served).toEqual(line);
    await orderly();
  }
});

test('whole and halves cancelled, joined, declined and swept by all at once never wait in a circle', async () => {
  const hall = [
    things.hall,
    things.hallA,
    things.hallB,
    things.cinemaKit,
    things.beamer,
    things.benches,
  ];
  await c.sql(`update public.resources set approval = 'manual' where id = any ($1)`, [hall]);
  const clubsOf = [mia, otto, olga];
  for (const day of days(25, 480)) {
    const at = from(day, 10, 12);
    const held = (await c.rush(hall.map((thing, i) => asking(clubsOf[i % 3] as Person, thing, at))))
      .done;
    await c.rush(
      Array.from({ length: 12 }, (_, i) =>
        joining(
          clubsOf[(i + 1) % 3] as Person,
          hall[i % hall.length] as string,
          from(day, 10 + (i % 2), 12),
        ),
      ),
    );
    await c.sql(
      `update public.bookings set hold_expires_at = now() where id = any ($1) and random() < 0.3`,
      [held.map((b) => b.id)],
    );
    const { refused } = await c.rush(
      shuffled([
        ...held.map((b) => on(amir, 'decline_booking', b.id)),
        ...Array.from({ length: 6 }, (_, i) =>
          joining(clubsOf[i % 3] as Person, hall[i] as string, from(day, 11, 13)),
        ),
        ...Array.from({ length: 2 }, (_, i) => asking(clubsOf[i] as Person, hall[i] as string, at)),
        sweep,
        tend,
      ]),
    );
    const expected = ['BKOVL', 'BKCAP', 'BKSTA', 'INPUT', 'QUOTA'];
    expect(Object.keys(refused).filter((code) => !expected.includes(code))).toEqual([]);
  }
  await c.sql(`update public.resources set approval = 'instant' where id = any ($1)`, [
    hall.slice(0, 4),
  ]);
  await c.rush([tend]);
  await orderly();
});
