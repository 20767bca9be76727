import { expect, test } from 'vitest';
import { scenes } from '../support/database';
import { otto } from '../support/people';
import { anchors, DAY, found, iso } from './district';
import { hindranceOf } from './hindrance';
import { wall } from './opening';
import { dice } from './world';

/** What search says against a period equals what trying out every beginning in it comes to. */
const scene = scenes();
const seed = Number(process.env.ORACLE_SEED ?? Math.floor(Math.random() * 1e9));
const HOUR = 3_600_000;
const DISTRICTS = 20;
const SEARCHES = 80;

test(
  `hindrance says what an oracle finds by trying (seed ${seed})`,
  scene(async (s) => {
    // so that the Chor has somebody who may say its rules
    await s.sql(`update public.memberships set role = 'approver' where person_id = $1`, [otto.id]);
    const d = dice(seed);
    const seen: Record<string, number> = {};
    for (let n = 0; n < DISTRICTS; n++) {
      await s.sql('savepoint district');
      const soon = Math.floor(Date.now() / DAY + 6 + d.below(20)) * DAY;
      const around = n % 2 ? d.one(anchors) : soon;
      const district = await found(s, d, n, around);
      for (let i = 0; i < SEARCHES; i++) {
        const thing = d.one(district.things);
        // whole days as Berlin counts them, or hours of one
        const midnight = around + (d.below(24) - 12) * DAY;
        const shown = midnight - (wall(midnight) - midnight);
        const [from, to] = d.one([
          [0, 24],
          [0, 48],
          [0, 96],
          [6, 12],
          [12, 18],
          [18, 24],
          [10, 13],
          [9, 10],
          [9, 10],
          [14, 30],
          [14, 33],
        ] as const);
        const [starts, ends] = [shown + from * HOUR, shown + to * HOUR];
        const [row] = await s.sql('select private.hindrance($1, $2, $3) as said', [
          thing.id,
          iso(starts),
          iso(ends),
        ]);
        const expected = hindranceOf(district, thing, starts, ends);
        expect(
          row?.said,
          JSON.stringify({ seed, district: n, thing: thing.slug, period: [starts, ends].map(iso) }),
        ).toBe(expected);
        seen[expected ?? 'nothing'] = (seen[expected ?? 'nothing'] ?? 0) + 1;
      }
      await s.sql('rollback to savepoint district');
    }
    console.log(`ORACLE_SEED=${seed}`, seen);
    for (const word of ['nothing', 'too_soon', 'too_far', 'closed', 'no_handover', 'too_short'])
      expect(seen[word] ?? 0, word).toBeGreaterThan(0);
  }),
  300_000,
);
