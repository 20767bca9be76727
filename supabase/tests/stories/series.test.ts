import { describe, expect, test } from 'vitest';
import { ask } from '../support/acts';
import { scenes } from '../support/database';
import { ada, amir, bea, boris, mia, nina, olga, otto, paul, penny, rita } from '../support/people';
import { refused } from '../support/refusal';
import {
  askRegularly,
  datesOf,
  on,
  statesOf,
  statusesOf,
  weekday,
  weekly,
  weeks,
} from '../support/series';
import { clubs, things } from '../support/story';

const play = scenes();
const first = on(14);
const at = (day: string, time: string) => `${day} ${time} Europe/Berlin`;

describe('somebody who asks for a thing regularly', () => {
  test(
    'CAN have every date as a booking of its own, at the same hours',
    play(async (scene) => {
      const series = await askRegularly(
        scene,
        mia,
        things.beamer,
        weekly(first, 4, { p_purpose: 'Training' }),
      );
      const dates = await datesOf(scene, series);
      expect(dates.map((date) => date.on)).toEqual(weeks(4, first));
      expect(await statesOf(scene, series)).toBe('booked booked booked booked');
      expect(await statusesOf(scene, series)).toBe('requested requested requested requested');
      expect(dates.map((date) => date.starts)).toEqual(
        weeks(4, first).map((day) => `${day} 18:00`),
      );
      expect(dates.map((date) => date.ends)).toEqual(weeks(4, first).map((day) => `${day} 20:00`));
      const bookings = await scene.sql(
        `select purpose, organisation_id, series_id, requested_by from public.bookings where series_id = $1`,
        [series.id],
      );
      expect(bookings).toHaveLength(4);
      expect(bookings[0]).toEqual({
        purpose: 'Training',
        organisation_id: clubs.kickers,
        series_id: series.id,
        requested_by: mia.id,
      });
      expect(
        (
          await scene.sql(
            `select count(*) as n from public.booking_log l join public.bookings b on b.id = l.booking_id where b.series_id = $1`,
            [series.id],
          )
        )[0]?.n,
      ).toBe(4);
    }),
  );

  test(
    'CAN have them at once where nobody needs to be asked',
    play(async (scene) => {
      const series = await askRegularly(scene, mia, things.bike, weekly(first, 3));
      expect(await statusesOf(scene, series)).toBe('approved approved approved');
    }),
  );

  test(
    'CAN end after midnight, and several days later',
    play(async (scene) => {
      const disco = await askRegularly(
        scene,
        mia,
        things.hall,
        weekly(first, 2, { p_start_time: '20:00', p_end_time: '02:00', p_end_days: 1 }),
      );
      expect((await datesOf(scene, disco))[0]).toMatchObject({
        starts: `${first} 20:00`,
        ends: `${on(1, first)} 02:00`,
      });
      const weekend = await askRegularly(
        scene,
        mia,
        things.bike,
        weekly(first, 2, { p_start_time: '16:00', p_end_time: '09:00', p_end_days: 3 }),
      );
      expect((await datesOf(scene, weekend))[1]).toMatchObject({
        starts: `${on(7, first)} 16:00`,
        ends: `${on(10, first)} 09:00`,
      });
    }),
  );

  test(
    'CAN leave dates out, take another time or another thing, and is held to nothing else',
    play(async (scene) => {
      const days = weeks(4, first) as [string, string, string, string];
      const series = await askRegularly(
        scene,
        mia,
        things.beamer,
        weekly(first, 4, {
          p_choices: {
            [days[1]]: { take: 'skip' },
            [days[2]]: {
              take: 'other_time',
              starts_at: at(days[2], '10:00'),
              ends_at: at(days[2], '12:00'),
            },
            [days[3]]: { take: 'other_resource', resource_id: things.projector },
          },
        }),
      );
      expect(await statesOf(scene, series)).toBe('booked skipped moved moved');
      const dates = await datesOf(scene, series);
      expect(dates[1]?.id).toBeNull();
      expect(dates[2]?.starts).toBe(`${days[2]} 10:00`);
      expect(dates[3]?.resource_id).toBe(things.projector);
      // the Chor decides about its own projector alone
      expect(
        await scene.sql(`select series_id from public.bookings where id = $1`, [dates[3]?.id]),
      ).toEqual([{ series_id: null }]);
    }),
  );

  test(
    'can NOT have some of the dates when one is taken: all or nothing, and which is said',
    play(async (scene) => {
      const days = weeks(3, first);
      await ask(scene, otto, things.beamer, {
        p_starts_at: at(days[1] as string, '19:00'),
        p_ends_at: at(days[1] as string, '21:00'),
      });
      const refusal = await refused(
        askRegularly(scene, mia, things.beamer, weekly(first, 3)),
        'BKOVL',
        {
          field: 'p_choices',
        },
      );
      expect(refusal.params).toMatchObject({
        date: days[1],
        refused: 1,
        dates: [{ on: days[1], code: 'BKOVL' }],
      });
      expect(await scene.sql(`select 1 from public.series`)).toEqual([]);
      expect(
        await scene.sql(`select 1 from public.bookings where organisation_id = $1`, [
          clubs.kickers,
        ]),
      ).toEqual([]);
    }),
  );

  test(
    'can NOT break a rule on one date either',
    play(async (scene) => {
      // the van wants two days of notice
      const refusal = await refused(
        askRegularly(scene, mia, things.van, weekly(on(1), 3)),
        'BKLED',
      );
      expect(refusal.params).toMatchObject({ date: on(1), refused: 1, reason: 'too_soon' });
    }),
  );

  test(
    'can NOT ask for dates that run into each other',
    play(async (scene) => {
      await refused(
        askRegularly(scene, mia, things.bike, {
          ...weekly(first, 5),
          p_rule: 'FREQ=DAILY;COUNT=5',
          p_end_days: 1,
        }),
        'INPUT',
        { field: 'p_end_time', reason: 'overlaps_itself' },
      );
      // the kitchen is cleaned for an hour and prepared for half of one
      await refused(
        askRegularly(scene, mia, things.kitchen, {
          ...weekly(first, 5),
          p_rule: 'FREQ=DAILY;COUNT=5',
          p_start_time: '10:00',
          p_end_time: '09:00',
          p_end_days: 1,
        }),
        'INPUT',
        { reason: 'overlaps_itself' },
      );
    }),
  );

  test.each([
    ['without an end', { p_rule: 'FREQ=WEEKLY' }, 'p_rule', 'no_end'],
    ['with a rule that is none', { p_rule: 'jede Woche' }, 'p_rule', 'rule'],
    ['for too many dates', { p_rule: 'FREQ=DAILY;COUNT=400' }, 'p_rule', 'too_many_dates'],
    [
      'for no date',
      { p_rule: `FREQ=WEEKLY;UNTIL=${on(7).replaceAll('-', '')}` },
      'p_rule',
      'no_dates',
    ],
    ['without a first date', { p_starts_on: null }, 'p_starts_on', 'required'],
    ['without a start', { p_start_time: null }, 'p_start_time', 'required'],
    ['backwards', { p_end_time: '17:00' }, 'p_end_time', 'end_before_start'],
    ['for none', { p_quantity: 0 }, 'p_quantity', 'too_few'],
    [
      'with a choice for another date',
      { p_choices: { [on(15)]: { take: 'skip' } } },
      'p_choices',
      'choice',
    ],
    [
      'with a choice nobody knows',
      { p_choices: { [first]: { take: 'magic' } } },
      'p_choices',
      'choice',
    ],
    ['with choices that are none', { p_choices: '[]' }, 'p_choices', 'choice'],
    [
      'with half a time',
      { p_choices: { [first]: { take: 'other_time', starts_at: at(first, '10:00') } } },
      'p_choices',
      'choice',
    ],
    [
      'with every date left out',
      { p_choices: Object.fromEntries(weeks(2, first).map((day) => [day, { take: 'skip' }])) },
      'p_choices',
      'no_dates',
    ],
  ])('can NOT ask %s', (_, more, field, reason) =>
    play(async (scene) => {
      await refused(askRegularly(scene, mia, things.beamer, weekly(first, 2, more)), 'INPUT', {
        field,
        reason,
      });
    })(),
  );

  test(
    'can NOT ask for others, for nobody, in another pool, or while not admitted',
    play(async (scene) => {
      const wish = weekly(first, 2, { p_resource_id: things.beamer });
      await refused(
        scene.as('anon').call('request_series', { ...wish, p_organisation_id: clubs.kickers }),
        '42501',
      );
      await refused(
        scene.as(nina).call('request_series', { ...wish, p_organisation_id: clubs.kickers }),
        'DNIED',
      );
      await refused(
        scene.as(otto).call('request_series', { ...wish, p_organisation_id: clubs.kickers }),
        'DNIED',
      );
      await refused(
        scene.as(paul).call('request_series', { ...wish, p_organisation_id: clubs.westclub }),
        'NTFND',
      );
      await refused(
        scene.as(penny).call('request_series', { ...wish, p_organisation_id: clubs.neuland }),
        'ORGST',
      );
      await refused(askRegularly(scene, mia, things.paused, weekly(first, 2)), 'RESST');
    }),
  );

  test(
    'CAN send the same request twice and has one series; with other content it is refused',
    play(async (scene) => {
      const wish = weekly(first, 2, { p_idempotency_key: 'tap' });
      const one = await askRegularly(scene, mia, things.beamer, wish);
      const two = await askRegularly(scene, mia, things.beamer, wish);
      expect(two.id).toBe(one.id);
      await refused(askRegularly(scene, mia, things.beamer, { ...wish, p_quantity: 2 }), 'IDEMP');
      await refused(
        askRegularly(scene, mia, things.beamer, {
          ...wish,
          p_choices: { [first]: { take: 'skip' } },
        }),
        'IDEMP',
      );
    }),
  );
});

describe('a series', () => {
  test(
    'is read by both sides and the neighbourhood management, and by nobody else',
    play(async (scene) => {
      const series = await askRegularly(scene, mia, things.beamer, weekly(first, 2));
      for (const who of [mia, boris, bea, amir, ada, rita]) {
        for (const table of ['series', 'series_occurrences']) {
          expect(
            (await scene.as(who).sql(`select 1 from public.${table}`)).length,
            `${who.name} ${table}`,
          ).toBeGreaterThan(0);
        }
      }
      for (const who of [olga, otto, paul, nina]) {
        for (const table of ['series', 'series_occurrences', 'slot_questions']) {
          expect(
            await scene.as(who).sql(`select 1 from public.${table}`),
            `${who.name} ${table}`,
          ).toEqual([]);
        }
        await refused(scene.as(who).call('approve_series', { p_series_id: series.id }), 'NTFND');
        await refused(
          scene.as(who).call('end_series', { p_series_id: series.id, p_from: first }),
          'NTFND',
        );
      }
      await refused(scene.as('anon').sql('select 1 from public.series'), '42501');
      await refused(scene.as(mia).sql(`update public.series set status = 'ended'`), '42501');
      await refused(scene.as(mia).sql('delete from public.series_occurrences'), '42501');
    }),
  );

  test(
    'is told once, and not for each of its dates',
    play(async (scene) => {
      await askRegularly(scene, mia, things.beamer, weekly(first, 4));
      const sent = await scene.as('service').rows('claim_deliveries', { p_limit: 100 });
      expect(sent.map((mail) => `${mail.topic as string} ${mail.email as string}`).sort()).toEqual(
        [ada, amir].map((who) => `series_requested ${who.email}`).sort(),
      );
      expect(sent[0]?.payload).toMatchObject({ series: { dates: 4, start_time: '18:00:00' } });
    }),
  );

  test(
    'is approved as a whole, and told once',
    play(async (scene) => {
      const series = await askRegularly(scene, mia, things.beamer, weekly(first, 4));
      await scene.as('service').rows('claim_deliveries', { p_limit: 100 });
      await scene.as(amir).call('approve_series', { p_series_id: series.id, p_note: 'gern' });
      expect(await statusesOf(scene, series)).toBe('approved approved approved approved');
      const sent = await scene.as('service').rows('claim_deliveries', { p_limit: 100 });
      expect(sent.map(({ topic, email, note }) => [topic, email, note])).toEqual([
        ['series_approved', mia.email, 'gern'],
      ]);
      expect(
        (
          await scene.sql(
            `select count(*) as n from public.booking_log where action = 'approved' and note = 'gern'`,
          )
        )[0]?.n,
      ).toBe(4);
      await refused(scene.as(ada).call('approve_series', { p_series_id: series.id }), 'BKSTA');
    }),
  );

  test(
    'is answered date by date: some yes, some no, and what is no stays so',
    play(async (scene) => {
      const days = weeks(4, first);
      const series = await askRegularly(scene, mia, things.beamer, weekly(first, 4));
      await scene
        .as(amir)
        .call('approve_series', { p_series_id: series.id, p_occurrences: days.slice(0, 2) });
      await scene.as(amir).call('decline_series', {
        p_series_id: series.id,
        p_occurrences: [days[2]],
        p_note: 'Inventur',
      });
      expect(await statusesOf(scene, series)).toBe('approved approved declined requested');
      expect(await statesOf(scene, series)).toBe('booked booked rejected booked');
      await scene.as(amir).call('approve_series', { p_series_id: series.id });
      expect(await statusesOf(scene, series)).toBe('approved approved declined approved');
    }),
  );

  test(
    'hears of a single date that is decided or called off like any booking',
    play(async (scene) => {
      const series = await askRegularly(scene, mia, things.beamer, weekly(first, 3));
      const dates = await datesOf(scene, series);
      await scene.as(amir).call('decline_booking', { p_booking_id: dates[0]?.id });
      await scene.as(amir).call('approve_booking', { p_booking_id: dates[1]?.id });
      await scene.as(mia).call('cancel_booking', { p_booking_id: dates[2]?.id });
      expect(await statesOf(scene, series)).toBe('rejected booked cancelled');
    }),
  );

  test(
    'is decided by the owner’s approvers only',
    play(async (scene) => {
      const series = await askRegularly(scene, mia, things.beamer, weekly(first, 2));
      for (const who of [mia, bea, rita]) {
        await refused(scene.as(who).call('approve_series', { p_series_id: series.id }), 'DNIED');
        await refused(scene.as(who).call('decline_series', { p_series_id: series.id }), 'DNIED');
      }
    }),
  );

  test(
    'is ended, from a date on, by who asked, their approvers or the owner’s; a member who did not ask can NOT',
    play(async (scene) => {
      const days = weeks(4, first);
      const series = await askRegularly(scene, boris, things.bike, weekly(first, 4));
      await refused(
        scene.as(mia).call('end_series', { p_series_id: series.id, p_from: days[2] }),
        'DNIED',
      );
      await refused(
        scene.as(rita).call('end_series', { p_series_id: series.id, p_from: days[2] }),
        'DNIED',
      );
      const ended = await scene
        .as(boris)
        .call('end_series', { p_series_id: series.id, p_from: days[2] });
      expect(ended.status).toBe('ended');
      expect(await statesOf(scene, series)).toBe('booked booked cancelled cancelled');
      // the slot is free again
      await ask(scene, otto, things.bike, {
        p_starts_at: at(days[3] as string, '18:00'),
        p_ends_at: at(days[3] as string, '20:00'),
      });
    }),
  );

  test(
    'is ended by the owner: what was promised is called off, what was asked is declined',
    play(async (scene) => {
      const series = await askRegularly(scene, mia, things.beamer, weekly(first, 3));
      await scene
        .as(amir)
        .call('approve_series', { p_series_id: series.id, p_occurrences: [first] });
      await scene
        .as(amir)
        .call('end_series', { p_series_id: series.id, p_from: first, p_note: 'Umbau' });
      expect(await statusesOf(scene, series)).toBe('cancelled declined declined');
    }),
  );

  test(
    'goes on after a while without it',
    play(async (scene) => {
      const days = weeks(5, first);
      const series = await askRegularly(scene, mia, things.bike, weekly(first, 5));
      const after = await scene
        .as(mia)
        .call('cancel_series_from', { p_series_id: series.id, p_from: days[1], p_to: days[2] });
      expect(after.status).toBe('active');
      expect(await statesOf(scene, series)).toBe('booked cancelled cancelled booked booked');
      await refused(
        scene
          .as(mia)
          .call('cancel_series_from', { p_series_id: series.id, p_from: days[2], p_to: days[1] }),
        'INPUT',
        { field: 'p_to' },
      );
    }),
  );

  test(
    'goes on for another season, and keeps what it has',
    play(async (scene) => {
      const days = weeks(6, first);
      const series = await askRegularly(
        scene,
        mia,
        things.bike,
        weekly(first, 3, { p_choices: { [first]: { take: 'skip' } } }),
      );
      const dates = await datesOf(scene, series);
      await scene.as(mia).call('cancel_booking', { p_booking_id: dates[1]?.id });
      await scene.as(bea).call('extend_series', { p_series_id: series.id, p_until: days[5] });
      expect((await datesOf(scene, series)).map((date) => date.on)).toEqual(days);
      expect(await statesOf(scene, series)).toBe('skipped cancelled booked booked booked booked');
      // the same press twice adds nothing
      await scene.as(bea).call('extend_series', { p_series_id: series.id, p_until: days[5] });
      expect(await datesOf(scene, series)).toHaveLength(6);
      await refused(
        scene.as(amir).call('extend_series', { p_series_id: series.id, p_until: on(14, days[5]) }),
        'DNIED',
      );
      await refused(
        scene.as(mia).call('extend_series', { p_series_id: series.id, p_until: days[2] }),
        'INPUT',
        { field: 'p_until' },
      );
    }),
  );
});

describe('a series that moves', () => {
  test(
    'CAN take other hours from a date on; what was left out or declined stays so',
    play(async (scene) => {
      const days = weeks(5, first);
      const series = await askRegularly(
        scene,
        mia,
        things.beamer,
        weekly(first, 5, { p_choices: { [days[3] as string]: { take: 'skip' } } }),
      );
      await scene
        .as(amir)
        .call('decline_series', { p_series_id: series.id, p_occurrences: [days[2]] });
      await scene.as(mia).call('move_series', {
        p_series_id: series.id,
        p_from: days[1],
        p_start_time: '17:00',
        p_end_time: '18:30',
      });
      expect(await statesOf(scene, series)).toBe('moved booked rejected skipped booked');
      const dates = await datesOf(scene, series);
      expect(dates.map((date) => date.starts)).toEqual([
        `${days[0]} 18:00`,
        `${days[1]} 17:00`,
        `${days[2]} 18:00`,
        null,
        `${days[4]} 17:00`,
      ]);
    }),
  );

  test(
    'CAN take another weekday, and the declined date goes along and stays declined',
    play(async (scene) => {
      // three days later in the same week, so that no week is left
      const monday = on((8 - new Date().getUTCDay()) % 7 || 7, undefined);
      const days = weeks(4, on(14, monday));
      const series = await askRegularly(scene, mia, things.bike, weekly(days[0] as string, 4));
      const dates = await datesOf(scene, series);
      await scene.as(mia).call('cancel_booking', { p_booking_id: dates[2]?.id });
      const moved = await scene.as(mia).call('move_series', {
        p_series_id: series.id,
        p_from: days[1],
        p_rule: `FREQ=WEEKLY;BYDAY=${weekday(on(3, days[0]))}`,
      });
      const thursdays = days.map((day) => on(3, day));
      expect((await datesOf(scene, series)).map((date) => date.on)).toEqual([
        days[0],
        ...thursdays.slice(1),
      ]);
      expect(await statesOf(scene, series)).toBe('booked booked cancelled booked');
      expect(moved.rule).toContain('BYDAY=TH');
      await scene
        .as(mia)
        .call('extend_series', { p_series_id: series.id, p_until: on(14, thursdays[3]) });
      expect((await datesOf(scene, series)).map((date) => date.on).slice(3)).toEqual([
        thursdays[3],
        on(7, thursdays[3]),
        on(14, thursdays[3]),
      ]);
      expect(await statesOf(scene, series)).toBe('booked booked cancelled booked booked booked');
    }),
  );

  test(
    'can NOT move half: nothing moves when one date is taken, unless that was chosen',
    play(async (scene) => {
      const days = weeks(3, first);
      const series = await askRegularly(scene, mia, things.bike, weekly(first, 3));
      await ask(scene, otto, things.bike, {
        p_starts_at: at(days[1] as string, '20:00'),
        p_ends_at: at(days[1] as string, '21:00'),
      });
      const later = {
        p_series_id: series.id,
        p_from: first,
        p_start_time: '19:00',
        p_end_time: '21:00',
      };
      const refusal = await refused(scene.as(mia).call('move_series', later), 'BKOVL', {
        field: 'p_conflicts',
      });
      expect(refusal.params).toMatchObject({ date: days[1], refused: 1 });
      expect((await datesOf(scene, series)).map((date) => date.starts)).toEqual(
        days.map((day) => `${day} 18:00`),
      );
      await scene.as(mia).call('move_series', { ...later, p_conflicts: 'keep' });
      expect(await statesOf(scene, series)).toBe('booked moved booked');
      expect((await datesOf(scene, series))[1]?.starts).toBe(`${days[1]} 18:00`);
    }),
  );

  test(
    'CAN call off the dates that are taken',
    play(async (scene) => {
      const days = weeks(3, first);
      const series = await askRegularly(scene, mia, things.bike, weekly(first, 3));
      await ask(scene, otto, things.bike, {
        p_starts_at: at(days[1] as string, '20:00'),
        p_ends_at: at(days[1] as string, '21:00'),
      });
      await scene.as(mia).call('move_series', {
        p_series_id: series.id,
        p_from: first,
        p_start_time: '19:00',
        p_end_time: '21:00',
        p_conflicts: 'skip',
      });
      expect(await statesOf(scene, series)).toBe('booked cancelled booked');
    }),
  );

  test(
    'stays valid as it was until the owner agrees, who answers once',
    play(async (scene) => {
      const days = weeks(3, first);
      const series = await askRegularly(scene, mia, things.beamer, weekly(first, 3));
      await scene.as(amir).call('approve_series', { p_series_id: series.id });
      await scene.as('service').rows('claim_deliveries', { p_limit: 100 });
      await scene.as(mia).call('move_series', {
        p_series_id: series.id,
        p_from: first,
        p_start_time: '19:00',
        p_end_time: '21:00',
      });
      expect((await datesOf(scene, series)).map((date) => date.starts)).toEqual(
        days.map((day) => `${day} 18:00`),
      );
      const told = await scene.as('service').rows('claim_deliveries', { p_limit: 100 });
      expect(told.map((mail) => mail.topic)).toEqual(['series_moved', 'series_moved']);
      await scene
        .as(amir)
        .call('decline_series', { p_series_id: series.id, p_occurrences: [days[2]] });
      await scene.as(amir).call('approve_series', { p_series_id: series.id });
      expect((await datesOf(scene, series)).map((date) => date.starts)).toEqual([
        `${days[0]} 19:00`,
        `${days[1]} 19:00`,
        `${days[2]} 18:00`,
      ]);
      expect(await statesOf(scene, series)).toBe('booked booked moved');
    }),
  );

  test(
    'is moved by who asked or their approvers, as often as before, and while it goes on',
    play(async (scene) => {
      const series = await askRegularly(scene, boris, things.bike, weekly(first, 3));
      const move = { p_series_id: series.id, p_from: first, p_start_time: '17:00' };
      for (const who of [mia, amir, rita])
        await refused(scene.as(who).call('move_series', move), 'DNIED');
      for (const rule of [
        'FREQ=DAILY',
        'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO',
        'FREQ=WEEKLY;BYDAY=MO,TU',
        'FREQ=WEEKLY',
      ]) {
        await refused(scene.as(boris).call('move_series', { ...move, p_rule: rule }), 'INPUT', {
          field: 'p_rule',
          reason: 'other_rhythm',
        });
      }
      await refused(
        scene.as(boris).call('move_series', { ...move, p_conflicts: 'magic' }),
        'INPUT',
        { field: 'p_conflicts' },
      );
      await scene.as(boris).call('end_series', { p_series_id: series.id, p_from: on(7, first) });
      await refused(scene.as(boris).call('move_series', move), 'BKSTA');
    }),
  );
});
