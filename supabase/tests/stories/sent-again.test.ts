import { expect, test } from 'vitest';
import { ask } from '../support/acts';
import { scenes, type Scene } from '../support/database';
import { ada, amir, mia, olga, type Actor } from '../support/people';
import { refused } from '../support/refusal';
import { clubs, things } from '../support/story';

const scene = scenes();
const say = (s: Scene, who: Actor, fn: string, id: unknown, key: string, note = 'with a ramp?') =>
  s.as(who).call(fn, { p_booking_id: id, p_note: note, p_idempotency_key: key });
const told = async (s: Scene) =>
  (await s.sql('select topic from private.outbox order by id')).map(({ topic }) => topic);
const list = (s: Scene, who: Actor, key: string, title = 'Pavillon') =>
  s.as(who).call('list_resource', {
    p_organisation_id: clubs.werkhof,
    p_kind: 'equipment',
    p_title: title,
    p_idempotency_key: key,
  });

test(
  'a question that a phone sends twice is asked once, also when the answer came in between',
  scene(async (s) => {
    const b = await ask(s, mia, things.beamer);
    await say(s, amir, 'ask_about_booking', b.id, 'k1');
    await say(s, amir, 'ask_about_booking', b.id, 'k1');
    await say(s, mia, 'answer_booking', b.id, 'k2', 'yes');
    await say(s, mia, 'answer_booking', b.id, 'k2', 'yes');
    expect(await say(s, amir, 'ask_about_booking', b.id, 'k1')).toMatchObject({
      version: 3,
      awaiting: 'owner',
    });
    expect(await told(s)).toEqual(['booking_requested', 'booking_asked', 'booking_answered']);
  }),
);

test(
  'it is no error either when the request has been decided since',
  scene(async (s) => {
    const b = await ask(s, mia, things.beamer);
    await say(s, amir, 'ask_about_booking', b.id, 'k1');
    await s.as(ada).call('approve_booking', { p_booking_id: b.id });
    expect(await say(s, amir, 'ask_about_booking', b.id, 'k1')).toMatchObject({
      status: 'approved',
    });
    await refused(say(s, amir, 'ask_about_booking', b.id, 'k2'), 'BKSTA');
  }),
);

test(
  'a key means one act about one thing by one person',
  scene(async (s) => {
    const b = await ask(s, mia, things.beamer);
    await say(s, amir, 'ask_about_booking', b.id, 'k');
    await refused(list(s, amir, 'k'), 'IDEMP', { field: 'p_idempotency_key' });
    await say(s, ada, 'ask_about_booking', b.id, 'k');
    expect(await told(s)).toEqual(['booking_requested', 'booking_asked', 'booking_asked']);
  }),
);

test(
  'what was refused may be sent again with the same key',
  scene(async (s) => {
    const b = await ask(s, mia, things.beamer);
    await refused(say(s, amir, 'ask_about_booking', b.id, 'k', '  '), 'INPUT');
    await say(s, amir, 'ask_about_booking', b.id, 'k');
    expect(await told(s)).toEqual(['booking_requested', 'booking_asked']);
  }),
);

test(
  'a report of damage that is sent twice alarms once',
  scene(async (s) => {
    const b = await ask(s, mia, things.beamer);
    await s.as(amir).call('approve_booking', { p_booking_id: b.id });
    await s.sql(
      `update public.bookings set starts_at = now() - interval '1 hour', ends_at = now() + interval '1 hour' where id = $1`,
      [b.id],
    );
    await say(s, mia, 'report_damage', b.id, 'k', 'the lamp');
    await say(s, mia, 'report_damage', b.id, 'k', 'the lamp');
    expect((await told(s)).filter((topic) => topic === 'booking_damaged')).toHaveLength(1);
  }),
);

test(
  'a thing that is listed twice from a cellar stands there once',
  scene(async (s) => {
    const first = await list(s, olga, ' k ');
    expect((await list(s, olga, 'k')).id).toBe(first.id);
    expect((await list(s, olga, 'k2')).id).not.toBe(first.id);
    await s.sql('delete from public.resources where id = $1', [first.id]);
    await refused(list(s, olga, 'k'), 'NTFND');
  }),
);
