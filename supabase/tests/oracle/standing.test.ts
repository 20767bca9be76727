import { expect, test } from 'vitest';
import { ask } from '../support/acts';
import { scenes } from '../support/database';
import { amir, mia, otto } from '../support/people';
import { things } from '../support/story';
import { when } from '../support/when';
import { dice } from './world';

/** Who stands against fewer of a pile equals what counting every quarter of an hour says. */
const scene = scenes();
const seed = Number(process.env.ORACLE_SEED ?? Math.floor(Math.random() * 1e9));
const QUARTER = 900_000;
const STOCK = 12;
const REQUESTS = 60;

interface Taken {
  booking_id: string;
  quantity: number;
  from: Date;
  until: Date;
}

function above(taken: Taken[], limit: number): string[] {
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

test(
  `what stands above any number of a pile, seed ${seed}`,
  scene(async (s) => {
    const d = dice(seed);
    for (let i = 0; i < REQUESTS; i += 1) {
      const start = d.below(96);
      const request = ask(s, d.one([mia, otto]), things.benches, {
        p_starts_at: when(7, 0, start * 15),
        p_ends_at: when(7, 0, (start + 1 + d.below(40)) * 15),
        p_quantity: 1 + d.below(3),
      });
      // the pile is full sooner than the requests end
      await request.catch((error: unknown) => {
        expect(error).toMatchObject({ code: 'BKCAP' });
      });
    }
    const taken = (await s.sql(
      `select al.booking_id, al.quantity, lower(al.blocked) as from, upper(al.blocked) as until
       from public.allocations al
       join public.resource_assets ra on ra.asset_id = al.asset_id
       where ra.resource_id = $1 and al.booking_id is not null`,
      [things.benches],
    )) as Taken[];
    expect(taken.length).toBeGreaterThan(5);
    for (let limit = 0; limit <= STOCK; limit += 1) {
      const standing = await s.as(amir).rows('list_standing_bookings', {
        p_resource_id: things.benches,
        p_starts_at: when(0),
        p_ends_at: when(30),
        p_above: limit,
      });
      expect(standing.map((row) => row.booking_id as string).sort()).toEqual(above(taken, limit));
    }
  }),
);
