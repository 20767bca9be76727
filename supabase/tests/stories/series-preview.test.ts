import { describe, expect, test } from 'vitest';
import { ask } from '../support/acts';
import { scenes, type Args, type Row } from '../support/database';
import { amir, mia, otto, type Actor } from '../support/people';
import { refused } from '../support/refusal';
import { askRegularly, on, weekly, weeks } from '../support/series';
import { clubs, pools, things } from '../support/story';
import { ruled } from '../support/terms';
import type { Scene } from '../support/database';

const play = scenes();
const first = on(14);
const at = (day: string, time: string) => `${day} ${time} Europe/Berlin`;

const look = (scene: Scene, who: Actor, thing: string, more: Args): Promise<Row[]> =>
  scene.as(who).rows('preview_series', { p_resource_id: thing, ...more });
const codes = (rows: Row[]) => rows.map((row) => (row.code as string | null) ?? 'free').join(' ');
/** Dates come as local midnight. */
const dayOf = (value: unknown) => {
  const date = value as Date;
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
};
const instant = (value: unknown) => (value as Date).toISOString();

describe('who plans a series', () => {
  test(
    'sees each date: 11 of 14 free, 3 taken, with what else would do, and never who has them',
    play(async (scene) => {
      const days = weeks(14, first);
      for (const i of [2, 5, 9]) {
        await ask(scene, otto, things.beamer, {
          p_starts_at: at(days[i] as string, '19:00'),
          p_ends_at: at(days[i] as string, '21:00'),
          p_purpose: 'geheim',
        });
      }
      const rows = await look(
        scene,
        mia,
        things.beamer,
        weekly(first, 14, { p_organisation_id: clubs.kickers }),
      );
      expect(rows.map((row) => dayOf(row.occurrence_on))).toEqual(days);
      expect(rows.filter((row) => row.code === null)).toHaveLength(11);
      expect(
        rows.filter((row) => row.code === 'BKOVL').map((row) => dayOf(row.occurrence_on)),
      ).toEqual([days[2], days[5], days[9]]);
      const taken = rows[2] as Row;
      // right before and right after, in the pool's time
      expect(taken.other_times).toHaveLength(2);
      expect(new Date((taken.other_times as Row[])[0]?.starts_at as string)).toEqual(
        new Date(new Date(taken.starts_at as string).getTime() - 3_600_000),
      );
      expect((taken.other_resources as Row[])[0]).toMatchObject({
        resource_id: things.projector,
        title: 'Beamer mit Leinwand',
      });
      expect(rows[0]).toMatchObject({ other_times: null, other_resources: null, free_quantity: 1 });
      expect(JSON.stringify(rows)).not.toMatch(/geheim|otto/);
      // whatever is proposed can be had
      for (const time of taken.other_times as Row[]) {
        await ask(scene, mia, things.beamer, {
          p_starts_at: time.starts_at,
          p_ends_at: time.ends_at,
        });
      }
    }),
  );

  test(
    'sees what then comes true: what is shown free can be had, and not a date more',
    play(async (scene) => {
      const days = weeks(6, first);
      await ask(scene, otto, things.benches, {
        p_starts_at: at(days[1] as string, '12:00'),
        p_ends_at: at(days[1] as string, '19:00'),
        p_quantity: 8,
      });
      const wish = weekly(first, 6, { p_quantity: 5 });
      const rows = await look(scene, mia, things.benches, wish);
      expect(codes(rows)).toBe('free BKCAP free free free free');
      expect(rows[1]).toMatchObject({ free_quantity: 4, params: { free: 4 } });
      const skipped = Object.fromEntries(
        rows
          .filter((row) => row.code !== null)
          .map((row) => [dayOf(row.occurrence_on), { take: 'skip' }]),
      );
      await refused(askRegularly(scene, mia, things.benches, wish), 'BKCAP');
      await askRegularly(scene, mia, things.benches, { ...wish, p_choices: skipped });
    }),
  );

  test(
    'reads the rules that stand against a date, and the name of the holiday',
    play(async (scene) => {
      const days = weeks(3, first);
      await scene.sql(
        `insert into public.holidays (pool_id, on_date, kind, name) values ($1, $2, 'public', 'Tag der Bank'), ($1, $3, 'school', 'Herbstferien')`,
        [pools.ostviertel, days[1], days[2]],
      );
      await ruled(scene, { resource: things.bike }, { closed_on_public_holidays: true });
      const rows = await look(scene, mia, things.bike, weekly(first, 3));
      expect(codes(rows)).toBe('free BKCLO free');
      expect(rows.map((row) => row.holiday)).toEqual([null, 'Tag der Bank', 'Herbstferien']);
      const refusal = await refused(
        askRegularly(scene, mia, things.bike, weekly(first, 3)),
        'BKCLO',
      );
      expect(refusal.params).toMatchObject({ date: days[1] });
    }),
  );

  test(
    'is told what holds for their own organisation, and only for that',
    play(async (scene) => {
      await ruled(scene, { resource: things.bike }, { audience: 'own' });
      const wish = weekly(first, 2);
      expect(
        codes(await look(scene, mia, things.bike, { ...wish, p_organisation_id: clubs.kickers })),
      ).toBe('BKAUD BKAUD');
      expect(
        codes(await look(scene, amir, things.bike, { ...wish, p_organisation_id: clubs.werkhof })),
      ).toBe('free free');
      expect(codes(await look(scene, 'anon', things.bike, wish))).toBe('free free');
      await refused(
        look(scene, otto, things.bike, { ...wish, p_organisation_id: clubs.kickers }),
        'DNIED',
      );
      await refused(
        look(scene, 'anon', things.bike, { ...wish, p_organisation_id: clubs.kickers }),
        'LOGIN',
      );
    }),
  );

  test(
    'can NOT look at what is not lent, nor into the series of others',
    play(async (scene) => {
      await refused(look(scene, mia, things.paused, weekly(first, 2)), 'NTFND');
      const series = await askRegularly(scene, mia, things.beamer, weekly(first, 2));
      await refused(
        look(scene, otto, things.beamer, weekly(first, 2, { p_series_id: series.id })),
        'NTFND',
      );
      await refused(
        look(scene, mia, things.beamer, { ...weekly(first, 2), p_rule: 'FREQ=WEEKLY' }),
        'INPUT',
        { field: 'p_rule', reason: 'no_end' },
      );
    }),
  );

  test(
    'does not stand in their own way when they change a series, and sees what stays as it is',
    play(async (scene) => {
      const days = weeks(3, first);
      const series = await askRegularly(
        scene,
        mia,
        things.beamer,
        weekly(first, 3, { p_choices: { [days[1] as string]: { take: 'skip' } } }),
      );
      const later = weekly(first, 4, { p_start_time: '19:00', p_end_time: '21:00' });
      expect(codes(await look(scene, mia, things.beamer, later))).toBe('BKOVL free BKOVL free');
      const rows = await look(scene, mia, things.beamer, {
        ...later,
        p_series_id: series.id,
        p_from: days[1],
      });
      expect(rows.map((row) => dayOf(row.occurrence_on))).toEqual([
        days[1],
        days[2],
        on(7, days[2]),
      ]);
      expect(codes(rows)).toBe('free free free');
      expect(rows.map((row) => row.stays)).toEqual(['skipped', null, null]);
    }),
  );
});

describe('wall time', () => {
  const sundays = {
    p_rule: 'FREQ=WEEKLY;BYDAY=SU;COUNT=3',
    p_start_time: '02:30',
    p_end_time: '03:30',
  };
  const periods = (rows: Row[]) =>
    rows.map((row) => [instant(row.starts_at), instant(row.ends_at)]);

  test(
    'half past two on the Sunday on which the clocks go back is the second one',
    play(async (scene) => {
      const rows = await look(scene, mia, things.bike, { ...sundays, p_starts_on: '2026-10-18' });
      expect(periods(rows)).toEqual([
        ['2026-10-18T00:30:00.000Z', '2026-10-18T01:30:00.000Z'],
        ['2026-10-25T01:30:00.000Z', '2026-10-25T02:30:00.000Z'],
        ['2026-11-01T01:30:00.000Z', '2026-11-01T02:30:00.000Z'],
      ]);
    }),
  );

  test(
    'on the Sunday on which they go forward it is as long after the gap, and no shorter',
    play(async (scene) => {
      const rows = await look(scene, mia, things.bike, { ...sundays, p_starts_on: '2027-03-21' });
      expect(periods(rows)).toEqual([
        ['2027-03-21T01:30:00.000Z', '2027-03-21T02:30:00.000Z'],
        ['2027-03-28T01:30:00.000Z', '2027-03-28T02:30:00.000Z'],
        ['2027-04-04T00:30:00.000Z', '2027-04-04T01:30:00.000Z'],
      ]);
    }),
  );

  test(
    'a training at six stays at six all year, over both changes, the turn of the year and a leap day',
    play(async (scene) => {
      for (const [start, count] of [
        ['2026-10-20', 2],
        ['2027-03-23', 2],
        ['2026-12-29', 2],
        ['2028-02-29', 2],
      ] as const) {
        const rows = await look(scene, mia, things.bike, weekly(start, count));
        for (const row of rows) {
          const [told] = await scene.sql(
            `select to_char($1::timestamptz at time zone 'Europe/Berlin', 'HH24:MI') as t`,
            [row.starts_at],
          );
          expect(told?.t).toBe('18:00');
        }
      }
      const leap = await look(scene, mia, things.bike, {
        ...weekly('2028-02-28', 3),
        p_rule: 'FREQ=DAILY;COUNT=3',
      });
      expect(leap.map((row) => dayOf(row.occurrence_on))).toEqual([
        '2028-02-28',
        '2028-02-29',
        '2028-03-01',
      ]);
    }),
  );

  test(
    'a series over the spring change is booked as it was shown, hour for hour',
    play(async (scene) => {
      const wish = { ...sundays, p_starts_on: '2027-03-21' };
      const shown = periods(await look(scene, mia, things.bike, wish));
      const series = await askRegularly(scene, mia, things.bike, wish);
      const booked = await scene.sql(
        `select starts_at, ends_at from public.bookings where series_id = $1 order by starts_at`,
        [series.id],
      );
      expect(periods(booked)).toEqual(shown);
      expect(
        (await scene.sql(`select distinct state from public.series_occurrences`))[0]?.state,
      ).toBe('booked');
    }),
  );
});
