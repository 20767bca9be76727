import { expect, test } from 'vitest';
import { ask } from '../support/acts';
import { scenes, type Args, type Scene } from '../support/database';
import { amir, mia, otto } from '../support/people';
import { refusalOf } from '../support/refusal';
import { things } from '../support/story';
import { when } from '../support/when';
import { dice } from './world';

/** Who stands against fewer of a pile, or against closing a kit, equals what counting every quarter of an hour says. */
const scene = scenes();
const seed = Number(process.env.ORACLE_SEED ?? Math.floor(Math.random() * 1e9));
const QUARTER = 900_000;
const STOCK = 12;
const REQUESTS = 60;
/** How many benches a kit takes. */
const PER_KIT = 10;

interface Taken {
  booking_id: string;
  quantity: number;
  from: Date;
  until: Date;
}

function above(taken: Taken[], limit: number): string[] {
  if (taken.length === 0) return [];
  const found = new Set<string>();
  const [first, last] = [
    Math.min(...taken.map((t) => +t.from)),
    Math.max(...taken.map((t) => +t.until)),
  ];
  for (let at = first; at < last; at += QUARTER) {
    const out = taken.filter((t) => +t.from <= at && at < +t.until);
    if (out.reduce((sum, { quantity }) => sum + quantity, 0) <= limit) continue;
    for (const { booking_id } of out) found.add(booking_id);
  }
  return [...found].sort();
}

const takenOf = async (s: Scene) =>
  (await s.sql(
    `select al.booking_id, al.quantity, lower(al.blocked) as from, upper(al.blocked) as until
     from public.allocations al
     join public.resource_assets ra on ra.asset_id = al.asset_id
     where ra.resource_id = $1 and al.booking_id is not null`,
    [things.benches],
  )) as Taken[];

const standing = async (s: Scene, thing: string, more: Args): Promise<string[]> =>
  (await s.as(amir).rows('list_standing_bookings', { p_resource_id: thing, ...more }))
    .map((row) => row.booking_id as string)
    .sort();

const quarters = (start: number, count: number) => ({
  p_starts_at: when(7, 0, start * 15),
  p_ends_at: when(7, 0, (start + count) * 15),
});

test(
  `what stands above any number of a pile, seed ${seed}`,
  scene(async (s) => {
    const d = dice(seed);
    for (let i = 0; i < REQUESTS; i += 1) {
      const start = d.below(96);
      const request = ask(s, d.one([mia, otto]), things.benches, {
        ...quarters(start, 1 + d.below(40)),
        p_quantity: 1 + d.below(3),
      });
      // the pile is full sooner than the requests end
      await request.catch((error: unknown) => {
        expect(error).toMatchObject({ code: 'BKCAP' });
      });
    }
    const taken = await takenOf(s);
    expect(taken.length).toBeGreaterThan(5);
    expect(
      (await standing(s, things.benches, { p_starts_at: when(0), p_ends_at: when(30) })).length,
      'all of them stand against closing the whole pile',
    ).toBe(taken.length);
    for (let limit = 0; limit <= STOCK; limit += 1) {
      expect(
        await standing(s, things.benches, {
          p_starts_at: when(0),
          p_ends_at: when(30),
          p_above: limit,
        }),
      ).toEqual(above(taken, limit));
    }
  }),
);

test(
  `what stands against closing a kit: the kit itself, and who leaves too few of its pile, seed ${seed}`,
  scene(async (s) => {
    const d = dice(seed);
    const kits = new Set<string>();
    for (let i = 0; i < REQUESTS; i += 1) {
      const isKit = d.below(4) === 0;
      const request = ask(s, d.one([mia, otto]), isKit ? things.cinemaKit : things.benches, {
        ...quarters(d.below(400), 1 + d.below(12)),
        p_quantity: isKit ? 1 : 1 + d.below(3),
      });
      const booking = await request.catch((error: unknown) => {
        expect((error as { code: string }).code).toMatch(/^BK(CAP|OVL)$/);
        return null;
      });
      if (isKit && booking) kits.add(booking.id as string);
    }
    const taken = await takenOf(s);
    const found = { none: 0, some: 0 };
    for (let i = 0; i < 40; i += 1) {
      const period = quarters(d.below(400), 1 + d.below(16));
      const during = taken
        .filter(
          (t) => t.from < new Date(period.p_ends_at) && new Date(period.p_starts_at) < t.until,
        )
        .map((t) => ({
          ...t,
          from: new Date(Math.max(+t.from, Date.parse(period.p_starts_at))),
          until: new Date(Math.min(+t.until, Date.parse(period.p_ends_at))),
        }));
      const own = during.filter((t) => kits.has(t.booking_id)).map((t) => t.booking_id);
      const others = during.filter((t) => !kits.has(t.booking_id));
      const expected = [...own, ...above(others, STOCK - PER_KIT)].sort();
      expect(await standing(s, things.cinemaKit, period)).toEqual(expected);
      // and it is true: with nobody in the way the kit can be closed, with somebody it can not
      found[expected.length ? 'some' : 'none'] += 1;
      const closing = s.as(amir).call('close_resource', {
        p_resource_id: things.cinemaKit,
        ...period,
      });
      if (expected.length) {
        // which guard speaks first is the database's choice
        const { code, params } = await refusalOf(closing);
        expect(code).toMatch(/^BK(CAP|OVL)$/);
        expect(params?.standing).toBe(expected.length);
      } else {
        const closure = await closing;
        await s.as(amir).call('reopen_resource', { p_closure_id: closure.id });
      }
    }
    expect(Math.min(found.none, found.some)).toBeGreaterThan(0);
  }),
);
