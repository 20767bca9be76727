import { describe, expect, test } from 'vitest';
import { ask } from '../support/acts';
import { scenes, type Args, type Row, type Scene } from '../support/database';
import {
  ada,
  amir,
  anon,
  boris,
  manu,
  mia,
  nina,
  olga,
  otto,
  paul,
  service,
  type Actor,
} from '../support/people';
import { refused } from '../support/refusal';
import { things } from '../support/story';
import { ruled } from '../support/terms';
import { from, when } from '../support/when';

/** Requests that compete: nobody's request keeps the slot, the owner chooses. */
const scene = scenes();
type Play = (s: Scene) => Promise<void>;
const competing = (play: Play) =>
  scene(async (s) => {
    const all = [things.beamer, things.benches, things.hall, things.hallA];
    for (const resource of all) await ruled(s, { resource }, { request_mode: 'compete' });
    // where nobody decides, nothing competes
    await s.sql(`update public.resources set approval = 'manual' where id = any ($1)`, [all]);
    await play(s);
  });

const approve = (s: Scene, who: Actor, b: Row) =>
  s.as(who).call('approve_booking', { p_booking_id: b.id });
const statusOf = async (s: Scene, b: Row) =>
  (await s.sql('select status from public.bookings where id = $1', [b.id]))[0]?.status as string;
const asked = (s: Scene, who: Actor, more: Args = {}) =>
  s.as(who).rows('asked_times', {
    p_resource_id: things.beamer,
    p_from: when(7),
    p_to: when(8),
    ...more,
  });

describe('requests that compete', () => {
  test(
    'stand side by side and hold nothing',
    competing(async (s) => {
      const hers = await ask(s, mia, things.beamer);
      const his = await ask(s, otto, things.beamer, from(7, 11, 13));
      expect([hers.status, his.status]).toEqual(['requested', 'requested']);
      expect(await s.sql('select 1 from public.allocations')).toEqual([]);
      const busy = await s.as(anon).rows('resource_calendar', {
        p_resource_id: things.beamer,
        p_from: when(7),
        p_to: when(8),
      });
      expect(busy).toEqual([]);
    }),
  );

  test(
    'are answered when one of them is approved: passed over by nobody in particular, and told',
    competing(async (s) => {
      const hers = await ask(s, mia, things.beamer);
      const his = await ask(s, otto, things.beamer, from(7, 11, 13));
      await approve(s, amir, hers);
      expect(await statusOf(s, hers)).toBe('approved');
      expect(await statusOf(s, his)).toBe('passed_over');
      const log = await s.sql(
        `select action, side, actor_id from public.booking_log where booking_id = $1 order by version`,
        [his.id],
      );
      expect(log.at(-1)).toEqual({ action: 'passed_over', side: 'system', actor_id: null });
      const told = await s.sql(
        `select 1 from private.outbox where booking_id = $1 and topic = 'booking_passed_over'`,
        [his.id],
      );
      expect(told).toHaveLength(1);
    }),
  );

  test(
    'for another time, or for what is left of a pile, go on waiting',
    competing(async (s) => {
      const hers = await ask(s, mia, things.beamer);
      const later = await ask(s, otto, things.beamer, from(7, 12, 14));
      await approve(s, amir, hers);
      expect(await statusOf(s, later)).toBe('requested');

      const eight = await ask(s, mia, things.benches, { p_quantity: 8 });
      const four = await ask(s, otto, things.benches, { p_quantity: 4 });
      const five = await ask(s, olga, things.benches, { p_quantity: 5 });
      await approve(s, amir, eight);
      expect([await statusOf(s, four), await statusOf(s, five)]).toEqual([
        'requested',
        'passed_over',
      ]);
      await approve(s, amir, four);
    }),
  );

  test(
    'for the whole hall lose to one for its half, and the other way round',
    competing(async (s) => {
      const whole = await ask(s, mia, things.hall);
      const half = await ask(s, otto, things.hallA);
      await approve(s, amir, half);
      expect(await statusOf(s, whole)).toBe('passed_over');
    }),
  );

  test(
    'are refused at once where somebody has the promise already',
    competing(async (s) => {
      await approve(s, amir, await ask(s, mia, things.beamer));
      await refused(ask(s, otto, things.beamer, from(7, 11, 13)), 'BKOVL');
    }),
  );

  test(
    'are answered by the host where a closure took the time',
    competing(async (s) => {
      const hers = await ask(s, mia, things.beamer);
      await s.as(amir).call('close_resource', {
        p_resource_id: things.beamer,
        p_starts_at: when(7),
        p_ends_at: when(8),
        p_reason: 'repair',
      });
      await s.as(service).call('answer_passed_over');
      expect(await statusOf(s, hers)).toBe('passed_over');
    }),
  );

  test(
    'cannot be approved any more once they were passed over',
    competing(async (s) => {
      const hers = await ask(s, mia, things.beamer);
      const his = await ask(s, otto, things.beamer);
      await approve(s, amir, hers);
      await refused(approve(s, amir, his), 'BKSTA');
    }),
  );
});

describe('who chooses', () => {
  const choosers: [string, Actor][] = [
    ['amir, the approver of the owner', amir],
    ['ada, its admin', ada],
  ];
  for (const [name, who] of choosers) {
    test(
      `${name}, can`,
      competing(async (s) => {
        await approve(s, who, await ask(s, mia, things.beamer));
      }),
    );
  }

  const others: [string, Actor, string][] = [
    ['mia, who asked', mia, 'DNIED'],
    ['boris, who approves for her club', boris, 'DNIED'],
    ['olga, a member of the owner', olga, 'NTFND'],
    ['otto, who competes', otto, 'NTFND'],
    ['paul, of another pool', paul, 'NTFND'],
    ['nina, who belongs to nothing', nina, 'NTFND'],
    ['manu, of the neighbourhood management', manu, 'DNIED'],
  ];
  for (const [name, who, code] of others) {
    test(
      `${name}, can NOT`,
      competing(async (s) => {
        const hers = await ask(s, mia, things.beamer);
        await refused(approve(s, who, hers), code);
      }),
    );
  }

  test(
    'the answers to those passed over come from the host alone',
    competing(async (s) => {
      for (const who of [anon, mia, amir, manu]) {
        await refused(s.as(who).call('answer_passed_over'), '42501');
      }
    }),
  );
});

describe('who learns what', () => {
  test(
    'everybody sees how many ask for a time, piece by piece, and nobody sees who',
    competing(async (s) => {
      await ask(s, mia, things.beamer, { p_purpose: 'secret film night' });
      await ask(s, otto, things.beamer, from(7, 11, 13));
      for (const who of [anon, nina, otto, amir]) {
        expect(await asked(s, who)).toEqual([
          { starts_at: new Date(when(7, 10)), ends_at: new Date(when(7, 11)), requests: 1 },
          { starts_at: new Date(when(7, 11)), ends_at: new Date(when(7, 12)), requests: 2 },
          { starts_at: new Date(when(7, 12)), ends_at: new Date(when(7, 13)), requests: 1 },
        ]);
      }
    }),
  );

  test(
    'who competes reads nothing of the others, neither before nor after',
    competing(async (s) => {
      const hers = await ask(s, mia, things.beamer, { p_purpose: 'secret film night' });
      await ask(s, otto, things.beamer);
      const read = () => s.as(otto).sql('select 1 from public.bookings where id = $1', [hers.id]);
      expect(await read()).toEqual([]);
      await approve(s, amir, hers);
      expect(await read()).toEqual([]);
      const told = await s.sql(
        `select payload::text as payload from private.outbox where topic = 'booking_passed_over'`,
      );
      expect(JSON.stringify(told)).not.toContain('secret');
      expect(JSON.stringify(told)).not.toContain(hers.id as string);
    }),
  );

  test(
    'a request that is answered, called off or holds its slot is not counted',
    competing(async (s) => {
      const hers = await ask(s, mia, things.beamer);
      await s.as(mia).call('cancel_booking', { p_booking_id: hers.id });
      expect(await asked(s, anon)).toEqual([]);
      await ask(s, mia, things.projector);
      expect(await asked(s, anon, { p_resource_id: things.projector })).toEqual([]);
    }),
  );

  test(
    'those who ask for the whole hall count for its halves',
    competing(async (s) => {
      await ask(s, mia, things.hall);
      expect(await asked(s, anon, { p_resource_id: things.hallB })).toMatchObject([
        { requests: 1 },
      ]);
    }),
  );

  test(
    'of what is not listed nothing is told, and a nonsensical time is refused',
    competing(async (s) => {
      await refused(asked(s, anon, { p_resource_id: things.paused }), 'NTFND');
      await refused(asked(s, mia, { p_resource_id: things.paused }), 'NTFND');
      expect(await asked(s, olga, { p_resource_id: things.paused })).toEqual([]);
      await refused(asked(s, anon, { p_to: when(7) }), 'INPUT', {
        field: 'p_to',
        reason: 'end_before_start',
      });
      await refused(asked(s, anon, { p_to: when(800) }), 'INPUT', { reason: 'range' });
      await refused(asked(s, anon, { p_from: null }), 'INPUT', { reason: 'required' });
    }),
  );
});
