import { expect, test } from 'vitest';
import { scenes, type Row, type Scene } from '../support/database';
import { otto, type Actor } from '../support/people';
import { clubs } from '../support/story';
import type { Verdict } from '../support/rules';
import { actorOf, anchors, borrowers, DAY, found, iso } from './district';
import { broken, daysOf, decider, type Broken, type District, type Lent, type Wish } from './rules';
import { dice, howMany, type Dice } from './world';

const scene = scenes();
const seed = Number(process.env.ORACLE_SEED ?? Math.floor(Math.random() * 1e9));
const MINUTE = 60_000;
const DISTRICTS = 30;
const WISHES = 40;
const { kickers, chor } = clubs;

function wishIn(district: District, d: Dice, around: number): Wish {
  const borrower = d.one([null, ...borrowers, kickers, chor]);
  const mine = district.bookings.filter(
    (b) => b.borrower === borrower && ['requested', 'approved'].includes(b.status),
  );
  const except = mine.length > 0 && d.below(6) === 0 ? d.one(mine) : null;
  const thing = except
    ? (district.things.find((t) => t.id === except.thing) as Lent)
    : d.one(district.things);
  const hour = d.below(3) === 0 ? d.below(48) : 16 + d.below(20);
  const starts =
    except && d.below(2) === 0
      ? except.starts
      : around + (d.below(16) - 8) * DAY + hour * 30 * MINUTE + d.one([0, 0, 0, 0, 5]) * MINUTE;
  const ends = starts + d.one([30, 60, 60, 120, 120, 180, 720, 1440, 2 * 1440, 4 * 1440]) * MINUTE;
  return {
    thing,
    borrower,
    starts,
    ends,
    quantity: thing.slug === 'benches' ? d.one([1, 2, 5, 13]) : d.one([1, 1, 1, 1, 1, 2]),
    except,
  };
}

const told = ({ violations }: Verdict): Broken[] =>
  violations.map(({ code, params }) => ({
    code,
    ...(params?.reason === undefined ? {} : { reason: params.reason as string }),
    ...(['BKOVL', 'BKCAP'].includes(code) ? { free: params?.free as number } : {}),
  }));

/** What really asking comes to: the code of the refusal, or the status; undone. */
async function asked(s: Scene, district: District, wish: Wish): Promise<string> {
  await s.sql('savepoint asked');
  // a hold that ran out ends when somebody asks; the check does not end it
  const stale = district.bookings.filter((b) => b.ranOut).map((b) => b.id);
  await s.sql('delete from public.allocations where booking_id = any($1)', [stale]);
  try {
    const b = await s.as(actorOf.get(wish.borrower) as Actor).call('request_booking', {
      p_resource_id: wish.thing.id,
      p_organisation_id: wish.borrower,
      p_starts_at: iso(wish.starts),
      p_ends_at: iso(wish.ends),
      p_quantity: wish.quantity,
    });
    return b.status as string;
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await s.sql('rollback to savepoint asked');
  }
}

function foretold(district: District, wish: Wish, { decision }: { decision: string }): string {
  if (wish.quantity > howMany(wish.thing, district.stock)) return 'BKCAP';
  const stale = district.bookings.filter((b) => b.ranOut).map((b) => b.id);
  const pieces = district.pieces.filter((p) => !stale.includes(p.booking ?? ''));
  const [first] = broken({ ...district, pieces }, wish);
  return first?.code ?? (decision.startsWith('approver') ? 'requested' : 'approved');
}

test(
  `check_booking says what an oracle finds by hand (seed ${seed})`,
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
      for (let i = 0; i < WISHES; i++) {
        const wish = wishIn(district, d, around);
        const row: Row = await s.as(actorOf.get(wish.borrower) as Actor).call('check_booking', {
          p_resource_id: wish.thing.id,
          p_organisation_id: wish.borrower,
          p_starts_at: iso(wish.starts),
          p_ends_at: iso(wish.ends),
          p_quantity: wish.quantity,
          p_except_booking_id: wish.except?.id ?? null,
        });
        const verdict = row.check_booking as Verdict;
        const expected = {
          violations: broken(district, wish),
          decision: decider(district, wish),
          days: daysOf(district, wish.thing, wish.starts, wish.ends),
          minutes: (wish.ends - wish.starts) / MINUTE,
        };
        expect(
          {
            violations: told(verdict),
            decision: `${verdict.decision?.by} ${verdict.decision?.reason}`,
            days: verdict.days,
            minutes: verdict.minutes,
          },
          JSON.stringify({ seed, district: n, wish, levels: district.levels }),
        ).toEqual(expected);
        expect(verdict.ok).toBe(expected.violations.length === 0);
        if (i % 4 === 0 && wish.borrower !== null && !wish.except)
          expect(await asked(s, district, wish)).toBe(foretold(district, wish, expected));
        for (const { code, reason } of expected.violations) {
          const name = `${code} ${reason ?? ''}`.trim();
          seen[name] = (seen[name] ?? 0) + 1;
        }
        for (const name of [verdict.ok ? 'ok' : 'not ok', expected.decision])
          seen[name] = (seen[name] ?? 0) + 1;
      }
      await s.sql('rollback to savepoint district');
    }
    console.log(`ORACLE_SEED=${seed}`, seen);
    // a rule that never stood against anything was not tried
    for (const rule of [
      'ok',
      ...['own', 'chosen', 'own_first'].map((r) => `BKAUD ${r}`),
      ...['past', 'too_soon', 'too_soon_working_days', 'too_far'].map((r) => `BKLED ${r}`),
      ...['too_short', 'too_long'].map((r) => `BKLEN ${r}`),
      ...['closed_day', 'outside_hours', 'public_holiday'].map((r) => `BKCLO ${r}`),
      'BKGRD slot',
      'BKFUL',
      ...['open_bookings', 'hours', 'days', 'weekends'].map((r) => `QUOTA ${r}`),
      'BKOVL',
      'BKCAP',
      'standing named',
      'approver confirmation',
    ])
      expect(seen[rule] ?? 0, rule).toBeGreaterThan(0);
  }),
  300_000,
);
