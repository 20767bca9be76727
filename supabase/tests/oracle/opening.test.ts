import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scenes, type Scene } from '../support/database';
import { pools, things } from '../support/story';
import { setHours, setParts } from '../support/opening';
import { ruled } from '../support/terms';
import {
  countedDays,
  dateOf,
  dayOf,
  isMeant,
  refusedHandover,
  refusedUse,
  wall,
  type World,
} from './opening';

const scene = scenes();
const seed = Number(process.env.ORACLE_SEED ?? Math.floor(Math.random() * 1e9));
const MINUTE = 60_000;

/** Days worth a look: both changes of the clocks, a leap day, the turn of a year, a week in May. */
const anchors = ['2026-10-25', '2027-03-28', '2028-02-29', '2026-12-31', '2027-05-05'];
const around = (anchor: string, days: number) => dateOf(Date.parse(anchor) + days * 1440 * MINUTE);

const clock = (m: number) =>
  `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`;
const minute = fc.oneof(
  fc.integer({ min: 0, max: 95 }).map((q) => q * 15),
  fc.constantFrom(0, 60, 119, 120, 121, 150, 180, 181, 1439),
);
const span = fc
  .tuple(minute, fc.oneof(minute, fc.constant(1440)))
  .filter(([a, b]) => a !== b)
  .map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]);
const season = fc.constantFrom<[string, string]>(
  ['10-01', '10-25'],
  ['10-25', '03-27'],
  ['11-15', '02-29'],
  ['03-01', '12-31'],
  ['02-28', '02-28'],
);

const worldOf = (anchor: string): fc.Arbitrary<World> => {
  const date = fc.integer({ min: -4, max: 5 }).map((n) => around(anchor, n));
  const hours = fc.record({
    weekday: fc.integer({ min: 1, max: 7 }),
    span,
    season: fc.option(season, { freq: 3, nil: undefined }),
  });
  return fc.record({
    hours: fc.option(
      fc
        .uniqueArray(hours, {
          minLength: 3,
          maxLength: 20,
          selector: (h) => `${h.weekday} ${h.span[0]} ${h.season?.join(' ') ?? ''}`,
        })
        .map((list) =>
          list.map((h) => ({
            weekday: h.weekday,
            opens: h.span[0],
            closes: h.span[1],
            season: h.season,
          })),
        ),
      { freq: 6 },
    ),
    exceptions: fc
      .array(
        fc.record({
          from: date,
          length: fc.constantFrom(0, 0, 1, 3),
          hours: fc.option(span, { nil: undefined }),
        }),
        { maxLength: 3 },
      )
      .map((list) =>
        list.map(({ from, length, hours: open }) => ({
          from,
          to: around(from, length),
          hours: open,
        })),
      ),
    publicHolidays: fc.uniqueArray(date, { maxLength: 2 }),
    schoolHolidays: fc.uniqueArray(date, { maxLength: 4 }),
    closedOnPublic: fc.boolean(),
    closedInSchool: fc.boolean(),
  });
};

/** Minutes of real time after the midnight (UTC) three days before, and how long. */
const periods = fc.array(
  fc.tuple(
    fc.oneof(
      fc.integer({ min: 0, max: 6 * 96 }).map((q) => q * 15),
      fc.integer({ min: 0, max: 6 * 1440 }),
    ),
    fc.oneof(
      { weight: 3, arbitrary: fc.integer({ min: 1, max: 24 }).map((q) => q * 15) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 4 * 1440 }) },
    ),
  ),
  { minLength: 12, maxLength: 12 },
);
const instants = (anchor: string, [from, length]: [number, number]) => {
  const starts = Date.parse(anchor) + (from - 3 * 1440) * MINUTE;
  return { starts, ends: starts + length * MINUTE };
};

async function write(s: Scene, world: World, values: Record<string, unknown>): Promise<void> {
  await s.sql(`delete from public.terms where resource_id = $1`, [things.hall]);
  await s.sql(`delete from public.holidays`);
  const terms = await ruled(
    s,
    { resource: things.hall },
    {
      opening: world.hours ? 'hours' : 'always',
      closed_on_public_holidays: world.closedOnPublic,
      closed_in_school_holidays: world.closedInSchool,
      ...values,
    },
  );
  await setHours(
    s,
    terms,
    (world.hours ?? []).map((h) => [
      h.weekday,
      clock(h.opens),
      clock(h.closes),
      ...(h.season ?? []),
    ]),
    world.exceptions.map((e) => [
      e.from,
      e.to,
      e.hours && clock(e.hours[0]),
      e.hours && clock(e.hours[1]),
    ]),
  );
  for (const [kind, list] of [
    ['public', world.publicHolidays],
    ['school', world.schoolHolidays],
  ] as const)
    await s.sql(
      `insert into public.holidays (pool_id, on_date, kind, name) select $1, d, $2, $2 from unnest($3::date[]) d`,
      [pools.ostviertel, kind, list],
    );
}

/** All periods in one question. */
async function ask(s: Scene, expression: string, list: { starts: number; ends: number }[]) {
  return s.sql(
    `select ${expression} from public.effective_terms t
     join public.resources r on r.id = t.resource_id
     cross join unnest($2::timestamptz[], $3::timestamptz[]) with ordinality as p (starts_at, ends_at, n)
     where t.resource_id = $1 order by n`,
    [
      things.hall,
      list.map((p) => new Date(p.starts).toISOString()),
      list.map((p) => new Date(p.ends).toISOString()),
    ],
  );
}

const check = (property: fc.IAsyncProperty<unknown>, numRuns: number) =>
  fc.assert(property as fc.IAsyncProperty<[unknown]>, { numRuns, seed, endOnFailure: false });

test(
  `opening hours say what the clock says minute by minute (seed ${seed})`,
  scene(async (s) => {
    await check(
      fc.asyncProperty(
        fc
          .constantFrom(...anchors)
          .chain((anchor) =>
            fc.record({ anchor: fc.constant(anchor), world: worldOf(anchor), list: periods }),
          ),
        fc.constantFrom('use', 'handover'),
        fc.constantFrom('calendar', 'started', 'open'),
        async ({ anchor, world, list }, hours_apply, day_count) => {
          await write(s, world, { hours_apply, day_count });
          const asked = list.map((p) => instants(anchor, p));
          const said = await ask(
            s,
            `private.hours_violation(t, r.pool_id, 'Europe/Berlin', p.starts_at, p.ends_at) - 'opens' - 'closes' - 'name' as refusal,
             private.counted_days(t, r.pool_id, 'Europe/Berlin', p.starts_at, p.ends_at) as days`,
            asked,
          );
          const judge = hours_apply === 'use' ? refusedUse : refusedHandover;
          expect(said).toEqual(
            asked.map(({ starts, ends }) => ({
              refusal: judge(world, starts, ends),
              days: countedDays(world, day_count, starts, ends),
            })),
          );
          const dates = Array.from({ length: 8 }, (_, i) => around(anchor, i - 4));
          const shown = await s.sql(
            `select on_date::text, array_agg(opens_at::text order by opens_at) filter (where opens_at is not null) as opens, min(closed_reason) as reason
             from public.resource_opening($1, $2, $3) group by on_date order by 1`,
            [things.hall, dates[0], around(anchor, 4)],
          );
          expect(shown.map((d) => [d.on_date, d.reason])).toEqual(
            dates.map((d) => {
              const { spans, reason } = dayOf(world, d);
              return [d, spans.length > 0 ? null : reason];
            }),
          );
        },
      ),
      250,
    );
  }),
);

test(
  `grids allow exactly the times they mean, on every date (seed ${seed})`,
  scene(async (s) => {
    const closed: World = {
      hours: null,
      exceptions: [],
      publicHolidays: [],
      schoolHolidays: [],
      closedOnPublic: false,
      closedInSchool: false,
    };
    const grid = fc.oneof(
      fc.record({
        kind: fc.constant('slots' as const),
        slot: fc.constantFrom(15, 30, 45, 60, 90, 120, 480, 1440),
        from: minute,
      }),
      fc.record({
        kind: fc.constant('parts' as const),
        parts: fc.array(fc.tuple(minute, fc.oneof(minute, fc.constant(1440))), {
          minLength: 1,
          maxLength: 5,
        }),
      }),
      fc.record({
        kind: fc.constant('days' as const),
        pickup: minute,
        back: fc.oneof(minute, fc.constant(1440)),
      }),
    );
    await check(
      fc.asyncProperty(
        fc.constantFrom(...anchors),
        grid,
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { minLength: 20, maxLength: 20 }),
        async (anchor, g, picks) => {
          const [starting, ending] =
            g.kind === 'slots'
              ? Array.from({ length: 2 }, () =>
                  Array.from({ length: 1440 / g.slot }, (_, i) => (g.from + i * g.slot) % 1440),
                )
              : g.kind === 'parts'
                ? [g.parts.map(([a]) => a), g.parts.map(([, b]) => b % 1440)]
                : [[g.pickup], [g.back % 1440]];
          await write(s, closed, {
            period_kind: g.kind,
            ...(g.kind === 'slots' ? { slot_minutes: g.slot, slot_starts_at: clock(g.from) } : {}),
            ...(g.kind === 'days' ? { pickup_at: clock(g.pickup), return_at: clock(g.back) } : {}),
          });
          if (g.kind === 'parts') {
            const [terms] = await s.sql(`select id from public.terms where resource_id = $1`, [
              things.hall,
            ]);
            await setParts(
              s,
              terms?.id as string,
              g.parts.map(([a, b], i) => [`part ${i}`, clock(a), clock(b)]),
            );
          }
          // half of them near a time of the grid, the others anywhere
          const near = (n: number, times: number[], isNear: boolean) => {
            const day = Date.parse(around(anchor, (n % 5) - 2));
            const shown = isNear
              ? day + (times[n % times.length] as number) * MINUTE
              : day + (n % 1440) * MINUTE;
            // one hour or two before, or never shown: the nearest instant, and sometimes the next one
            const at = shown - (wall(shown) - shown);
            return n % 3 === 0 ? at - 60 * MINUTE : at;
          };
          const asked = picks.map(([a, b, isNear]) => {
            const starts = near(a, starting as number[], isNear);
            return { starts, ends: near(b, ending as number[], isNear) + 6 * 1440 * MINUTE };
          });
          const said = await ask(
            s,
            `private.grid_violation(t, 'Europe/Berlin', p.starts_at, p.ends_at) ->> 'field' as field`,
            asked,
          );
          expect(said.map((r) => r.field as string | null)).toEqual(
            asked.map(({ starts, ends }) =>
              !isMeant(starts, starting as number[])
                ? 'p_starts_at'
                : !isMeant(ends, ending as number[])
                  ? 'p_ends_at'
                  : null,
            ),
          );
        },
      ),
      250,
    );
  }),
);
