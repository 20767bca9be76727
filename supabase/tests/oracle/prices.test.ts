import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type pg from 'pg';
import { testDatabase } from '../support/database';
import { claimsOf, ada } from '../support/people';
import type { Price } from '../support/prices';
import { clubs, things } from '../support/story';
import {
  freeUntilWall,
  GROUPS,
  quote,
  type UNITS,
  type Case,
  type Extra,
  type GroupPrice,
  type Tariff,
} from './price-oracle';

const db = testDatabase();
const seed = Number(process.env.ORACLE_SEED ?? Math.floor(Math.random() * 1e9));
let owner: pg.Client;
beforeAll(async () => {
  owner = await db.connect();
});

const minor = fc.oneof(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 100_000 }));
const optional = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined, freq: 1 });

const tariff = (isCounted: boolean): fc.Arbitrary<Tariff> =>
  fc.record(
    {
      first_minor: minor,
      per_item: fc.boolean(),
      minimum_minor: fc.oneof(fc.constant(0), minor),
      ...(isCounted ? { further_minor: minor, free_units: fc.integer({ min: 0, max: 5 }) } : {}),
    },
    { requiredKeys: ['first_minor', 'per_item', 'minimum_minor'] },
  );
const amounts = fc
  .record(
    {
      hour: tariff(true),
      day: tariff(true),
      weekend: tariff(false),
      event: tariff(false),
    } satisfies Record<(typeof UNITS)[number], unknown>,
    { requiredKeys: [] },
  )
  .filter((found) => Object.keys(found).length > 0);
const mode = fc.constantFrom('free', 'donation', 'on_request', 'refused').map((name) => ({
  mode: name as 'free',
}));
const groupPrice: fc.Arbitrary<GroupPrice> = fc.oneof(
  { weight: 5, arbitrary: amounts },
  { weight: 1, arbitrary: mode },
);
const perGroup = <T>(of: fc.Arbitrary<T>) =>
  fc.record(
    { members: of, common_good: of, local: of, others: of, commercial: of } satisfies Record<
      (typeof GROUPS)[number],
      unknown
    >,
    { requiredKeys: [] },
  );
const extra = (name: string): fc.Arbitrary<Extra> =>
  fc.record({
    name: fc.constant(name),
    due: fc.constantFrom('asked', 'settled'),
    required: fc.boolean(),
    amount_minor: minor,
    groups: perGroup(minor),
  });

/** Minutes at which something happens in Berlin: a clock change, a turn of the year, a leap day. */
const MOMENTS = ['2026-10-25', '2027-03-28', '2026-12-31', '2028-02-29', '2027-06-11'].map(
  (date) => Date.parse(`${date}T00:00:00Z`) / 60_000,
);
const starts = fc
  .tuple(fc.constantFrom(...MOMENTS), fc.integer({ min: -4 * 1440, max: 4 * 1440 }))
  .map(([moment, shift]) => moment + shift);
const length = fc.oneof(
  fc.integer({ min: 1, max: 600 }),
  fc.integer({ min: 1, max: 6 }).map((n) => n * 1440),
  fc.integer({ min: 1, max: 12 * 1440 }),
);

const cases: fc.Arbitrary<Case> = fc
  .record({
    groups: perGroup(groupPrice).filter((found) => Object.keys(found).length > 0),
    extras: fc
      .tuple(optional(extra('Aufbau')), optional(extra('Strom')))
      .map((found) => found.filter((one) => one !== undefined)),
    cleaning: fc.oneof(fc.constant(0), minor),
    deposit: minor,
    depositPerItem: fc.boolean(),
    cancelDays: fc.integer({ min: 0, max: 30 }),
    cancelPercent: fc.integer({ min: 0, max: 100 }),
    assigned: fc.option(fc.constantFrom(...GROUPS)),
    recognised: fc.boolean(),
    dayCount: fc.constantFrom('calendar', 'started'),
    starts,
    length,
    quantity: fc.integer({ min: 1, max: 12 }),
    chosen: fc.integer({ min: 0, max: 9 }),
  })
  .map(({ length: minutes, chosen, ...one }) => ({
    ...one,
    dayCount: one.dayCount,
    ends: one.starts + minutes,
    chosen: Object.fromEntries(
      one.extras.filter(({ due }) => due === 'asked').map(({ name }) => [name, chosen]),
    ),
  }));

/** Writes the terms as the owner does, and asks what the machine quotes. */
async function quoted(one: Case): Promise<Price & { free_until_wall: string | null }> {
  await owner.query("select set_config('request.jwt.claims', $1, false)", [claimsOf(ada).claims]);
  await owner.query("select public.set_prices('resource', $1, $2)", [
    things.benches,
    JSON.stringify({
      mode: 'tariff',
      groups: one.groups,
      extras: one.extras.map((found) => ({ ...found, unit: 'piece' })),
      cleaning_minor: one.cleaning,
      deposit_minor: one.deposit,
      deposit_per_item: one.depositPerItem,
      cancel_free_days: one.cancelDays,
      cancel_fee_percent: one.cancelPercent,
    }),
  ]);
  await owner.query('update public.terms set day_count = $2 where resource_id = $1', [
    things.benches,
    one.dayCount,
  ]);
  await owner.query('update public.organisations set common_good = $2 where id = $1', [
    clubs.kickers,
    one.recognised,
  ]);
  await owner.query('select public.assign_price_group($1, $2, $3)', [
    clubs.werkhof,
    clubs.kickers,
    one.assigned,
  ]);
  const { rows } = await owner.query(
    `select p.price || jsonb_build_object('free_until_wall',
        to_char((p.price #>> '{cancel,free_until}')::timestamptz at time zone 'Europe/Berlin', 'YYYY-MM-DD"T"HH24:MI')) as price
     from public.effective_terms t
     cross join lateral (select private.price(t, $1, $2, $3, $4, $5, $6) as price) p
     where t.resource_id = $1`,
    [
      things.benches,
      clubs.kickers,
      new Date(one.starts * 60_000).toISOString(),
      new Date(one.ends * 60_000).toISOString(),
      one.quantity,
      JSON.stringify(one.chosen),
    ],
  );
  return rows[0]?.price;
}

test(`the price is what a patient clerk would add up (ORACLE_SEED=${seed})`, async () => {
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(cases, async (one) => {
      const price = await quoted(one);
      const expected = quote(one);
      seen.set(expected.mode, (seen.get(expected.mode) ?? 0) + 1);
      expect({
        mode: price.mode,
        total: price.total_minor,
        deposit: price.deposit_minor,
        fee: price.mode === 'tariff' ? (price.cancel?.fee_minor ?? null) : null,
      }).toEqual(expected);
      // every line is a whole number of units at a whole number of cents, and they add up
      for (const line of price.lines) {
        expect(line.amount_minor).toBe(line.quantity * (line.items ?? 1) * line.unit_minor);
        expect(Number.isSafeInteger(line.amount_minor)).toBe(true);
      }
      if (price.total_minor !== null)
        expect(price.lines.reduce((sum, line) => sum + line.amount_minor, 0)).toBe(
          price.total_minor,
        );
      if (expected.fee !== null) expect(price.free_until_wall).toBe(freeUntilWall(one));
    }),
    { seed, numRuns: Number(process.env.ORACLE_RUNS ?? 400) },
  );
  for (const name of ['tariff', 'free', 'refused', 'on_request'])
    expect(seen.get(name), name).toBeGreaterThan(0);
}, 180_000);
