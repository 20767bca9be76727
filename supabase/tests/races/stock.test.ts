import { expect, test } from 'vitest';
import { ask } from '../support/acts';
import { crowd } from '../support/crowd';
import type { Acting, Row } from '../support/database';
import { ada, amir, claimsOf, manu, mia, olga, otto, service, type Actor } from '../support/people';
import { clubs, things } from '../support/story';
import { from, when } from '../support/when';

const c = crowd(16);
type Act = [Actor, (a: Acting) => Promise<Row>];
const stock = (who: Actor, thing: string, p_quantity: number): Act => [
  who,
  (a) => a.call('change_stock', { p_resource_id: thing, p_quantity }),
];
const request = (thing: string, more: object): Act => [
  otto,
  (a) => ask({ as: () => a }, otto, thing, { ...more }),
];
const times = (n: number, act: (i: number) => Act) => Array.from({ length: n }, (_, i) => act(i));
const shuffled = <T>(items: T[]): T[] =>
  items
    .map((item) => [Math.random(), item] as const)
    .sort((a, b) => a[0] - b[0])
    .map(([, item]) => item);
const strange = (refused: Record<string, number>, ...known: string[]) =>
  Object.keys(refused).filter((code) => !known.includes(code));
const reset = async (thing: string, quantity: number) => {
  await c.sql(`delete from public.allocations; update public.bookings set status = 'cancelled', awaiting = null, hold_expires_at = null,
    version = version + 1, last_action = 'cancelled', last_side = 'borrower' where status in ('requested', 'approved')`);
  await c.as(amir).call('change_stock', { p_resource_id: thing, p_quantity: quantity });
};
const quantityOf = async (thing: string) =>
  (await c.sql('select quantity from public.resources where id = $1', [thing]))[0]
    ?.quantity as number;

test('twelve benches become five while fifteen people ask for one: never more promised than there are', async () => {
  for (let i = 0; i < 25; i++) {
    await reset(things.benches, 12);
    const { done, refused } = await c.rush(
      shuffled([
        stock(amir, things.benches, 5),
        ...times(15, () => request(things.benches, from(10 + i, 10, 12))),
      ]),
    );
    expect(strange(refused, 'BKCAP')).toEqual([]);
    const granted = done.filter((row) => 'purpose' in row).length;
    expect(granted).toBeLessThanOrEqual(await quantityOf(things.benches));
    expect([5, 12]).toContain(granted);
  }
});

test('the one beamer becomes three and one again, while people ask for it and for the kit that holds it', async () => {
  for (let i = 0; i < 40; i++) {
    await c.sql('update public.assets set exclusive = quantity = 1');
    const { refused } = await c.rush(
      shuffled([
        stock(amir, things.beamer, i % 2 === 0 ? 3 : 1),
        stock(ada, things.beamer, 2),
        stock(amir, things.benches, 20 + (i % 2)),
        ...times(6, () => request(things.beamer, from(40 + i, 10, 12))),
        ...times(4, () => request(things.cinemaKit, from(40 + i, 11, 13))),
        [
          olga,
          (a: Acting) =>
            a.call('update_resource', {
              p_resource_id: things.beamer,
              p_title: `Beamer ${i}`,
              p_description: '',
              p_rules: '',
              p_place: '',
              p_approval: 'manual',
              p_picture: '',
              p_capacity_note: '',
              p_price_note: '',
              p_deposit_note: '',
              p_buffer_before_minutes: 0,
              p_buffer_after_minutes: 0,
            }),
        ] as Act,
        [service, (a: Acting) => a.call('expire_holds')] as Act,
      ]),
    );
    expect(strange(refused, 'BKCAP', 'BKOVL')).toEqual([]);
    await c.sql(
      `update public.bookings set hold_expires_at = now() where status = 'requested' and random() < 0.5`,
    );
  }
});

test('a single thing becomes a pile at the very moment it is asked for: nobody sees a broken key', async () => {
  const make = (title: string) =>
    c.as(amir).call('list_resource', {
      p_organisation_id: clubs.werkhof,
      p_kind: 'equipment',
      p_title: title,
    });
  for (let i = 0; i < 40; i++) {
    const thing = (await make(`Ding ${i}`)).id as string;
    const { done, refused } = await c.rush(
      shuffled([stock(amir, thing, 3), ...times(8, () => request(thing, from(90, 10, 12)))]),
    );
    expect(strange(refused, 'BKCAP', 'BKOVL')).toEqual([]);
    expect(done.filter((row) => 'purpose' in row).length).toBeGreaterThan(0);
  }
});

test('closing while the stock grows closes all of it', async () => {
  for (let i = 0; i < 30; i++) {
    await reset(things.benches, 5);
    const day = 100 + i;
    const close: Act = [
      ada,
      (a) =>
        a.call('close_resource', {
          p_resource_id: things.benches,
          p_starts_at: when(day, 8),
          p_ends_at: when(day, 20),
        }),
    ];
    const { refused } = await c.rush(shuffled([close, stock(amir, things.benches, 12)]));
    expect(refused).toEqual({});
    await expect(ask(c, mia, things.benches, from(day, 10, 12))).rejects.toMatchObject({
      code: 'BKCAP',
    });
    await c.sql(`update public.closures set reopened_at = now()`);
  }
});

test('changing stock against suspending, renaming and pausing: nobody waits in a circle', async () => {
  await c.sql('delete from public.allocations where closure_id is not null');
  for (let i = 0; i < 25; i++) {
    const { refused } = await c.rush(
      shuffled<Act>([
        stock(amir, things.benches, 30 + i),
        stock(ada, things.beamer, 4 + i),
        [manu, (a) => a.call('suspend_organisation', { p_organisation_id: clubs.werkhof })],
        [manu, (a) => a.call('admit_organisation', { p_organisation_id: clubs.werkhof })],
        [
          ada,
          (a) =>
            a.call('update_organisation', {
              p_organisation_id: clubs.werkhof,
              p_name: `Werkhof ${i}`,
              p_kind: 'association',
            }),
        ],
        [
          amir,
          (a) =>
            a.call('set_resource_status', { p_resource_id: things.beamer, p_status: 'published' }),
        ],
        [
          amir,
          (a) =>
            a.call('set_resource_status', {
              p_resource_id: things.cinemaKit,
              p_status: i % 2 ? 'paused' : 'published',
            }),
        ],
        ...times(6, (n) =>
          request(
            [things.beamer, things.benches, things.cinemaKit][n % 3] as string,
            from(150 + i, 10, 12),
          ),
        ),
      ]),
    );
    expect(strange(refused, 'BKCAP', 'BKOVL', 'RESST', 'ORGST')).toEqual([]);
    await c
      .as(manu)
      .call('admit_organisation', { p_organisation_id: clubs.werkhof })
      .catch(() => undefined);
  }
});

test('the one bike becomes two while its closure is taken back, and nobody waits in a circle', async () => {
  const closure = await c.as(amir).call('close_resource', {
    p_resource_id: things.bike,
    ...from(300, 10, 12),
  });
  const waiting = async (n: number) => {
    for (;;) {
      const [row] = await c.sql(
        `select count(*) as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      if (row?.n === n) return;
    }
  };
  // somebody who closes it at another time has the asset and nothing else
  const holder = await c.connect();
  const { role, claims } = claimsOf(amir);
  await holder.query(`begin; set local role ${role}`);
  await holder.query(`select set_config('request.jwt.claims', $1, true)`, [claims]);
  await holder.query('select public.close_resource($1, $2, $3)', [
    things.bike,
    when(301, 10),
    when(301, 12),
  ]);
  await c.clients(async ([first, second]) => {
    // the stock waits for the asset first, the closure, already locked, behind it
    const changed = first?.(ada).call('change_stock', {
      p_resource_id: things.bike,
      p_quantity: 2,
    });
    await waiting(1);
    const reopened = second?.(amir).call('reopen_resource', { p_closure_id: closure.id });
    await waiting(2);
    await holder.query('commit');
    expect((await changed)?.quantity).toBe(2);
    expect((await reopened)?.reopened_at).not.toBeNull();
  });
  await holder.end();
});
