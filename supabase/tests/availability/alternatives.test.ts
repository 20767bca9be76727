import { describe, expect, test } from 'vitest';
import { ask } from '../support/acts';
import { scenes, type Args, type Scene } from '../support/database';
import { amir, anon, mia, otto, type Actor } from '../support/people';
import { refused } from '../support/refusal';
import { things } from '../support/story';
import { ruled } from '../support/terms';
import { from, when } from '../support/when';

const scene = scenes();
const suggest = (s: Scene, thing: string, more: Args = {}, who: Actor = anon) =>
  s.as(who).rows('suggest_alternatives', { p_resource_id: thing, ...from(7, 10, 12), ...more });

/** Berlin's wall clock of an instant. */
const wall = (d: Date) =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Berlin',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(d);
/** The next day on which Berlin's clock jumps by so many hours. */
function clockChange(hours: 1 | -1): Date {
  const offset = (d: Date) =>
    Number(
      /GMT\+0?(\d+)/.exec(
        new Intl.DateTimeFormat('en', {
          timeZone: 'Europe/Berlin',
          timeZoneName: 'longOffset',
        }).format(d),
      )?.[1],
    );
  for (let day = 3; day < 370; day++) {
    const d = new Date(when(day));
    if (offset(new Date(d.getTime() + 86_400_000)) - offset(d) === hours) return d;
  }
  throw new Error('no clock change within a year');
}

describe('alternatives', () => {
  test(
    'when the beamer is taken: the nearest free times of it, and the other beamer',
    scene(async (s) => {
      await ask(s, otto, things.beamer);
      const rows = await suggest(s, things.beamer);
      expect(rows.filter((r) => r.reason === 'other_time')).toHaveLength(3);
      expect(rows.filter((r) => r.reason === 'other_resource').map((r) => r.title)[0]).toBe(
        'Beamer mit Leinwand',
      );
      expect(rows[0]).toMatchObject({
        reason: 'other_time',
        resource_id: things.beamer,
        free_quantity: 1,
      });
      expect(rows.find((r) => r.reason === 'other_resource')?.starts_at.toISOString()).toBe(
        when(7, 10),
      );
    }),
  );

  test(
    'everything suggested can really be had: each is asked for, and granted',
    scene(async (s) => {
      for (const hour of [8, 10, 14, 16])
        await ask(s, otto, things.beamer, from(7, hour, hour + 2));
      for (const day of [6, 8, 9])
        await s
          .as(amir)
          .call('close_resource', { p_resource_id: things.beamer, ...from(day, 0, 23) });
      const rows = await suggest(s, things.beamer, { p_limit: 12 });
      expect(rows.length).toBeGreaterThan(10);
      for (const r of rows) {
        await s.sql('savepoint a');
        await ask(s, mia, r.resource_id as string, {
          p_starts_at: r.starts_at.toISOString(),
          p_ends_at: r.ends_at.toISOString(),
        });
        await s.sql('rollback to a');
      }
    }),
  );

  test(
    'a thing that wants notice is not suggested at short notice, nor for longer than it goes',
    scene(async (s) => {
      await ruled(s, { resource: things.bike }, { lead_minutes: 14400 });
      await s.sql(`update public.resources set kind = 'vehicle' where id = $1`, [things.bike]);
      await ask(s, otto, things.van, from(7, 10, 12));
      expect((await suggest(s, things.van)).map((r) => r.resource_id)).not.toContain(things.bike);
      const long = { p_starts_at: when(20, 6), p_ends_at: when(20, 20) };
      expect((await suggest(s, things.bike, long)).map((r) => r.resource_id)).not.toContain(
        things.van,
      );
      for (const r of await suggest(s, things.van, {
        p_starts_at: when(3, 1),
        p_ends_at: when(3, 3),
        p_limit: 12,
      })) {
        expect(r.starts_at.getTime()).toBeGreaterThan(Date.now() + 2 * 86_400_000 - 60_000);
      }
    }),
  );

  test(
    'for eight of twelve benches: only times with eight',
    scene(async (s) => {
      await ask(s, otto, things.benches, { p_quantity: 5 });
      const rows = await suggest(s, things.benches, { p_quantity: 8 });
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.every((r) => r.free_quantity >= 8)).toBe(true);
      expect(await suggest(s, things.benches, { p_quantity: 13 })).toEqual([]);
    }),
  );

  test(
    'who moves a booking a little is offered times that overlap its own, never the one it has',
    scene(async (s) => {
      const mine = await ask(s, mia, things.beamer, from(7, 9, 11));
      await ask(s, otto, things.beamer, from(7, 12, 13));
      const moved = { ...from(7, 11, 13), p_limit: 12 };
      const times = async (more: Args) =>
        (await suggest(s, things.beamer, { ...moved, ...more }, mia))
          .filter((r) => r.reason === 'other_time')
          .map((r) => r.starts_at.toISOString());
      // until the other one begins: an hour of it is hers already
      expect(await times({})).not.toContain(when(7, 10));
      expect(await times({ p_except_booking_id: mine.id })).toContain(when(7, 10));
      const back = { ...from(8, 9, 11), p_except_booking_id: mine.id };
      expect(await times(back)).not.toContain(when(7, 9));
    }),
  );

  test(
    'nobody learns from alternatives how it would be without the booking of others',
    scene(async (s) => {
      const mine = await ask(s, mia, things.beamer, from(7, 9, 11));
      for (const who of [otto, anon]) {
        const spy = suggest(s, things.beamer, { p_except_booking_id: mine.id }, who);
        await refused(spy, 'NTFND');
      }
    }),
  );

  test(
    "never the paused, the pending, the suspended, the other pool's; never in the past",
    scene(async (s) => {
      await s.sql(`update public.resources set picture = 'beamer', kind = 'equipment'`);
      const rows = await suggest(s, things.beamer, { p_limit: 12 });
      for (const hidden of [
        things.paused,
        things.retired,
        things.ofPending,
        things.ofSuspended,
        things.ofWestclub,
      ]) {
        expect(rows.map((r) => r.resource_id)).not.toContain(hidden);
      }
      const soon = await suggest(s, things.beamer, {
        p_starts_at: when(0, 1),
        p_ends_at: when(0, 2),
        p_limit: 12,
      });
      expect(
        soon
          .filter((r) => r.reason === 'other_time')
          .every((r) => r.starts_at.getTime() > Date.now() - 60_000),
      ).toBe(true);
    }),
  );

  test(
    'tells no names and no purposes of who is in the way',
    scene(async (s) => {
      await ask(s, mia, things.beamer, { p_purpose: 'secret' });
      expect(JSON.stringify(await suggest(s, things.beamer, { p_limit: 12 }))).not.toMatch(
        /secret|kickers|mia/i,
      );
    }),
  );

  test.each([
    [things.paused],
    [things.retired],
    [things.ofPending],
    [things.ofSuspended],
    ['11111111-1111-4111-8111-111111111111'],
    [null],
  ])('for %s: not found', (thing) =>
    scene(async (s) => {
      for (const who of [anon, amir] as Actor[])
        await refused(suggest(s, thing as string, {}, who), 'NTFND');
    })(),
  );

  test.each([
    [{ p_ends_at: when(7, 10) }, 'INPUT'],
    [{ p_ends_at: when(7, 9) }, 'INPUT'],
    [{ p_starts_at: null }, 'INPUT'],
    [{ p_ends_at: 'infinity' }, 'INPUT'],
    [{ p_ends_at: when(500) }, 'BKLEN'],
  ])('%j is refused', (more, code) =>
    scene(async (s) => {
      await refused(suggest(s, things.beamer, more), code);
    })(),
  );

  test(
    'odd quantities and limits are brought to sense',
    scene(async (s) => {
      expect((await suggest(s, things.beamer, { p_quantity: 0, p_limit: 0 })).length).toBe(2);
      expect(
        (await suggest(s, things.beamer, { p_quantity: null, p_limit: null })).length,
      ).toBeGreaterThan(2);
      expect((await suggest(s, things.beamer, { p_limit: 1000 })).length).toBeLessThanOrEqual(24);
    }),
  );

  test.each([
    ['forward', 1],
    ['back', -1],
  ] as const)('across the clock going %s the wall time stays: ten is ten', (_title, hours) =>
    scene(async (s) => {
      const day = clockChange(hours);
      // the evening before, ten to twelve on Berlin's clock
      const zone = hours === 1 ? '+01:00' : '+02:00';
      const eve = new Date(day.getTime() - 86_400_000).toISOString().slice(0, 10);
      const period = { p_starts_at: `${eve}T10:00${zone}`, p_ends_at: `${eve}T12:00${zone}` };
      await s.as(amir).call('close_resource', { p_resource_id: things.beamer, ...period });
      const rows = (await suggest(s, things.beamer, { ...period, p_limit: 12 })).filter(
        (r) => r.reason === 'other_time',
      );
      const days = rows.filter((r) => wall(r.starts_at).endsWith('10:00'));
      expect(days.length).toBeGreaterThan(5);
      expect(days.every((r) => wall(r.ends_at).endsWith('12:00'))).toBe(true);
      expect(days.some((r) => r.starts_at.getTime() > day.getTime() + 86_400_000)).toBe(true);
    })(),
  );

  test(
    'the hour that the spring clock skips is moved, never reversed',
    scene(async (s) => {
      const day = clockChange(1).toISOString().slice(0, 10);
      const eve = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
      const rows = await suggest(s, things.beamer, {
        p_starts_at: `${eve}T02:15+01:00`,
        p_ends_at: `${eve}T02:45+01:00`,
        p_limit: 12,
      });
      expect(rows.every((r) => r.starts_at < r.ends_at)).toBe(true);
    }),
  );

  test(
    'a place that nobody has told is at no distance, and not on the other side of the world',
    scene(async ({ sql }) => {
      const [found] = await sql(
        `select private.distance_metres(52.52, 13.41, null, null) as unknown,
                private.distance_metres(52.52, 13.41, 52.53, 13.41) as known`,
      );
      expect(found).toEqual({ unknown: null, known: 1112 });
    }),
  );
});
