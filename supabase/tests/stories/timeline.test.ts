import { describe, expect, test } from 'vitest';
import { ask } from '../support/acts';
import { scenes, type Args, type Row, type Scene } from '../support/database';
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
  rita,
  susi,
  westa,
  type Actor,
} from '../support/people';
import { refused } from '../support/refusal';
import { clubs, things } from '../support/story';
import { from, when } from '../support/when';

const scene = scenes();
const look = (s: Scene, who: Actor, more: Args = {}): Promise<Row[]> =>
  s.as(who).rows('owner_timeline', {
    p_organisation_id: clubs.werkhof,
    p_from: when(5),
    p_to: when(12),
    ...more,
  });
const barsOn = async (s: Scene, who: Actor, thing: string): Promise<Row[]> =>
  ((await look(s, who)).find((row) => row.resource_id === thing)?.bars ?? []) as Row[];
const seconds = (at: string) => Date.parse(at) / 1000;

describe("the owner's overview", () => {
  test(
    'an approver sees every thing that is not retired, with who has it when, and what for',
    scene(async (s) => {
      const { id } = await ask(s, mia, things.beamer, { p_purpose: 'Film' });
      await s.as(amir).call('close_resource', {
        p_resource_id: things.kitchen,
        ...from(6, 8, 20),
        p_reason: 'Fest',
      });
      const rows = await look(s, amir);
      expect(rows.map((row) => row.resource_id)).toEqual(
        expect.arrayContaining([things.beamer, things.hall, things.paused, things.kitchen]),
      );
      expect(rows.map((row) => row.resource_id)).not.toContain(things.retired);
      expect(await barsOn(s, amir, things.beamer)).toEqual([
        {
          state: 'requested',
          from: seconds(when(7, 10)),
          to: seconds(when(7, 12)),
          blockedFrom: seconds(when(7, 10)),
          blockedTo: seconds(when(7, 12)),
          quantity: 1,
          bookingId: id,
          who: 'Kickers Ost',
          why: 'Film',
          of: null,
        },
      ]);
      expect(await barsOn(s, amir, things.kitchen)).toMatchObject([
        { state: 'closure', why: 'Fest', who: null, bookingId: null },
      ]);
    }),
  );

  test(
    'what takes a shared part shows on all that share it, once, with whose booking it is',
    scene(async (s) => {
      await ask(s, mia, things.hall);
      await ask(s, otto, things.cinemaKit, from(8, 10, 12));
      expect(await barsOn(s, amir, things.hall)).toMatchObject([{ of: null }]);
      expect(await barsOn(s, amir, things.hallA)).toMatchObject([{ of: 'Turnhalle' }]);
      expect(await barsOn(s, amir, things.cinemaKit)).toMatchObject([{ of: null }]);
      expect(await barsOn(s, amir, things.benches)).toMatchObject([{ of: 'Kino im Hof' }]);
    }),
  );

  test(
    'buffers are part of what is blocked, and a bar that only reaches in is told whole',
    scene(async (s) => {
      await ask(s, mia, things.kitchen, { p_starts_at: when(4, 20), p_ends_at: when(5, 4) });
      expect(await barsOn(s, amir, things.kitchen)).toMatchObject([
        {
          from: seconds(when(4, 20)),
          to: seconds(when(5, 4)),
          blockedFrom: seconds(when(4, 19, 30)),
          blockedTo: seconds(when(5, 5)),
        },
      ]);
    }),
  );

  test(
    'a member who does not decide sees what is taken, and no names; approvers, admins and the QM see them',
    scene(async (s) => {
      await ask(s, mia, things.beamer, { p_purpose: 'secret' });
      expect(await barsOn(s, olga, things.beamer)).toMatchObject([
        { state: 'requested', who: null, why: null, bookingId: null },
      ]);
      expect(JSON.stringify(await look(s, olga))).not.toMatch(/secret|Kickers/);
      for (const who of [amir, ada, rita, manu])
        expect((await barsOn(s, who, things.beamer))[0]?.who).toBe('Kickers Ost');
    }),
  );

  test(
    'nobody else sees it: it is not found',
    scene(async (s) => {
      for (const who of [mia, otto, paul, susi, nina, westa]) await refused(look(s, who), 'NTFND');
      await refused(look(s, anon), '42501');
      await refused(look(s, amir, { p_organisation_id: null }), 'NTFND');
    }),
  );

  test(
    'how many wait stands beside the thing',
    scene(async (s) => {
      await ask(s, mia, things.beamer);
      await s.as(otto).call('join_waiting_list', {
        p_resource_id: things.beamer,
        p_organisation_id: clubs.chor,
        ...from(7, 10, 12),
      });
      const rows = await look(s, amir);
      expect(rows.find((row) => row.resource_id === things.beamer)?.waiting).toBe(1);
      expect(rows.find((row) => row.resource_id === things.benches)?.waiting).toBe(0);
    }),
  );

  test(
    'what came to nothing is not shown, and only the things asked for are',
    scene(async (s) => {
      const { id } = await ask(s, mia, things.beamer);
      await s.as(mia).call('cancel_booking', { p_booking_id: id });
      expect(await barsOn(s, amir, things.beamer)).toEqual([]);
      const few = await look(s, amir, { p_resource_ids: [things.beamer, things.projector] });
      expect(few.map((row) => row.resource_id)).toEqual([things.beamer]);
    }),
  );

  test.each([
    [{ p_from: null }],
    [{ p_to: null }],
    [{ p_to: when(5) }],
    [{ p_from: '-infinity' }],
    [{ p_to: when(200) }],
  ])('%j is refused', (more) =>
    scene(async (s) => {
      await refused(look(s, amir, more), 'INPUT');
    })(),
  );
});
