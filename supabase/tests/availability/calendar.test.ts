import { describe, expect, test } from 'vitest';
import { ask } from '../support/acts';
import { scenes, type Args, type Scene } from '../support/database';
import {
  ada,
  amir,
  anon,
  manu,
  mia,
  nina,
  olga,
  otto,
  paul,
  penny,
  rita,
  service,
  type Actor,
} from '../support/people';
import { refused } from '../support/refusal';
import { things } from '../support/story';
import { from, when } from '../support/when';

const scene = scenes();
const calendar = (s: Scene, thing: string, more: Args = {}, who: Actor = anon) =>
  s
    .as(who)
    .rows('resource_calendar', { p_resource_id: thing, p_from: when(7), p_to: when(8), ...more });
/** `10-12 taken 0/1+0`: hours (of day 7), state, free of how many, plus held. */
const spans = async (s: Scene, thing: string, more: Args = {}) =>
  (await calendar(s, thing, more)).map((r) => {
    const hour = (d: Date) => (d.getTime() - Date.parse(when(7))) / 3_600_000;
    return `${hour(r.starts_at)}-${hour(r.ends_at)} ${r.state as string} ${r.free_quantity as number}/${r.quantity as number}+${r.held_quantity as number}`;
  });

describe('the calendar of a thing', () => {
  test(
    'free all day says nothing',
    scene(async (s) => {
      expect(await spans(s, things.beamer)).toEqual([]);
    }),
  );

  test(
    'a request is asked for, a booking is taken, and neighbours become one span',
    scene(async (s) => {
      const a = await ask(s, mia, things.beamer, from(7, 10, 12));
      await ask(s, otto, things.beamer, from(7, 12, 14));
      expect(await spans(s, things.beamer)).toEqual(['10-14 requested 0/1+1']);
      await s.as(amir).call('approve_booking', { p_booking_id: a.id });
      expect(await spans(s, things.beamer)).toEqual(['10-12 taken 0/1+0', '12-14 requested 0/1+1']);
    }),
  );

  test(
    'who changes a booking sees its own time as free, and nobody else may look so',
    scene(async (s) => {
      const mine = await ask(s, mia, things.beamer, from(7, 10, 12));
      await ask(s, otto, things.beamer, from(7, 14, 15));
      await s.as(amir).call('close_resource', {
        p_resource_id: things.beamer,
        ...from(7, 18, 20),
        p_reason: 'repair',
      });
      const except = { p_except_booking_id: mine.id };
      const seen = await calendar(s, things.beamer, except, mia);
      expect(seen.map((r) => r.starts_at.toISOString())).toEqual([when(7, 14), when(7, 18)]);
      expect(await calendar(s, things.beamer, except, amir)).toHaveLength(2);
      for (const who of [otto, anon]) {
        await refused(calendar(s, things.beamer, except, who), 'NTFND');
      }
    }),
  );

  test(
    'a pile of which some are mine counts mine as free',
    scene(async (s) => {
      const mine = await ask(s, mia, things.benches, { ...from(7, 10, 12), p_quantity: 5 });
      const seen = await calendar(s, things.benches, { p_except_booking_id: mine.id }, mia);
      expect(seen).toEqual([]);
    }),
  );

  test(
    'a pile has steps',
    scene(async (s) => {
      const a = await ask(s, mia, things.benches, { ...from(7, 8, 12), p_quantity: 5 });
      await s.as(amir).call('approve_booking', { p_booking_id: a.id });
      await ask(s, otto, things.benches, { ...from(7, 10, 14), p_quantity: 7 });
      expect(await spans(s, things.benches)).toEqual([
        '8-10 some 7/12+0',
        '10-12 requested 0/12+7',
        '12-14 some 5/12+7',
      ]);
    }),
  );

  test(
    'is cut at its ends, which are half-open',
    scene(async (s) => {
      await ask(s, mia, things.bike, from(7, 10, 12));
      expect(await spans(s, things.bike, { p_from: when(7, 11), p_to: when(7, 13) })).toEqual([
        '11-12 taken 0/1+0',
      ]);
      expect(await spans(s, things.bike, { p_from: when(7, 12), p_to: when(7, 13) })).toEqual([]);
      expect(await spans(s, things.bike, { p_from: when(7, 9), p_to: when(7, 10) })).toEqual([]);
    }),
  );

  test(
    'what looks free with buffers is free, to the minute',
    scene(async (s) => {
      await ask(s, mia, things.kitchen, from(7, 10, 12));
      // others must end an hour before 9:30 and start half an hour after 13:00
      expect(await spans(s, things.kitchen)).toEqual(['8.5-13.5 taken 0/1+0']);
      await ask(s, otto, things.kitchen, { p_starts_at: when(7, 7), p_ends_at: when(7, 8, 30) });
      await ask(s, otto, things.kitchen, { p_starts_at: when(7, 13, 30), p_ends_at: when(7, 14) });
    }),
  );

  test(
    'halves and the whole follow each other; a kit follows its parts',
    scene(async (s) => {
      await ask(s, mia, things.hallA, from(7, 10, 12));
      expect(await spans(s, things.hall)).toEqual(['10-12 taken 0/1+0']);
      expect(await spans(s, things.hallB)).toEqual([]);
      await ask(s, mia, things.benches, { ...from(7, 10, 12), p_quantity: 3 });
      expect(await spans(s, things.cinemaKit)).toEqual(['10-12 requested 0/1+1']);
    }),
  );

  test(
    'a closure is taken; reopened it is free',
    scene(async (s) => {
      const c = await s
        .as(amir)
        .call('close_resource', { p_resource_id: things.benches, ...from(7, 10, 12) });
      expect(await spans(s, things.benches)).toEqual(['10-12 taken 0/12+0']);
      await s.as(amir).call('reopen_resource', { p_closure_id: c.id });
      expect(await spans(s, things.benches)).toEqual([]);
    }),
  );

  test(
    'tells no names, purposes or ids',
    scene(async (s) => {
      await ask(s, mia, things.beamer, { p_purpose: 'secret' });
      expect(Object.keys((await calendar(s, things.beamer))[0] ?? {})).toEqual([
        'starts_at',
        'ends_at',
        'state',
        'quantity',
        'free_quantity',
        'held_quantity',
      ]);
    }),
  );

  test.each<[string, Actor]>([
    ['a passer-by', anon],
    ['mia', mia],
    ['paul', paul],
    ['nina', nina],
    ['the secret key', service],
  ])('%s reads what is listed and nothing else', (_title, who) =>
    scene(async (s) => {
      await calendar(s, things.beamer, {}, who);
      for (const hidden of [
        things.paused,
        things.retired,
        things.ofPending,
        things.ofSuspended,
        '11111111-1111-4111-8111-111111111111',
        null,
      ]) {
        await refused(calendar(s, hidden as string, {}, who), 'NTFND');
      }
    })(),
  );

  test(
    "the owner's people and the QM also read what is paused or pending",
    scene(async (s) => {
      for (const who of [olga, amir, ada, rita, manu]) await calendar(s, things.paused, {}, who);
      for (const who of [penny, rita, manu]) await calendar(s, things.ofPending, {}, who);
    }),
  );

  test.each([
    [{ p_from: null }, 'p_from'],
    [{ p_to: null }, 'p_to'],
    [{ p_to: when(7) }, 'p_to'],
    [{ p_to: when(6) }, 'p_to'],
    [{ p_from: '-infinity' }, 'p_from'],
    [{ p_to: 'infinity' }, 'p_to'],
    [{ p_to: when(800) }, 'p_to'],
  ])('%j is refused', (more, field) =>
    scene(async (s) => {
      await refused(calendar(s, things.beamer, more), 'INPUT', { field });
    })(),
  );
});

describe('on the days of the clock change', () => {
  test.each([
    ['2026-10-25', 25, '2026-10-25T00:00+02:00', '2026-10-26T00:00+01:00'],
    ['2027-03-28', 23, '2027-03-28T00:00+01:00', '2027-03-29T00:00+02:00'],
  ])(
    '%s: a whole closed day has %d hours and touches neither neighbour',
    (_day, hours, starts, ends) =>
      scene(async (s) => {
        await s.as(amir).call('close_resource', {
          p_resource_id: things.bike,
          p_starts_at: starts,
          p_ends_at: ends,
        });
        const around = {
          p_from: new Date(Date.parse(starts) - 86_400_000).toISOString(),
          p_to: new Date(Date.parse(ends) + 86_400_000).toISOString(),
        };
        const [span, ...more] = await calendar(s, things.bike, around);
        expect(more).toEqual([]);
        expect((span?.ends_at - span?.starts_at) / 3_600_000).toBe(hours);
        expect(span?.starts_at.getTime()).toBe(Date.parse(starts));
        expect(await calendar(s, things.bike, { p_from: around.p_from, p_to: starts })).toEqual([]);
        expect(await calendar(s, things.bike, { p_from: ends, p_to: around.p_to })).toEqual([]);
      })(),
  );
});
