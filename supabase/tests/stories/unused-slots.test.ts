import { describe, expect, test } from 'vitest';
import { scenes, type Row, type Scene } from '../support/database';
import { amir, bea, boris, mia, olga, otto } from '../support/people';
import { refused } from '../support/refusal';
import { askRegularly, datesOf, on, statesOf, weekly, weeks } from '../support/series';
import { things } from '../support/story';

const play = scenes();
const first = on(14);

/** A training on five evenings of which the first ones are over; the next one is tomorrow. */
async function training(scene: Scene, over: number, thing = things.bike): Promise<Row> {
  const series = await askRegularly(scene, mia, thing, weekly(first, 5));
  await scene.sql(
    `update public.bookings set starts_at = starts_at - $2 * interval '7 days' - interval '13 days',
       ends_at = ends_at - $2 * interval '7 days' - interval '13 days' where series_id = $1`,
    [series.id, over],
  );
  return series;
}

const unused = (scene: Scene, booking: unknown) =>
  scene.sql(
    `update public.bookings set status = 'no_show', version = version + 1, last_action = 'no_show', last_side = 'system',
       last_actor_id = null where id = $1`,
    [booking],
  );

const sweep = async (scene: Scene) =>
  (await scene.as('service').call('ask_about_unused_slots')).ask_about_unused_slots as number;
const question = async (scene: Scene) =>
  (await scene.sql(`select * from public.slot_questions order by asked_at desc`))[0] as Row;

describe('a standing slot', () => {
  test(
    'that stood empty twice in a row is asked about, once, and its people get a mail',
    play(async (scene) => {
      const series = await training(scene, 2);
      const dates = await datesOf(scene, series);
      await unused(scene, dates[0]?.id);
      expect(await sweep(scene)).toBe(0);
      await unused(scene, dates[1]?.id);
      await scene.as('service').rows('claim_deliveries', { p_limit: 200 });
      expect(await sweep(scene)).toBe(1);
      expect(await sweep(scene)).toBe(0);
      const sent = await scene.as('service').rows('claim_deliveries', { p_limit: 200 });
      expect(sent.map(({ topic, email }) => [topic, email]).sort()).toEqual(
        [mia, boris, bea].map((who) => ['series_unused', who.email]).sort(),
      );
      expect(
        await scene.as(mia).sql('select unused_on::text[] from public.slot_questions'),
      ).toEqual([{ unused_on: weeks(2, first) }]);
    }),
  );

  test(
    'that was used in between, or called off in good time, is left in peace',
    play(async (scene) => {
      const series = await training(scene, 3);
      const dates = await datesOf(scene, series);
      await unused(scene, dates[0]?.id);
      await unused(scene, dates[2]?.id);
      expect(await sweep(scene)).toBe(0);
      const other = await training(scene, 2, things.kitchen);
      const early = await datesOf(scene, other);
      await scene.sql(
        `update public.bookings set status = 'cancelled', version = version + 1, last_action = 'cancelled', last_side = 'borrower',
           updated_at = starts_at - interval '5 days' where id = any($1)`,
        [[early[0]?.id, early[1]?.id]],
      );
      expect(await sweep(scene)).toBe(0);
    }),
  );

  test(
    'counts as unused when it is called off at the last moment',
    play(async (scene) => {
      const series = await training(scene, 2);
      const dates = await datesOf(scene, series);
      await unused(scene, dates[0]?.id);
      await scene.sql(
        `update public.bookings set status = 'cancelled', version = version + 1, last_action = 'cancelled', last_side = 'borrower',
           updated_at = starts_at - interval '1 hour' where id = $1`,
        [dates[1]?.id],
      );
      expect(await sweep(scene)).toBe(1);
    }),
  );

  test(
    'is kept with one tap of any member, and not asked about again for the same two dates',
    play(async (scene) => {
      const series = await training(scene, 2);
      for (const date of (await datesOf(scene, series)).slice(0, 2)) await unused(scene, date.id);
      await sweep(scene);
      const { id } = await question(scene);
      const answered = await scene
        .as(boris)
        .call('answer_slot_question', { p_question_id: id, p_answer: 'keep' });
      expect(answered).toMatchObject({ answer: 'keep', answered_by: boris.id });
      expect(await sweep(scene)).toBe(0);
      expect(await statesOf(scene, series)).not.toContain('cancelled');
      // the same tap twice says the same
      await scene.as(boris).call('answer_slot_question', { p_question_id: id, p_answer: 'keep' });
      await refused(
        scene.as(mia).call('answer_slot_question', { p_question_id: id, p_answer: 'release_next' }),
        'BKSTA',
      );
    }),
  );

  test(
    'CAN be given back for the next time',
    play(async (scene) => {
      const series = await training(scene, 2);
      for (const date of (await datesOf(scene, series)).slice(0, 2)) await unused(scene, date.id);
      await sweep(scene);
      const { id } = await question(scene);
      await scene
        .as(mia)
        .call('answer_slot_question', { p_question_id: id, p_answer: 'release_next' });
      expect((await datesOf(scene, series)).map((date) => date.status).slice(2)).toEqual([
        'cancelled',
        'approved',
        'approved',
      ]);
    }),
  );

  test(
    'CAN be given back until a date',
    play(async (scene) => {
      const days = weeks(5, first);
      const series = await training(scene, 2);
      for (const date of (await datesOf(scene, series)).slice(0, 2)) await unused(scene, date.id);
      await sweep(scene);
      const { id } = await question(scene);
      const release = { p_question_id: id, p_answer: 'release_until' };
      await refused(scene.as(mia).call('answer_slot_question', release), 'INPUT', {
        field: 'p_until',
      });
      await refused(
        scene.as(mia).call('answer_slot_question', { ...release, p_until: on(1) }),
        'INPUT',
        { field: 'p_until' },
      );
      await scene.as(mia).call('answer_slot_question', { ...release, p_until: days[3] });
      expect((await datesOf(scene, series)).map((date) => date.status).slice(2)).toEqual([
        'cancelled',
        'cancelled',
        'approved',
      ]);
    }),
  );

  test(
    'is nobody else’s to give back',
    play(async (scene) => {
      const series = await training(scene, 2);
      for (const date of (await datesOf(scene, series)).slice(0, 2)) await unused(scene, date.id);
      await sweep(scene);
      const { id } = await question(scene);
      for (const who of [olga, otto]) {
        await refused(
          scene.as(who).call('answer_slot_question', { p_question_id: id, p_answer: 'keep' }),
          'NTFND',
        );
      }
      await refused(
        scene.as(amir).call('answer_slot_question', { p_question_id: id, p_answer: 'keep' }),
        'DNIED',
      );
      await refused(
        scene.as('anon').call('answer_slot_question', { p_question_id: id, p_answer: 'keep' }),
        '42501',
      );
      await refused(scene.as(mia).call('ask_about_unused_slots'), '42501');
      await refused(
        scene.as(mia).call('answer_slot_question', { p_question_id: id, p_answer: 'magic' }),
        'INPUT',
      );
    }),
  );
});
