import { describe, expect, test } from 'vitest';
import { ask } from '../support/acts';
import { playAt } from '../support/clock';
import { scenes, type Args, type Row, type Scene } from '../support/database';
import { ada, amir, anon, bea, manu, mia, otto, service, type Actor } from '../support/people';
import { refused } from '../support/refusal';
import { things } from '../support/story';

const scene = scenes();
const keysOf = (n: number): Args => ({
  p_p256dh: `B${String(n).padStart(86, 'x')}`,
  p_auth: String(n).padStart(22, 'x'),
});
const phone = (n: number, more: Args = {}): Args => ({
  p_endpoint: `https://push.example.org/${String(n)}`,
  ...keysOf(n),
  p_device: `Phone ${String(n)}`,
  ...more,
});
const subscribe = (s: Scene, who: Actor, n: number, more: Args = {}): Promise<Row> =>
  s.as(who).call('subscribe_push', phone(n, more));
const claim = (s: Scene) => s.as(service).rows('claim_pushes', { p_limit: 200 });
const pushed = async (s: Scene) =>
  (await claim(s))
    .map((p) => `${String(p.display_name)} ${String(p.kind)} ${String(p.topic)}`)
    .sort();
const devices = (s: Scene, who: Actor) =>
  s.as(who).sql('select device from public.push_subscriptions order by device');
/** Everybody is at home where it is this hour now. */
const whereItIs = (s: Scene, hour: number) =>
  s.sql(
    `update public.pools set time_zone = (
       select case when h = 0 then 'UTC' when h > 0 then 'Etc/GMT-' || h else 'Etc/GMT+' || -h end
       from (select ((($1 - extract(hour from now() at time zone 'UTC') + 35)::int % 24) - 11) as h) zone)`,
    [hour],
  );
/** Mia's beamer, promised, and begins tomorrow at noon where she lives. */
async function tomorrowAtNoon(s: Scene): Promise<string> {
  const b = await ask(s, mia, things.beamer);
  await s.as(amir).call('approve_booking', { p_booking_id: b.id });
  const [zone] = await s.sql(
    `select extract(epoch from ((now() at time zone time_zone)::date + 1 + time '12:00') at time zone time_zone - now()) / 3600 as hours
     from public.pools where slug = 'ostviertel'`,
  );
  await playAt(s, b.id, Number(zone?.hours), Number(zone?.hours) + 2);
  await s.as(service).rows('claim_deliveries', { p_limit: 200 });
  await claim(s);
  return b.id as string;
}

describe('a device', () => {
  test(
    'is seen and removed by its person alone',
    scene(async (s) => {
      const mine = await subscribe(s, mia, 1);
      expect(await devices(s, mia)).toEqual([{ device: 'Phone 1' }]);
      for (const other of [otto, bea, ada, manu]) {
        expect(await devices(s, other)).toEqual([]);
        await s.as(other).call('unsubscribe_push', { p_subscription_id: mine.id });
        await s.as(other).call('unsubscribe_push');
      }
      await refused(devices(s, anon), '42501');
      await refused(s.as(anon).call('subscribe_push', phone(2)), '42501');
      expect(await devices(s, mia)).toHaveLength(1);
      await s.as(mia).call('unsubscribe_push', { p_subscription_id: mine.id });
      await s.as(mia).call('unsubscribe_push', { p_subscription_id: mine.id });
      expect(await devices(s, mia)).toEqual([]);
    }),
  );

  test(
    'that asks twice is one device',
    scene(async (s) => {
      const first = await subscribe(s, mia, 1);
      const again = await subscribe(s, mia, 1, { p_device: 'Firefox' });
      expect(again.id).toBe(first.id);
      expect(await devices(s, mia)).toEqual([{ device: 'Firefox' }]);
    }),
  );

  test(
    'goes to who signs in on it next, without what waited for the one before',
    scene(async (s) => {
      await subscribe(s, amir, 1);
      await ask(s, mia, things.beamer);
      await s.as(service).rows('claim_deliveries', { p_limit: 200 });
      await subscribe(s, otto, 1);
      expect(await devices(s, amir)).toEqual([]);
      expect(await devices(s, otto)).toHaveLength(1);
      expect(await claim(s)).toEqual([]);
    }),
  );

  test(
    'is not taken away by who merely learned its address',
    scene(async (s) => {
      await subscribe(s, mia, 1);
      await refused(subscribe(s, otto, 1, keysOf(2)), 'DNIED', { field: 'p_endpoint' });
      expect(await devices(s, mia)).toHaveLength(1);
    }),
  );

  test(
    'number eleven takes the place of the oldest',
    scene(async (s) => {
      for (let n = 10; n <= 20; n++) {
        await subscribe(s, mia, n);
        await s.sql(
          `update public.push_subscriptions set created_at = created_at - interval '1 hour'`,
        );
      }
      const left = (await devices(s, mia)).map(({ device }) => device as string);
      expect(left).toHaveLength(10);
      expect(left).not.toContain('Phone 10');
    }),
  );

  test.each([
    'http://push.example.org/x',
    'https://192.168.0.1/x',
    'https://localhost/x',
    'https://[fd00::1]/x',
    'https://127.0.0.1:5432/x',
    'https://a@push.example.org/x',
    'ftp://push.example.org/x',
    null,
  ])('at %s is refused', (p_endpoint) =>
    scene(async (s) => {
      await refused(subscribe(s, mia, 1, { p_endpoint }), 'INPUT', { field: 'p_endpoint' });
    })(),
  );

  test(
    'without proper keys is refused',
    scene(async (s) => {
      await refused(subscribe(s, mia, 1, { p_p256dh: 'x' }), 'INPUT', { field: 'p_p256dh' });
      await refused(subscribe(s, mia, 1, { p_auth: null }), 'INPUT', { field: 'p_auth' });
      await refused(subscribe(s, mia, 1, { p_device: ' ' }), 'INPUT', { field: 'p_device' });
    }),
  );
});

describe('who is told by push', () => {
  test(
    'whoever is told by mail and has a device, on each of them, with what to say and where',
    scene(async (s) => {
      await subscribe(s, amir, 1);
      await subscribe(s, amir, 2);
      await subscribe(s, otto, 3);
      await ask(s, mia, things.beamer, { p_purpose: 'film' });
      const rows = await claim(s);
      expect(rows.map((r) => r.endpoint).sort()).toEqual([
        'https://push.example.org/1',
        'https://push.example.org/2',
      ]);
      expect(rows[0]).toMatchObject({
        kind: 'asked',
        topic: 'booking_requested',
        person_id: amir.id,
        locale: 'de',
        is_owner_side: true,
        resource_title: 'Beamer',
        borrower_name: 'Kickers Ost',
      });
      // and the mails are all still there
      expect(await s.as(service).rows('claim_deliveries')).toHaveLength(2);
    }),
  );

  test(
    'each kind when its switch is on, and the mail in any case',
    scene(async (s) => {
      await subscribe(s, amir, 1);
      await subscribe(s, mia, 2);
      await s.as(mia).call('choose_pushes', { p_kinds: ['decided'] });
      await s.as(amir).call('choose_pushes', { p_kinds: [] });
      const b = await ask(s, mia, things.beamer);
      await s.as(amir).call('ask_about_booking', { p_booking_id: b.id, p_note: '?' });
      await s.as(ada).call('approve_booking', { p_booking_id: b.id });
      expect(await pushed(s)).toEqual(['mia decided booking_approved']);
      const mails = await s.as(service).rows('claim_deliveries', { p_limit: 200 });
      expect(mails).toHaveLength(4);
      await s
        .as(mia)
        .call('choose_pushes', { p_kinds: ['asked', 'answer_needed', 'decided', 'tomorrow'] });
      expect(await s.as(mia).sql('select muted from public.push_settings')).toEqual([
        { muted: [] },
      ]);
      await refused(s.as(mia).call('choose_pushes', { p_kinds: ['spam'] }), 'INPUT');
      await refused(s.as(mia).call('choose_pushes', { p_kinds: null }), 'INPUT');
    }),
  );

  test(
    'nobody of what happened before the device was there',
    scene(async (s) => {
      await ask(s, mia, things.beamer);
      await s.as(service).rows('claim_deliveries');
      await subscribe(s, amir, 1);
      expect(await claim(s)).toEqual([]);
    }),
  );

  test(
    'nobody of a question that a colleague has answered, nor of yesterday',
    scene(async (s) => {
      await subscribe(s, amir, 1);
      const b = await ask(s, mia, things.beamer);
      await s.as(ada).call('approve_booking', { p_booking_id: b.id });
      expect(await claim(s)).toEqual([]);
      await ask(s, mia, things.benches);
      await s.sql(`update private.outbox set created_at = now() - interval '13 hours'`);
      expect(await claim(s)).toEqual([]);
    }),
  );
});

describe('delivering', () => {
  test.each<[string, Actor]>([
    ['a passer-by', anon],
    ['mia', mia],
    ['ada', ada],
    ['manu', manu],
  ])('%s can not claim or finish pushes, nor send reminders', (_title, who) =>
    scene(async (s) => {
      await refused(s.as(who).rows('claim_pushes'), '42501');
      await refused(s.as(who).call('finish_push', { p_push_id: 1 }), '42501');
      await refused(s.as(who).call('remind_of_tomorrow'), '42501');
      await refused(s.as(who).call('forget_old_acts'), '42501');
    })(),
  );

  test(
    'a device that is gone is forgotten with all that waited for it; the mails are not',
    scene(async (s) => {
      await subscribe(s, amir, 1);
      await subscribe(s, amir, 2);
      await ask(s, mia, things.beamer);
      await ask(s, mia, things.benches);
      const [first] = await claim(s);
      await s.as(service).call('finish_push', { p_push_id: first?.push_id, p_is_gone: true });
      expect(await devices(s, amir)).toHaveLength(1);
      expect(await s.sql('select 1 from private.push_deliveries')).toHaveLength(2);
      expect(await s.as(service).rows('claim_deliveries')).toHaveLength(4);
    }),
  );

  test(
    'a push that fails comes again later, no sooner than the service asks, and not for ever; the mail is sent once',
    scene(async (s) => {
      await subscribe(s, amir, 1);
      await ask(s, mia, things.beamer);
      const mails = await s.as(service).rows('claim_deliveries');
      for (const { delivery_id } of mails)
        await s.as(service).call('finish_delivery', { p_delivery_id: delivery_id });
      const [push] = await claim(s);
      const fail = (more: Args = {}) =>
        s.as(service).call('finish_push', { p_push_id: push?.push_id, p_error: '503', ...more });
      const state = async () =>
        (
          await s.sql(
            'select extract(epoch from next_attempt_at - now())::int as wait, given_up_at is not null as given_up from private.push_deliveries',
          )
        )[0];
      await fail();
      expect(await state()).toEqual({ wait: 60, given_up: false });
      await fail({ p_wait_seconds: 600 });
      expect(await state()).toEqual({ wait: 600, given_up: false });
      await s.sql('update private.push_deliveries set attempts = 1000');
      await fail();
      expect(await state()).toEqual({ wait: 3600, given_up: true });
      await s.sql('update private.push_deliveries set next_attempt_at = now()');
      expect(await claim(s)).toEqual([]);
      expect(await s.as(service).rows('claim_deliveries')).toEqual([]);
    }),
  );

  test(
    'a claimed push is leased, a sent one never comes again',
    scene(async (s) => {
      await subscribe(s, amir, 1);
      await ask(s, mia, things.beamer);
      const [push] = await claim(s);
      expect(await claim(s)).toEqual([]);
      await s.as(service).call('finish_push', { p_push_id: push?.push_id });
      await s.sql('update private.push_deliveries set next_attempt_at = now()');
      expect(await claim(s)).toEqual([]);
    }),
  );
});

describe('“starts tomorrow”', () => {
  const remind = (s: Scene) => s.as(service).call('remind_of_tomorrow');

  test(
    'is told once in the evening before, by mail and push, and again when the booking moved',
    scene(async (s) => {
      await whereItIs(s, 18);
      await subscribe(s, mia, 1);
      const id = await tomorrowAtNoon(s);
      expect(await remind(s)).toEqual({ remind_of_tomorrow: 1 });
      expect(await remind(s)).toEqual({ remind_of_tomorrow: 0 });
      expect(await pushed(s)).toEqual(['mia tomorrow booking_tomorrow']);
      const mails = await s.as(service).rows('claim_deliveries');
      expect(mails.map((m) => `${String(m.display_name)} ${String(m.topic)}`)).toEqual([
        'mia booking_tomorrow',
      ]);
      await s.sql(
        `update public.bookings set starts_at = starts_at + interval '1 hour' where id = $1`,
        [id],
      );
      expect(await remind(s)).toEqual({ remind_of_tomorrow: 1 });
    }),
  );

  test.each([12, 16, 22, 23])('is not told at %i o’clock', (hour) =>
    scene(async (s) => {
      await whereItIs(s, hour);
      await tomorrowAtNoon(s);
      expect(await remind(s)).toEqual({ remind_of_tomorrow: 0 });
    })(),
  );

  test(
    'is not told of what was called off, of a request, or of what was asked for today',
    scene(async (s) => {
      await whereItIs(s, 18);
      const id = await tomorrowAtNoon(s);
      await s.sql('update public.bookings set created_at = now() where id = $1', [id]);
      expect(await remind(s)).toEqual({ remind_of_tomorrow: 0 });
      await s.sql(
        `update public.bookings set created_at = now() - interval '3 days' where id = $1`,
        [id],
      );
      await s.as(mia).call('cancel_booking', { p_booking_id: id });
      expect(await remind(s)).toEqual({ remind_of_tomorrow: 0 });
    }),
  );

  test(
    'is not pushed any more when it was called off in between',
    scene(async (s) => {
      await whereItIs(s, 18);
      await subscribe(s, mia, 1);
      const id = await tomorrowAtNoon(s);
      await remind(s);
      await s.as(mia).call('cancel_booking', { p_booking_id: id });
      expect(await pushed(s)).toEqual([]);
    }),
  );
});

test(
  'the key of an act is kept for 400 days, and dropped after that',
  scene(async (s) => {
    const b = await ask(s, mia, things.beamer);
    for (const [who, key] of [
      [amir, 'old'],
      [ada, 'new'],
    ] as const)
      await s
        .as(who)
        .call('ask_about_booking', { p_booking_id: b.id, p_note: '?', p_idempotency_key: key });
    await s.sql(
      `update private.sent_acts set created_at = now() - interval '401 days' where key = 'old'`,
    );
    await s.sql(
      `update private.sent_acts set created_at = now() - interval '399 days' where key = 'new'`,
    );
    expect(await s.as(service).call('forget_old_acts')).toEqual({ forget_old_acts: 1 });
    expect(await s.sql('select key from private.sent_acts')).toEqual([{ key: 'new' }]);
  }),
);
